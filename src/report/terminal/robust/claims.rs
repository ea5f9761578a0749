//! What the claims are worth: a table of `robust`.

use crate::report::digits::percent;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::OPEN;
use crate::report::terminal::robust::{SCREENFUL, more};
use crate::report::view::robust::RobustView;
use crate::report::view::robust::belief::BeliefView;
use crate::report::width::{PAGE, printable};
use crate::report::words::list;

/// The table.
pub fn claims(view: &RobustView) -> String {
    let columns = vec![
        Column::words("claim", 16),
        Column::number("believed"),
        Column::words("origins", 12),
        Column::number("echoes"),
        Column::words("against it", 10),
    ];
    let rows: Vec<Vec<Cell>> = view.beliefs.iter().take(SCREENFUL).map(claim_row).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("{}{}", Grid { columns, rows }.draw(PAGE), more(view.beliefs.len(), "claim"))
}

fn claim_row(belief: &BeliefView) -> Vec<Cell> {
    let against = if belief.contradicted_by.is_empty() {
        Cell::new("")
    } else {
        Cell::new(printable(&list(&belief.contradicted_by))).styled(OPEN)
    };
    vec![
        Cell::new(printable(&belief.claim)),
        Cell::new(percent(belief.posterior)),
        Cell::new(origins(belief)),
        Cell::new(belief.echoes.to_string()),
        against,
    ]
}

/// Origins with their grades and, where they have aged, how much of them still counts.
pub fn origins(belief: &BeliefView) -> String {
    let each: Vec<String> = belief
        .origins
        .iter()
        .map(|voice| {
            let grade = voice.grade.map(|grade| format!(" ({grade})")).unwrap_or_default();
            let aged = match voice.freshness < 1.0 {
                true => format!(", {} fresh", percent(voice.freshness)),
                false => String::new(),
            };
            format!("{}{grade}{aged}", printable(&voice.source))
        })
        .collect();
    if each.is_empty() { "nobody".to_owned() } else { list(&each) }
}
