//! One field, scored and ranked: the table, the method's answer, who is chosen.
//! Called for the reading, for each completion, for each vendor put back and for each what-if.

use crate::decide::frame::Frame;
use crate::decide::opinions::Shared;
use crate::decide::ruler::Ruler;
use crate::decide::run_error::RunError;
use crate::decide::selection::{Selection, select};
use crate::decide::solution::solve;
use crate::decide::standpoint::{self, Standpoint};
use crate::decide::state::State;
use crate::decide::table::{Table, tabulate};
use crate::decide::tie_break::breakers_of;
use crate::decide::vote;
use crate::method::outcome::Outcome;
use crate::method::problem::Problem;
use crate::model::criterion::Unknown;
use crate::model::datum::Quantity;
use crate::model::id::VendorId;

/// A field, scored and ranked.
#[derive(Debug, Clone, PartialEq)]
pub struct Contest {
    /// What the method was given.
    pub problem: Problem,
    /// What each column was measured against.
    pub rulers: Vec<Ruler>,
    /// What the method answered.
    pub outcome: Outcome,
    /// For each `tie-break` criterion the figure that each row breaks ties by.
    pub breakers: Vec<Vec<f64>>,
    /// Ranks, ties and choice, as rows of the field.
    pub selection: Selection,
    /// The shares over this field.
    pub shared: Shared,
    /// What each stakeholder alone would choose, where they vote on ranks; else empty.
    pub standpoints: Vec<Standpoint>,
}

/// Scores and ranks a field, vendors in declared order.
///
/// # Errors
/// If the method refuses the field, a rating in it is unknown where that is refused, or a relative
/// value function would divide by a rating that is not above 0.
pub fn contest(frame: &Frame<'_>, state: &State, field: &[VendorId]) -> Result<Contest, RunError> {
    refuse_unknown(frame, field)?;
    let table = tabulate(frame, state, field)?;
    let breakers = breakers_of(frame, state, field, &table.problem)?;
    let mut standpoints = Vec::new();
    let outcome = match frame.opinions.combine.filter(|way| way.is_vote() && !field.is_empty()) {
        Some(way) => {
            let each = &table.shared.each;
            let ran = standpoint::all(frame, field, &table.problem, each, &breakers).into_iter();
            standpoints = ran.collect::<Result<Vec<_>, _>>()?;
            vote::combine(way, &standpoints)?
        }
        None => solve(frame, &table.problem, field)?,
    };
    let selection = select(&outcome.merits, &breakers, frame.model.choose);
    let Table { problem, rulers, shared } = table;
    Ok(Contest { problem, rulers, outcome, breakers, selection, shared, standpoints })
}

/// `refuse` concerns what is unknown in the reading: a rating that only a departure makes unknown
/// counts as the worst one, so that conditions can be worked out.
///
/// # Errors
/// If a vendor of the field has no rating on a criterion that refuses unknown ones.
pub fn refuse_unknown(frame: &Frame<'_>, field: &[VendorId]) -> Result<(), RunError> {
    for criterion in frame.model.criterion_ids() {
        let leaf = frame.model.criterion(criterion).leaf();
        if !leaf.is_some_and(|leaf| leaf.unknown == Unknown::Refuse) {
            continue;
        }
        let is_unknown = |vendor: &&VendorId| {
            matches!(frame.held(**vendor, criterion).quantity, Quantity::Unknown)
        };
        if let Some(&vendor) = field.iter().find(is_unknown) {
            return Err(RunError::UnknownRefused { vendor, criterion });
        }
    }
    Ok(())
}
