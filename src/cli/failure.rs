//! What every verb does when a file or a flag is wrong: draw everything, count, and say which exit.
//! With `--format json` the same as the object that `check` prints.

use crate::cli::exit::Exit;
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::document::overlay::Flag;
use crate::report::drawn::{draw, tally};
use crate::report::json;
use crate::report::json::check::check;
use crate::report::json::envelope::{Run, envelope};
use crate::text::diagnostic::Severity;
use crate::text::unreadable::Unreadable;

/// Whether a verb was asked for JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// For people.
    Words,
    /// One object.
    Json,
}

/// A file named on the command line that cannot be read.
pub fn unreadable(error: &Unreadable, terminal: &mut Terminal) -> Exit {
    terminal.complain(&error.to_string());
    Exit::Outside
}

/// A scenario with the flags laid over it, opened and decided.
///
/// # Errors
/// The exit status, once everything that is wrong has been said.
pub fn decided(
    scenario: &str,
    flags: &[Flag],
    shape: Shape,
    terminal: &mut Terminal,
) -> Result<Opened, Exit> {
    match open(scenario, flags) {
        Ok(opened) if opened.decided().is_none() => Err(invalid(&opened, shape, terminal)),
        Ok(opened) => Ok(opened),
        Err(error) => Err(unreadable(&error, terminal)),
    }
}

/// Files or flags that do not check.
pub fn invalid(opened: &Opened, shape: Shape, terminal: &mut Terminal) -> Exit {
    match shape {
        Shape::Words => {
            terminal.say(&draw(&opened.diagnostics, &opened.texts));
            if let Some(tally) = tally(&opened.diagnostics) {
                terminal.say(&tally);
            }
        }
        Shape::Json => {
            let (texts, diagnostics) = (&opened.texts, opened.diagnostics.as_slice());
            let run = Run { scenario: &opened.path, decision: None, texts, diagnostics };
            let body = check(vec![opened.path.clone()], diagnostics, texts);
            terminal.print(&json::text(&envelope("check/1", &run, body)));
        }
    }
    if opened.only_flags_are_wrong() { Exit::Usage } else { Exit::Files }
}

/// One line for each warning, on standard error; `check` draws them whole.
pub fn warn(opened: &Opened, terminal: &mut Terminal) {
    for warning in opened.diagnostics.iter().filter(|each| each.severity == Severity::Warning) {
        terminal.say(&crate::report::drawn::line(warning, &opened.texts));
    }
}
