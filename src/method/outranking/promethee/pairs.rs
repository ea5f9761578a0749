//! Flows of one criterion by the definition: every vendor against every other.
//! Used for small fields, and the oracle that the sorted sweep is tested against.

use crate::method::outranking::promethee::Flow;
use crate::method::outranking::promethee::curve::Curve;

/// Flows over ratings of which more is better, in [0, n − 1].
pub fn write_flows(ratings: &[f64], curve: Curve, flows: &mut [Flow]) {
    for (flow, &own) in flows.iter_mut().zip(ratings) {
        *flow = Flow::default();
        for &other in ratings {
            flow.plus += curve.preference(own, other);
            flow.minus += curve.preference(other, own);
        }
    }
}
