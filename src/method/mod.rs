//! Ranking methods as plain arithmetic over a full table of numbers.
//! Called by `decide` for one field; knows no names, no spans, no words.

pub mod kind;
pub mod matrix;
pub mod outcome;
pub mod problem;
pub mod ranks;
