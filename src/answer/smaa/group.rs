//! 128 draws at once: their shares, and every vendor's score in each.
//! Filled by the fast paths, eight draws side by side.

use crate::answer::smaa::generator::BLOCK;
use crate::answer::smaa::lane_source::LaneSource;
use crate::answer::smaa::lanes::{LANES, Lane, STEPS, Steps};
use crate::answer::smaa::sampler::Sampler;
use crate::method::matrix::Matrix;
use fearless_simd::f64x8;
use fearless_simd::prelude::*;

/// How many vendors are scored at a time, so that a share is read a fourth as often.
const TOGETHER: usize = 4;

/// How many steps are scored together: few enough for the scores of a small field to stay in the
/// nearest cache.
pub const SCORED: usize = 8;

/// One number for each draw that is scored together with others.
pub type Scores = [Lane<f64>; SCORED];

/// A group of draws, drawn anew as often as a block has groups.
pub struct Group<'a, S: Simd> {
    simd: S,
    source: LaneSource<'a, S>,
    vendors: usize,
    /// Criterion after criterion the values of [`TOGETHER`] vendors, then of the next ones.
    values: Vec<[f64; TOGETHER]>,
    /// `shares[criterion][step][lane]`.
    pub shares: Vec<Steps>,
    scores: Vec<Scores>,
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
            scores: vec![[[0.0; LANES]; SCORED]; chunks * TOGETHER],
        }
    }

    /// Draws the next shares.
    #[inline(always)]
    pub fn draw(&mut self) {
        self.source.draw(&mut self.shares);
    }

    /// Scores everyone in [`SCORED`] steps; one row for each vendor. Never −0: each is a sum that
    /// starts at 0.
    #[inline(always)]
    pub fn score(&mut self, from: usize) -> &[Scores] {
        let chunks = self.values.chunks_exact(self.shares.len());
        for (values, scores) in chunks.zip(self.scores.as_chunks_mut().0) {
            score(self.simd, &self.shares, from, values, scores);
        }
        &self.scores[..self.vendors]
    }

    /// Everyone's score in one of the draws that were scored last.
    pub fn scores_of(&self, draw: usize) -> impl Iterator<Item = f64> {
        self.scores[..self.vendors].iter().map(move |scores| scores.as_flattened()[draw])
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
    from: usize,
    values: &[[f64; TOGETHER]],
    scores: &mut [Scores; TOGETHER],
) {
    for step in (0..SCORED).step_by(2) {
        let mut even = [f64x8::splat(simd, 0.0); TOGETHER];
        let mut odd = even;
        for (share, values) in shares.iter().zip(values) {
            let even_share = f64x8::load_array_ref(simd, &share[from + step]);
            let odd_share = f64x8::load_array_ref(simd, &share[from + step + 1]);
            for at in 0..TOGETHER {
                even[at] += even_share * values[at];
                odd[at] += odd_share * values[at];
            }
        }
        for at in 0..TOGETHER {
            even[at].store_array(&mut scores[at][step]);
            odd[at].store_array(&mut scores[at][step + 1]);
        }
    }
}
