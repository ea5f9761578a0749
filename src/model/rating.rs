//! What is held of one vendor on one criterion, and what it rests on.
//! Loaded from `[vendors.*.ratings]`; its span is where an explanation ends.

use crate::model::datum::Quantity;
use crate::model::id::{AssumptionId, EvidenceId};
use crate::text::span::{Span, Spanned};

/// A rating as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Rating {
    /// What is known.
    pub quantity: Quantity,
    /// Claims it rests on; a rating that names none is a judgement.
    pub evidence: Vec<Spanned<EvidenceId>>,
    /// Why, in its author's words.
    pub because: Option<String>,
    /// Assumptions it depends on.
    pub requires: Vec<Spanned<AssumptionId>>,
    /// What it is when one of them fails; unknown where absent.
    pub otherwise: Option<Spanned<Quantity>>,
    /// Where its value stands.
    pub span: Span,
}
