//! The reading of a model with one number moved: who passes, how they score, who is chosen.

use crate::decide::completion::Completion;
use crate::decide::evaluation::Evaluation;
use crate::decide::run::evaluate;
use crate::decide::run_error::RunError;
use crate::explore::sweep::subject::{Subject, moved};
use crate::model::id::VendorId;
use crate::model::scenario::Model;

/// One reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    /// In declared order.
    pub field: Vec<VendorId>,
    /// Chosen, in declared order.
    pub chosen: Vec<VendorId>,
    /// Tied across the edge, in declared order.
    pub tied: Vec<VendorId>,
}

impl Probe {
    /// Who is chosen and who ties: what a sweep tells apart.
    pub fn outcome(&self) -> (&[VendorId], &[VendorId]) {
        (&self.chosen, &self.tied)
    }
}

/// The reading with the number at `at`.
///
/// # Errors
/// If the model so moved cannot be run.
pub fn probe(model: &Model, subject: Subject, at: f64) -> Result<Probe, RunError> {
    let evaluation = run(model, subject, at)?;
    let mut chosen = evaluation.chosen;
    chosen.sort_unstable();
    Ok(Probe { field: evaluation.field, chosen, tied: evaluation.tied })
}

/// The whole run with the number at `at`.
///
/// # Errors
/// If the model so moved cannot be run.
pub fn run(model: &Model, subject: Subject, at: f64) -> Result<Evaluation, RunError> {
    evaluate(&moved(model, subject, at), &Completion::default())
}
