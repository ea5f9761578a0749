//! What several test binaries share.

#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail the test by panicking"
)]

pub mod random;
pub mod random_model;
pub mod read;
pub mod worked;
