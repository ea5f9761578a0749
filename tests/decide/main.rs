//! What a run means: `docs/format.md` put to the test, against a second, plain reading of it.

mod ahp;
mod alike;
mod build;
mod changes;
mod every_method;
mod extreme;
mod from_data;
mod meaning;
mod oracle;
mod people;
mod random;
#[path = "../support/random_model.rs"]
#[allow(dead_code, clippy::expect_used, reason = "shared with tests that use the rest")]
mod random_model;
mod scale;
mod sense;
mod shares;
mod sheets;
mod targets;
mod tie_break;
mod weights;
mod worked_example;
