//! The table of a field: numbers of its vendors on the leaves that take part, values, axes, shares.
//! What a method is given; laid out from a frame for each field.

use crate::decide::frame::Frame;
use crate::decide::lower::reads_targets;
use crate::decide::opinions::{Ratings, Shared};
use crate::decide::ruler::{self, Ruler};
use crate::decide::run_error::RunError;
use crate::decide::state::State;
use crate::method::matrix::Matrix;
use crate::method::problem::{Axis, Direction, Problem};
use crate::model::criterion::Leaf;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::model::value_function::ValueFunction;

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
/// If a relative value function would divide by a rating that is not above 0, or the data of the field
/// give no weights.
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

/// Whether the method is given a leaf's values in place of its ratings.
pub fn enters_by_value(model: &Model, leaf: &Leaf) -> bool {
    ruler::enters_by_value(leaf) && !(leaf.is_target() && reads_targets(model))
}
