//! The graph of reasons and what is said from it: known decisions, and properties over random ones.

mod cases;
mod compared;
mod random_models;
#[path = "../support/mod.rs"]
mod support;
mod votes;
