//! The command line: what was typed, what it means, and the exit status that follows.
//! One file per verb; the only room that knows the environment and the terminal.

mod arguments;
mod ask;
mod check;
mod compare;
mod completions;
mod decided;
mod diff;
mod drawing;
mod edit;
mod exit;
mod expectation;
mod failure;
mod flip;
mod format;
mod graph;
mod hint;
mod impact;
mod interrupt;
mod man;
mod matrix;
mod methods;
mod names;
mod opening;
mod progress;
mod rank;
mod report;
mod revision;
mod robust;
mod schema;
mod sweep;
mod terminal;
mod what_if;
mod why;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::cli::arguments::{Arguments, Verb};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;

/// Runs the program on arguments that start with its own name.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let hint = hint::hint(&arguments);
    let typed = match Arguments::try_parse_from(arguments) {
        Ok(typed) => typed,
        Err(error) => return refusal(&error),
    };
    let mut terminal = Terminal::new(typed.color);
    if let Some(hint) = hint {
        terminal.say(&hint);
    }
    let answer = match typed.verb {
        Verb::Rank(rank) => rank::run(&rank, &mut terminal),
        Verb::Why(why) => why::run(&why, &mut terminal),
        Verb::Graph(graph) => graph::run(&graph, &mut terminal),
        Verb::WhatIf(what_if) => compare::run(&what_if, &mut terminal),
        Verb::Diff(diff) => diff::run(&diff, &mut terminal),
        Verb::Check(check) => check::run(&check, &mut terminal),
        Verb::Ask(ask) => ask::run(&ask, &mut terminal),
        Verb::Flip(flip) => flip::run(&flip, &mut terminal),
        Verb::Impact(impact) => impact::run(&impact, &mut terminal),
        Verb::Robust(robust) => robust::run(&robust, &mut terminal),
        Verb::Set(set) => edit::run_set(&set, &mut terminal),
        Verb::Add(add) => edit::run_add(&add, &mut terminal),
        Verb::Remove(remove) => edit::run_remove(&remove, &mut terminal),
        Verb::Rename(rename) => edit::run_rename(&rename, &mut terminal),
        Verb::Report(report) => report::run(&report, &mut terminal),
        Verb::Methods(methods) => methods::run(&methods, &mut terminal),
        Verb::Schema(schema) => Ok(schema::run(&schema, &mut terminal)),
        Verb::Completions(completions) => {
            Ok(completions::run(&completions, Arguments::command(), &mut terminal))
        }
        Verb::Man(man) => man::run(&man, Arguments::command(), &mut terminal),
    };
    let exit = answer.unwrap_or_else(|failure| failure.tell(&mut terminal));
    ExitCode::from(terminal.close(exit) as u8)
}

/// Help and version are answers; anything else clap says is a mistake in usage.
fn refusal(error: &clap::Error) -> ExitCode {
    // Nothing is left to be told to whoever closed the pipe.
    let _ = error.print();
    let exit = if error.use_stderr() { Exit::Usage } else { Exit::Done };
    ExitCode::from(exit as u8)
}
