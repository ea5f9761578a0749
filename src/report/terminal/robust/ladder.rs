//! What must be agreed about weights: a table of `robust`.

use crate::report::digits::percent;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{BAD, GOOD};
use crate::report::view::robust::RobustView;
use crate::report::view::robust::ladder::RungView;
use crate::report::width::{PAGE, printable};

/// The table.
pub fn ladder(view: &RobustView) -> String {
    if !asks_for_agreement(view) {
        return String::new();
    }
    let columns = vec![Column::words("weights", 24), Column::words("the choice", 7)];
    let rows =
        view.ladder.iter().map(|rung| vec![Cell::new(printable(&rung.label)), verdict(rung)]);
    Grid { columns, rows: rows.collect() }.draw(PAGE)
}

/// Whether there is a choice to agree on: under a tie even today's weights settle nothing.
pub fn asks_for_agreement(view: &RobustView) -> bool {
    view.ladder.last().is_some_and(|rung| rung.is_settled)
}

fn verdict(rung: &RungView) -> Cell {
    let (word, style) = match (rung.is_settled, rung.changes) {
        (true, None) => ("settled".to_owned(), GOOD),
        (true, Some(_)) | (false, Some(0.0)) => ("no draw changes it".to_owned(), GOOD),
        (false, Some(share)) => (format!("{} of draws change it", percent(share)), BAD),
        (false, None) => ("open".to_owned(), BAD),
    };
    Cell::new(word).styled(style)
}
