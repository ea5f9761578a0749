//! Methods on a terminal: the catalogue, and a scenario under every method that applies.

use crate::method::id::MethodId;
use crate::report::digits::fixed;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{FAINT, STRONG};
use crate::report::view::methods::MethodsView;
use crate::report::width::{PAGE, paragraph, printable};

/// One row for each method.
pub fn draw(methods: &[MethodId]) -> String {
    let row = |method: &MethodId| {
        vec![Cell::new(method.id()).styled(STRONG), Cell::new(method.description())]
    };
    let columns = vec![Column::words("method", 20), Column::words("what the score is", 40)];
    let mut page = Grid { columns, rows: methods.iter().map(row).collect() }.draw(PAGE);
    let says = "A vendor at least as good on everything is never ranked below, but for:";
    page.push('\n');
    page.push_str(&paragraph("", says, PAGE));
    let rows = methods.iter().filter_map(|method| {
        let why = method.dominance_exception()?;
        Some(vec![Cell::new(method.id()).styled(STRONG), Cell::new(why)])
    });
    let columns = vec![Column::words("method", 20), Column::words("because", 40)];
    page.push_str(&Grid { columns, rows: rows.collect() }.draw(PAGE));
    page
}

/// A scenario under every method: who would be chosen, agreement, and why not the same.
pub fn draw_compared(view: &MethodsView) -> String {
    let mut page = paragraph("", &printable(&view.headline), PAGE);
    page.push('\n');
    let rows = view.rows.iter().enumerate().map(|(index, row)| {
        let style = if index == 0 { STRONG } else { Default::default() };
        let kendall = row.kendall.map_or_else(String::new, |tau| fixed(tau, 2));
        let why = row.why.as_deref().unwrap_or_default();
        vec![
            Cell::new(row.method.id()).styled(style),
            Cell::new(printable(&row.chosen)),
            Cell::new(kendall),
            Cell::new(printable(why)),
        ]
    });
    let columns = vec![
        Column::words("method", 16),
        Column::words("chooses", 12),
        Column::number("tau"),
        Column::words("why not the same", 30),
    ];
    page.push_str(&Grid { columns, rows: rows.collect() }.draw(PAGE));
    if !view.left_out.is_empty() {
        page.push('\n');
        let rows = view.left_out.iter().map(|(method, reason)| {
            vec![Cell::new(method.id()).styled(FAINT), Cell::new(printable(reason))]
        });
        let columns = vec![Column::words("not applicable", 16), Column::words("because", 40)];
        page.push_str(&Grid { columns, rows: rows.collect() }.draw(PAGE));
    }
    for sentence in &view.excepted {
        page.push('\n');
        page.push_str(&paragraph("", &printable(sentence), PAGE));
    }
    page
}
