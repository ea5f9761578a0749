//! Flows of one criterion in O(n) once its ratings are sorted: pointers that only move forward, and
//! prefix sums. Equal to the double loop, because both ask the same question of every pair: is the
//! rounded difference above q?
//!
//! Source of the idea: Calders, T., & Van Assche, D. (2018). PROMETHEE is not quadratic: an O(qn
//! log(n)) algorithm. Omega, 76, 63–69.

use crate::method::outranking::compensated::{Exact, running_sums};
use crate::method::outranking::promethee::Flow;
use crate::method::sorted::Sorted;

/// Below this part of the range a ramp magnifies the rounding of prefix sums beyond 1e-10.
const STEEP: f64 = 1e-5;

/// Whether ratings are so far from overflow that their sums stay finite, and few enough to number.
pub fn is_safe(ratings: &[f64]) -> bool {
    let limit = f64::MAX / (8.0 * (ratings.len() as f64 + 1.0));
    u32::try_from(ratings.len()).is_ok() && ratings.iter().all(|rating| rating.abs() < limit)
}

/// Flows where preference is 1 once d > q.
pub fn step_flows(sorted: Sorted<'_>, q: f64) -> Vec<Flow> {
    let mut pointers = Pointers::default();
    scattered(sorted, |place| {
        let (below, above) = pointers.counts(sorted.values, place, q);
        Flow { plus: below as f64, minus: above as f64 }
    })
}

/// Flows where preference is one half once d > q and 1 once d > p.
pub fn level_flows(sorted: Sorted<'_>, q: f64, p: f64) -> Vec<Flow> {
    let (mut at_q, mut at_p) = (Pointers::default(), Pointers::default());
    scattered(sorted, |place| {
        let (below_q, above_q) = at_q.counts(sorted.values, place, q);
        let (below_p, above_p) = at_p.counts(sorted.values, place, p);
        let half = |count: usize| 0.5 * count as f64;
        Flow { plus: half(below_q + below_p), minus: half(above_q + above_p) }
    })
}

/// Flows where preference rises from 0 at q to 1 at p; p > q.
pub fn ramp_flows(sorted: Sorted<'_>, q: f64, p: f64) -> Vec<Flow> {
    let values = sorted.values;
    let (Some(&least), Some(&most)) = (values.first(), values.last()) else {
        return Vec::new();
    };
    let vendors = values.len();
    let width = p - q;
    let (mut at_q, mut at_p) = (Pointers::default(), Pointers::default());
    if width < STEEP * (most - least) {
        let sums = Exact::running_sums(values);
        return scattered(sorted, |place| {
            let (b, above_q) = at_q.counts(values, place, q);
            let (a, above_p) = at_p.counts(values, place, p);
            let (c, d) = (vendors - above_q, vendors - above_p);
            let value = Exact::from(values[place]);
            let plus = (value - Exact::from(q)) * (b - a) - (sums[b] - sums[a]);
            let minus = sums[d] - sums[c] - (value + Exact::from(q)) * (d - c);
            Flow {
                plus: a as f64 + plus.rounded() / width,
                minus: above_p as f64 + minus.rounded() / width,
            }
        });
    }
    // Sums from the least rating upwards stay small however far from 0 the ratings lie.
    let sums = running_sums(values.iter().map(|value| value - least));
    scattered(sorted, |place| {
        // On the ramp lie places a to b below this one, and c to d above it.
        let (b, above_q) = at_q.counts(values, place, q);
        let (a, above_p) = at_p.counts(values, place, p);
        let (c, d) = (vendors - above_q, vendors - above_p);
        let value = values[place] - least;
        let plus = (b - a) as f64 * (value - q) - (sums[b] - sums[a]);
        let minus = (sums[d] - sums[c]) - (d - c) as f64 * (value + q);
        Flow { plus: a as f64 + plus / width, minus: above_p as f64 + minus / width }
    })
}

/// How far two counts have come along the sorted ratings.
#[derive(Default)]
struct Pointers {
    passed: usize,
    reached: usize,
}

impl Pointers {
    /// How many ratings lie more than `threshold` below that of a place, and how many above; asked
    /// of rising places.
    fn counts(&mut self, values: &[f64], place: usize, threshold: f64) -> (usize, usize) {
        let value = values[place];
        // Invariant: rounded differences fall as the subtrahend rises, so neither ever turns back.
        while self.passed < values.len() && value - values[self.passed] > threshold {
            self.passed += 1;
        }
        while self.reached < values.len() && values[self.reached] - value <= threshold {
            self.reached += 1;
        }
        (self.passed, values.len() - self.reached)
    }
}

/// Brings the flow of each place, in rising order, back to the vendor it came from.
fn scattered(sorted: Sorted<'_>, mut flow: impl FnMut(usize) -> Flow) -> Vec<Flow> {
    let mut flows = vec![Flow::default(); sorted.values.len()];
    for (place, &row) in sorted.rows.iter().enumerate() {
        flows[row as usize] = flow(place);
    }
    flows
}
