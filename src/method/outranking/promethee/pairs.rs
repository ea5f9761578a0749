//! Flows of one criterion by the definition: every vendor against every other.
//! Used for small fields, and the oracle that the sorted sweep is tested against.

use crate::method::outranking::promethee::Flow;
use crate::method::outranking::promethee::curve::Curve;

/// Flows over ratings of which more is better, in [0, n − 1].
pub fn flows(ratings: &[f64], curve: Curve) -> Vec<Flow> {
    let flow = |&own: &f64| {
        let mut flow = Flow::default();
        for &other in ratings {
            flow.plus += curve.preference(own, other);
            flow.minus += curve.preference(other, own);
        }
        flow
    };
    ratings.iter().map(flow).collect()
}
