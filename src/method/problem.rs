//! What a method is given: a full table over the field and what is known of each criterion.
//! Built by `decide` for one field; methods read it and never look beyond it.

use crate::method::matrix::Matrix;

/// Whether more or less of a rating is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Maximize,
    /// Less is better.
    Minimize,
}

impl Direction {
    /// +1 where more is better, −1 where less is.
    pub fn sign(self) -> f64 {
        match self {
            Self::Maximize => 1.0,
            Self::Minimize => -1.0,
        }
    }
}

/// Shape of a PROMETHEE preference function over a difference d in the criterion's own units.
///
/// Source: Brans, J. P., & Vincke, P. (1985). A preference ranking organisation method.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Preference {
    /// 1 as soon as d > 0.
    Usual,
    /// 1 once d > q.
    UShape {
        /// Indifference threshold, ≥ 0.
        q: f64,
    },
    /// d / p up to p.
    VShape {
        /// Preference threshold, > 0.
        p: f64,
    },
    /// 0 up to q, one half up to p, then 1.
    Level {
        /// Indifference threshold, ≥ 0.
        q: f64,
        /// Preference threshold, ≥ q.
        p: f64,
    },
    /// 0 up to q, rising linearly to 1 at p.
    Linear {
        /// Indifference threshold, ≥ 0.
        q: f64,
        /// Preference threshold, ≥ q.
        p: f64,
    },
    /// 1 − exp(−d² / 2s²).
    Gaussian {
        /// Where the curve bends, > 0.
        s: f64,
    },
}

/// Thresholds of the ELECTRE family in the criterion's own units, 0 ≤ q ≤ p ≤ v.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Indifference: differences up to this do not count.
    pub q: f64,
    /// Preference: differences from this on count whole.
    pub p: f64,
    /// Veto: a difference from this on forbids outranking. `None`: no veto.
    pub v: Option<f64>,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { q: 0.0, p: 0.0, v: None }
    }
}

/// What a method may know of one weighted criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Leaf share of the whole, ≥ 0; the shares of a problem add up to 1.
    pub share: f64,
    /// Whether more or less of the number in [`Problem::ratings`] is better.
    pub direction: Direction,
    /// The declared ends between which ratings may lie, low to high; `None` for an observed range.
    pub scale: Option<[f64; 2]>,
    /// The reference interval of a `target` value function, low to high (RIM); in the rating's units.
    pub target: Option<[f64; 2]>,
    /// PROMETHEE's preference function.
    pub preference: Preference,
    /// ELECTRE's thresholds.
    pub thresholds: Thresholds,
}

/// A full table over the field; every cell is finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Ratings as numbers in their own units (levels and targets by their value, booleans 0 or 1).
    pub ratings: Matrix,
    /// Value functions applied: every cell in [0, 1], more is better.
    pub values: Matrix,
    /// One for each column.
    pub axes: Vec<Axis>,
}

impl Problem {
    /// How many vendors stand in the field.
    pub fn vendors(&self) -> usize {
        self.ratings.rows()
    }

    /// How many weighted criteria.
    pub fn criteria(&self) -> usize {
        self.axes.len()
    }

    /// The share of each criterion, in column order.
    pub fn shares(&self) -> Vec<f64> {
        self.axes.iter().map(|axis| axis.share).collect()
    }
}
