//! `methods [S]`: every method that can rank, or a scenario under each of them that applies.
//! Gates, weights, people and assumptions stay; only the method is another.

use clap::Args;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::{Screen, Shape};
use crate::cli::opening::open;
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::explore::methods::compare;
use crate::method::id::MethodId;
use crate::report::view::methods::view;
use crate::report::{json, terminal as pages};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// A scenario to put to every method; without one the methods are listed
    #[arg(value_name = "SCENARIO")]
    scenario: Option<String>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Screen::Table, value_name = "FORMAT")]
    format: Screen,
    #[command(flatten)]
    what_if: WhatIf,
}

/// Prints the catalogue, or what each method makes of the scenario.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let Some(scenario) = &typed.scenario else {
        if !typed.what_if.flags().is_empty() {
            return Err(Failure::usage("a change needs a scenario"));
        }
        terminal.print(&match typed.format {
            Screen::Table => pages::methods::draw(MethodId::ALL),
            Screen::Json => json::text(&json::methods::Methods::of(MethodId::ALL)),
        });
        return Ok(Exit::Done);
    };
    let shape = typed.format.shape();
    let opened = open(scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let Decided { model, decision, .. } = decided;
    let comparison = compare(model, &decision.reading);
    terminal.print(&match typed.format {
        Screen::Table => pages::methods::draw_compared(&view(model, &comparison)),
        Screen::Json => {
            let body = json::methods_compared::Compared::of(model, &comparison);
            json::text(&json::envelope::envelope("methods/1", &opened.run(), body))
        }
    });
    if shape == Shape::Words {
        decided.warn(terminal);
    }
    Ok(Exit::Done)
}
