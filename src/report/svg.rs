//! A graph as a drawing: laid out here, readable up to a hundred facts, folded beyond.
//! Shapes and line styles carry the meaning, colour only repeats it; no text leaves its box.

mod advance;
mod fold;
mod layout;
mod look;
mod sheet;

use crate::report::svg::fold::fold;
use crate::report::svg::layout::layout;
use crate::report::svg::sheet::sheet;
use crate::report::view::graph::GraphView;

/// The whole drawing.
pub fn draw(graph: &GraphView) -> String {
    let folded = fold(graph);
    sheet(&folded, &layout(&folded))
}
