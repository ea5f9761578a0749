//! Rationale: choose vendors with reasons you can check.
//!
//! One type per stage, one function per arrow, no stage reaches back:
//! `Source → Document → Model → Evaluation → Decision → Reasons → View → bytes`.
//! `docs/architecture.md` draws the rooms and says what each must not know.

pub mod answer;
pub mod cli;
pub mod decide;
pub mod document;
pub mod edit;
pub mod explore;
pub mod files;
pub mod method;
pub mod model;
pub mod reasons;
pub mod report;
pub mod text;
pub mod weights;
