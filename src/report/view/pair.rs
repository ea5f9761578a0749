//! Two scenarios that are compared, with the reasons of both.
//! What a what-if and a diff are shown from.

use crate::explore::side::Side;
use crate::reasons::Reasons;
use crate::report::digits::decimals;
use crate::report::view::named::Named;
use crate::text::source::Texts;

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The first side and its reasons.
    pub before: (Side<'a>, &'a Reasons<'a>),
    /// The second side and its reasons.
    pub after: (Side<'a>, &'a Reasons<'a>),
    /// The texts of both.
    pub texts: &'a Texts,
    /// The seed that chance is given.
    pub seed: u64,
}

impl Pair<'_> {
    /// A vendor as people read it, on the second side if it is there.
    pub fn vendor(&self, id: &str) -> Named {
        let models = [self.after.0.model, self.before.0.model];
        let found = models
            .iter()
            .find_map(|model| model.vendor_named(id).map(|at| Named::vendor(model, at)));
        found.unwrap_or_else(|| Named { id: id.to_owned(), label: id.to_owned() })
    }

    /// Decimals under which the scores of each side look different.
    pub fn decimals(&self) -> usize {
        let digits = |side: Side<'_>| {
            let reading = &side.decision.reading;
            decimals(reading.outcome.scores.as_deref().unwrap_or(&[]), reading.tolerance)
        };
        digits(self.before.0).max(digits(self.after.0))
    }
}
