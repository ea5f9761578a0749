//! What a run means: `docs/format.md` put to the test, against a second, plain reading of it.

mod ahp;
mod alike;
mod changes;
mod every_method;
mod extreme;
mod from_data;
mod meaning;
mod oracle;
mod people;
mod scale;
mod sense;
mod settled;
mod shares;
mod sheets;
#[path = "../support/mod.rs"]
mod support;
mod targets;
mod tie_break;
mod weights;
mod worked_example;
