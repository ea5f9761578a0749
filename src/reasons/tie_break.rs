//! How vendors of equal merit stand to each other once `tie-break` has spoken.
//! Ratings on its criteria, in the order named, by each one's direction.

use std::cmp::Ordering;

use crate::decide::evaluation::Evaluation;
use crate::method::problem::Direction;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;

/// Whether the first comes before the second by `tie-break`, their merits being level.
pub fn is_preferred(
    model: &Model,
    evaluation: &Evaluation,
    first: VendorId,
    second: VendorId,
) -> bool {
    compare(model, evaluation, first, second) == Ordering::Greater
}

/// Whether not even `tie-break` tells them apart.
pub fn is_level(model: &Model, evaluation: &Evaluation, first: VendorId, second: VendorId) -> bool {
    compare(model, evaluation, first, second) == Ordering::Equal
}

fn compare(model: &Model, evaluation: &Evaluation, first: VendorId, second: VendorId) -> Ordering {
    model
        .tie_break
        .iter()
        .map(|&criterion| {
            let merit = |vendor| merit(model, evaluation, vendor, criterion);
            merit(first).total_cmp(&merit(second))
        })
        .find(|ordering| ordering.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// More is better; unknown is worst.
fn merit(model: &Model, evaluation: &Evaluation, vendor: VendorId, criterion: CriterionId) -> f64 {
    let cell = &evaluation.cells[vendor.index()][criterion.index()];
    let direction = model.criterion(criterion).leaf().map(|leaf| leaf.direction);
    let sign = direction.map_or(1.0, Direction::sign);
    let rating = cell.quantity.point().as_ref().and_then(crate::reasons::bound::number);
    rating.map_or(f64::NEG_INFINITY, |rating| sign * rating)
}
