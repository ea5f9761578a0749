//! `what-if S A B …`: scenarios by vendors, and the regret of each choice.
//! Called by `compare` when there are more than two.

use crate::cli::exit::Exit;
use crate::cli::failure::{Shape, invalid};
use crate::cli::format::Page;
use crate::cli::opening::Opened;
use crate::cli::pair::{side, warn_new};
use crate::cli::terminal::Terminal;
use crate::explore::matrix::matrix;
use crate::explore::side::Side;
use crate::report::view::matrix::view;
use crate::report::view::ranking::{Ranking, ranking};
use crate::report::view::selection::Selection;
use crate::report::{json, markdown, terminal as page};

/// Compares opened scenarios, each with the texts of those before it, and prints.
pub fn run(all: &[Opened], format: Page, terminal: &mut Terminal) -> Exit {
    let shape = format.shape();
    let mut sides: Vec<(String, Side<'_>)> = Vec::new();
    for opened in all {
        let Some(side) = side(opened) else { return invalid(opened, shape, terminal) };
        sides.push((opened.path.clone(), side));
    }
    let plain: Vec<Side<'_>> = sides.iter().map(|(_, side)| *side).collect();
    let view = view(&sides, &matrix(&plain));
    terminal.print(&match format {
        Page::Table => page::matrix::draw(&view),
        Page::Markdown => markdown::matrix::matrix(&view),
        Page::Json => {
            let rankings: Vec<Ranking> = all
                .iter()
                .filter_map(|opened| {
                    let reasons = opened.reasons(&opened.asked())?;
                    Some(ranking(&reasons, &opened.texts, &Selection::ALL))
                })
                .collect();
            let body = json::matrix::Matrix::new(&view, &rankings);
            let Some(last) = all.last() else { return Exit::Done };
            let mut object = json::envelope::envelope("what-if-matrix/1", &last.run(), body);
            object.inputs = json::what_if::once(object.inputs);
            if let Some(first) = all.first() {
                object.scenario.clone_from(&first.path);
            }
            json::text(&object)
        }
    });
    if shape == Shape::Words {
        for (at, opened) in all.iter().enumerate() {
            let before: Vec<&Opened> = all[..at].iter().collect();
            warn_new(&before, opened, terminal);
        }
    }
    Exit::Done
}
