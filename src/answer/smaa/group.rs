//! 512 draws at once: their shares, and every vendor's score in each.
//! Filled by the fast paths, eight draws side by side.

use crate::answer::smaa::lane_source::LaneSource;
use crate::answer::smaa::lanes::{LANES, Lane, STEPS};
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::tallies::BLOCK;
use crate::method::matrix::Matrix;

/// One vendor's scores in a group.
pub type Scores = [Lane<f64>; STEPS];

/// A group of draws, drawn anew as often as a block has groups.
pub struct Group<'a> {
    source: LaneSource<'a>,
    values: Vec<Vec<f64>>,
    shares: Vec<Lane<f64>>,
    /// One for each vendor. Never −0: each is a sum that starts at 0.
    pub scores: Vec<Scores>,
}

impl<'a> Group<'a> {
    /// How many groups a block has.
    pub const PER_BLOCK: usize = BLOCK as usize / (STEPS * LANES);

    /// How many draws it holds.
    pub const DRAWS: u64 = (STEPS * LANES) as u64;

    /// Nothing drawn yet.
    pub fn new(values: &Matrix, sampler: &'a Sampler, seed: u64, block: u64) -> Self {
        let (vendors, criteria) = (values.rows(), values.columns());
        Self {
            source: LaneSource::new(sampler, criteria, seed, block),
            values: (0..vendors).map(|vendor| values.row(vendor)).collect(),
            shares: vec![[0.0; LANES]; STEPS * criteria],
            scores: vec![[[0.0; LANES]; STEPS]; vendors],
        }
    }

    /// Draws the next shares and scores everyone.
    #[inline(always)]
    pub fn draw(&mut self) {
        self.source.draw(&mut self.shares);
        for step in 0..STEPS {
            self.score(step);
        }
    }

    /// The shares of one draw, in criterion order.
    #[inline(always)]
    pub fn shares(&self, step: usize, lane: usize) -> impl Iterator<Item = f64> {
        self.shares.iter().skip(step).step_by(STEPS).map(move |share| share[lane])
    }

    /// Two vendors at a time, so that a share is read half as often; each sum in criterion
    /// order, as the plain way has it.
    #[inline(always)]
    fn score(&mut self, step: usize) {
        for (values, scores) in self.values.chunks(2).zip(self.scores.chunks_mut(2)) {
            let (mut first, mut second) = ([0.0; LANES], [0.0; LANES]);
            let (a, b) = (&values[0], &values[values.len() - 1]);
            let shares = self.shares.iter().skip(step).step_by(STEPS);
            for ((share, &a), &b) in shares.zip(a).zip(b) {
                for lane in 0..LANES {
                    first[lane] += share[lane] * a;
                    second[lane] += share[lane] * b;
                }
            }
            scores[0][step] = first;
            if let Some(scores) = scores.get_mut(1) {
                scores[step] = second;
            }
        }
    }
}
