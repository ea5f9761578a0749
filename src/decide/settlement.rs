//! Which assumptions hold in which completion, and which ratings that touches.
//! An assumption fails as soon as one that it requires does, however far away.

use crate::decide::completion::{Completion, Departure};
use crate::model::assumption::Status;
use crate::model::id::AssumptionId;
use crate::model::scenario::Model;
use crate::text::span::Spanned;

/// For each assumption, what it rests on and whether it is open.
#[derive(Debug, Clone)]
pub struct Settlement {
    /// For each assumption: itself and everything it requires, near or far, in declared order.
    rests_on: Vec<Vec<AssumptionId>>,
    statuses: Vec<Status>,
}

/// What a list of required assumptions comes to before any completion is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlook {
    /// All hold, however things turn out.
    Kept,
    /// This one, of those listed, fails however things turn out.
    Broken(AssumptionId),
    /// One of these pending ones failing breaks it; in declared order.
    Open(Vec<AssumptionId>),
}

impl Settlement {
    /// Follows `requires` among the assumptions, with one status for each.
    pub fn new(model: &Model, statuses: Vec<Status>) -> Self {
        let rests_on = (0..model.assumptions.len())
            .map(|start| {
                let mut seen = vec![false; model.assumptions.len()];
                let mut open = vec![AssumptionId(start)];
                while let Some(id) = open.pop() {
                    if !std::mem::replace(&mut seen[id.index()], true) {
                        open.extend(model.assumption(id).requires.iter().map(|id| id.value));
                    }
                }
                (0..seen.len()).filter(|idx| seen[*idx]).map(AssumptionId).collect()
            })
            .collect();
        Self { rests_on, statuses }
    }

    /// The statuses as written.
    pub fn written(model: &Model) -> Vec<Status> {
        model.assumptions.iter().map(|assumption| assumption.status.value).collect()
    }

    /// Whether a completion can let it fail by its own: pending, and nothing it rests on has failed.
    pub fn is_open(&self, id: AssumptionId) -> bool {
        self.statuses[id.index()] == Status::Pending && !self.has_failed(id)
    }

    /// What a list of required assumptions comes to.
    pub fn outlook(&self, required: &[Spanned<AssumptionId>]) -> Outlook {
        if let Some(failed) = required.iter().find(|id| self.has_failed(id.value)) {
            return Outlook::Broken(failed.value);
        }
        let mut pending: Vec<AssumptionId> = required
            .iter()
            .flat_map(|id| &self.rests_on[id.value.index()])
            .copied()
            .filter(|id| self.statuses[id.index()] == Status::Pending)
            .collect();
        pending.sort_unstable();
        pending.dedup();
        if pending.is_empty() { Outlook::Kept } else { Outlook::Open(pending) }
    }

    /// For each assumption whether it fails in a completion.
    ///
    /// A departure from what is settled says nothing.
    pub fn failing(&self, completion: &Completion) -> Vec<bool> {
        let mut fails = vec![false; self.statuses.len()];
        for departure in &completion.departures {
            if let Departure::Fails(id) = departure
                && self.statuses[id.index()] == Status::Pending
            {
                fails[id.index()] = true;
            }
        }
        let broken =
            |id: &AssumptionId| fails[id.index()] || self.statuses[id.index()] == Status::Fails;
        self.rests_on.iter().map(|below| below.iter().any(broken)).collect()
    }

    fn has_failed(&self, id: AssumptionId) -> bool {
        self.rests_on[id.index()].iter().any(|below| self.statuses[below.index()] == Status::Fails)
    }
}
