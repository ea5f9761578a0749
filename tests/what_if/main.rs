//! What-ifs, diffs and sweeps, held against plain re-evaluation.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

mod build;
mod diffs;
mod matrices;
#[path = "../decide/random.rs"]
mod random;
mod sweeps;
mod what_ifs;
