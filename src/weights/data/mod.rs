//! Weights from the ratings themselves: the more a criterion tells vendors apart, the more it weighs.
//! One file a method; a criterion on which all are equal weighs 0 and is named in a note.

pub mod angle;
pub mod cilos;
pub(in crate::weights) mod column;
pub mod critic;
pub mod entropy;
pub mod equal;
pub mod gini;
pub mod idocriw;
pub mod lopcow;
pub mod merec;
#[cfg(test)]
mod properties;
pub mod standard_deviation;
pub mod variance;
