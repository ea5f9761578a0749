//! Wins of pairs where ranks come from a network, which does not compare everyone with everyone.
//! Filled beside `sorted_keys`, read by `tallies`.

use crate::answer::smaa::group::Scores;
use crate::answer::smaa::tallies::{Pairs, Tallies};
use fearless_simd::prelude::*;
use fearless_simd::{f64x8, u64x8};

/// Wins over one block, each lane with its own; counts nothing where none are wanted.
pub struct Wins<S: Simd> {
    simd: S,
    vendors: usize,
    /// Vendors × vendors: how often the row was ahead of the column.
    counts: Vec<u64x8<S>>,
}

impl<S: Simd> Wins<S> {
    /// Nothing counted yet.
    #[inline(always)]
    pub fn new(simd: S, vendors: usize, pairs: Pairs) -> Self {
        Self { simd, vendors, counts: vec![u64x8::splat(simd, 0); pairs.cells(vendors)] }
    }

    /// Counts the wins of some steps, one row of scores for each vendor.
    #[inline(always)]
    pub fn count(&mut self, scores: &[Scores]) {
        if self.counts.is_empty() {
            return;
        }
        let (win, none) = (u64x8::splat(self.simd, 1), u64x8::splat(self.simd, 0));
        for (i, a) in scores.iter().enumerate() {
            for (j, b) in scores.iter().enumerate().skip(i + 1) {
                let (one, other) = (i * self.vendors + j, j * self.vendors + i);
                let (mut above, mut below) = (self.counts[one], self.counts[other]);
                for (a, b) in a.iter().zip(b) {
                    let a = f64x8::load_array_ref(self.simd, a);
                    let b = f64x8::load_array_ref(self.simd, b);
                    above += a.simd_gt(b).select(win, none);
                    below += a.simd_lt(b).select(win, none);
                }
                (self.counts[one], self.counts[other]) = (above, below);
            }
        }
    }

    /// Adds everything to the tallies of the block.
    #[inline(always)]
    pub fn finish(self, tallies: &mut Tallies) {
        for (total, counts) in tallies.wins.iter_mut().zip(&self.counts) {
            *total += counts.as_slice().iter().sum::<u64>();
        }
    }
}
