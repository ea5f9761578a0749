//! What claims are worth as evidence: belief over independent origins, age, contradiction.
//! `Model → beliefs → Vec<Belief>`; grades stay labels, channels are what the criteria file says.

pub mod age;
pub mod belief;
