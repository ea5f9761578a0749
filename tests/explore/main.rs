//! What-ifs, diffs, sweeps, methods side by side and load-bearing claims, held against plain re-evaluation.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

mod build;
mod diffs;
mod load_bearing;
mod matrices;
mod methods;
#[path = "../decide/random.rs"]
mod random;
#[path = "../support/mod.rs"]
mod support;
mod sweeps;
mod what_ifs;
