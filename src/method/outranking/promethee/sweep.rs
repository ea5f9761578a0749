//! Flows of one criterion in O(n) once its ratings are sorted: counts that only grow, and prefix sums.
//! Equal to the double loop, because both ask the same question of every pair: is the rounded
//! difference above q?
//!
//! Source of the idea: Calders, T., & Van Assche, D. (2018). PROMETHEE is not quadratic: an O(qn
//! log(n)) algorithm. Omega, 76, 63–69.

use crate::method::outranking::compensated::{Exact, running_sums};
use crate::method::outranking::promethee::Flow;
use crate::method::outranking::promethee::counts::{Counts, count};
use crate::method::sorted::{Sorted, Sorter};

/// Below this part of the range a ramp magnifies the rounding of prefix sums beyond 1e-10.
const STEEP: f64 = 1e-5;

/// What a sweep needs besides its result; kept from criterion to criterion, since fresh memory is
/// slow.
#[derive(Default)]
pub struct Sweeper {
    sorter: Sorter,
    at_q: Counts,
    at_p: Counts,
    sums: Vec<f64>,
}

/// Whether ratings are so far from overflow that their sums stay finite, and few enough to number.
pub fn is_safe(ratings: &[f64]) -> bool {
    let limit = f64::MAX / (8.0 * (ratings.len() as f64 + 1.0));
    u32::try_from(ratings.len()).is_ok() && ratings.iter().all(|rating| rating.abs() < limit)
}

impl Sweeper {
    /// Flows where preference is 1 once d > q.
    pub fn step_flows(&mut self, ratings: &[f64], sign: f64, q: f64, flows: &mut [Flow]) {
        let sorted = self.sorter.sort(ratings, sign);
        count(sorted.values, [q], [&mut self.at_q]);
        let vendors = sorted.values.len() as u32;
        scatter(sorted, flows, |place| Flow {
            plus: f64::from(self.at_q.below[place]),
            minus: f64::from(vendors - self.at_q.within[place]),
        });
    }

    /// Flows where preference is one half once d > q and 1 once d > p.
    pub fn level_flows(
        &mut self,
        ratings: &[f64],
        sign: f64,
        [q, p]: [f64; 2],
        flows: &mut [Flow],
    ) {
        let sorted = self.sorter.sort(ratings, sign);
        count(sorted.values, [q, p], [&mut self.at_q, &mut self.at_p]);
        let vendors = sorted.values.len() as u32;
        scatter(sorted, flows, |place| {
            let half = |[q, p]: [u32; 2]| 0.5 * (f64::from(q) + f64::from(p));
            Flow {
                plus: half([self.at_q.below[place], self.at_p.below[place]]),
                minus: half([&self.at_q, &self.at_p].map(|counts| vendors - counts.within[place])),
            }
        });
    }

    /// Flows where preference rises from 0 at q to 1 at p; p > q.
    pub fn ramp_flows(&mut self, ratings: &[f64], sign: f64, [q, p]: [f64; 2], flows: &mut [Flow]) {
        let sorted = self.sorter.sort(ratings, sign);
        let values = sorted.values;
        let (Some(&least), Some(&most)) = (values.first(), values.last()) else { return };
        count(values, [q, p], [&mut self.at_q, &mut self.at_p]);
        let width = p - q;
        // On the ramp of a place lie places a to b below it, and c to d above it.
        let [at_q, at_p] = [&self.at_q, &self.at_p];
        let ends = |place: usize| {
            [at_p.below[place], at_q.below[place], at_q.within[place], at_p.within[place]]
        };
        let vendors = values.len() as u32;
        if width < STEEP * (most - least) {
            let sums = Exact::running_sums(values);
            return scatter(sorted, flows, |place| {
                let [a, b, c, d] = ends(place);
                let value = Exact::from(values[place]);
                let on_ramp = |from: u32, to: u32| sums[to as usize] - sums[from as usize];
                let plus = (value - Exact::from(q)) * (b - a) as usize - on_ramp(a, b);
                let minus = on_ramp(c, d) - (value + Exact::from(q)) * (d - c) as usize;
                Flow {
                    plus: f64::from(a) + plus.rounded() / width,
                    minus: f64::from(vendors - d) + minus.rounded() / width,
                }
            });
        }
        // Sums from the least rating upwards stay small however far from 0 the ratings lie.
        running_sums(values.iter().map(|value| value - least), &mut self.sums);
        let on_ramp = |from: u32, to: u32| self.sums[to as usize] - self.sums[from as usize];
        scatter(sorted, flows, |place| {
            let [a, b, c, d] = ends(place);
            let value = values[place] - least;
            let plus = f64::from(b - a) * (value - q) - on_ramp(a, b);
            let minus = on_ramp(c, d) - f64::from(d - c) * (value + q);
            Flow {
                plus: f64::from(a) + plus / width,
                minus: f64::from(vendors - d) + minus / width,
            }
        });
    }
}

/// Brings the flow of each place, in rising order, back to the vendor it came from.
fn scatter(sorted: Sorted<'_>, flows: &mut [Flow], mut flow: impl FnMut(usize) -> Flow) {
    for (place, row) in sorted.rows().enumerate() {
        flows[row] = flow(place);
    }
}
