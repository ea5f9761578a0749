//! A group of share vectors at a time, for the fast path.
//! The very numbers that a `ShareStream` of the same block gives one after another.

use crate::answer::smaa::lanes::{Generators, LANES, STEPS, Steps, uniform};
use crate::answer::smaa::network::{exchanges, sort_across};
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::share_stream::ShareStream;
use fearless_simd::prelude::*;

/// Where a group of share vectors comes from.
pub enum LaneSource<'a, S: Simd> {
    /// The simplex, or an order of all criteria: drawn side by side.
    SideBySide(Box<SideBySide<S>>),
    /// Everything else, one draw after another.
    Stream {
        /// Where single vectors come from.
        stream: ShareStream<'a>,
        /// One vector.
        scratch: Vec<f64>,
    },
}

/// Draws from the simplex in every lane.
pub struct SideBySide<S: Simd> {
    generators: Generators<S>,
    cuts: Vec<(usize, usize)>,
    dealing: Option<Dealing>,
}

/// Hands the sorted parts to criteria in an agreed order, lightest first.
struct Dealing {
    exchanges: Vec<(usize, usize)>,
    order: Vec<usize>,
    scratch: Vec<Steps>,
}

/// How many draws lie side by side in a row of cuts.
const ROW: usize = STEPS * LANES;

impl<'a, S: Simd> LaneSource<'a, S> {
    /// The source of one block.
    #[inline(always)]
    pub fn new(simd: S, sampler: &'a Sampler, criteria: usize, seed: u64, block: u64) -> Self {
        let side_by_side = |dealing| {
            let generators = Generators::seeded(simd, seed, block);
            let cuts = exchanges(criteria - 1);
            Self::SideBySide(Box::new(SideBySide { generators, cuts, dealing }))
        };
        match sampler {
            Sampler::Simplex(_) => side_by_side(None),
            Sampler::Tiers(tiers) if tiers.iter().all(|tier| tier.len() == 1) => {
                side_by_side(Some(Dealing {
                    exchanges: exchanges(criteria),
                    order: tiers.iter().rev().flatten().copied().collect(),
                    scratch: vec![[[0.0; LANES]; STEPS]; criteria],
                }))
            }
            _ => Self::Stream {
                stream: ShareStream::new(sampler, seed, block),
                scratch: vec![0.0; criteria],
            },
        }
    }

    /// Draws a vector for every step and lane: `shares[criterion][step][lane]`.
    #[inline(always)]
    pub fn draw(&mut self, shares: &mut [Steps]) {
        match self {
            Self::SideBySide(side_by_side) => side_by_side.draw(shares),
            Self::Stream { stream, scratch } => {
                for step in 0..STEPS {
                    for lane in 0..LANES {
                        stream.draw(scratch);
                        for (row, share) in shares.iter_mut().zip(scratch.iter()) {
                            row[step][lane] = *share;
                        }
                    }
                }
            }
        }
    }
}

impl<S: Simd> SideBySide<S> {
    /// Gaps between 0, the sorted uniform numbers, and 1.
    #[inline(always)]
    fn draw(&mut self, shares: &mut [Steps]) {
        let cuts = shares.len() - 1;
        let mut generators = self.generators;
        for step in 0..STEPS {
            for cut in &mut shares[..cuts] {
                uniform(generators.next()).store_array(&mut cut[step]);
            }
        }
        self.generators = generators;
        let parts = shares.as_flattened_mut().as_flattened_mut();
        sort_across(parts, ROW, &self.cuts);
        parts[cuts * ROW..].fill(1.0);
        // From the last row down each takes off the row before it, which is still a cut.
        for row in (1..=cuts).rev() {
            let (before, here) = parts.split_at_mut(row * ROW);
            let before = &before[(row - 1) * ROW..];
            for (here, before) in here[..ROW].iter_mut().zip(before) {
                *here -= before;
            }
        }
        if let Some(dealing) = &mut self.dealing {
            sort_across(parts, ROW, &dealing.exchanges);
            dealing.scratch.copy_from_slice(shares);
            for (&criterion, part) in dealing.order.iter().zip(&dealing.scratch) {
                shares[criterion] = *part;
            }
        }
    }
}
