//! What follows from weights alone: shares, the leaves that take part, the method on them, gates on
//! groups. Part of a frame, and all of it that other weights change.

use crate::decide::edits::Edits;
use crate::decide::group_gate::GroupGate;
use crate::decide::lower::lower;
use crate::decide::run_error::RunError;
use crate::decide::shares::shares;
use crate::method::kind::Method;
use crate::model::criterion::Leaf;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// What follows from weights alone.
pub struct Weighing {
    /// Share of the whole of each criterion and group.
    pub shares: Vec<Option<f64>>,
    /// The leaves that take part, in declared order.
    pub leaves: Vec<CriterionId>,
    /// The method on those leaves.
    pub method: Method,
    /// Gates on groups, in declared order.
    pub groups: Vec<GroupGate>,
}

impl Weighing {
    /// Works out what follows from the weights of a what-if.
    ///
    /// # Errors
    /// If shares cannot be divided, a group's gate is circular, or the method lacks something.
    pub fn new(model: &Model, edits: &Edits) -> Result<Self, RunError> {
        let shares = shares(model, &edits.weights, &edits.asked)?;
        let takes_part = |id: &CriterionId| {
            model.criterion(*id).leaf().is_some_and(Leaf::is_valued) && shares[id.index()].is_some()
        };
        let leaves: Vec<CriterionId> = model.criterion_ids().filter(takes_part).collect();
        let method = lower(model, &leaves).map_err(|refusal| RunError::Method {
            refusal,
            criterion: None,
            vendor: None,
        })?;
        let groups = GroupGate::all(model, &edits.weights, &shares)?;
        Ok(Self { shares, leaves, method, groups })
    }
}
