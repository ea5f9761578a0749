//! How sure a choice is: stability of weights, ranks under draws, ends of what is uncertain, the
//! ladder of what must be agreed. `Model, Decision → robustness → Robustness` for `robust`.

pub mod acceptability;
pub mod choice_counts;
pub mod conditional_ladder;
pub mod draws;
pub mod failure;
pub mod group_line;
pub mod input;
pub mod intervals;
pub mod ladder;
pub mod linear_draws;
pub mod open;
pub mod part;
pub mod people;
pub mod robustness;
pub mod sampling;
pub mod stability;
pub mod tornado;
pub mod weight_space;
