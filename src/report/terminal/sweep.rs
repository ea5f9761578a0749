//! Sweeps on a terminal: the answer, the stretches, what happens between them.

use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{PLAIN, STRONG};
use crate::report::terminal::page::headline;
use crate::report::terminal::page::section;
use crate::report::view::sweep::{SweepView, outcome, shown};
use crate::report::width::{PAGE, printable};

/// All of them, one below the other.
pub fn draw(views: &[SweepView]) -> String {
    views.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(view: &SweepView) -> String {
    let mut page = headline(&view.headline);
    page.push('\n');
    let columns = vec![
        Column::number("from"),
        Column::number("to"),
        Column::words("", 20),
        Column::words("", 5),
    ];
    let rows = view.pieces.iter().map(|piece| {
        let style = if piece.today { STRONG } else { PLAIN };
        let today = if piece.today { "today" } else { "" };
        vec![
            Cell::new(shown(view.unit, piece.from)).styled(style),
            Cell::new(shown(view.unit, piece.to)).styled(style),
            Cell::new(printable(&outcome(piece))).styled(style),
            Cell::new(today).styled(style),
        ]
    });
    page.push_str(&Grid { columns, rows: rows.collect() }.draw(PAGE));
    let points: Vec<String> = view.points.iter().map(|point| point.sentence.clone()).collect();
    page.push_str(&section("Where it changes", &points));
    page
}
