//! `methods`: every method that can rank, by its name in files.
//! Comparing them on a scenario is for `explore`.

use clap::Args;

use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::method::id::MethodId;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {}

/// Prints one name a line.
pub fn run(_typed: &Typed, terminal: &mut Terminal) -> Exit {
    for method in MethodId::ALL {
        terminal.print(&format!("{}\n", method.id()));
    }
    Exit::Done
}
