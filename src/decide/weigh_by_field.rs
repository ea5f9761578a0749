//! Weights from the ratings of the field: derived once the field is known, before it is scored.
//! The leaves they cover weigh alike until then, and always where there is nobody to compare.

use crate::decide::frame::Frame;
use crate::decide::run_error::{Refused, RunError};
use crate::decide::shares::shares;
use crate::method::problem::Problem;
use crate::model::derived::FromData;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::weights::derivation::{DataKind, derive_from_data};
use crate::weights::derived::Derived;

/// Weights that a field's ratings gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// Share of the whole of each criterion and group.
    pub shares: Vec<Option<f64>>,
    /// What the derivation answered, one column for each leaf it covers.
    pub derived: Derived,
}

/// The derivation of a model whose weights differ from field to field.
pub fn moving(model: &Model) -> Option<&FromData> {
    model.derived.from_data.as_ref().filter(|data| data.kind != DataKind::Equal)
}

/// Weights that are alike for every leaf covered, in place of those that the field gives.
pub fn alike(model: &Model, weights: &mut [Option<f64>]) {
    if let Some(data) = &model.derived.from_data {
        write(model, data, &vec![1.0; data.covers.len()], weights);
    }
}

/// The weights that a field gives, asked shares followed; `None` where weights do not depend on it,
/// and for a field of fewer than two, which tells nothing apart.
///
/// # Errors
/// If the derivation is not defined on these ratings, or asked shares cannot be met.
pub fn weigh_by_field(
    frame: &Frame<'_>,
    problem: &Problem,
    field: &[VendorId],
) -> Result<Option<Weighed>, RunError> {
    let Some(data) = moving(frame.model).filter(|_| field.len() > 1) else { return Ok(None) };
    let columns: Vec<usize> =
        data.covers.iter().filter_map(|id| frame.leaves.binary_search(id).ok()).collect();
    let ratings = problem.ratings.select_columns(&columns);
    let directions: Vec<_> = columns.iter().map(|column| problem.axes[*column].direction).collect();
    let derived = derive_from_data(data.kind, &ratings, &directions).map_err(|refusals| {
        let name = |refusal| Refused::new(refusal, &data.covers, field);
        RunError::Weights { refusals: refusals.into_iter().map(name).collect() }
    })?;
    let mut weights = vec![None; frame.model.criteria.len()];
    write(frame.model, data, &derived.shares, &mut weights);
    let shares = shares(frame.model, &weights, &frame.edits.asked)?;
    Ok(Some(Weighed { shares, derived }))
}

/// Gives leaves their weights, and each group what its leaves have together.
fn write(model: &Model, data: &FromData, given: &[f64], weights: &mut [Option<f64>]) {
    for (leaf, weight) in data.covers.iter().zip(given) {
        weights[leaf.index()] = Some(*weight);
        let mut above: Option<CriterionId> = model.criterion(*leaf).under;
        while let Some(group) = above {
            let sum = weights[group.index()].unwrap_or(0.0) + weight;
            weights[group.index()] = Some(sum);
            above = model.criterion(group).under;
        }
    }
}
