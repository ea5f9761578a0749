//! `completions SHELL`: a completion script on standard output.
//! Written from the very arguments that the program takes.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script for the program that takes this command.
pub fn run(typed: &Typed, mut command: Command, terminal: &mut Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(typed.shell, &mut command, "rationale", &mut script);
    terminal.print(&String::from_utf8_lossy(&script));
    Exit::Done
}
