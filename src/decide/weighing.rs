//! What follows from weights alone: the leaves that take part, the method on them, gates on groups.
//! Part of a frame, and all of it that other weights change.

use crate::decide::edits::Edits;
use crate::decide::group_gate::GroupGate;
use crate::decide::lower::lower;
use crate::decide::opinions::Opinions;
use crate::decide::run_error::{Refused, RunError};
use crate::method::kind::Method;
use crate::model::scenario::Model;

/// What follows from weights alone.
pub struct Weighing {
    /// What matters to whom; the leaves that take part among it.
    pub opinions: Opinions,
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
        let opinions = Opinions::new(model, edits)?;
        let method = lower(model, &opinions.leaves)
            .map_err(|refusal| Refused::new(refusal, &opinions.leaves, &[]))?;
        let groups = GroupGate::all(model, &edits.weights, &opinions)?;
        Ok(Self { opinions, method, groups })
    }
}
