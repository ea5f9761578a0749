//! Everything one run works out, every intermediate kept.
//! Made by `evaluate` for one completion; read by `decide`, `reasons`, `explore` and `report`.

use crate::decide::cell::Cell;
use crate::decide::compared::fitted;
use crate::decide::completion::Completion;
use crate::decide::gate_result::GateResult;
use crate::decide::lower::lower;
use crate::decide::run_error::RunError;
use crate::decide::standpoint::Standpoint;
use crate::method::kind::Method;
use crate::method::outcome::Outcome;
use crate::method::problem::Problem;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::weights::derived::Derived;

/// One run of a model in one completion.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// What was taken as true.
    pub completion: Completion,
    /// Share of the whole of each criterion and group, by criterion; `None` takes no part in scores.
    /// Of several people it is the mean, whether or not they vote on ranks.
    pub shares: Vec<Option<f64>>,
    /// What the file's weights from data came with, by column of `problem`; `None` where weights are
    /// written or judged, and where the field tells nobody apart.
    pub derived: Option<Derived>,
    /// What each stakeholder alone would choose, in declared order, or why the method cannot say;
    /// empty where there are none.
    pub standpoints: Vec<Result<Standpoint, RunError>>,
    /// The leaves that take part, in declared order: the columns of `problem`.
    pub leaves: Vec<CriterionId>,
    /// Vendors × criteria in declared order; groups and texts have cells without number.
    pub cells: Vec<Vec<Cell>>,
    /// For each vendor its barriers: gates by criterion order, then assumptions in declared order.
    pub gates: Vec<Vec<GateResult>>,
    /// Vendors neither excluded nor rejected, in declared order: the rows of `problem`.
    pub field: Vec<VendorId>,
    /// What the method was given.
    pub problem: Problem,
    /// What the method answered.
    pub outcome: Outcome,
    /// Competition rank (1, 2, 2, 4) of each row, ties within the tolerance, before `tie-break`.
    pub ranks: Vec<usize>,
    /// For each `tie-break` criterion, in the order named, the figure that each row breaks ties by, in
    /// [0, 1], more being better.
    pub breakers: Vec<Vec<f64>>,
    /// Rows best first: by rank, then `tie-break`, then declared order (for showing only).
    pub order: Vec<usize>,
    /// Chosen vendors, best first.
    pub chosen: Vec<VendorId>,
    /// Vendors still tied across the edge of `choose`, in declared order; none of them is chosen.
    pub tied: Vec<VendorId>,
    /// Two merits within this are a tie.
    pub tolerance: f64,
    /// Things to warn about that only a run can see.
    pub notices: Vec<Notice>,
}

impl Evaluation {
    /// The method that gave the scores; `None` where people voted, and no method did.
    pub fn method(&self, model: &Model) -> Option<Method> {
        let method = lower(model, &self.leaves).ok().filter(|_| !model.is_vote())?;
        Some(fitted(&method, model, &self.leaves, &self.field).into_owned())
    }

    /// The row of a vendor of the field.
    pub fn row(&self, vendor: VendorId) -> Option<usize> {
        self.field.binary_search(&vendor).ok()
    }

    /// The column of a leaf that takes part.
    pub fn column(&self, criterion: CriterionId) -> Option<usize> {
        self.leaves.binary_search(&criterion).ok()
    }

    /// Rank of a vendor of the field.
    pub fn rank(&self, vendor: VendorId) -> Option<usize> {
        self.row(vendor).map(|row| self.ranks[row])
    }

    /// Score of a vendor of the field, where the method has one.
    pub fn score(&self, vendor: VendorId) -> Option<f64> {
        let row = self.row(vendor)?;
        self.outcome.scores.as_ref().map(|scores| scores[row])
    }
}

/// Something to warn about that only a run can see.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// A leaf's observed range over the field is zero: it tells nobody apart.
    NoRange(CriterionId),
    /// All vendors of the field have the same value on a leaf with a declared range.
    TellsNobodyApart(CriterionId),
    /// The method would divide by this leaf's range over the field, which is zero: it is set aside, and
    /// the others share out what it had.
    SetAside(CriterionId),
    /// A leaf without scale or anchors takes its range from the field.
    LocalScale(CriterionId),
    /// Comparisons on this criterion are to break ties, and do not link everybody in the field.
    BreaksNoTie(CriterionId),
    /// Fewer vendors pass than are to be chosen.
    FewerThanChoose,
    /// Weights from data give this leaf nothing: its ratings in the field are all equal.
    WithoutShare(CriterionId),
    /// The vendors of the field are all alike, or there is but one, and the method has no score for
    /// such a field.
    NothingToCompare,
    /// The method ignores this leaf's value function.
    ValueFunctionIgnored(CriterionId),
    /// So many rejected vendors, the last declared ones, were not put back: too much work.
    NotPutBack(usize),
    /// The method refuses the field of this departure from the reading, so nobody can say who would
    /// be chosen; the first such departure, and how many there are.
    CannotRun(Completion, usize),
}
