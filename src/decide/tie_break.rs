//! What breaks ties: for each `tie-break` criterion the figure of every vendor of a field.
//! Asked by whoever ranks a field, whichever way it has its values; ranked by `selection`.

use crate::decide::compared::priorities_on;
use crate::decide::frame::Frame;
use crate::decide::run_error::RunError;
use crate::decide::state::State;
use crate::decide::table::numbers;
use crate::decide::table::write_column;
use crate::method::problem::Problem;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;

/// The figures that break ties, each in [0, 1], more being better: for each `tie-break` criterion, in
/// the order named, one for each vendor of a field.
///
/// Where the method reads comparisons in pairs on a criterion, these are the priorities that they
/// give over the field, all alike where they do not link it; on any other criterion `values`.
///
/// # Errors
/// As `values`.
pub fn breakers(
    model: &Model,
    field: &[VendorId],
    values: impl Fn(CriterionId) -> Result<Vec<f64>, RunError>,
) -> Result<Vec<Vec<f64>>, RunError> {
    let figures = |&id: &CriterionId| match model.compared_on(id) {
        Some(_) => Ok(priorities_on(model, id, field).unwrap_or_else(|| vec![0.0; field.len()])),
        None => values(id),
    };
    model.tie_break.iter().map(figures).collect()
}

/// The same with the values of a table, or of the ratings on a criterion that has no column there.
///
/// # Errors
/// If a relative value function would divide by a rating that is not above 0.
pub fn breakers_of(
    frame: &Frame<'_>,
    state: &State,
    field: &[VendorId],
    problem: &Problem,
) -> Result<Vec<Vec<f64>>, RunError> {
    let values = |id: CriterionId| {
        if let Ok(column) = frame.leaves.binary_search(&id) {
            return Ok(problem.values.column(column).to_vec());
        }
        let [mut ratings, mut values] = [vec![0.0; field.len()], vec![0.0; field.len()]];
        // Groups and texts are refused when a file is read.
        if let Some(leaf) = frame.model.criterion(id).leaf() {
            let known = numbers(frame, state, field, id);
            let cells = [&mut ratings[..], &mut values[..]];
            write_column(frame.model, cells, (id, leaf), field, &known)?;
        }
        Ok(values)
    };
    breakers(frame.model, field, values)
}
