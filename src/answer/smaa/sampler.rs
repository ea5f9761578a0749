//! Shares drawn uniformly from a weight set: how, decided once for a set.
//! Every way proposes from a generator, and a proposal may not fit.

use crate::answer::contest::dot;
use crate::answer::lead::falling;
use crate::answer::linear_program::HalfSpace;
use crate::answer::smaa::box_sampler::{BoxSampler, between};
use crate::answer::smaa::generator::{seeded, uniform};
use crate::answer::smaa::hit_and_run::Polytope;
use crate::answer::weight_set::WeightSet;
use rand_core::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Why nothing can be drawn from a weight set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoShares {
    /// No shares satisfy it, or it names criteria there are not.
    Empty,
    /// It has no interior to draw from: some rows hold with equality only.
    Flat,
}

/// How shares are drawn; all uniform on their set.
#[derive(Debug, Clone, PartialEq)]
pub enum Sampler {
    /// Gaps between sorted uniform numbers: Dirichlet(1), the whole simplex.
    Simplex(usize),
    /// A draw from the simplex, its parts dealt out heaviest tier first. Exchangeable parts make
    /// this uniform on the ordered part of the simplex.
    Tiers(Vec<Vec<usize>>),
    /// Draws over ends, kept where they fit.
    Box(BoxSampler),
    /// Draws from the simplex, kept where all rows hold.
    Kept(usize, Vec<HalfSpace>),
    /// A random walk, where keeping would throw away nearly everything. Its draws depend on
    /// each other, so standard errors are somewhat too small.
    Walk(Polytope),
    /// Always the same.
    Fixed(Vec<f64>),
}

/// How many proposals are made to see how many fit.
const PILOT: usize = 4096;
/// Below this share of fitting proposals a walk is used.
pub(crate) const LEAST_KEPT: f64 = 0.01;

impl Sampler {
    /// Prepares a weight set for drawing.
    ///
    /// # Errors
    /// When the set is empty, or flat in a way that only a random walk could enter.
    pub fn prepare(set: &WeightSet, criteria: usize) -> Result<Self, NoShares> {
        match set {
            WeightSet::Any if criteria > 0 => Ok(Self::Simplex(criteria)),
            WeightSet::Any => Err(NoShares::Empty),
            WeightSet::Order(tiers) => {
                let mut named: Vec<usize> = tiers.iter().flatten().copied().collect();
                named.sort_unstable();
                let is_partition = named.into_iter().eq(0..criteria);
                if is_partition && criteria > 0 {
                    Ok(Self::Tiers(tiers.clone()))
                } else {
                    Err(NoShares::Empty)
                }
            }
            WeightSet::Intervals { lower, upper } => between(lower, upper, criteria),
            WeightSet::Linear(rows) => {
                let sampler = Self::Kept(criteria, rows.clone());
                if rows.iter().any(|row| row.coefficients.len() != criteria) {
                    return Err(NoShares::Empty);
                }
                if kept(&sampler) >= LEAST_KEPT {
                    return Ok(sampler);
                }
                Polytope::around(rows, criteria).map(Self::Walk)
            }
            WeightSet::Exactly(shares) if shares.len() == criteria => {
                Ok(Self::Fixed(shares.clone()))
            }
            WeightSet::Exactly(_) => Err(NoShares::Empty),
        }
    }

    /// Whether draws do not depend on each other, so that standard errors mean what they say.
    pub fn is_independent(&self) -> bool {
        !matches!(self, Self::Walk(_))
    }

    fn criteria(&self) -> usize {
        match self {
            Self::Simplex(criteria) | Self::Kept(criteria, _) => *criteria,
            Self::Tiers(tiers) => tiers.iter().map(Vec::len).sum(),
            Self::Box(ends) => ends.criteria(),
            Self::Walk(polytope) => polytope.criteria(),
            Self::Fixed(shares) => shares.len(),
        }
    }

    /// One proposal; says whether it fits.
    pub(crate) fn propose(&self, generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) -> bool {
        match self {
            Self::Simplex(_) | Self::Walk(_) => {
                split(generator, shares);
                true
            }
            Self::Tiers(tiers) => {
                split(generator, shares);
                deal(tiers, shares);
                true
            }
            Self::Box(ends) => ends.propose(generator, shares),
            Self::Kept(_, rows) => {
                split(generator, shares);
                rows.iter().all(|row| dot(&row.coefficients, shares) >= row.bound)
            }
            Self::Fixed(exact) => {
                shares.copy_from_slice(exact);
                true
            }
        }
    }
}

/// What share of a fixed number of proposals fits.
pub(crate) fn kept(sampler: &Sampler) -> f64 {
    let mut generator = seeded(0, 0, 0);
    let mut shares = vec![0.0; sampler.criteria()];
    let fitting = (0..PILOT).filter(|_| sampler.propose(&mut generator, &mut shares)).count();
    fitting as f64 / PILOT as f64
}

/// Gaps between 0, the sorted uniform numbers, and 1.
pub(crate) fn split(generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) {
    let Some((last, cuts)) = shares.split_last_mut() else { return };
    for cut in cuts.iter_mut() {
        *cut = uniform(generator.next_u64());
    }
    cuts.sort_unstable_by(f64::total_cmp);
    let mut before = 0.0;
    for cut in cuts {
        let here = *cut;
        *cut = here - before;
        before = here;
    }
    *last = 1.0 - before;
}

/// Gives the largest parts to the first tier and so on; inside a tier parts keep their order.
fn deal(tiers: &[Vec<usize>], shares: &mut [f64]) {
    let parts = shares.to_vec();
    let by_size = falling(&parts);
    let mut dealt = 0;
    for tier in tiers {
        let mut taken = by_size[dealt..dealt + tier.len()].to_vec();
        taken.sort_unstable();
        dealt += tier.len();
        for (&criterion, part) in tier.iter().zip(taken) {
            shares[criterion] = parts[part];
        }
    }
}
