//! What every outranking method obeys, over random problems full of ties and flat columns.
//! Figures from papers are checked in `tests/reference`.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "helpers of tests fail the test by panicking"
)]

mod answers;
mod examples;
mod problems;
mod properties;
mod sweep;
