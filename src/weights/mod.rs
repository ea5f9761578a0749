//! Weights derived from judgements or from data.
//! Numbers in, shares out: called by `decide` once the field is known; knows no names and no spans.

pub mod agreement;
pub mod ahp;
pub mod bwm;
pub mod data;
pub mod derivation;
pub mod derived;
pub mod fault;
pub mod fucom;
pub mod group;
pub mod kind;
mod linear;
pub mod macbeth;
pub mod order;
pub mod pairwise;
mod priority;
#[cfg(test)]
mod properties;
pub mod rancom;
pub mod random_index;
pub mod rank_order;
mod share;
pub mod swara;
pub mod swing;
