//! `methods`: every method that can rank, by its name in files, with what its score is.
//! Comparing them on a scenario is for `explore`.

use clap::{Args, ValueEnum};

use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::method::id::MethodId;
use crate::report::{json, terminal as pages};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Table,
    /// One object, with who proposed each
    Json,
}

/// Prints the catalogue.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    terminal.print(&match typed.format {
        Format::Table => pages::methods::draw(MethodId::ALL),
        Format::Json => json::text(&json::methods::Methods::of(MethodId::ALL)),
    });
    Exit::Done
}
