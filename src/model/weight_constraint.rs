//! Something agreed about weights beyond their numbers: one outweighs another, two together make half.
//! Loaded from `[[weight-constraints]]`; `explore` draws only weights that keep all of them.

use crate::model::id::CriterionId;
use crate::text::span::Span;

/// Σ factor × share ≥ `at_least` over shares of the whole, a group's being what its leaves have
/// together.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightConstraint {
    /// Leaves and groups that have a weight, each once, with their factors, finite and not 0.
    pub terms: Vec<(CriterionId, f64)>,
    /// The bound.
    pub at_least: f64,
    /// Why.
    pub because: Option<String>,
    /// Where it stands.
    pub span: Span,
}
