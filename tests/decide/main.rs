//! What a run means: `docs/format.md` put to the test, against a second, plain reading of it.

mod build;
mod changes;
mod meaning;
mod oracle;
mod random;
mod sense;
mod shares;
mod worked_example;
