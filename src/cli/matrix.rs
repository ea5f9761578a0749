//! `what-if S A B …`: scenarios by vendors, and the regret of each choice.
//! Called by `compare` when there are more than two.

use crate::cli::decided::Decided;
use crate::cli::format::{Page, Shape};
use crate::cli::terminal::Terminal;
use crate::explore::matrix::matrix;
use crate::explore::side::Side;
use crate::report::view::matrix::{MatrixView, view};
use crate::report::view::ranking::{Ranking, ranking};
use crate::report::view::selection::Selection;
use crate::report::{json, markdown, terminal as page};

/// Compares scenarios, each with the texts of those before it, and prints.
pub fn run(all: &[Decided<'_>], format: Page, terminal: &mut Terminal) {
    let sides: Vec<Side<'_>> = all.iter().map(|each| each.side()).collect();
    let named: Vec<(String, Side<'_>)> =
        all.iter().map(|each| (each.opened.path.clone(), each.side())).collect();
    let view = view(&named, &matrix(&sides));
    terminal.print(&match format {
        Page::Table => page::matrix::draw(&view),
        Page::Markdown => markdown::matrix::matrix(&view),
        Page::Json => object(all, &view),
    });
    if format.shape() == Shape::Words {
        for (at, each) in all.iter().enumerate() {
            each.warn_beside(&all[..at], terminal);
        }
    }
}

fn object(all: &[Decided<'_>], view: &MatrixView) -> String {
    let ranked =
        |each: &Decided<'_>| ranking(&each.reasons(&each.asked()), each.texts(), &Selection::ALL);
    let rankings: Vec<Ranking> = all.iter().map(ranked).collect();
    let body = json::matrix::Matrix::new(view, &rankings);
    let [first, .., last] = all else { return String::new() };
    let mut object = json::envelope::envelope("what-if-matrix/1", &last.opened.run(), body);
    object.inputs = json::what_if::once(object.inputs);
    object.scenario.clone_from(&first.opened.path);
    json::text(&object)
}
