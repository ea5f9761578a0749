//! What a run means: `docs/format.md` put to the test, against a second, plain reading of it.

mod build;
mod worked_example;
