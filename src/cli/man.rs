//! `man [VERB]`: a manual page on standard output, as in `rationale man rank | man -l -`.
//! Written from the very arguments that the program takes.

use clap::{Args, Command};

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::Terminal;
use crate::text::nearest::nearest;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The verb; the program as a whole where none is given
    #[arg(value_name = "VERB")]
    verb: Option<String>,
}

/// Prints the page of the program that takes this command, or of one of its verbs.
pub fn run(typed: &Typed, mut command: Command, terminal: &mut Terminal) -> Result<Exit, Failure> {
    command.build();
    let page = match &typed.verb {
        None => command,
        Some(verb) => match command.find_subcommand(verb) {
            Some(found) => found.clone(),
            None => {
                let verbs = command.get_subcommands().map(Command::get_name);
                let near = nearest(verb, verbs);
                let near = near.map(|near| format!("; did you mean `{near}`?"));
                let near = near.unwrap_or_default();
                return Err(Failure::usage(format!("there is no verb `{verb}`{near}")));
            }
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page)
        .render(&mut text)
        .map_err(|error| Failure::Sentence(Exit::Outside, error.to_string()))?;
    terminal.print(&String::from_utf8_lossy(&text));
    Ok(Exit::Done)
}
