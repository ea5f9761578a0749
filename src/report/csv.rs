//! Rows for spreadsheets: a header, commas, quotes doubled, line breaks as the standard has them.
//! Text that a spreadsheet would take for a formula is written as text.

use crate::report::view::graph::verdict_word;
use crate::report::view::quantity::Rating;
use crate::report::view::ranking::Ranking;
use crate::report::view::vendor::VendorView;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number in full precision.
    Number(f64),
    /// Text from a file; never a formula.
    Text(String),
}

/// One row for each vendor: verdict, score, then rating and contribution on every criterion.
pub fn ranking(ranking: &Ranking) -> String {
    let heads = ["rank", "id", "vendor", "score", "verdict", "conditional", "reason"];
    let mut header: Vec<Cell> = heads.iter().map(|head| text(head)).collect();
    for criterion in &ranking.criteria {
        header.push(text(&criterion.id));
        if criterion.share.is_some() {
            header.push(text(&format!("{} (contribution)", criterion.id)));
        }
    }
    let mut lines = row(&header);
    for vendor in &ranking.vendors {
        lines.push_str(&row(&cells(vendor)));
    }
    lines
}

/// Cells as one line.
pub fn row(cells: &[Cell]) -> String {
    let fields: Vec<String> = cells.iter().map(field).collect();
    format!("{}\r\n", fields.join(","))
}

fn cells(vendor: &VendorView) -> Vec<Cell> {
    let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
    let mut cells = vec![
        number(vendor.rank.map(|rank| rank as f64)),
        text(&vendor.id),
        text(&vendor.label),
        number(vendor.score),
        text(verdict_word(vendor.verdict)),
        text(if vendor.conditional { "yes" } else { "no" }),
        text(&vendor.reason),
    ];
    for each in &vendor.contributions {
        cells.push(match &each.rating {
            Rating::Unknown => Cell::Empty,
            Rating::Number(number) => Cell::Number(*number),
            Rating::Boolean(boolean) => text(if *boolean { "true" } else { "false" }),
            Rating::Word(word) => text(word),
        });
        if each.share.is_some() {
            cells.push(number(each.contribution));
        }
    }
    cells
}

/// A cell of text.
pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => format!("{number}"),
        Cell::Text(text) => quoted(&inert(text)),
    }
}

/// Text that no spreadsheet takes for a formula.
fn inert(text: &str) -> String {
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, row, text};

    #[test]
    fn formulas_from_data_are_text_and_quotes_are_doubled() {
        let cells = [text("=1+1"), text("@x"), text(" -2"), text("a \"b\", c"), Cell::Number(-2.0)];
        assert_eq!(row(&cells), "'=1+1,'@x,' -2,\"a \"\"b\"\", c\",-2\r\n");
    }
}
