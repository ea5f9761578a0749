//! Shares drawn uniformly from a weight set: how, decided once for a set.
//! Every way proposes from a generator, and a proposal may not fit.

use crate::answer::contest::dot;
use crate::answer::lead::falling;
use crate::answer::linear_program::HalfSpace;
use crate::answer::smaa::box_sampler::{BoxSampler, Within};
use crate::answer::smaa::hit_and_run::Polytope;
use crate::answer::smaa::proposal::{LEAST_KEPT, NoShares, kept, split};
use crate::answer::weight_set::WeightSet;
use rand_xoshiro::Xoshiro256PlusPlus;

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
            WeightSet::Intervals { lower, upper } => {
                Ok(match Within::between(lower, upper, criteria)? {
                    Within::Point(shares) => Self::Fixed(shares),
                    Within::Box(ends) => Self::Box(ends),
                    Within::Walk(polytope) => Self::Walk(polytope),
                })
            }
            WeightSet::Linear(rows) => {
                let sampler = Self::Kept(criteria, rows.clone());
                if rows.iter().any(|row| row.coefficients.len() != criteria) {
                    return Err(NoShares::Empty);
                }
                let share = kept(criteria, |generator, shares| sampler.propose(generator, shares));
                if share >= LEAST_KEPT {
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
