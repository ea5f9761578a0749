//! Flows of one criterion by the definition: every vendor against every other.
//! Used for small fields, and the oracle that the sorted sweep is tested against.

use crate::method::outranking::promethee::Flows;
use crate::method::outranking::promethee::curve::Curve;

/// Flows over ratings of which more is better, in [0, n − 1].
pub fn flows(ratings: &[f64], curve: Curve) -> Flows {
    let sum = |terms: &dyn Fn(f64) -> f64| ratings.iter().map(|&other| terms(other)).sum();
    Flows {
        plus: ratings.iter().map(|&own| sum(&|other| curve.preference(own, other))).collect(),
        minus: ratings.iter().map(|&own| sum(&|other| curve.preference(other, own))).collect(),
    }
}
