//! What each uncertain input does by itself: a table of `robust`.

use crate::report::digits::signed;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::terminal::robust::{SCREENFUL, more, who};
use crate::report::view::quantity::Rating;
use crate::report::view::robust::RobustView;
use crate::report::view::robust::tornado::BarView;
use crate::report::width::{PAGE, printable};

/// The table.
pub fn tornado(view: &RobustView) -> String {
    let columns = vec![
        Column::words("input", 16),
        Column::number("at"),
        Column::number("lead"),
        Column::words("chosen", 10),
        Column::number("at"),
        Column::number("lead"),
        Column::words("chosen", 10),
    ];
    let rows: Vec<Vec<Cell>> =
        view.tornado.iter().take(SCREENFUL).map(|bar| bar_row(view, bar)).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("{}{}", Grid { columns, rows }.draw(PAGE), more(view.tornado.len(), "input"))
}

fn bar_row(view: &RobustView, bar: &BarView) -> Vec<Cell> {
    let mut cells = vec![Cell::new(printable(&bar.label))];
    for end in [&bar.low, &bar.high] {
        let lead = end.lead.map_or_else(|| "-".to_owned(), |lead| signed(lead, view.decimals));
        cells.push(Cell::new(rating_words(&end.at)));
        cells.push(Cell::new(lead));
        cells.push(who(end));
    }
    cells
}

/// A rating, a weight or a status in a word.
pub fn rating_words(rating: &Rating) -> String {
    match rating {
        Rating::Unknown => "unknown".to_owned(),
        Rating::Number(number) => crate::report::digits::plain(*number),
        Rating::Boolean(true) => "yes".to_owned(),
        Rating::Boolean(false) => "no".to_owned(),
        Rating::Word(word) => printable(word),
    }
}
