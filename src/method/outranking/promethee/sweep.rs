//! Flows of one criterion in O(n) once its ratings are sorted: pointers that only move forward, and
//! prefix sums. Equal to the double loop, because both ask the same question of every pair: is the
//! rounded difference above q?
//!
//! Source of the idea: Calders, T., & Van Assche, D. (2018). PROMETHEE is not quadratic: an O(qn
//! log(n)) algorithm. Omega, 76, 63–69.

use crate::method::outranking::compensated::{Exact, running_sums};
use crate::method::outranking::promethee::Flows;
use crate::method::outranking::promethee::sorted::Sorted;

/// Below this part of the range a ramp magnifies the rounding of prefix sums beyond 1e-10.
const STEEP: f64 = 1e-5;

/// Whether ratings are so far from overflow that their sums stay finite, and few enough to number.
pub fn is_safe(ratings: &[f64]) -> bool {
    let limit = f64::MAX / (8.0 * (ratings.len() as f64 + 1.0));
    u32::try_from(ratings.len()).is_ok() && ratings.iter().all(|rating| rating.abs() < limit)
}

/// Flows where preference is 1 once d > q.
pub fn step_flows(sorted: Sorted<'_>, q: f64) -> Flows {
    let (below, above) = counts(sorted.values, q);
    let flow = |place: usize| (below[place] as f64, above[place] as f64);
    scattered(&sorted, flow)
}

/// Flows where preference is one half once d > q and 1 once d > p.
pub fn level_flows(sorted: Sorted<'_>, q: f64, p: f64) -> Flows {
    let (below_q, above_q) = counts(sorted.values, q);
    let (below_p, above_p) = counts(sorted.values, p);
    let flow = |place: usize| {
        let plus = below_q[place] + below_p[place];
        let minus = above_q[place] + above_p[place];
        (0.5 * plus as f64, 0.5 * minus as f64)
    };
    scattered(&sorted, flow)
}

/// Flows where preference rises from 0 at q to 1 at p; p > q.
pub fn ramp_flows(sorted: Sorted<'_>, q: f64, p: f64) -> Flows {
    let values = sorted.values;
    let vendors = values.len();
    let (below_q, above_q) = counts(values, q);
    let (below_p, above_p) = counts(values, p);
    // Those on the ramp lie at [below_p, below_q) and [vendors − above_q, vendors − above_p).
    let on_ramp = |place: usize| {
        ((below_p[place], below_q[place]), (vendors - above_q[place], vendors - above_p[place]))
    };
    let whole = |place: usize| (below_p[place] as f64, above_p[place] as f64);
    let (Some(&least), Some(&most)) = (values.first(), values.last()) else {
        return Flows { plus: Vec::new(), minus: Vec::new() };
    };
    let width = p - q;
    if width < STEEP * (most - least) {
        let sums = Exact::running_sums(values);
        let flow = |place: usize| {
            let ((a, b), (c, d)) = on_ramp(place);
            let edge = Exact::from(values[place]);
            let plus = sums[a] - sums[b] + (edge - Exact::from(q)) * (b - a);
            let minus = sums[d] - sums[c] - (edge + Exact::from(q)) * (d - c);
            let (plus_whole, minus_whole) = whole(place);
            (plus_whole + plus.rounded() / width, minus_whole + minus.rounded() / width)
        };
        return scattered(&sorted, flow);
    }
    // Sums from the least rating upwards stay small however far from 0 the ratings lie.
    let sums = running_sums(values.iter().map(|value| value - least));
    let flow = |place: usize| {
        let ((a, b), (c, d)) = on_ramp(place);
        let edge = values[place] - least;
        let plus = (b - a) as f64 * (edge - q) - (sums[b] - sums[a]);
        let minus = (sums[d] - sums[c]) - (d - c) as f64 * (edge + q);
        let (plus_whole, minus_whole) = whole(place);
        (plus_whole + plus / width, minus_whole + minus / width)
    };
    scattered(&sorted, flow)
}

/// For each place how many ratings lie more than `threshold` below it, and how many above.
fn counts(values: &[f64], threshold: f64) -> (Vec<usize>, Vec<usize>) {
    let vendors = values.len();
    let mut below = Vec::with_capacity(vendors);
    let mut above = Vec::with_capacity(vendors);
    let (mut passed, mut reached) = (0, 0);
    for &value in values {
        // Invariant: rounded differences fall as the subtrahend rises, so neither pointer ever
        // turns back.
        while passed < vendors && value - values[passed] > threshold {
            passed += 1;
        }
        while reached < vendors && values[reached] - value <= threshold {
            reached += 1;
        }
        below.push(passed);
        above.push(vendors - reached);
    }
    (below, above)
}

/// Brings (plus, minus) of each place back to the vendor it came from.
fn scattered(sorted: &Sorted<'_>, flow: impl Fn(usize) -> (f64, f64)) -> Flows {
    let vendors = sorted.values.len();
    let mut flows = Flows { plus: vec![0.0; vendors], minus: vec![0.0; vendors] };
    for (place, &row) in sorted.rows.iter().enumerate() {
        let (plus, minus) = flow(place);
        flows.plus[row as usize] = plus;
        flows.minus[row as usize] = minus;
    }
    flows
}
