//! Ranks of few vendors, counted in bit planes: 64 draws in a word.
//! A pair's comparisons are bits; how many are ahead is a counter of four bits for each draw.

use crate::answer::smaa::first_places::FirstPlaces;
use crate::answer::smaa::group::Group;
use crate::answer::smaa::lanes::{STEPS, Steps};
use crate::answer::smaa::tallies::{Pairs, Tallies};
use fearless_simd::prelude::*;
use fearless_simd::{f64x8, u64x8};

/// Up to this many vendors: four planes.
pub const PLANES_UP_TO: usize = 16;

/// Counters of one block, each lane with its own until the block ends.
pub struct Planes<S: Simd> {
    simd: S,
    ahead: Vec<[u64x8<S>; 4]>,
    ranks: Vec<u64x8<S>>,
    wins: Wins<S>,
}

impl<S: Simd> Planes<S> {
    /// Nothing counted yet.
    #[inline(always)]
    pub fn new(simd: S, vendors: usize, pairs: Pairs) -> Self {
        let none = u64x8::splat(simd, 0);
        Self {
            simd,
            ahead: vec![[none; 4]; vendors],
            ranks: vec![none; vendors * vendors],
            wins: Wins::new(simd, vendors, pairs),
        }
    }

    /// Counts ranks, wins and first places of a group.
    #[inline(always)]
    pub fn count(&mut self, group: &Group<'_, S>, first: &mut FirstPlaces<'_, S>) {
        let vendors = self.ahead.len();
        self.ahead.fill([u64x8::splat(self.simd, 0); 4]);
        for i in 0..vendors {
            for j in i + 1..vendors {
                let (above, below) = compare(self.simd, &group.scores()[i], &group.scores()[j]);
                increment(&mut self.ahead[j], above);
                increment(&mut self.ahead[i], below);
                self.wins.add(i, j, above, below);
            }
        }
        first.lay_out(group);
        for (vendor, (planes, ranks)) in
            self.ahead.iter().zip(self.ranks.chunks_exact_mut(vendors)).enumerate()
        {
            let holders = Holders::of(planes);
            for (rank, count) in ranks.iter_mut().enumerate() {
                *count += holders.at(rank).count_ones();
            }
            first.add_all(vendor, holders.at(0).to_array());
        }
    }

    /// Adds everything to the tallies of the block.
    #[inline(always)]
    pub fn finish(self, tallies: &mut Tallies) {
        for (total, count) in tallies.ranks.iter_mut().zip(&self.ranks) {
            *total += count.as_slice().iter().sum::<u64>();
        }
        self.wins.finish(tallies);
    }
}

/// Wins of pairs over one block; counts nothing where none are wanted.
pub struct Wins<S: Simd> {
    vendors: usize,
    counts: Vec<u64x8<S>>,
}

impl<S: Simd> Wins<S> {
    /// Nothing counted yet.
    #[inline(always)]
    pub fn new(simd: S, vendors: usize, pairs: Pairs) -> Self {
        let cells = match pairs {
            Pairs::Counted => vendors * vendors,
            Pairs::Skipped => 0,
        };
        Self { vendors, counts: vec![u64x8::splat(simd, 0); cells] }
    }

    /// Counts the wins of a group alone.
    #[inline(always)]
    pub fn count(&mut self, simd: S, group: &Group<'_, S>) {
        if self.counts.is_empty() {
            return;
        }
        for i in 0..self.vendors {
            for j in i + 1..self.vendors {
                let (above, below) = compare(simd, &group.scores()[i], &group.scores()[j]);
                self.add(i, j, above, below);
            }
        }
    }

    #[inline(always)]
    fn add(&mut self, i: usize, j: usize, above: u64x8<S>, below: u64x8<S>) {
        if !self.counts.is_empty() {
            self.counts[i * self.vendors + j] += above.count_ones();
            self.counts[j * self.vendors + i] += below.count_ones();
        }
    }

    /// Adds everything to the tallies of the block.
    #[inline(always)]
    pub fn finish(self, tallies: &mut Tallies) {
        for (total, count) in tallies.wins.iter_mut().zip(&self.counts) {
            *total += count.as_slice().iter().sum::<u64>();
        }
    }
}

/// Bit s of a lane says whether a was above (below) b at step s.
#[inline(always)]
fn compare<S: Simd>(simd: S, a: &Steps, b: &Steps) -> (u64x8<S>, u64x8<S>) {
    let none = u64x8::splat(simd, 0);
    let (mut above, mut below) = (none, none);
    for step in 0..STEPS {
        let bit = u64x8::splat(simd, 1 << step);
        let a = f64x8::load_array_ref(simd, &a[step]);
        let b = f64x8::load_array_ref(simd, &b[step]);
        above |= a.simd_gt(b).select(bit, none);
        below |= a.simd_lt(b).select(bit, none);
    }
    (above, below)
}

/// Adds one to the counters whose bit is set.
#[inline(always)]
fn increment<S: Simd>(planes: &mut [u64x8<S>; 4], mut carry: u64x8<S>) {
    for plane in planes {
        let both = *plane & carry;
        *plane ^= carry;
        carry = both;
    }
}

/// The draws whose counter holds a number, its two low bits and its two high bits apart.
struct Holders<S: Simd> {
    low: [u64x8<S>; 4],
    high: [u64x8<S>; 4],
}

impl<S: Simd> Holders<S> {
    #[inline(always)]
    fn of(planes: &[u64x8<S>; 4]) -> Self {
        let [a, b, c, d] = *planes;
        Self { low: [!a & !b, a & !b, !a & b, a & b], high: [!c & !d, c & !d, !c & d, c & d] }
    }

    #[inline(always)]
    fn at(&self, number: usize) -> u64x8<S> {
        self.low[number % 4] & self.high[number / 4 % 4]
    }
}
