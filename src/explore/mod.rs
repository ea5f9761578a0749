//! Many evaluations: what a change does, which of several changes did it, where a choice breaks.
//! `Model, Decision → explore → plain data`; knows no format and writes no sentence.

pub mod flip;
pub mod impact;
pub mod load_bearing;
