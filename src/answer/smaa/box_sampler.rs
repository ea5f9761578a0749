//! Shares between two ends each, within the simplex: two ways to propose, the better one taken.
//! Part of `sampler`, for ± x % and for given intervals.

use crate::answer::linear_program::HalfSpace;
use crate::answer::smaa::generator::fine_uniform;
use crate::answer::smaa::hit_and_run::Polytope;
use crate::answer::smaa::proposal::{LEAST_KEPT, NoShares, kept, split};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Shares between ends: fixed ones, and free ones that share what is left.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxSampler {
    lower: Vec<f64>,
    upper: Vec<f64>,
    free: Vec<usize>,
    proposal: Proposal,
}

/// How a box is proposed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proposal {
    /// All but the widest free share uniform between its ends, the widest what is left: good for
    /// narrow boxes.
    Ends,
    /// The lower ends plus what is left, split uniformly: good for wide boxes.
    Split,
}

/// How shares between ends are drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Within {
    /// The ends leave one vector alone.
    Point(Vec<f64>),
    /// Proposals, kept where they fit.
    Box(BoxSampler),
    /// A walk, where hardly any would.
    Walk(Polytope),
}

impl BoxSampler {
    /// One proposal; says whether it fits.
    pub fn propose(&self, generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) -> bool {
        shares.copy_from_slice(&self.lower);
        let Some((&widest, others)) = self.free.split_last() else { return true };
        match self.proposal {
            Proposal::Ends => {
                for &j in others {
                    shares[j] += fine_uniform(generator) * (self.upper[j] - self.lower[j]);
                }
                let sum: f64 =
                    shares.iter().enumerate().filter(|(j, _)| *j != widest).map(|(_, w)| w).sum();
                shares[widest] = 1.0 - sum;
                self.lower[widest] <= shares[widest] && shares[widest] <= self.upper[widest]
            }
            Proposal::Split => {
                let left = 1.0 - self.lower.iter().sum::<f64>();
                let mut parts = vec![0.0; self.free.len()];
                split(generator, &mut parts);
                for (&j, part) in self.free.iter().zip(parts) {
                    shares[j] += left * part;
                }
                self.free.iter().all(|&j| shares[j] <= self.upper[j])
            }
        }
    }
}

impl Within {
    /// Tightens the ends to what the others leave, and takes the way of drawing that keeps most.
    ///
    /// # Errors
    /// If the ends leave no shares, or so few that only a walk could find them and it has no room.
    pub fn between(lower: &[f64], upper: &[f64], criteria: usize) -> Result<Self, NoShares> {
        const SLACK: f64 = 1e-12;
        if lower.len() != criteria || upper.len() != criteria || criteria == 0 {
            return Err(NoShares::Empty);
        }
        let least: f64 = lower.iter().sum();
        let most: f64 = upper.iter().sum();
        let is_crossed =
            lower.iter().zip(upper).any(|(lower, upper)| lower > upper || *lower < 0.0);
        if is_crossed || least > 1.0 + SLACK || most < 1.0 - SLACK {
            return Err(NoShares::Empty);
        }
        let low: Vec<f64> =
            (0..criteria).map(|j| lower[j].max(1.0 - (most - upper[j])).min(upper[j])).collect();
        let high: Vec<f64> =
            (0..criteria).map(|j| upper[j].min(1.0 - (least - lower[j])).max(low[j])).collect();
        let mut free: Vec<usize> = (0..criteria).filter(|&j| high[j] - low[j] > SLACK).collect();
        if free.len() < 2 {
            return Ok(Self::Point(low));
        }
        free.sort_by(|&a, &b| (high[a] - low[a]).total_cmp(&(high[b] - low[b])).then(a.cmp(&b)));
        let sampler = |proposal| BoxSampler {
            lower: low.clone(),
            upper: high.clone(),
            free: free.clone(),
            proposal,
        };
        let (ends, parts) = (sampler(Proposal::Ends), sampler(Proposal::Split));
        let share =
            |ends: &BoxSampler| kept(criteria, |generator, shares| ends.propose(generator, shares));
        let (kept_ends, kept_parts) = (share(&ends), share(&parts));
        if kept_ends.max(kept_parts) >= LEAST_KEPT {
            return Ok(Self::Box(if kept_ends >= kept_parts { ends } else { parts }));
        }
        if free.len() < criteria {
            // A walk needs an interior; fixed shares leave none.
            return Err(NoShares::Flat);
        }
        let row = |j: usize, sign: f64, bound: f64| {
            let mut coefficients = vec![0.0; criteria];
            coefficients[j] = sign;
            HalfSpace { coefficients, bound }
        };
        let rows: Vec<HalfSpace> =
            (0..criteria).flat_map(|j| [row(j, 1.0, low[j]), row(j, -1.0, -high[j])]).collect();
        Polytope::around(&rows, criteria).map(Self::Walk)
    }
}
