//! Asks the engine itself: is the vendor chosen after these changes, and who is when it is not.
//! Every figure that `flip` states has passed through here, as it will be printed.

use crate::decide::bench::Bench;
use crate::decide::change::Change;
use crate::decide::lower::is_row_wise;
use crate::decide::ruler::is_own;
use crate::decide::run_error::RunError;
use crate::decide::standing::Standing;
use crate::method::id::MethodId;
use crate::model::gate::Test;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::weights::derivation::DataKind;

/// A model laid out, and the vendor that is asked about.
#[derive(Debug)]
pub struct Probe<'m> {
    /// What was written.
    pub model: &'m Model,
    /// Who is asked about.
    pub vendor: VendorId,
    /// The model laid out for many runs.
    pub bench: Bench<'m>,
    /// Whether ratings of the vendor act on its own score alone and the same in every field, so
    /// that along a line of ratings nothing turns twice.
    pub is_alone: bool,
    /// Whether weights act on scores only: no gate tests what a group reaches, which weights move.
    pub is_free_of_groups: bool,
    /// Points looked at along a line where it may turn several times.
    pub points: usize,
}

/// Points looked at along a line at most, and at least where runs are dear.
const POINTS: [usize; 2] = [8, 40];

/// Cells, or pairs of vendors' cells, that a line may cost: a flip asks a few hundred lines.
const LINE_CELLS: usize = 600_000;

impl<'m> Probe<'m> {
    /// Lays a model out; `leaves` are those that take part in scores.
    ///
    /// # Errors
    /// As `evaluate` of the model.
    pub fn new(
        model: &'m Model,
        leaves: &[CriterionId],
        vendor: VendorId,
    ) -> Result<Self, RunError> {
        let derived = model.derived.from_data.as_ref();
        let is_own_leaf = |id: &CriterionId| model.criterion(*id).leaf().is_some_and(is_own);
        // A group's ceiling may be broken by what raises the score.
        let is_capped = model.criteria.iter().filter_map(|criterion| criterion.gate.as_ref());
        let is_capped = is_capped
            .map(|gate| &gate.test)
            .any(|test| matches!(test, Test::ReachesAtMost(_) | Test::ReachesBetween(..)));
        let is_alone = is_row_wise(model)
            && derived.is_none_or(|data| data.kind == DataKind::Equal)
            && model.people.is_none()
            && !leaves.is_empty()
            && leaves.iter().all(is_own_leaf)
            && !is_capped;
        let gates_a_group = |id: CriterionId| {
            model.criterion(id).leaf().is_none() && model.criterion(id).gate.is_some()
        };
        let is_free_of_groups = !model.criterion_ids().any(gates_a_group);
        let cells = model.vendors.len() * leaves.len().max(1);
        let run = if compares_pairs(model) { cells * model.vendors.len() } else { cells };
        let points = (LINE_CELLS / run.max(1)).clamp(POINTS[0], POINTS[1]);
        let bench = Bench::new(model)?;
        Ok(Self { model, vendor, bench, is_alone, is_free_of_groups, points })
    }

    /// Whether the vendor is chosen after these changes; what cannot be run chooses nobody.
    pub fn is_chosen(&self, changes: &[Change]) -> bool {
        self.bench.run(changes).is_ok_and(|standing| standing.chosen.contains(&self.vendor))
    }

    /// Whether it is chosen after these changes and one more.
    pub fn is_chosen_with(&self, changes: &[Change], one: Change) -> bool {
        let mut changes = changes.to_vec();
        changes.push(one);
        self.is_chosen(&changes)
    }

    /// Who stands where after these changes; `None` where that cannot be run.
    pub fn standing(&self, changes: &[Change]) -> Option<Standing> {
        self.bench.run(changes).ok()
    }
}

/// Whether a run looks at every pair of vendors.
fn compares_pairs(model: &Model) -> bool {
    let kind = model.method.kind;
    !kind.scores_rows() || matches!(kind, MethodId::Todim | MethodId::Codas)
}
