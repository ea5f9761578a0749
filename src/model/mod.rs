//! What a person wrote, checked: criteria, vendors, ratings, evidence, assumptions, method.
//! `Document → load → Model`; `load` is the only way in, and what it returns is valid.

pub mod assumption;
pub mod compared;
pub mod criterion;
pub mod datum;
pub mod derived;
pub mod ends;
pub mod evidence;
pub mod evidence_settings;
pub mod expect;
pub mod gate;
pub mod id;
pub mod lint;
pub mod load;
pub mod method;
pub mod people;
pub mod rating;
pub mod scenario;
pub mod value_function;
pub mod vendor;
pub mod weight_constraint;
