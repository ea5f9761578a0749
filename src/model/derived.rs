//! Weights that are derived from judgements or from data, and whose weights they are.
//! Loaded from `[weights]` and `[criteria.GROUP.weights]`. Judged weights are already those of the
//! criteria they cover; weights from data wait for the field and are run by `decide`.

use crate::model::id::CriterionId;
use crate::text::span::Span;
use crate::weights::derivation::{DataKind, Judgements};

/// Everything that derives weights; empty where every weight is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Derived {
    /// Weights from judgements: the top level's first, then groups in declared order.
    pub judged: Vec<Judged>,
    /// Leaf shares from the ratings of the field; never beside written or judged weights.
    pub from_data: Option<FromData>,
}

/// Weights that people's judgements gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The group whose members it weighs; `None` for the top level.
    pub group: Option<CriterionId>,
    /// What it weighs, in declared order.
    pub covers: Vec<CriterionId>,
    /// The judgements; criteria are indices into `covers`.
    pub judgements: Judgements,
    /// Shares and figures that they came to.
    pub derived: crate::weights::derived::Derived,
    /// The header of its table.
    pub span: Span,
}

/// Weights that the ratings of the field are to give.
#[derive(Debug, Clone, PartialEq)]
pub struct FromData {
    /// How.
    pub kind: DataKind,
    /// The leaves it weighs, in declared order.
    pub covers: Vec<CriterionId>,
    /// Where `kind` stands.
    pub span: Span,
}
