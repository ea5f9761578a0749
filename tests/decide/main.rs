//! What a run means: `docs/format.md` put to the test, against a second, plain reading of it.

mod ahp;
mod alike;
mod build;
mod changes;
mod from_data;
mod meaning;
mod oracle;
mod people;
mod random;
mod scale;
mod sense;
mod shares;
mod weights;
mod worked_example;
