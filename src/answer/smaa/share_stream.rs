//! Shares drawn uniformly from a weight set, one vector after another.
//! Prepared once for a set, then one stream for each block.

use crate::answer::contest::dot;
use crate::answer::linear_program::HalfSpace;
use crate::answer::smaa::generator::{fine_uniform, seeded, uniform};
use crate::answer::smaa::hit_and_run::{Chain, Polytope};
use crate::answer::smaa::lanes::LANES;
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

/// How many proposals are made to see how many fit.
const PILOT: usize = 4096;
/// Below this share of fitting proposals a walk is used.
const LEAST_KEPT: f64 = 0.01;

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
            WeightSet::Exactly(shares) => Ok(Self::Fixed(shares.clone())),
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
            Self::Box(ends) => ends.lower.len(),
            Self::Walk(polytope) => polytope.criteria(),
            Self::Fixed(shares) => shares.len(),
        }
    }

    /// One proposal; says whether it fits.
    fn propose(&self, generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) -> bool {
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

/// The shares of one block of draws, one vector after another.
#[derive(Debug, Clone)]
pub struct ShareStream<'a> {
    sampler: &'a Sampler,
    lanes: Vec<Xoshiro256PlusPlus>,
    drawn: usize,
    walk: Option<Chain<'a>>,
}

impl<'a> ShareStream<'a> {
    /// Draw d of a block comes from lane d mod 8.
    pub fn new(sampler: &'a Sampler, seed: u64, block: u64) -> Self {
        let mut lanes: Vec<Xoshiro256PlusPlus> =
            (0..LANES as u64).map(|lane| seeded(seed, block, lane)).collect();
        let walk = match sampler {
            Sampler::Walk(polytope) => Some(Chain::begin(polytope, &mut lanes[0])),
            _ => None,
        };
        Self { sampler, lanes, drawn: 0, walk }
    }

    /// Draws the next vector into `shares`.
    pub fn draw(&mut self, shares: &mut [f64]) {
        let lane = self.drawn % LANES;
        self.drawn += 1;
        if let Some(walk) = &mut self.walk {
            walk.draw(&mut self.lanes[0], shares);
            return;
        }
        while !self.sampler.propose(&mut self.lanes[lane], shares) {}
    }
}

/// Gaps between 0, the sorted uniform numbers, and 1.
fn split(generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) {
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
    let by_size = crate::answer::lead::falling(&parts);
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

impl BoxSampler {
    fn propose(&self, generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) -> bool {
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

/// Tightens the ends to what the others leave, and takes the way of drawing that keeps most.
fn between(lower: &[f64], upper: &[f64], criteria: usize) -> Result<Sampler, NoShares> {
    const SLACK: f64 = 1e-12;
    if lower.len() != criteria || upper.len() != criteria || criteria == 0 {
        return Err(NoShares::Empty);
    }
    let least: f64 = lower.iter().sum();
    let most: f64 = upper.iter().sum();
    let is_crossed = lower.iter().zip(upper).any(|(lower, upper)| lower > upper || *lower < 0.0);
    if is_crossed || least > 1.0 + SLACK || most < 1.0 - SLACK {
        return Err(NoShares::Empty);
    }
    let low: Vec<f64> =
        (0..criteria).map(|j| lower[j].max(1.0 - (most - upper[j])).min(upper[j])).collect();
    let high: Vec<f64> =
        (0..criteria).map(|j| upper[j].min(1.0 - (least - lower[j])).max(low[j])).collect();
    let mut free: Vec<usize> = (0..criteria).filter(|&j| high[j] - low[j] > SLACK).collect();
    if free.len() < 2 {
        return Ok(Sampler::Fixed(low));
    }
    free.sort_by(|&a, &b| (high[a] - low[a]).total_cmp(&(high[b] - low[b])).then(a.cmp(&b)));
    let sampler = |proposal| {
        Sampler::Box(BoxSampler {
            lower: low.clone(),
            upper: high.clone(),
            free: free.clone(),
            proposal,
        })
    };
    let (ends, parts) = (sampler(Proposal::Ends), sampler(Proposal::Split));
    let (kept_ends, kept_parts) = (kept(&ends), kept(&parts));
    if kept_ends.max(kept_parts) >= LEAST_KEPT {
        return Ok(if kept_ends >= kept_parts { ends } else { parts });
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
    Polytope::around(&rows, criteria).map(Sampler::Walk)
}

/// What share of a fixed number of proposals fits.
fn kept(sampler: &Sampler) -> f64 {
    let mut generator = seeded(0, 0, 0);
    let mut shares = vec![0.0; sampler.criteria()];
    let fitting = (0..PILOT).filter(|_| sampler.propose(&mut generator, &mut shares)).count();
    fitting as f64 / PILOT as f64
}
