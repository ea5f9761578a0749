//! How sure a choice is: stability of weights, ranks under draws, ends of what is uncertain, the
//! ladder of what must be agreed. `Model, Decision → robustness → plain data` for `robust`.

pub mod acceptability;
pub mod draws;
pub mod input;
pub mod intervals;
pub mod open;
pub mod weight_space;
