//! The numbers of a what-if in place of a model's own.
//! Empty for the model itself; filled by `change`, read while a frame is laid out.

use std::collections::BTreeMap;

use crate::decide::settlement::Settlement;
use crate::model::assumption::Status;
use crate::model::criterion::Criterion;
use crate::model::datum::Quantity;
use crate::model::id::{CriterionId, EvidenceId, VendorId};
use crate::model::scenario::Model;

/// Numbers of a what-if in place of the model's; empty for the model itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Edits {
    /// What is known of single ratings, whatever was written.
    pub ratings: BTreeMap<(VendorId, CriterionId), Quantity>,
    /// The weight of each criterion.
    pub weights: Vec<Option<f64>>,
    /// The share of the whole that flags ask for, of each criterion or group.
    pub asked: Vec<Option<f64>>,
    /// The status of each assumption.
    pub statuses: Vec<Status>,
    /// Whether each vendor is out of the running by decision.
    pub excluded: Vec<bool>,
    /// Whether each claim still counts.
    pub counts: Vec<bool>,
}

impl Edits {
    /// The model's own numbers.
    pub fn none(model: &Model) -> Self {
        let weight = |criterion: &Criterion| criterion.weight.as_ref().map(|weight| weight.number);
        let mut asked = vec![None; model.criteria.len()];
        for wanted in &model.asked_shares {
            asked[wanted.criterion.index()] = Some(wanted.share);
        }
        Self {
            ratings: BTreeMap::new(),
            weights: model.criteria.iter().map(weight).collect(),
            asked,
            statuses: Settlement::written(model),
            excluded: model.vendors.iter().map(|vendor| vendor.excluded.is_some()).collect(),
            counts: (0..model.evidence.len())
                .map(|idx| model.counted_evidence(EvidenceId(idx)))
                .collect(),
        }
    }
}
