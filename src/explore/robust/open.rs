//! Assumptions that are still open and that something hangs on.
//! Drawn by `acceptability`, enumerated by the conditional ladder, asked about by `ask`.

use crate::model::assumption::Status;
use crate::model::id::AssumptionId;
use crate::model::scenario::Model;

/// An open assumption and the chance that it holds by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Open {
    /// Which.
    pub assumption: AssumptionId,
    /// In [0, 1].
    pub probability: f64,
    /// Whether nobody stated the chance, so that one half is taken.
    pub is_assumed: bool,
}

/// Chance of an assumption that states none.
pub const EVEN: f64 = 0.5;

/// Pending assumptions that a vendor or a rating requires, near or far, in declared order. One that
/// rests on a failed one is settled.
pub fn open_assumptions(model: &Model) -> Vec<Open> {
    let mut seen = vec![false; model.assumptions.len()];
    let mut walk: Vec<AssumptionId> = Vec::new();
    for vendor in model.vendors.iter().filter(|vendor| vendor.excluded.is_none()) {
        walk.extend(vendor.requires.iter().map(|id| id.value));
        for rating in vendor.ratings.iter().flatten() {
            walk.extend(rating.requires.iter().map(|id| id.value));
        }
    }
    while let Some(id) = walk.pop() {
        if !std::mem::replace(&mut seen[id.index()], true) {
            walk.extend(model.assumption(id).requires.iter().map(|id| id.value));
        }
    }
    (0..seen.len())
        .filter(|idx| seen[*idx])
        .map(AssumptionId)
        .filter(|id| model.assumption(*id).status.value == Status::Pending)
        .filter(|id| !has_failed(model, *id))
        .map(|assumption| {
            let stated = model.assumption(assumption).probability;
            Open { assumption, probability: stated.unwrap_or(EVEN), is_assumed: stated.is_none() }
        })
        .collect()
}

/// Whether one that it rests on has failed already.
fn has_failed(model: &Model, id: AssumptionId) -> bool {
    let mut seen = vec![false; model.assumptions.len()];
    let mut walk = vec![id];
    while let Some(id) = walk.pop() {
        if std::mem::replace(&mut seen[id.index()], true) {
            continue;
        }
        if model.assumption(id).status.value == Status::Fails {
            return true;
        }
        walk.extend(model.assumption(id).requires.iter().map(|id| id.value));
    }
    false
}
