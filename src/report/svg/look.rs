//! How a kind of fact looks: its outline, its fill, and the words for it in the legend.
//! Outlines differ enough to be told apart in black and white.

/// An outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outline {
    /// Square corners.
    Box,
    /// Round corners.
    Round,
    /// A sheet with a folded corner.
    Note,
    /// Points to both sides.
    Hexagon,
    /// Cut corners.
    Octagon,
    /// Cut corners, drawn twice.
    Double,
    /// Square corners, broken line.
    Dashed,
    /// Square corners, thick line, a triangle in the corner.
    Marked,
}

/// How a kind looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Its outline.
    pub outline: Outline,
    /// Its fill.
    pub fill: &'static str,
    /// What the legend calls it.
    pub words: &'static str,
}

/// Every look, in the order of the legend.
pub const LOOKS: [Look; 9] = [
    Look { outline: Outline::Note, fill: "#f1f0ec", words: "source or claim" },
    Look { outline: Outline::Dashed, fill: "#fdf6d8", words: "assumption" },
    Look { outline: Outline::Box, fill: "#ffffff", words: "given: rating, weight, gate" },
    Look { outline: Outline::Marked, fill: "#fde7d3", words: "set by this what-if" },
    Look { outline: Outline::Round, fill: "#f3f7fb", words: "worked out" },
    Look { outline: Outline::Hexagon, fill: "#eef6ee", words: "gate passed" },
    Look { outline: Outline::Hexagon, fill: "#f6c9c2", words: "gate failed" },
    Look { outline: Outline::Octagon, fill: "#e3e8f8", words: "verdict" },
    Look { outline: Outline::Double, fill: "#cfe0fb", words: "decision" },
];

/// The place of a node's look in the list; a gate that fails shows it.
pub fn look(kind: &str, value: &str) -> usize {
    match kind {
        "gate-result" if value.starts_with("fails") => 6,
        "source" | "evidence" => 0,
        "assumption" => 1,
        "rating" | "weight" | "gate" | "exclusion" | "stakeholder" | "method" => 2,
        "change" => 3,
        "gate-result" => 5,
        "verdict" => 7,
        "decision" => 8,
        _ => 4,
    }
}
