//! The weights that somebody could agree on, by name, with the constraints of the criteria file.
//! One exact set for the ladder and the linear programs, and one way of drawing from it.

use crate::answer::linear_program::HalfSpace;
use crate::answer::smaa::generator::{fine_uniform, seeded};
use crate::answer::smaa::proposal::NoShares;
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::share_stream::ShareStream;
use crate::answer::weight_set::WeightSet;
use crate::explore::robust::intervals::{WeightIntervals, intervals};
use crate::model::id::CriterionId;
use crate::model::scenario::Model;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Which weights are looked at, before the constraints of the criteria file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weights {
    /// Any weights at all.
    Any,
    /// The order of today's shares.
    Order,
    /// Each share within a fraction of itself, > 0.
    Within(f64),
    /// The intervals written at the weights.
    Given,
    /// Today's alone.
    Exactly,
}

/// A set of shares of the leaves that take part, to be asked about exactly and to be drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightSpace {
    /// The set, constraints included.
    pub set: WeightSet,
    /// The constraints alone, as rows over shares.
    pub constraints: Vec<HalfSpace>,
    source: Source,
}

#[derive(Debug, Clone, PartialEq)]
enum Source {
    Shares(Sampler),
    /// Numbers within their intervals, divided down the groups, kept where the rows hold.
    Numbers(WeightIntervals, Vec<HalfSpace>),
}

/// Why nothing can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoWeights {
    /// These constraints, as indices into the model's, contradict each other.
    Contradiction(Vec<usize>),
    /// These constraints and the weight set have nothing in common.
    OutsideSet(Vec<usize>),
    /// These constraints leave so little room in the weight set that nothing can be drawn from it.
    NoRoom(Vec<usize>),
    /// No weight in the files is written with `low` and `high`.
    NoIntervals,
}

/// Proposals of given intervals that are made to see whether constraints leave any room.
const PILOT: usize = 100_000;
/// The lane from which numbers within intervals are drawn; shares take the lanes below 8.
const NUMBERS_LANE: u64 = 1 << 34;

impl WeightSpace {
    /// The set of a name over `leaves`, whose shares today are `shares`.
    ///
    /// # Errors
    /// When it is empty, has no room to draw from, or nothing was given.
    pub fn new(
        model: &Model,
        leaves: &[CriterionId],
        shares: &[f64],
        weights: Weights,
    ) -> Result<Self, NoWeights> {
        let constraints = constraint_rows(model, leaves);
        contradiction(&constraints, leaves.len())?;
        let plain = match weights {
            Weights::Exactly => return Ok(Self { constraints, ..Self::exactly(shares.to_vec()) }),
            Weights::Any => WeightSet::Any,
            Weights::Order => WeightSet::order_of(shares),
            Weights::Within(fraction) => WeightSet::within(shares, fraction),
            Weights::Given => return given(model, leaves, constraints),
        };
        let nothing = vec![0.0; leaves.len()];
        let sampler = |constraints: &[HalfSpace]| {
            let set = narrowed(plain.clone(), constraints);
            match set.minimum(&nothing) {
                None => Err(NoShares::Empty),
                Some(_) => Sampler::prepare(&set, leaves.len()).map(|sampler| (set, sampler)),
            }
        };
        match sampler(&constraints) {
            Ok((set, sampler)) => Ok(Self { set, constraints, source: Source::Shares(sampler) }),
            Err(error) => {
                let at_fault =
                    smallest(&constraints, |kept| sampler(kept).is_err_and(|found| found == error));
                Err(match error {
                    NoShares::Empty => NoWeights::OutsideSet(at_fault),
                    NoShares::Flat => NoWeights::NoRoom(at_fault),
                })
            }
        }
    }

    /// One vector alone.
    pub fn exactly(shares: Vec<f64>) -> Self {
        Self {
            set: WeightSet::Exactly(shares.clone()),
            constraints: Vec::new(),
            source: Source::Shares(Sampler::Fixed(shares)),
        }
    }

    /// Whether draws do not depend on each other, so that standard errors mean what they say.
    pub fn is_independent(&self) -> bool {
        match &self.source {
            Source::Shares(sampler) => sampler.is_independent(),
            Source::Numbers(..) => true,
        }
    }

    /// The sampler of whole shares; `None` where numbers are drawn instead.
    pub fn sampler(&self) -> Option<&Sampler> {
        match &self.source {
            Source::Shares(sampler) => Some(sampler),
            Source::Numbers(..) => None,
        }
    }

    /// The draws of one block.
    pub fn stream(&self, seed: u64, block: u64) -> Stream<'_> {
        match &self.source {
            Source::Shares(sampler) => Stream::Shares(ShareStream::new(sampler, seed, block)),
            Source::Numbers(intervals, rows) => {
                Stream::Numbers(intervals, rows, seeded(seed, block, NUMBERS_LANE))
            }
        }
    }
}

/// Shares of one block of draws, one vector after another.
#[derive(Debug)]
pub enum Stream<'a> {
    /// Drawn as shares.
    Shares(ShareStream<'a>),
    /// Drawn as numbers within intervals.
    Numbers(&'a WeightIntervals, &'a [HalfSpace], Xoshiro256PlusPlus),
}

impl Stream<'_> {
    /// The next vector.
    pub fn draw(&mut self, shares: &mut [f64]) {
        match self {
            Self::Shares(stream) => stream.draw(shares),
            Self::Numbers(intervals, rows, generator) => {
                // Invariant: a pilot found draws that keep the rows, so this ends.
                loop {
                    intervals.draw(|| fine_uniform(generator), shares);
                    if keeps(rows, shares) {
                        return;
                    }
                }
            }
        }
    }
}

fn keeps(rows: &[HalfSpace], shares: &[f64]) -> bool {
    rows.iter().all(|row| crate::answer::contest::dot(&row.coefficients, shares) >= row.bound)
}

fn given(
    model: &Model,
    leaves: &[CriterionId],
    constraints: Vec<HalfSpace>,
) -> Result<WeightSpace, NoWeights> {
    let intervals = intervals(model, leaves);
    if !intervals.is_any_given() {
        return Err(NoWeights::NoIntervals);
    }
    let mut rows = intervals.rows();
    rows.extend(constraints.iter().cloned());
    let set = WeightSet::Linear(rows);
    if !constraints.is_empty() {
        let fits = |kept: &[HalfSpace]| {
            let mut generator = seeded(0, 0, NUMBERS_LANE);
            let mut shares = vec![0.0; leaves.len()];
            (0..PILOT).any(|_| {
                intervals.draw(|| fine_uniform(&mut generator), &mut shares);
                keeps(kept, &shares)
            })
        };
        if !fits(&constraints) {
            let at_fault = smallest(&constraints, |kept| !fits(kept));
            let is_empty = set.minimum(&vec![0.0; leaves.len()]).is_none();
            return Err(match is_empty {
                true => NoWeights::OutsideSet(at_fault),
                false => NoWeights::NoRoom(at_fault),
            });
        }
    }
    let source = Source::Numbers(intervals, constraints.clone());
    Ok(WeightSpace { set, constraints, source })
}

/// The constraints of the model as rows over the shares of the leaves.
pub fn constraint_rows(model: &Model, leaves: &[CriterionId]) -> Vec<HalfSpace> {
    model
        .weight_constraints
        .iter()
        .map(|constraint| {
            let mut coefficients = vec![0.0; leaves.len()];
            for &(id, factor) in &constraint.terms {
                for (coefficient, leaf) in coefficients.iter_mut().zip(leaves) {
                    if model.is_under(*leaf, id) {
                        *coefficient += factor;
                    }
                }
            }
            HalfSpace { coefficients, bound: constraint.at_least }
        })
        .collect()
}

/// A set with rows laid over it.
pub fn narrowed(set: WeightSet, constraints: &[HalfSpace]) -> WeightSet {
    if constraints.is_empty() {
        return set;
    }
    let mut rows = constraints.to_vec();
    let count = constraints[0].coefficients.len();
    let row = |parts: &[(usize, f64)], bound: f64| {
        let mut coefficients = vec![0.0; count];
        for &(at, factor) in parts {
            coefficients[at] = factor;
        }
        HalfSpace { coefficients, bound }
    };
    match set {
        WeightSet::Any => {}
        WeightSet::Order(tiers) => {
            for pair in tiers.windows(2) {
                for &above in &pair[0] {
                    rows.extend(
                        pair[1].iter().map(|&below| row(&[(above, 1.0), (below, -1.0)], 0.0)),
                    );
                }
            }
        }
        WeightSet::Intervals { lower, upper } => {
            rows.extend(lower.iter().enumerate().map(|(at, bound)| row(&[(at, 1.0)], *bound)));
            rows.extend(upper.iter().enumerate().map(|(at, bound)| row(&[(at, -1.0)], -bound)));
        }
        WeightSet::Linear(more) => rows.extend(more),
        WeightSet::Exactly(shares) => return WeightSet::Exactly(shares),
    }
    WeightSet::Linear(rows)
}

/// A smallest set of constraints that no shares keep.
fn contradiction(rows: &[HalfSpace], leaves: usize) -> Result<(), NoWeights> {
    let is_empty =
        |kept: &[HalfSpace]| WeightSet::Linear(kept.to_vec()).minimum(&vec![0.0; leaves]).is_none();
    if rows.is_empty() || leaves == 0 || !is_empty(rows) {
        return Ok(());
    }
    Err(NoWeights::Contradiction(smallest(rows, is_empty)))
}

/// Rows that are at fault together, as indices, found by leaving out one after another: without
/// any one of them the fault is gone. All of them have it.
fn smallest(rows: &[HalfSpace], is_at_fault: impl Fn(&[HalfSpace]) -> bool) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..rows.len()).collect();
    for idx in 0..rows.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|other| *other != idx).collect();
        let left: Vec<HalfSpace> = without.iter().map(|&idx| rows[idx].clone()).collect();
        if is_at_fault(&left) {
            kept = without;
        }
    }
    kept
}
