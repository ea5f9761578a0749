//! Vendors compared in pairs on one criterion, in place of ratings.
//! Loaded from `[criteria.*] compare`; read by the method `ahp` alone.

use crate::model::id::CriterionId;
use crate::text::span::Span;
use crate::weights::ahp::Ahp;

/// Pairwise comparisons of vendors on one leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// On what.
    pub criterion: CriterionId,
    /// What was said; rows and columns are vendors in declared order, pairs may be missing.
    pub judgements: Ahp,
    /// Where it is said.
    pub span: Span,
}
