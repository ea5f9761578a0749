//! One vendor on one leaf: the rating that counts, its value, its part of the score.
//! The cells of a ranking; `vendor` puts them in rows.

use crate::decide::cell::Cell;
use crate::decide::decision::{Decision, Place};
use crate::method::outcome::Unit;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;
use crate::report::view::quantity::{Rating, rating};

/// One vendor on one leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributionView {
    /// The leaf.
    pub criterion: String,
    /// Its share of the whole; `None` for a pure gate.
    pub share: Option<f64>,
    /// The rating that counts.
    pub rating: Rating,
    /// Whether the rating is unknown.
    pub unknown: bool,
    /// Its value in [0, 1].
    pub value: Option<f64>,
    /// Its part of the score, where the method splits additively.
    pub contribution: Option<f64>,
}

/// What a vendor brings on a leaf.
pub fn contribution(
    model: &Model,
    decision: &Decision,
    place: &Place,
    leaf: CriterionId,
) -> ContributionView {
    let evaluation = &decision.reading;
    let criterion = model.criterion(leaf);
    let cell: &Cell = &evaluation.cells[place.vendor.index()][leaf.index()];
    let column = evaluation.column(leaf);
    let row = evaluation.row(place.vendor);
    let back = place.put_back.as_ref();
    let is_compared = model.compared_on(leaf).is_some();
    let value = match (column, row, back) {
        _ if is_compared => None,
        (Some(column), Some(row), _) => Some(evaluation.problem.values.get(row, column)),
        (Some(column), None, Some(back)) => back.values.get(column).copied(),
        _ => cell.value,
    };
    let parts = evaluation.outcome.parts.as_ref().filter(|parts| parts.unit == Unit::Score);
    let contribution = match (column, row, back) {
        (Some(column), Some(row), _) => parts.map(|parts| parts.cells.get(row, column)),
        (Some(column), None, Some(back)) => parts.and(back.parts.as_ref()).map(|all| all[column]),
        _ => None,
    };
    ContributionView {
        criterion: criterion.name.clone(),
        share: column.and(evaluation.shares[leaf.index()]),
        rating: rating(criterion, &cell.quantity),
        unknown: cell.is_filled() && !is_compared,
        value,
        contribution,
    }
}
