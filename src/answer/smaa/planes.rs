//! Ranks of few vendors, counted in bit planes: a draw a bit, 512 of them side by side.
//! How many are ahead of a vendor is a counter of four bits for each draw.

use crate::answer::smaa::ahead::{Ahead, GROUPS, by_lane};
use crate::answer::smaa::first_places::FirstPlaces;
use crate::answer::smaa::group::Group;
use crate::answer::smaa::lanes::STEPS;
use crate::answer::smaa::tallies::{Pairs, Tallies};
use crate::method::matrix::Matrix;
use fearless_simd::prelude::*;
use fearless_simd::u32x16;

/// Up to this many vendors: four planes.
pub const PLANES_UP_TO: usize = 16;

/// Counters of one block, each lane with its own until the block ends.
pub struct Planes<S: Simd> {
    simd: S,
    vendors: usize,
    ahead: Ahead<S>,
    /// How many groups have been compared and not counted.
    waiting: usize,
    ranks: Vec<u32x16<S>>,
    /// Vendors × vendors; empty where pairs are not counted.
    wins: Vec<u32x16<S>>,
}

impl<S: Simd> Planes<S> {
    /// Nothing counted yet.
    #[inline(always)]
    pub fn new(simd: S, values: &Matrix, pairs: Pairs) -> Self {
        let vendors = values.rows();
        let none = u32x16::splat(simd, 0);
        Self {
            simd,
            vendors,
            ahead: Ahead::new(simd, values),
            waiting: 0,
            ranks: vec![none; vendors * vendors],
            wins: vec![none; pairs.cells(vendors)],
        }
    }

    /// Takes a group in, and counts those that wait when their bits fill a word. A block has a whole
    /// number of words.
    #[inline(always)]
    pub fn take(&mut self, group: &mut Group<'_, S>, first: &mut FirstPlaces<'_, S>) {
        self.ahead.compare(group);
        first.lay_out(group, self.waiting * STEPS);
        self.waiting += 1;
        if self.waiting == GROUPS {
            self.waiting = 0;
            self.count(first);
        }
    }

    /// Counts ranks, wins and first places.
    #[inline(always)]
    fn count(&mut self, first: &mut FirstPlaces<'_, S>) {
        for (vendor, ranks) in self.ranks.chunks_exact_mut(self.vendors).enumerate() {
            let holders = Holders::of(&counters(self.simd, &self.ahead, self.vendors, vendor));
            for (rank, count) in ranks.iter_mut().enumerate() {
                *count += holders.at(rank).count_ones();
            }
            first.add_all(vendor, by_lane(holders.at(0)));
        }
        for (one, wins) in self.wins.chunks_exact_mut(self.vendors).enumerate() {
            for (other, count) in wins.iter_mut().enumerate() {
                *count += self.ahead.of(one, other).count_ones();
            }
        }
    }

    /// Adds everything to the tallies of the block.
    #[inline(always)]
    pub fn finish(self, tallies: &mut Tallies) {
        let ranks = tallies.ranks.iter_mut().zip(&self.ranks);
        let wins = tallies.wins.iter_mut().zip(&self.wins);
        for (total, counts) in ranks.chain(wins) {
            *total += counts.as_slice().iter().map(|count| u64::from(*count)).sum::<u64>();
        }
    }
}

/// How many are ahead of a vendor in each draw, the lowest bit first. Nobody is ahead of himself.
#[inline(always)]
fn counters<S: Simd>(simd: S, ahead: &Ahead<S>, vendors: usize, vendor: usize) -> [u32x16<S>; 4] {
    let mut planes = [u32x16::splat(simd, 0); 4];
    for other in 0..vendors {
        let mut carry = ahead.of(other, vendor);
        for plane in &mut planes {
            let both = *plane & carry;
            *plane ^= carry;
            carry = both;
        }
    }
    planes
}

/// The draws whose counter holds a number, its two low bits and its two high bits apart.
struct Holders<S: Simd> {
    low: [u32x16<S>; 4],
    high: [u32x16<S>; 4],
}

impl<S: Simd> Holders<S> {
    #[inline(always)]
    fn of(planes: &[u32x16<S>; 4]) -> Self {
        let [a, b, c, d] = *planes;
        Self { low: [!a & !b, a & !b, !a & b, a & b], high: [!c & !d, c & !d, !c & d, c & d] }
    }

    #[inline(always)]
    fn at(&self, number: usize) -> u32x16<S> {
        self.low[number % 4] & self.high[number / 4 % 4]
    }
}
