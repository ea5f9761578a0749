//! `methods [S]`: every method that can rank, or a scenario under each of them that applies.
//! Gates, weights, people and assumptions stay; only the method is another.

use clap::Args;

use crate::cli::exit::Exit;
use crate::cli::failure::{Shape, invalid, unreadable, warn};
use crate::cli::format::Screen;
use crate::cli::opening::{Opened, open};
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
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    let Some(scenario) = &typed.scenario else {
        if !typed.what_if.flags().is_empty() {
            terminal.complain("a change needs a scenario");
            return Exit::Usage;
        }
        terminal.print(&match typed.format {
            Screen::Table => pages::methods::draw(MethodId::ALL),
            Screen::Json => json::text(&json::methods::Methods::of(MethodId::ALL)),
        });
        return Exit::Done;
    };
    let shape = typed.format.shape();
    let opened = match open(scenario, &typed.what_if.flags()) {
        Ok(opened) => opened,
        Err(error) => return unreadable(&error, terminal),
    };
    let Some(page) = page(typed.format, &opened) else {
        return invalid(&opened, shape, terminal);
    };
    terminal.print(&page);
    if shape == Shape::Words {
        warn(&opened, terminal);
    }
    opened.decided().map_or(Exit::Files, |(_, decision)| crate::cli::rank::outcome(decision))
}

fn page(format: Screen, opened: &Opened) -> Option<String> {
    let (model, decision) = opened.decided()?;
    let comparison = compare(model, &decision.reading);
    Some(match format {
        Screen::Table => pages::methods::draw_compared(&view(model, &comparison)),
        Screen::Json => {
            let body = json::methods_compared::Compared::of(model, &comparison);
            json::text(&json::envelope::envelope("methods/1", &opened.run(), body))
        }
    })
}
