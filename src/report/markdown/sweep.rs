//! Sweeps for issues, wikis and sign-off: the same order as on a terminal.

use crate::report::markdown::what_if::headline;
use crate::report::markdown::{escaped, section};
use crate::report::view::sweep::{SweepView, outcome, shown};

/// All of them, one below the other.
pub fn sweeps(views: &[SweepView]) -> String {
    views.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(view: &SweepView) -> String {
    let mut page = headline(&view.headline);
    page.push_str("| From | To | Outcome |\n| ---: | ---: | --- |\n");
    for piece in &view.pieces {
        let [from, to] = [piece.from, piece.to].map(|number| shown(view.unit, number));
        let today = if piece.today { " (today)" } else { "" };
        page.push_str(&format!("| {from} | {to} | {}{today} |\n", escaped(&outcome(piece))));
    }
    let points: Vec<String> = view.points.iter().map(|point| point.sentence.clone()).collect();
    page.push_str(&section("Where it changes", &points));
    page
}
