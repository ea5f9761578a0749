//! Runs a model: field, values, scores, ranks, verdicts, conditions.
//! `Model → evaluate → Evaluation → decide → Decision`; plain numbers, no graphs, no words.

pub mod alike;
pub mod cell;
pub mod change;
mod check;
pub mod compared;
pub mod completion;
mod conditions;
mod contenders;
mod contest;
pub mod decision;
mod departures;
mod edits;
pub mod evaluation;
mod field_notices;
mod frame;
pub mod gate_result;
pub mod gate_test;
mod group_gate;
mod held;
pub mod lower;
mod opinions;
mod put_back;
mod results;
pub mod ruler;
pub mod run;
pub mod run_error;
mod selection;
pub mod settled;
mod settlement;
mod shares;
pub mod sheet;
pub mod standings;
pub mod standpoint;
mod state;
mod vote;
mod weighing;
