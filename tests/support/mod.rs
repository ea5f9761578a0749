//! What several test binaries share.

pub mod random_model;
