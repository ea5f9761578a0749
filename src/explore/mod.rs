//! Many evaluations: what a change does, which of several changes did it, where a choice breaks.
//! `Model, Decision → explore → plain data`; knows no format and writes no sentence.

pub mod ask;
pub mod diff;
pub mod effects;
pub mod entry;
pub mod evidence;
pub mod flip;
pub mod impact;
pub mod load_bearing;
pub mod matrix;
pub mod methods;
pub mod moves;
pub mod regret;
pub mod robust;
pub mod side;
pub mod sweep;
pub mod what_if;
