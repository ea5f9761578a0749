//! What-ifs, diffs, sweeps, methods side by side and load-bearing claims, held against plain re-evaluation.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

mod diffs;
mod drawn;
mod load_bearing;
mod matrices;
mod methods;
#[path = "../support/mod.rs"]
mod support;
mod sweeps;
mod what_ifs;
