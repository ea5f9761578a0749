//! Weights that are derived from judgements or from data, and whose weights they are.
//! Loaded from `[weights]`, `[criteria.GROUP.weights]`, `[group]`, `[stakeholders.*]`; run by `decide`.

use crate::model::id::CriterionId;
use crate::text::span::Span;

/// Everything that derives weights; all empty where every weight is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Derived {
    /// Derivations, the top one first, then groups in declared order.
    pub weights: Vec<DerivedWeights>,
}

impl Derived {
    /// Whether a leaf or group gets its weight from a derivation.
    pub fn covers(&self, criterion: CriterionId) -> bool {
        self.weights.iter().any(|derived| derived.covers.contains(&criterion))
    }
}

/// One derivation.
#[derive(Debug, Clone, PartialEq)]
pub struct DerivedWeights {
    /// The group whose members it weighs; `None` for the top level.
    pub group: Option<CriterionId>,
    /// What it weighs, in declared order.
    pub covers: Vec<CriterionId>,
    /// The header of its table.
    pub span: Span,
}
