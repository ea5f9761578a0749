//! Numbers-only answers: dominance, linear programs, break points, smallest sets, sampling.
//! Called by `reasons` and `explore`; knows neither vendors' names nor output.

pub mod argument;
pub mod contest;
pub mod criticality;
pub mod decisive;
pub mod dominance;
pub mod flip;
pub mod lead;
pub mod linear_program;
pub mod never_best;
pub mod pieces;
pub mod stability;
pub mod subsets;
