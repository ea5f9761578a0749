//! A scenario with nothing wrong, and what it comes to: what every verb but `check` works on.
//! Borrowed from what was opened.

use crate::cli::failure::Failure;
use crate::cli::format::Shape;
use crate::cli::opening::Opened;
use crate::cli::terminal::Terminal;
use crate::decide::decision::Decision;
use crate::explore::side::Side;
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::build::{Asked, build};
use crate::report::drawn::line;
use crate::text::diagnostic::Severity;
use crate::text::source::Texts;

/// A scenario, decided.
#[derive(Debug, Clone, Copy)]
pub struct Decided<'a> {
    /// What was opened.
    pub opened: &'a Opened,
    /// What its files and flags say together.
    pub model: &'a Model,
    /// What that comes to.
    pub decision: &'a Decision,
}

impl<'a> Decided<'a> {
    /// What was opened, where nothing is wrong with it.
    ///
    /// # Errors
    /// Everything that is wrong, in the shape asked for.
    pub fn of(opened: &'a Opened, shape: Shape) -> Result<Self, Failure> {
        Self::sound(opened).ok_or_else(|| Failure::invalid(opened, shape))
    }

    /// The same; `None` where something is wrong, and for a criteria file by itself.
    pub fn sound(opened: &'a Opened) -> Option<Self> {
        let (model, decision) = opened.model.as_ref().zip(opened.decision.as_ref())?;
        Some(Self { opened, model, decision })
    }

    /// Every text that was read.
    pub fn texts(self) -> &'a Texts {
        &self.opened.texts
    }

    /// What is asked of the graph where no vendor is named.
    pub fn asked(self) -> Asked {
        Asked { overlays: self.opened.overlays(), ..Asked::default() }
    }

    /// The graph that holds what is asked.
    pub fn reasons(self, asked: &Asked) -> Reasons<'a> {
        build(self.model, self.decision, asked)
    }

    /// One of two that are compared.
    pub fn side(self) -> Side<'a> {
        Side { document: &self.opened.document, model: self.model, decision: self.decision }
    }

    /// A line for each warning, on standard error; `check` draws them whole.
    pub fn warn(self, terminal: &mut Terminal) {
        self.warnings().iter().for_each(|warning| terminal.say(warning));
    }

    /// The same without the warnings that came before.
    pub fn warn_beside(self, before: &[Self], terminal: &mut Terminal) {
        let known: Vec<String> = before.iter().flat_map(|each| each.warnings()).collect();
        let new = self.warnings().into_iter().filter(|warning| !known.contains(warning));
        new.for_each(|warning| terminal.say(&warning));
    }

    fn warnings(self) -> Vec<String> {
        let said = self.opened.diagnostics.iter();
        let warnings = said.filter(|each| each.severity == Severity::Warning);
        warnings.map(|warning| line(warning, self.texts())).collect()
    }
}
