//! How often each vendor takes each rank: a table of `robust`.

use crate::answer::smaa::acceptability::Estimate;
use crate::report::digits::percent;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::FAINT;
use crate::report::terminal::robust::{RANKS, SCREENFUL, more};
use crate::report::view::robust::RobustView;
use crate::report::width::{PAGE, printable};

/// The table.
pub fn shares(view: &RobustView) -> String {
    let ranks = view.vendors.first().map_or(0, |vendor| vendor.ranks.len()).min(RANKS);
    let rejects = view.vendors.iter().any(|vendor| vendor.rejected.figure > 0.0);
    let confident = view.vendors.iter().any(|vendor| vendor.confidence.is_some());
    let mut columns = vec![Column::words("vendor", 12), Column::number("chosen")];
    columns.extend((1..=ranks).map(|rank| Column::spare(&format!("rank {rank}"))));
    if rejects {
        columns.push(Column::number("out"));
    }
    if confident {
        columns.push(Column::spare("confidence"));
    }
    let figure = |estimate: &Estimate| Cell::new(percent(estimate.figure));
    let rows = view.vendors.iter().take(SCREENFUL).map(|vendor| {
        let mut cells = vec![Cell::new(printable(&vendor.vendor.label)), figure(&vendor.chosen)];
        cells.extend(vendor.ranks.iter().take(ranks).map(figure));
        if rejects {
            cells.push(figure(&vendor.rejected));
        }
        if confident {
            let confidence = vendor.confidence.as_ref();
            cells.push(confidence.map_or_else(|| Cell::new("-").styled(FAINT), figure));
        }
        cells
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("{}{}", Grid { columns, rows }.draw(PAGE), more(view.vendors.len(), "vendor"))
}
