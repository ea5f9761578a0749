//! Flows of one criterion under the Gaussian shape, which has no form that prefix sums could serve.
//! Every pair is looked at once, block by block, so that the flows being added to stay in cache.

use crate::method::outranking::promethee::Flow;
use crate::method::outranking::promethee::curve::bell;

/// Vendors in a block; what two blocks need fits the first-level cache.
const BLOCK: usize = 512;

/// Flows over ratings of which more is better, in [0, n − 1]; `s` is where the curve bends.
pub fn write_flows(ratings: &[f64], s: f64, flows: &mut [Flow]) {
    let vendors = ratings.len();
    flows.fill(Flow::default());
    for start in (0..vendors).step_by(BLOCK) {
        let end = vendors.min(start + BLOCK);
        for other_start in (start..vendors).step_by(BLOCK) {
            let other_end = vendors.min(other_start + BLOCK);
            for vendor in start..end {
                for other in other_start.max(vendor + 1)..other_end {
                    add_pair(flows, ratings, (vendor, other), s);
                }
            }
        }
    }
}

fn add_pair(flows: &mut [Flow], ratings: &[f64], (vendor, other): (usize, usize), s: f64) {
    let d = ratings[vendor] - ratings[other];
    // Only one of the two preferences of a pair is above 0.
    let preference = bell(d.abs(), s);
    let (better, worse) = if d > 0.0 { (vendor, other) } else { (other, vendor) };
    flows[better].plus += preference;
    flows[worse].minus += preference;
}
