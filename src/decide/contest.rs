//! One field, scored and ranked: the table, the method's answer, who is chosen.
//! Called for the reading, for each completion, for each vendor put back and for each what-if.

use crate::decide::alike::{self, Merits};
use crate::decide::compared;
use crate::decide::frame::Frame;
use crate::decide::lower::reads_targets;
use crate::decide::opinions::{Ratings, Shared};
use crate::decide::ruler::{self, Ruler};
use crate::decide::run_error::{Refused, RunError};
use crate::decide::selection::{Selection, select};
use crate::decide::standpoint::{self, Standpoint};
use crate::decide::state::State;
use crate::decide::tie_break::breakers_of;
use crate::decide::vote;
use crate::method::matrix::Matrix;
use crate::method::outcome::Outcome;
use crate::method::problem::{Axis, Direction, Problem};
use crate::model::criterion::{Leaf, Unknown};
use crate::model::datum::Quantity;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::model::value_function::ValueFunction;

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

/// The table of a field and what its columns were measured against.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What a method is given.
    pub problem: Problem,
    /// One for each column.
    pub rulers: Vec<Ruler>,
    /// The shares over this field, those of the table's axes among them.
    pub shared: Shared,
}

/// The table of a field: unknown ratings filled, values worked out.
///
/// # Errors
/// As [`contest`].
pub fn tabulate(frame: &Frame<'_>, state: &State, field: &[VendorId]) -> Result<Table, RunError> {
    let mut ratings = Matrix::zeros(field.len(), frame.leaves.len());
    let mut values = Matrix::zeros(field.len(), frame.leaves.len());
    let mut rulers = Vec::with_capacity(frame.leaves.len());
    let mut axes = Vec::with_capacity(frame.leaves.len());
    for (column, &id) in frame.leaves.iter().enumerate() {
        let Some(leaf) = frame.model.criterion(id).leaf() else { continue };
        let known = numbers(frame, state, field, id);
        let cells = [ratings.column_mut(column), values.column_mut(column)];
        rulers.push(write_column(frame.model, cells, (id, leaf), field, &known)?);
        axes.push(axis(frame.model, leaf));
    }
    let directions: Vec<Direction> = axes.iter().map(|axis| axis.direction).collect();
    let read = Ratings { cells: &ratings, directions: &directions, field };
    let shared = frame.opinions.over(frame.model, read)?.into_owned();
    weigh(&mut axes, &frame.leaves, &shared.shares);
    Ok(Table { problem: Problem { ratings, values, axes }, rulers, shared })
}

/// Writes what a method reads of a leaf and its values, one for each vendor of a field, from the
/// numbers known of them.
///
/// # Errors
/// If a relative value function would divide by a rating that is not above 0.
pub fn write_column(
    model: &Model,
    [ratings, values]: [&mut [f64]; 2],
    (id, leaf): (CriterionId, &Leaf),
    field: &[VendorId],
    known: &[Option<f64>],
) -> Result<Ruler, RunError> {
    let ruler = ruler::over_field(leaf, known.iter().copied().flatten());
    for (cell, number) in ratings.iter_mut().zip(known) {
        *cell = number.unwrap_or(ruler.fill);
    }
    if leaf.value_function.is_relative() {
        for (&rating, &vendor) in ratings.iter().zip(field) {
            if !ruler::is_in_domain(leaf, ruler, rating) {
                return Err(RunError::NotPositive { vendor, criterion: id, rating });
            }
        }
    }
    for (cell, &number) in values.iter_mut().zip(&*ratings) {
        *cell = ruler::value(leaf, ruler, number);
    }
    if enters_by_value(model, leaf) {
        ratings.copy_from_slice(values);
    }
    Ok(ruler)
}

/// Puts shares on the axes of the leaves; one without share takes part with 0.
pub fn weigh(axes: &mut [Axis], leaves: &[CriterionId], shares: &[Option<f64>]) {
    for (axis, id) in axes.iter_mut().zip(leaves) {
        axis.share = shares[id.index()].unwrap_or(0.0);
    }
}

/// Lets the method answer; a table without columns ranks everybody alike.
///
/// # Errors
/// If the method refuses the table.
pub fn solve(
    frame: &Frame<'_>,
    problem: &Problem,
    field: &[VendorId],
) -> Result<Outcome, RunError> {
    if field.is_empty() || problem.axes.is_empty() {
        return Ok(alike::tied(field.len()));
    }
    let method = compared::fitted(&frame.method, frame.model, &frame.leaves, field);
    alike::solve(&method, problem)
        .map_err(|refusal| Refused::new(refusal, &frame.leaves, field).into())
}

/// Merits and scores of [`solve`] by themselves.
///
/// # Errors
/// As [`solve`].
pub fn merits(
    frame: &Frame<'_>,
    problem: &Problem,
    field: &[VendorId],
) -> Result<Merits, RunError> {
    if field.is_empty() || problem.axes.is_empty() {
        let Outcome { merits, scores, .. } = alike::tied(field.len());
        return Ok(Merits { merits, scores });
    }
    let method = compared::fitted(&frame.method, frame.model, &frame.leaves, field);
    alike::merits(&method, problem)
        .map_err(|refusal| Refused::new(refusal, &frame.leaves, field).into())
}

/// The numbers of a field on a leaf that has values; `None` is unknown.
pub fn numbers(
    frame: &Frame<'_>,
    state: &State,
    field: &[VendorId],
    id: CriterionId,
) -> Vec<Option<f64>> {
    let all = &frame.numbers[id.index()];
    let mut known: Vec<Option<f64>> = field.iter().map(|vendor| all[vendor.index()]).collect();
    for switch in &frame.switches[id.index()] {
        if state.broken[switch.on]
            && let Ok(row) = field.binary_search(&switch.vendor)
        {
            known[row] = switch.otherwise;
        }
    }
    known
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

/// Whether the method is given a leaf's values in place of its ratings.
pub fn enters_by_value(model: &Model, leaf: &Leaf) -> bool {
    ruler::enters_by_value(leaf) && !(leaf.is_target() && reads_targets(model))
}

/// The axis of a leaf, not yet weighed.
pub fn axis(model: &Model, leaf: &Leaf) -> Axis {
    let is_value = enters_by_value(model, leaf);
    Axis {
        share: 0.0,
        direction: if is_value { Direction::Maximize } else { leaf.direction },
        scale: if is_value { Some([0.0, 1.0]) } else { ruler::declared_scale(leaf) },
        target: match leaf.value_function {
            ValueFunction::Target { best, .. } if !is_value => Some(best),
            _ => None,
        },
        preference: leaf.preference,
        thresholds: leaf.thresholds,
    }
}
