//! Runs a model: field, values, scores, ranks, verdicts, conditions.
//! `Model → evaluate → Evaluation → decide → Decision`; plain numbers, no graphs, no words.

pub mod cell;
pub mod completion;
pub mod decision;
pub mod evaluation;
pub mod gate_result;
