//! A group of share vectors at a time, for the fast path.
//! The very numbers that a `ShareStream` of the same block gives one after another.

use crate::answer::smaa::lanes::{Generators, LANES, Lane, STEPS, Steps, uniform};
use crate::answer::smaa::network::{exchanges, sort_across};
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::share_stream::ShareStream;
use fearless_simd::f64x8;
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
    simd: S,
    generators: Generators<S>,
    /// What sorts the cuts, and room for them.
    exchanges: Vec<(usize, usize)>,
    cuts: Vec<[Lane<f64>; TOGETHER]>,
    dealing: Option<Dealing>,
}

/// Hands the sorted parts to criteria in an agreed order, lightest first.
struct Dealing {
    exchanges: Vec<(usize, usize)>,
    order: Vec<usize>,
    scratch: Vec<Steps>,
}

/// How many steps of many cuts are sorted together: few enough to stay in the nearest cache.
const TOGETHER: usize = 8;

impl<'a, S: Simd> LaneSource<'a, S> {
    /// The source of one block.
    #[inline(always)]
    pub fn new(simd: S, sampler: &'a Sampler, criteria: usize, seed: u64, block: u64) -> Self {
        let side_by_side = |dealing| {
            Self::SideBySide(Box::new(SideBySide {
                simd,
                generators: Generators::seeded(simd, seed, block),
                exchanges: exchanges(criteria - 1),
                cuts: vec![[[0.0; LANES]; TOGETHER]; criteria - 1],
                dealing,
            }))
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
        match shares.len() {
            2 => self.split_few::<1>(shares),
            3 => self.split_few::<2>(shares),
            4 => self.split_few::<3>(shares),
            5 => self.split_few::<4>(shares),
            6 => self.split_few::<5>(shares),
            7 => self.split_few::<6>(shares),
            8 => self.split_few::<7>(shares),
            _ => self.split_many(shares),
        }
        if let Some(dealing) = &mut self.dealing {
            let parts = shares.as_flattened_mut().as_flattened_mut();
            sort_across(parts, STEPS * LANES, &dealing.exchanges);
            dealing.scratch.copy_from_slice(shares);
            for (&criterion, part) in dealing.order.iter().zip(&dealing.scratch) {
                shares[criterion] = *part;
            }
        }
    }

    /// The few cuts of a step are sorted where they are made, each put in its place among those
    /// before it.
    #[inline(always)]
    fn split_few<const CUTS: usize>(&mut self, shares: &mut [Steps]) {
        let mut generators = self.generators;
        for step in 0..STEPS {
            let mut cuts = [uniform(generators.next()); CUTS];
            for from in 1..CUTS {
                cuts[from] = uniform(generators.next());
                for at in (0..from).rev() {
                    let (low, high) = (cuts[at], cuts[at + 1]);
                    cuts[at] = low.min(high);
                    cuts[at + 1] = low.max(high);
                }
            }
            let mut before = f64x8::splat(self.simd, 0.0);
            for (cut, share) in cuts.into_iter().zip(shares.iter_mut()) {
                (cut - before).store_array(&mut share[step]);
                before = cut;
            }
            (1.0 - before).store_array(&mut shares[CUTS][step]);
        }
        self.generators = generators;
    }

    /// Many cuts go through a network, some steps at a time.
    #[inline(always)]
    fn split_many(&mut self, shares: &mut [Steps]) {
        let mut generators = self.generators;
        let last = shares.len() - 1;
        for from in (0..STEPS).step_by(TOGETHER) {
            for step in 0..TOGETHER {
                for cut in &mut self.cuts {
                    uniform(generators.next()).store_array(&mut cut[step]);
                }
            }
            let cuts = self.cuts.as_flattened_mut().as_flattened_mut();
            sort_across(cuts, TOGETHER * LANES, &self.exchanges);
            for step in 0..TOGETHER {
                let mut before = f64x8::splat(self.simd, 0.0);
                for (cut, share) in self.cuts.iter().zip(shares.iter_mut()) {
                    let cut = f64x8::load_array_ref(self.simd, &cut[step]);
                    (cut - before).store_array(&mut share[from + step]);
                    before = cut;
                }
                (1.0 - before).store_array(&mut shares[last][from + step]);
            }
        }
        self.generators = generators;
    }
}
