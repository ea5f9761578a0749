//! `ask S`: which unknown to find out next, and the answer that would change the choice.

use clap::Args;

use crate::answer::value_of_knowing::{Drawing, MOST_COMPLETIONS};
use crate::cli::decided::Decided;
use crate::cli::drawing::{drawn, failure, say_seed};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::{Page, Shape};
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::explore::ask::asking::{How, asking};
use crate::report::view::asking::{AskView, view};
use crate::report::view::scene::Scene;
use crate::report::{json, markdown, terminal};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// How many draws, where answers are too many to be added up
    #[arg(long, value_name = "N", default_value_t = MOST_COMPLETIONS as u64)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..))]
    draws: u64,
    /// The seed, where answers are too many to be added up
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Page::Table, value_name = "FORMAT")]
    format: Page,
    #[command(flatten)]
    what_if: WhatIf,
}

/// Asks, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = typed.format.shape();
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let found = drawn("asking", |interrupt, progress| {
        let drawing = Drawing { draws: typed.draws, seed: typed.seed, interrupt, progress };
        asking(decided.model, decided.decision, &drawing)
    });
    let found = found.map_err(|error| failure(error, decided, shape))?;
    let reasons = decided.reasons(&decided.asked());
    let view = view(&Scene::new(&reasons, &opened.texts), &found);
    terminal.print(&formatted(typed, &view, &opened));
    if shape == Shape::Words {
        if let How::Sampled(draws) = view.how {
            say_seed(typed.seed, draws, view.is_interrupted, terminal);
        }
        decided.warn(terminal);
    }
    Ok(Exit::Done)
}

fn formatted(typed: &Typed, view: &AskView, opened: &Opened) -> String {
    match typed.format {
        Page::Table => terminal::ask::draw(view),
        Page::Markdown => markdown::ask::ask(view),
        Page::Json => {
            let body = json::ask::Ask::from(view);
            let seed = matches!(view.how, How::Sampled(_)).then_some(typed.seed);
            let object = json::envelope::envelope("ask/1", &opened.run(), body);
            json::text(&object.seeded(seed))
        }
    }
}
