//! Numbers-only answers: dominance, linear programs, break points, smallest sets, sampling.
//! Called by `reasons` and `explore`; knows neither vendors' names nor output.

pub mod argument;
pub mod contest;
pub mod criticality;
pub mod decisive;
pub mod dominance;
pub mod flip;
pub mod ladder;
pub mod lead;
pub mod linear_program;
pub mod never_best;
pub mod never_best_proof;
pub mod normal;
pub mod pieces;
pub mod regret;
pub mod shapley;
pub mod smaa;
pub mod smallest_sets;
pub mod stability;
pub mod subsets;
pub mod value_of_knowing;
pub mod weight_set;
