//! A table of cells laid out for a page: widths, wrapping, alignment.
//! Made by terminal formats; a page is never exceeded, and what cannot be shown is said by `draw`.

use anstyle::Style;

use crate::report::style::{FAINT, PLAIN, styled};
use crate::report::width::{width, wrap};

/// Which side a column's cells lean on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// What may happen to a column that has too little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Always shown whole.
    Keep,
    /// Broken into lines, of at least so many columns.
    Wrap(usize),
    /// Left out, the last such column first.
    Drop,
}

/// A column's head and behaviour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head; line breaks in it are kept.
    pub head: String,
    /// Which side its cells lean on.
    pub align: Align,
    /// What may happen to it.
    pub fit: Fit,
}

impl Column {
    /// A column of numbers that is always shown whole.
    pub fn number(head: &str) -> Self {
        Self { head: head.to_owned(), align: Align::Right, fit: Fit::Keep }
    }

    /// A column of words that is broken into lines of at least `least` columns.
    pub fn words(head: &str, least: usize) -> Self {
        Self { head: head.to_owned(), align: Align::Left, fit: Fit::Wrap(least) }
    }

    /// A column of numbers that may be left out.
    pub fn spare(head: &str) -> Self {
        Self { head: head.to_owned(), align: Align::Right, fit: Fit::Drop }
    }
}

/// A cell: one line of text in a style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says, without control characters.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

impl Cell {
    /// A cell as the terminal has it.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: PLAIN }
    }

    /// The same cell in a style.
    #[must_use]
    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

/// Columns and rows; every row has a cell for each column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

const GAP: usize = 2;

impl Grid {
    /// The table in at most `page` columns, each line ended; columns that do not fit are left out.
    pub fn draw(&self, page: usize) -> String {
        let widths = self.widths(page);
        let mut drawn = String::new();
        if self.columns.iter().any(|column| !column.head.is_empty()) {
            let heads: Vec<Vec<String>> = self.columns.iter().map(head_lines).collect();
            let tallest = heads.iter().map(Vec::len).max().unwrap_or(0);
            let heads: Vec<Vec<String>> = heads
                .into_iter()
                .map(|lines| [vec![String::new(); tallest - lines.len()], lines].concat())
                .collect();
            self.push_row(&mut drawn, &heads, &widths, |_| FAINT);
        }
        for row in &self.rows {
            let cells: Vec<Vec<String>> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| wrap(&cell.text, width.unwrap_or(1)))
                .collect();
            self.push_row(&mut drawn, &cells, &widths, |index| row[index].style);
        }
        drawn
    }

    fn push_row(
        &self,
        drawn: &mut String,
        cells: &[Vec<String>],
        widths: &[Option<usize>],
        style: impl Fn(usize) -> Style,
    ) {
        let shown = |index: &usize| widths[*index].is_some();
        let tallest = (0..cells.len()).filter(shown).map(|index| cells[index].len()).max();
        for line in 0..tallest.unwrap_or(0) {
            let mut text = String::new();
            let mut owed = 0;
            for index in (0..cells.len()).filter(shown) {
                let cell = cells[index].get(line).map_or("", String::as_str);
                let room = widths[index].unwrap_or(0).saturating_sub(width(cell));
                let (before, after) = match self.columns[index].align {
                    Align::Left => (0, room),
                    Align::Right => (room, 0),
                };
                if !cell.is_empty() {
                    text.push_str(&" ".repeat(owed + before));
                    text.push_str(&styled(cell, style(index)));
                    owed = 0;
                }
                owed += after + GAP + if cell.is_empty() { before } else { 0 };
            }
            drawn.push_str(&text);
            drawn.push('\n');
        }
    }

    /// The width of each column, `None` where it is left out.
    fn widths(&self, page: usize) -> Vec<Option<usize>> {
        let mut widths: Vec<Option<usize>> =
            (0..self.columns.len()).map(|index| Some(self.natural(index))).collect();
        let least = |index: usize, natural: usize| match self.columns[index].fit {
            Fit::Wrap(least) => natural.min(least),
            Fit::Keep | Fit::Drop => natural,
        };
        let squeezed = |widths: &[Option<usize>]| {
            total(widths.iter().enumerate().filter_map(|(i, w)| w.map(|natural| least(i, natural))))
        };
        while squeezed(&widths) > page {
            let spare = (0..widths.len())
                .rfind(|&index| self.columns[index].fit == Fit::Drop && widths[index].is_some());
            let Some(spare) = spare else { break };
            widths[spare] = None;
        }
        while total(widths.iter().flatten().copied()) > page {
            let widest = (0..widths.len())
                .filter(|&index| matches!(self.columns[index].fit, Fit::Wrap(_)))
                .filter(|&index| widths[index].is_some_and(|width| width > 4))
                .max_by_key(|&index| widths[index]);
            let Some(width) = widest.and_then(|index| widths[index].as_mut()) else { break };
            *width -= 1;
        }
        widths
    }

    fn natural(&self, index: usize) -> usize {
        let heads = head_lines(&self.columns[index]);
        let cells = self.rows.iter().filter_map(|row| row.get(index)).map(|cell| width(&cell.text));
        heads.iter().map(|line| width(line)).chain(cells).max().unwrap_or(0)
    }
}

fn head_lines(column: &Column) -> Vec<String> {
    column.head.split('\n').map(str::to_owned).collect()
}

fn total(widths: impl Iterator<Item = usize>) -> usize {
    let widths: Vec<usize> = widths.collect();
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Grid};
    use crate::report::width::width;

    fn grid(vendor: &str, verdict: &str) -> Grid {
        let columns = vec![
            Column::number("rank"),
            Column::words("vendor", 10),
            Column::spare("price\n20%"),
            Column::spare("experience\n30%"),
            Column::words("verdict", 20),
        ];
        let row = ["1", vendor, "0.123", "0.456", verdict];
        Grid { columns, rows: vec![row.map(Cell::new).to_vec()] }
    }

    #[test]
    fn heads_stand_on_the_row_and_numbers_lean_right() {
        let drawn = grid("Alibaba", "chosen").draw(80);
        let plain = anstream::adapter::strip_str(&drawn).to_string();
        assert_eq!(
            plain,
            "               price  experience\n\
             rank  vendor     20%         30%  verdict\n   \
             1  Alibaba  0.123       0.456  chosen\n"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let vendor = "阿里巴巴 Cloud \"Group\" 👨‍👩‍👧‍👦 GmbH & Co. KG, Hangzhou";
        let verdict = "rejected: scale-capacity 4 is under 6 and https://example.org/averylongpath/without/any/space";
        for page in 40..100 {
            for line in
                anstream::adapter::strip_str(&grid(vendor, verdict).draw(page)).to_string().lines()
            {
                assert!(width(line) <= page, "{line:?} over {page}");
            }
        }
    }
}
