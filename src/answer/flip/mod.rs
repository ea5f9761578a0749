//! What it would take for a vendor to be chosen: ratings, bundles of ratings, weights.
//! Everything in value space; callers map back to a criterion's own units.

pub mod all_weights;
pub mod bundle;
pub mod one_weight;
pub mod raise;
pub mod rating;
pub mod rounding;
pub mod units;
