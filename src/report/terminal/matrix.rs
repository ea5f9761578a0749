//! Several scenarios on a terminal: vendors by scenarios, then regrets.
//! The page of `what-if` with several files; scenarios are numbered, since their titles are long.

use crate::decide::decision::Verdict;
use crate::explore::entry::Entry;
use crate::report::digits::fixed;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{BAD, FAINT, GOOD, PLAIN, STRONG, styled};
use crate::report::terminal::page::headline;
use crate::report::view::matrix::{CAUTION, MatrixView};
use crate::report::width::{PAGE, paragraph, printable};

/// The whole page.
pub fn draw(view: &MatrixView) -> String {
    let mut page = headline(&view.headline);
    page.push('\n');
    for (at, choice) in view.choices.iter().enumerate() {
        page.push_str(&paragraph(&format!("  {}  ", number(at)), &printable(choice), PAGE));
    }
    page.push('\n');
    page.push_str(&scores(view).draw(PAGE));
    page.push_str(&faint("rank and score in each scenario; * chosen; in brackets: if it passed."));
    if !view.regrets.is_empty() {
        page.push_str(&format!("\n{}\n", styled("Regret: how far below the best choice", STRONG)));
        page.push_str(&regrets(view).draw(PAGE));
        page.push_str(&faint(CAUTION));
    }
    page
}

/// A short name for the scenario at a place: `A`, `B` …, later a number.
pub fn number(at: usize) -> String {
    match u8::try_from(at) {
        Ok(at) if at < 26 => char::from(b'A' + at).to_string(),
        _ => (at + 1).to_string(),
    }
}

fn faint(text: &str) -> String {
    let lines = paragraph("", text, PAGE);
    lines.lines().map(|line| format!("{}\n", styled(line, FAINT))).collect()
}

fn scores(view: &MatrixView) -> Grid {
    let mut columns = vec![Column::words("vendor", 12)];
    columns.extend((0..view.scenarios.len()).map(|at| Column::spare(&number(at))));
    let rows = view.rows.iter().map(|(vendor, entries)| {
        let mut cells = vec![Cell::new(printable(&vendor.label))];
        cells.extend(entries.iter().map(|entry| cell(view, entry)));
        cells
    });
    Grid { columns, rows: rows.collect() }
}

fn cell(view: &MatrixView, entry: &Entry) -> Cell {
    let words = entry_words(entry, view.decimals);
    let style = match entry.verdict {
        Some(Verdict::Chosen) => GOOD,
        Some(Verdict::Rejected) => BAD,
        Some(Verdict::Eligible) => PLAIN,
        Some(Verdict::Excluded) | None => FAINT,
    };
    Cell::new(words).styled(style)
}

/// `*1 0.847`, `(4 0.530)`, `excluded`, `-`.
pub fn entry_words(entry: &Entry, decimals: usize) -> String {
    let score =
        entry.score.map_or_else(String::new, |score| format!(" {}", fixed(score, decimals)));
    match (entry.verdict, entry.rank, entry.would_rank) {
        (Some(Verdict::Chosen), Some(rank), _) => format!("*{rank}{score}"),
        (_, Some(rank), _) => format!("{rank}{score}"),
        (_, None, Some(rank)) => format!("({rank}{score})"),
        (Some(Verdict::Excluded), ..) => "excluded".to_owned(),
        (Some(_), ..) => "rejected".to_owned(),
        (None, ..) => "-".to_owned(),
    }
}

fn regrets(view: &MatrixView) -> Grid {
    let mut columns = vec![Column::words("vendor", 12), Column::number("worst")];
    columns.extend((0..view.scenarios.len()).map(|at| Column::spare(&number(at))));
    columns.push(Column::number("chosen in"));
    let rows = view.regrets.iter().enumerate().map(|(at, (vendor, regret))| {
        let shown = |amount: f64| fixed(amount, view.decimals);
        let style = if at == 0 { STRONG } else { PLAIN };
        let mut cells = vec![
            Cell::new(printable(&vendor.label)).styled(style),
            Cell::new(shown(regret.worst)).styled(style),
        ];
        cells.extend(regret.by_scenario.iter().map(|amount| Cell::new(shown(*amount))));
        cells.push(Cell::new(regret.chosen_in.to_string()));
        cells
    });
    Grid { columns, rows: rows.collect() }
}
