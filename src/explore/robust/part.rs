//! What is worked out once the draws are made, and being asked to stop before it is done.
//! Looked at by the parts of `robust` that may take long; what was not finished is left out and named.

use std::sync::atomic::{AtomicBool, Ordering};

/// A part of the answer that may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What each uncertain input does.
    Tornado,
    /// The chances of what is pending.
    Chances,
    /// How far each weight may move.
    Stability,
    /// What must be agreed.
    Ladder,
    /// The largest regrets.
    Regrets,
    /// How often a vendor is first under its own central weights.
    Confidence,
}

/// Set from elsewhere when somebody has waited long enough.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'a>(pub &'a AtomicBool);

impl Stop<'_> {
    /// Whether to stop.
    pub fn is_asked(self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
