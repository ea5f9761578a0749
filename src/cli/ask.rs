//! `ask S`: which unknown to find out next, and the answer that would change the choice.

use clap::Args;

use crate::answer::value_of_knowing::{Drawing, MOST_COMPLETIONS};
use crate::cli::exit::Exit;
use crate::cli::failure::{Shape, invalid, unreadable, warn};
use crate::cli::format::Page;
use crate::cli::interrupt::watched;
use crate::cli::opening::{Opened, open};
use crate::cli::progress::Progress;
use crate::cli::robust::{failed, repeated};
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
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    let shape = typed.format.shape();
    let mut opened = match open(&typed.scenario, &typed.what_if.flags()) {
        Ok(opened) => opened,
        Err(error) => return unreadable(&error, terminal),
    };
    let result = match opened.reasons(&opened.asked()) {
        None => return invalid(&opened, shape, terminal),
        Some(reasons) => {
            let progress = Progress::new("asking");
            let told = |done: u64, planned: u64| progress.tell(done, planned);
            let interrupt = watched();
            let drawing = Drawing {
                draws: typed.draws,
                seed: typed.seed,
                interrupt: &interrupt,
                progress: &told,
            };
            let found = asking(reasons.model, reasons.decision, &drawing);
            progress.finish();
            found.map(|found| view(&Scene::new(&reasons, &opened.texts), &found))
        }
    };
    match result {
        Ok(view) => {
            terminal.print(&formatted(typed, &view, &opened));
            if shape == Shape::Words {
                if let How::Sampled(draws) = view.how {
                    terminal.say(&format!("seed {}", typed.seed));
                    if view.is_interrupted {
                        terminal.say(&repeated(draws, typed.seed));
                    }
                }
                warn(&opened, terminal);
            }
            Exit::Done
        }
        Err(error) => failed(error, &mut opened, shape, terminal),
    }
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
