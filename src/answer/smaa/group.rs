//! 512 draws at once: their shares, and every vendor's score in each.
//! Filled by the fast paths, eight draws side by side.

use crate::answer::smaa::generator::BLOCK;
use crate::answer::smaa::lane_source::LaneSource;
use crate::answer::smaa::lanes::{LANES, STEPS, Steps};
use crate::answer::smaa::sampler::Sampler;
use crate::method::matrix::Matrix;
use fearless_simd::f64x8;
use fearless_simd::prelude::*;

/// How many vendors are scored at a time, so that a share is read a fourth as often.
const TOGETHER: usize = 4;

/// A group of draws, drawn anew as often as a block has groups.
pub struct Group<'a, S: Simd> {
    simd: S,
    source: LaneSource<'a, S>,
    vendors: usize,
    /// Criterion after criterion the values of [`TOGETHER`] vendors, then of the next ones.
    values: Vec<[f64; TOGETHER]>,
    /// `shares[criterion][step][lane]`.
    pub shares: Vec<Steps>,
    scores: Vec<Steps>,
}

impl<'a, S: Simd> Group<'a, S> {
    /// How many groups a block has.
    pub const PER_BLOCK: usize = BLOCK as usize / (STEPS * LANES);

    /// Nothing drawn yet.
    #[inline(always)]
    pub fn new(simd: S, values: &Matrix, sampler: &'a Sampler, seed: u64, block: u64) -> Self {
        let (vendors, criteria) = (values.rows(), values.columns());
        let chunks = vendors.div_ceil(TOGETHER);
        let value = |vendor: usize, criterion: usize| match vendor < vendors {
            true => values.get(vendor, criterion),
            false => 0.0,
        };
        let together = |chunk: usize, criterion: usize| {
            std::array::from_fn(|at| value(chunk * TOGETHER + at, criterion))
        };
        Self {
            simd,
            source: LaneSource::new(simd, sampler, criteria, seed, block),
            vendors,
            values: (0..chunks)
                .flat_map(|chunk| (0..criteria).map(move |j| together(chunk, j)))
                .collect(),
            shares: vec![[[0.0; LANES]; STEPS]; criteria],
            scores: vec![[[0.0; LANES]; STEPS]; chunks * TOGETHER],
        }
    }

    /// Draws the next shares and scores everyone.
    #[inline(always)]
    pub fn draw(&mut self) {
        self.source.draw(&mut self.shares);
        let chunks = self.values.chunks_exact(self.shares.len());
        for (values, scores) in chunks.zip(self.scores.as_chunks_mut().0) {
            score(self.simd, &self.shares, values, scores);
        }
    }

    /// One row for each vendor. Never −0: each is a sum that starts at 0.
    #[inline(always)]
    pub fn scores(&self) -> &[Steps] {
        &self.scores[..self.vendors]
    }

    /// The shares of one draw, in criterion order.
    #[inline(always)]
    pub fn draw_of(&self, step: usize, lane: usize) -> impl Iterator<Item = f64> {
        self.shares.iter().map(move |share| share[step][lane])
    }
}

/// Each sum in criterion order, as the plain way has it.
#[inline(always)]
fn score<S: Simd>(
    simd: S,
    shares: &[Steps],
    values: &[[f64; TOGETHER]],
    scores: &mut [Steps; TOGETHER],
) {
    for step in 0..STEPS {
        let mut sums = [f64x8::splat(simd, 0.0); TOGETHER];
        for (share, values) in shares.iter().zip(values) {
            let share = f64x8::load_array_ref(simd, &share[step]);
            for at in 0..TOGETHER {
                sums[at] += share * values[at];
            }
        }
        for at in 0..TOGETHER {
            sums[at].store_array(&mut scores[at][step]);
        }
    }
}
