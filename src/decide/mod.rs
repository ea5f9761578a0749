//! Runs a model: field, values, scores, ranks, verdicts, conditions.
//! `Model → evaluate → Evaluation → decide → Decision`; plain numbers, no graphs, no words.

pub mod cell;
pub mod completion;
pub mod decision;
pub mod evaluation;
pub mod gate_result;
pub mod run_error;
pub fn decide(
    _model: &crate::model::scenario::Model,
) -> Result<decision::Decision, run_error::RunError> {
    unimplemented!()
}
