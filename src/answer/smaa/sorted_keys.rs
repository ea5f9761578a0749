//! Ranks of more vendors: scores as whole numbers that end in their vendor, through a sorting network.
//! Draws in which two scores are too close for that are sorted again, exactly.

use crate::answer::smaa::first_places::FirstPlaces;
use crate::answer::smaa::group::{Group, SCORED, Scores};
use crate::answer::smaa::lanes::{LANES, STEPS};
use crate::answer::smaa::network::{exchanges, sort_across};
use crate::answer::smaa::ranking;
use crate::answer::smaa::tallies::{Pairs, Tallies};
use crate::answer::smaa::wins::Wins;
use crate::method::matrix::Matrix;
use fearless_simd::prelude::*;

/// Up to this many vendors: eight bits.
pub const KEYS_UP_TO: usize = 256;
/// The bits that name the vendor.
const NAME: u32 = 0xFF;
/// The largest number that the bits above hold.
const LARGEST: f64 = 16_777_215.0;
/// Added to a number below 2³², this leaves the nearest whole number in the lowest bits.
const TO_WHOLE: f64 = 4_503_599_627_370_496.0;
/// How many draws are sorted together.
const ROW: usize = SCORED * LANES;

/// Room for the keys of some draws, and the network for a number of vendors.
pub struct SortedKeys {
    vendors: usize,
    /// Scores lie, but for rounding, between the least and the largest value.
    low: f64,
    factor: f64,
    exchanges: Vec<(usize, usize)>,
    keys: Vec<u32>,
    order: Vec<usize>,
    /// How often each vendor came out at each place of the network, over at most one block.
    places: Vec<u16>,
}

impl SortedKeys {
    /// For 1 to [`KEYS_UP_TO`] vendors with these values.
    #[inline(always)]
    pub fn new(values: &Matrix) -> Self {
        let vendors = values.rows();
        let cells = || (0..values.columns()).flat_map(|column| values.column(column));
        let low = cells().copied().fold(f64::INFINITY, f64::min);
        let high = cells().copied().fold(f64::NEG_INFINITY, f64::max);
        let factor = LARGEST / (high - low);
        Self {
            vendors,
            low,
            factor: if factor.is_finite() { factor } else { 0.0 },
            exchanges: exchanges(vendors),
            keys: vec![0; vendors * ROW],
            order: Vec::with_capacity(vendors),
            places: vec![0; vendors * vendors],
        }
    }

    /// Counts ranks, wins and first places of a group.
    #[inline(always)]
    pub fn count<S: Simd>(
        &mut self,
        group: &mut Group<'_, S>,
        tallies: &mut Tallies,
        first: &mut FirstPlaces<'_, S>,
        wins: &mut Wins<S>,
    ) {
        first.lay_out(group, 0);
        for from in (0..STEPS).step_by(SCORED) {
            let scores = group.score(from);
            self.fill(scores);
            wins.count(scores);
            sort_across(&mut self.keys, ROW, &self.exchanges);
            for (keys, places) in
                self.keys.chunks_exact(ROW).zip(self.places.chunks_exact_mut(self.vendors))
            {
                for key in keys {
                    places[(key & NAME) as usize] += 1;
                }
            }
            tallies.draws += ROW as u64;
            let near = self.near();
            for (column, is_near) in near.into_iter().enumerate() {
                let (step, lane) = (from + column / LANES, column % LANES);
                if is_near {
                    self.count_exactly(group, (step, lane), column, tallies, first);
                } else {
                    first.add(self.vendor(self.vendors - 1, column), step, lane);
                }
            }
        }
    }

    /// Adds the places to the tallies of the block: keys rise, ranks fall.
    #[inline(always)]
    pub fn finish(self, tallies: &mut Tallies) {
        let vendors = self.vendors;
        for (place, counts) in self.places.chunks_exact(vendors).enumerate() {
            for (vendor, count) in counts.iter().enumerate() {
                tallies.ranks[vendor * vendors + vendors - 1 - place] += u64::from(*count);
            }
        }
    }

    /// The keys of some steps. Never falling in the score, whatever the rounding.
    #[inline(always)]
    fn fill(&mut self, scores: &[Scores]) {
        let (low, factor) = (self.low, self.factor);
        for (vendor, (keys, scores)) in (0_u32..).zip(self.keys.chunks_exact_mut(ROW).zip(scores)) {
            for (key, score) in keys.iter_mut().zip(scores.as_flattened()) {
                let number = (score - low) * factor;
                let number = if number > 0.0 { number } else { 0.0 };
                let number = if number < LARGEST { number } else { LARGEST };
                // The cast takes the lowest bits, which is what it is for.
                *key = ((number + TO_WHOLE).to_bits() as u32) << 8 | vendor;
            }
        }
    }

    /// Whether two neighbours of a draw differ in nothing but their names.
    #[inline(always)]
    fn near(&self) -> [bool; ROW] {
        let mut closest = [u32::MAX; ROW];
        for (below, above) in self.keys.chunks_exact(ROW).zip(self.keys.chunks_exact(ROW).skip(1)) {
            for ((closest, below), above) in closest.iter_mut().zip(below).zip(above) {
                let apart = below ^ above;
                *closest = if apart < *closest { apart } else { *closest };
            }
        }
        closest.map(|apart| apart <= NAME)
    }

    #[inline(always)]
    fn vendor(&self, place: usize, column: usize) -> usize {
        (self.keys[place * ROW + column] & NAME) as usize
    }

    /// Takes the places of a draw back, and ranks it the plain way.
    #[inline(never)]
    fn count_exactly<S: Simd>(
        &mut self,
        group: &Group<'_, S>,
        (step, lane): (usize, usize),
        column: usize,
        tallies: &mut Tallies,
        first: &mut FirstPlaces<'_, S>,
    ) {
        for place in 0..self.vendors {
            let vendor = self.vendor(place, column);
            self.places[place * self.vendors + vendor] -= 1;
        }
        tallies.draws -= 1;
        let scores: Vec<f64> = group.scores_of(column).collect();
        let shares: Vec<f64> = group.draw_of(step, lane).collect();
        ranking::count(tallies, first.sums(), &mut self.order, &scores, &shares, Pairs::Skipped);
    }
}
