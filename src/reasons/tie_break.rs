//! How vendors of equal merit stand to each other once `tie-break` has spoken.
//! Values on its criteria, in the order named, counted in steps so that "equal" is transitive.

use crate::decide::evaluation::Evaluation;
use crate::decide::ruler;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;

/// A value in whole steps of 1e-12.
pub fn steps(value: f64) -> i64 {
    // Values lie in [0, 1], so the count fits.
    (value * 1e12).round() as i64
}

/// The values of a vendor of the field on the `tie-break` criteria, in steps; more is better.
pub fn key(model: &Model, evaluation: &Evaluation, vendor: VendorId) -> Vec<i64> {
    let criteria = model.tie_break.iter();
    criteria.filter_map(|&id| value(model, evaluation, vendor, id)).map(steps).collect()
}

fn value(
    model: &Model,
    evaluation: &Evaluation,
    vendor: VendorId,
    criterion: CriterionId,
) -> Option<f64> {
    if let (Some(row), Some(column)) = (evaluation.row(vendor), evaluation.column(criterion)) {
        return Some(evaluation.problem.values.get(row, column));
    }
    let leaf = model.criterion(criterion).leaf().filter(|leaf| leaf.is_valued())?;
    let number = |id: VendorId| {
        ruler::number(leaf, &evaluation.cells[id.index()][criterion.index()].quantity)
    };
    let ruler = ruler::over_field(leaf, evaluation.field.iter().filter_map(|&id| number(id)));
    Some(ruler::value(leaf, ruler, number(vendor).unwrap_or(ruler.fill)))
}
