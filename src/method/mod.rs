//! Ranking methods as plain arithmetic over a full table of numbers.
//! Called by `decide` for one field; knows no names, no spans, no words.

pub mod extreme;
pub mod id;
pub mod kind;
pub mod lead;
pub mod map;
pub mod matrix;
pub mod normalise;
pub mod outcome;
pub mod outranking;
pub mod problem;
pub mod ranks;
pub mod rows;
pub mod scorer;
pub mod scoring;
pub mod shapley;
pub mod solution;
pub mod sorted;
pub mod statistics;
pub mod terms;
pub mod vectors;
pub mod weighted;
