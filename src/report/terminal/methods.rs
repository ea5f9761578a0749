//! The catalogue of methods on a terminal: the name in files, and what the score is.

use crate::method::id::MethodId;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::STRONG;
use crate::report::width::PAGE;

/// One row for each method.
pub fn draw(methods: &[MethodId]) -> String {
    let row = |method: &MethodId| {
        vec![Cell::new(method.id()).styled(STRONG), Cell::new(method.description())]
    };
    let columns = vec![Column::words("method", 20), Column::words("what the score is", 40)];
    Grid { columns, rows: methods.iter().map(row).collect() }.draw(PAGE)
}
