//! PROMETHEE II: net flows of pairwise preferences, with the partial order of PROMETHEE I beside
//! them. Each criterion's flows come from a sorted sweep, or from a double loop where the field is
//! small.

mod blocks;
mod counts;
mod curve;
mod pairs;
mod sweep;

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Detail, Figures, Outcome, Parts, Refusal, Relation, Unit};
use crate::method::outranking::promethee::curve::Curve;
use crate::method::outranking::promethee::sweep::Sweeper;
use crate::method::problem::{Axis, Problem};
use crate::method::rows;
use crate::method::vectors::widest;
use rayon::iter::ParallelIterator;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, IntoParallelRefMutIterator};

/// Below this many vendors the double loop is faster than sorting.
const SMALL_FIELD: usize = 50;

/// How many criteria are swept side by side at most, so that memory does not grow with their number.
const TOGETHER: usize = 8;

/// Up to this many vendors the PROMETHEE I relations are listed; they take a cell for every pair.
pub const MOST_RELATED: usize = 300;

/// Flows nearer than this are held equal; they lie in [0, 1].
const SAME_FLOW: f64 = 1e-9;

/// PROMETHEE II; its preference functions stand with the criteria.
///
/// φ(a) = Σ_j w_j · (φ⁺_j(a) − φ⁻_j(a)), where φ⁺_j(a) is the mean over the other vendors of the
/// preference of a over them and φ⁻_j(a) of theirs over a. A single vendor has flow 0.
///
/// Source: Brans, J. P., & Vincke, P. (1985). A preference ranking organisation method: the
/// PROMETHEE method for multiple criteria decision-making. Management Science, 31(6), 647–656.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PrometheeIi;

/// How a criterion's flows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// Whatever is faster for the size of the field.
    Fastest,
    /// Sorting with prefix sums, O(n log n); blocks of pairs for the Gaussian shape.
    Sorted,
    /// The definition, every vendor against every other, O(n²).
    Pairs,
}

/// Positive and negative flow of a vendor on one criterion, both in [0, n − 1].
#[derive(Debug, Clone, Copy, Default)]
struct Flow {
    plus: f64,
    minus: f64,
}

impl PrometheeIi {
    /// Net flows in [−1, 1], more is better; `phi-plus`, `phi-minus` and, up to [`MOST_RELATED`]
    /// vendors, the `relations` of PROMETHEE I as details.
    ///
    /// # Errors
    /// If a preference function's thresholds are negative, out of order or no numbers.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        self.solve_by(problem, Algorithm::Fastest)
    }

    /// The same by an algorithm of one's choice; all agree to 1e-9.
    ///
    /// # Errors
    /// As [`PrometheeIi::solve`].
    pub fn solve_by(&self, problem: &Problem, algorithm: Algorithm) -> Result<Outcome, Refusal> {
        let vendors = problem.vendors();
        let mut cells = Matrix::zeros(vendors, problem.criteria());
        let mut plus = vec![0.0; vendors];
        let mut minus = vec![0.0; vendors];
        each_criterion(problem, algorithm, |criterion, scale, flows| {
            let parts = cells.column_mut(criterion).iter_mut();
            let sums = plus.iter_mut().zip(&mut minus);
            for ((flow, part), (plus, minus)) in flows.iter().zip(parts).zip(sums) {
                *plus += scale * flow.plus;
                *minus += scale * flow.minus;
                *part = flow.net(scale);
            }
        })?;
        let scores = row_sums(&cells);
        let mut details = Vec::with_capacity(3);
        if vendors <= MOST_RELATED {
            let relations = Figures::Relations(partial_order(&plus, &minus));
            details.push(Detail { name: "relations", figures: relations });
        }
        details.insert(0, Detail { name: "phi-minus", figures: Figures::PerVendor(minus) });
        details.insert(0, Detail { name: "phi-plus", figures: Figures::PerVendor(plus) });
        Ok(Outcome {
            merits: scores.clone(),
            scores: Some(scores),
            better: Better::Higher,
            parts: Some(Parts { cells, unit: Unit::Score }),
            details,
        })
    }

    /// The net flows by themselves, digit for digit those of [`PrometheeIi::solve`].
    ///
    /// # Errors
    /// As [`PrometheeIi::solve`].
    pub fn scores(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        let mut scores = vec![0.0; problem.vendors()];
        each_criterion(problem, Algorithm::Fastest, |_, scale, flows| {
            for (score, flow) in scores.iter_mut().zip(flows) {
                *score += flow.net(scale);
            }
        })?;
        Ok(scores)
    }

    /// π(a, b) for every pair: how far the row vendor is preferred to the column vendor, Σ_j w_j ·
    /// P_j, in [0, 1].
    ///
    /// # Errors
    /// As [`PrometheeIi::solve`].
    pub fn preferences(&self, problem: &Problem) -> Result<Matrix, Refusal> {
        let vendors = problem.vendors();
        let mut preferences = Matrix::zeros(vendors, vendors);
        for (criterion, axis) in problem.axes.iter().enumerate() {
            let curve = curve_of(criterion, axis, problem.ratings.column(criterion))?;
            let ratings = turned(problem.ratings.column(criterion), axis);
            for worse in 0..vendors {
                let column = preferences.column_mut(worse);
                for (cell, &better) in column.iter_mut().zip(&ratings) {
                    *cell += axis.share * curve.preference(better, ratings[worse]);
                }
            }
        }
        Ok(preferences)
    }
}

impl Flow {
    /// The part of a score, `scale` being share / (n − 1).
    #[inline(always)]
    fn net(self, scale: f64) -> f64 {
        scale * (self.plus - self.minus)
    }
}

/// Hands on each weighing criterion, in column order, with its scale and its flows.
fn each_criterion(
    problem: &Problem,
    algorithm: Algorithm,
    mut take: impl FnMut(usize, f64, &[Flow]),
) -> Result<(), Refusal> {
    let vendors = problem.vendors();
    let others = vendors.saturating_sub(1).max(1) as f64;
    let mut weighing = Vec::with_capacity(problem.criteria());
    for (criterion, axis) in problem.axes.iter().enumerate() {
        let curve = curve_of(criterion, axis, problem.ratings.column(criterion))?;
        if axis.share > 0.0 {
            weighing.push((criterion, curve));
        }
    }
    // A cell that is sorted takes some ten times one that is only read.
    let is_much = rows::is_much(vendors, 10 * weighing.len());
    let together = if is_much { rayon::current_num_threads().min(TOGETHER) } else { 1 };
    let mut seats: Vec<Seat> = (0..together).map(|_| Seat::new(vendors)).collect();
    for criteria in weighing.chunks(together) {
        if is_much {
            seats.par_iter_mut().zip(criteria.par_iter()).for_each(
                |(seat, &(criterion, curve))| {
                    seat.write_flows(problem, criterion, curve, algorithm);
                },
            );
        } else {
            for (seat, &(criterion, curve)) in seats.iter_mut().zip(criteria) {
                seat.write_flows(problem, criterion, curve, algorithm);
            }
        }
        for (seat, &(criterion, _)) in seats.iter().zip(criteria) {
            widest(
                #[inline(always)]
                || take(criterion, problem.axes[criterion].share / others, &seat.flows),
            );
        }
    }
    Ok(())
}

/// Room for the flows of one criterion at a time.
struct Seat {
    sweeper: Sweeper,
    flows: Vec<Flow>,
}

impl Seat {
    fn new(vendors: usize) -> Self {
        Self { sweeper: Sweeper::default(), flows: vec![Flow::default(); vendors] }
    }

    fn write_flows(
        &mut self,
        problem: &Problem,
        criterion: usize,
        curve: Curve,
        algorithm: Algorithm,
    ) {
        let (axis, ratings) = (&problem.axes[criterion], problem.ratings.column(criterion));
        let (sign, flows) = (axis.direction.sign(), self.flows.as_mut_slice());
        let is_small = algorithm == Algorithm::Fastest && ratings.len() < SMALL_FIELD;
        if algorithm == Algorithm::Pairs || is_small || !sweep::is_safe(ratings) {
            return pairs::write_flows(&turned(ratings, axis), curve, flows);
        }
        match curve {
            Curve::Bell { s } => blocks::write_flows(&turned(ratings, axis), s, flows),
            Curve::Step { q } => self.sweeper.step_flows(ratings, sign, q, flows),
            Curve::Level { q, p } => self.sweeper.level_flows(ratings, sign, [q, p], flows),
            Curve::Ramp { q, p } => self.sweeper.ramp_flows(ratings, sign, [q, p], flows),
        }
    }
}

fn curve_of(criterion: usize, axis: &Axis, ratings: &[f64]) -> Result<Curve, Refusal> {
    Curve::new(axis.preference, ratings).ok_or(Refusal::Lacks {
        criterion,
        what: "a `preference` with 0 ≤ q ≤ p, and p or s above 0 where its shape needs it",
    })
}

/// The ratings so that more is better.
fn turned(ratings: &[f64], axis: &Axis) -> Vec<f64> {
    ratings.iter().map(|rating| axis.direction.sign() * rating).collect()
}

fn row_sums(cells: &Matrix) -> Vec<f64> {
    let mut sums = vec![0.0; cells.rows()];
    for criterion in 0..cells.columns() {
        for (sum, cell) in sums.iter_mut().zip(cells.column(criterion)) {
            *sum += cell;
        }
    }
    sums
}

/// PROMETHEE I: preferred where both flows agree and one of them is strict, incomparable where they
/// contradict.
fn partial_order(plus: &[f64], minus: &[f64]) -> Vec<Vec<Relation>> {
    let relation = |row: usize, column: usize| {
        let stronger = plus[row] - plus[column];
        let less_weak = minus[column] - minus[row];
        let wins = stronger > SAME_FLOW || less_weak > SAME_FLOW;
        let loses = stronger < -SAME_FLOW || less_weak < -SAME_FLOW;
        match (wins, loses) {
            (true, false) => Relation::Preferred,
            (false, true) => Relation::Worse,
            (false, false) => Relation::Indifferent,
            (true, true) => Relation::Incomparable,
        }
    };
    (0..plus.len())
        .map(|row| (0..plus.len()).map(|column| relation(row, column)).collect())
        .collect()
}
