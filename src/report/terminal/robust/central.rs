//! The mean weights of the draws in which each vendor is first: a table of `robust`.

use crate::report::digits::percent;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{FAINT, styled};
use crate::report::terminal::robust::{SCREENFUL, more};
use crate::report::view::robust::RobustView;
use crate::report::width::{PAGE, printable, width};

/// The table; nothing where weights were not drawn.
pub fn central(view: &RobustView) -> String {
    let firsts: Vec<_> = view
        .vendors
        .iter()
        .filter_map(|vendor| Some((printable(&vendor.vendor.label), vendor.central.as_ref()?)))
        .collect();
    if firsts.is_empty() || !view.vary.weights {
        return String::new();
    }
    // A word a line keeps columns narrow.
    let heads: Vec<String> =
        view.leaves.iter().map(|leaf| printable(&leaf.label).replace(' ', "\n")).collect();
    let names = firsts.iter().map(|(label, _)| width(label)).max().unwrap_or(0).max(6);
    let fitting = fitting(&heads, names);
    let mut columns = vec![Column::words("vendor", 12)];
    columns.extend(heads.iter().take(fitting).map(|head| Column::number(head)));
    let rows: Vec<Vec<Cell>> = firsts
        .iter()
        .take(SCREENFUL)
        .map(|(label, means)| {
            let means = means.iter().take(fitting).map(|mean| Cell::new(percent(mean.figure)));
            std::iter::once(Cell::new(label.clone())).chain(means).collect()
        })
        .collect();
    let hidden = match heads.len() - fitting {
        0 => String::new(),
        1 => styled("1 criterion more not shown\n", FAINT),
        rest => styled(&format!("{rest} criteria more not shown\n"), FAINT),
    };
    format!("{}{hidden}{}", Grid { columns, rows }.draw(PAGE), more(firsts.len(), "vendor"))
}

/// How many columns fit beside names of a width.
fn fitting(heads: &[String], names: usize) -> usize {
    let wide = |head: &String| 2 + head.lines().map(width).max().unwrap_or(0).max("99.9%".len());
    let mut left = PAGE.saturating_sub(names.min(PAGE / 3));
    heads
        .iter()
        .take_while(|head| {
            let fits = wide(head) <= left;
            left = left.saturating_sub(wide(head));
            fits
        })
        .count()
}
