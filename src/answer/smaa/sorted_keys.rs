//! Ranks of more vendors: scores carry their vendor in the lowest bits through a sorting network.
//! Draws in which two scores differ only in those bits are sorted again, exactly.

use crate::answer::smaa::group::Group;
use crate::answer::smaa::lanes::{LANES, STEPS};
use crate::answer::smaa::network::{exchanges, sort_across};
use crate::answer::smaa::ranking;
use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};

/// Up to this many vendors: eight bits.
pub const KEYS_UP_TO: usize = 256;
/// The bits that name the vendor.
const NAME: u64 = 0xFF;
/// How many steps are sorted together: few enough for all keys to stay in the nearest cache.
const TOGETHER: usize = 4;
/// How many draws that is.
const ROW: usize = TOGETHER * LANES;

/// Room for the keys of some draws, and the network for a number of vendors.
pub struct SortedKeys {
    exchanges: Vec<(usize, usize)>,
    keys: Vec<f64>,
    order: Vec<usize>,
}

impl SortedKeys {
    /// For this many vendors, 1 to [`KEYS_UP_TO`].
    pub fn new(vendors: usize) -> Self {
        let exchanges = exchanges(vendors);
        Self { exchanges, keys: vec![0.0; vendors * ROW], order: Vec::with_capacity(vendors) }
    }

    /// Counts ranks and first places of a group.
    #[inline(always)]
    pub fn count(&mut self, group: &Group<'_>, tallies: &mut Tallies, sums: &mut ShareSums) {
        for from in (0..STEPS).step_by(TOGETHER) {
            for (vendor, (keys, scores)) in
                self.keys.chunks_exact_mut(ROW).zip(&group.scores).enumerate()
            {
                let scores = scores[from..from + TOGETHER].as_flattened();
                for (key, score) in keys.iter_mut().zip(scores) {
                    *key = f64::from_bits(score.to_bits() & !NAME | vendor as u64);
                }
            }
            sort_across(&mut self.keys, ROW, &self.exchanges);
            let near = self.near();
            for (column, is_near) in near.into_iter().enumerate() {
                let (step, lane) = (from + column / LANES, column % LANES);
                if is_near {
                    self.count_exactly(group, step, lane, tallies, sums);
                } else {
                    self.count_column(column, tallies);
                    let first = self.vendor(tallies.vendors - 1, column);
                    sums.add(first, group.shares(step, lane));
                }
            }
        }
    }

    /// Whether two neighbours of a draw differ in nothing but their names.
    #[inline(always)]
    fn near(&self) -> [bool; ROW] {
        let mut near = [false; ROW];
        for (below, above) in self.keys.chunks_exact(ROW).zip(self.keys.chunks_exact(ROW).skip(1)) {
            for ((near, below), above) in near.iter_mut().zip(below).zip(above) {
                *near |= (below.to_bits() ^ above.to_bits()) & !NAME == 0;
            }
        }
        near
    }

    /// Keys rise, ranks fall.
    #[inline(always)]
    fn count_column(&self, column: usize, tallies: &mut Tallies) {
        let vendors = tallies.vendors;
        tallies.draws += 1;
        for place in 0..vendors {
            let vendor = self.vendor(place, column);
            tallies.ranks[vendor * vendors + vendors - 1 - place] += 1;
        }
    }

    #[inline(always)]
    fn vendor(&self, place: usize, column: usize) -> usize {
        (self.keys[place * ROW + column].to_bits() & NAME) as usize
    }

    fn count_exactly(
        &mut self,
        group: &Group<'_>,
        step: usize,
        lane: usize,
        tallies: &mut Tallies,
        sums: &mut ShareSums,
    ) {
        let scores: Vec<f64> = group.scores.iter().map(|scores| scores[step][lane]).collect();
        let shares: Vec<f64> = group.shares(step, lane).collect();
        ranking::count(tallies, sums, &mut self.order, &scores, &shares, Pairs::Skipped);
    }
}
