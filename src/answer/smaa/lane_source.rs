//! Eight vectors of shares at a time, for the fast path.
//! The very numbers that a `ShareStream` of the same block gives one after another.

use crate::answer::smaa::generator::uniform;
use crate::answer::smaa::lanes::{Generators, LANES, Lane};
use crate::answer::smaa::network::{exchanges, sort};
use crate::answer::smaa::share_stream::{Sampler, ShareStream};

/// Where eight vectors of shares come from.
pub enum LaneSource<'a> {
    /// The simplex, or an order of all criteria: drawn side by side.
    SideBySide(Box<SideBySide>),
    /// Everything else, one draw after another.
    Stream {
        /// Where single vectors come from.
        stream: ShareStream<'a>,
        /// One vector.
        scratch: Vec<f64>,
    },
}

/// Draws from the simplex in every lane.
pub struct SideBySide {
    generators: Generators,
    cuts: Vec<(usize, usize)>,
    dealing: Option<Dealing>,
}

/// Hands the sorted parts to criteria in an agreed order, lightest first.
struct Dealing {
    exchanges: Vec<(usize, usize)>,
    order: Vec<usize>,
    scratch: Vec<Lane<f64>>,
}

impl<'a> LaneSource<'a> {
    /// The source of one block.
    pub fn new(sampler: &'a Sampler, criteria: usize, seed: u64, block: u64) -> Self {
        let side_by_side = |dealing| {
            let generators = Generators::seeded(seed, block);
            let cuts = exchanges(criteria - 1);
            Self::SideBySide(Box::new(SideBySide { generators, cuts, dealing }))
        };
        match sampler {
            Sampler::Simplex(_) => side_by_side(None),
            Sampler::Tiers(tiers) if tiers.iter().all(|tier| tier.len() == 1) => {
                side_by_side(Some(Dealing {
                    exchanges: exchanges(criteria),
                    order: tiers.iter().rev().flatten().copied().collect(),
                    scratch: vec![[0.0; LANES]; criteria],
                }))
            }
            _ => Self::Stream {
                stream: ShareStream::new(sampler, seed, block),
                scratch: vec![0.0; criteria],
            },
        }
    }

    /// Draws eight vectors: `shares[criterion][lane]`.
    #[inline(always)]
    pub fn draw(&mut self, shares: &mut [Lane<f64>]) {
        match self {
            Self::SideBySide(side_by_side) => side_by_side.draw(shares),
            Self::Stream { stream, scratch } => {
                for lane in 0..LANES {
                    stream.draw(scratch);
                    for (share, drawn) in shares.iter_mut().zip(scratch.iter()) {
                        share[lane] = *drawn;
                    }
                }
            }
        }
    }
}

impl SideBySide {
    #[inline(always)]
    fn draw(&mut self, shares: &mut [Lane<f64>]) {
        split(&mut self.generators, &self.cuts, shares);
        if let Some(dealing) = &mut self.dealing {
            sort(shares, &dealing.exchanges);
            dealing.scratch.copy_from_slice(shares);
            for (&criterion, part) in dealing.order.iter().zip(&dealing.scratch) {
                shares[criterion] = *part;
            }
        }
    }
}

/// Gaps between 0, the sorted uniform numbers, and 1, in every lane.
#[inline(always)]
fn split(generators: &mut Generators, cuts: &[(usize, usize)], shares: &mut [Lane<f64>]) {
    let last = shares.len() - 1;
    for share in &mut shares[..last] {
        *share = generators.next().map(uniform);
    }
    sort(&mut shares[..last], cuts);
    let mut before = [0.0; LANES];
    for share in &mut shares[..last] {
        let here = *share;
        for lane in 0..LANES {
            share[lane] = here[lane] - before[lane];
        }
        before = here;
    }
    for lane in 0..LANES {
        shares[last][lane] = 1.0 - before[lane];
    }
}
