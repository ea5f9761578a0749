//! Why a verb has no answer, and what is said then: files or flags that do not check, a file that
//! cannot be read, words that fit nothing. Told once, where the verb is called.

use crate::cli::exit::Exit;
use crate::cli::format::Shape;
use crate::cli::opening::Opened;
use crate::cli::terminal::Terminal;
use crate::files::Unwritable;
use crate::report::drawn::{draw, tally};
use crate::report::json;
use crate::report::json::check::check;
use crate::report::json::envelope::{Run, envelope};
use crate::text::diagnostic::Diagnostic;
use crate::text::unreadable::Unreadable;

/// Why there is no answer, with the exit status that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// A sentence about something outside of any file.
    Sentence(Exit, String),
    /// Everything that is wrong, drawn and counted for people.
    Drawn(Exit, String),
    /// Everything that is wrong, as the object that `check` prints.
    Object(Exit, String),
}

impl Failure {
    /// What was typed fits nothing.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Sentence(Exit::Usage, message.into())
    }

    /// Files or flags that do not check.
    pub fn invalid(opened: &Opened, shape: Shape) -> Self {
        Self::wrong(opened, &opened.diagnostics, shape)
    }

    /// Files or flags that check by themselves, of which this is said all the same.
    pub fn wrong(opened: &Opened, diagnostics: &[Diagnostic], shape: Shape) -> Self {
        let texts = &opened.texts;
        let exit = match opened.only_flags_are_wrong(diagnostics) {
            true => Exit::Usage,
            false => Exit::Files,
        };
        match shape {
            Shape::Words => {
                let drawn = draw(diagnostics, texts);
                let tally = tally(diagnostics).unwrap_or_default();
                Self::Drawn(exit, format!("{}\n{tally}", drawn.trim_end_matches('\n')))
            }
            Shape::Json => {
                let run = Run { scenario: &opened.path, decision: None, texts, diagnostics };
                let body = check(vec![opened.path.clone()], diagnostics, texts);
                Self::Object(exit, json::text(&envelope("check/1", &run, body)))
            }
        }
    }

    /// Says it; the status that the program ends with.
    pub fn tell(self, terminal: &mut Terminal) -> Exit {
        match self {
            Self::Sentence(exit, message) => {
                terminal.complain(&message);
                exit
            }
            Self::Drawn(exit, drawn) => {
                terminal.say(&drawn);
                exit
            }
            Self::Object(exit, object) => {
                terminal.print(&object);
                exit
            }
        }
    }
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        Self::Sentence(Exit::Outside, error.to_string())
    }
}

impl From<Unwritable> for Failure {
    fn from(error: Unwritable) -> Self {
        Self::Sentence(Exit::Outside, error.to_string())
    }
}

/// Names that fit nothing are answered in a sentence.
impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::usage(message)
    }
}
