//! An assumption: what is not settled yet and what depends on it.
//! Loaded from `[assumptions.*]`; pending ones hold in the reading and make conditions.

use crate::model::id::AssumptionId;
use crate::text::span::{Span, Spanned};

/// Whether an assumption is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Settled: true.
    Holds,
    /// Settled: false.
    Fails,
    /// Somebody else decides.
    Pending,
}

/// Something that must be true.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// The table key.
    pub name: String,
    /// The key of its table.
    pub span: Span,
    /// What is assumed.
    pub claim: String,
    /// Whether it is settled, with the place of that word.
    pub status: Spanned<Status>,
    /// Chance that it holds, in [0, 1].
    pub probability: Option<f64>,
    /// Who finds out.
    pub owner: Option<String>,
    /// By when, as written.
    pub due: Option<String>,
    /// What finding out costs, ≥ 0, in whatever unit the file keeps to.
    pub cost_of_asking: Option<f64>,
    /// Other assumptions without which it fails.
    pub requires: Vec<Spanned<AssumptionId>>,
}
