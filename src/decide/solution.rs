//! The method's answer over the table of a field.
//! Between a frame and `method`: fits comparisons to the field, and names what is refused.

use crate::decide::alike::{self, Merits};
use crate::decide::compared;
use crate::decide::frame::Frame;
use crate::decide::run_error::{Refused, RunError};
use crate::method::outcome::Outcome;
use crate::method::problem::Problem;
use crate::model::id::VendorId;

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
