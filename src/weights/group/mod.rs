//! Many people, one answer: weights, judgements or rankings combined.
//! Called by `decide` for `[group]`; each person counts by a share.

pub mod ballots;
pub mod borda;
pub mod copeland;
pub mod judgements;
pub mod kemeny;
pub mod mean;
#[cfg(test)]
mod properties;
mod tournament;
