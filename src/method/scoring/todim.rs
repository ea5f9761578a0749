//! TODIM: gains and losses against every other vendor, losses felt more.
//! Compares every vendor with every other, so it takes time quadratic in the vendors.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;
use crate::method::vectors::widest;

/// (Σ_k δ(i, k) − min) / (max − min) with δ the sum over criteria of √(w d) for a gain d > 0 and
/// −√(|d| / w) / θ for a loss, d the difference of sum-normalised entries; higher is better.
///
/// The reference criterion's relative weights w_jr = w_j / w_r cancel when the shares add up to 1.
///
/// Source: Gomes, L. F. A. M., & Lima, M. M. P. P. (1992). TODIM: basics and application to
/// multicriteria ranking of projects with environmental impacts. Foundations of Computing and
/// Decision Sciences, 16(4), 113–127.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Todim {
    /// Attenuation of losses, > 0; the smaller, the more they hurt.
    pub theta: f64,
}

impl Default for Todim {
    fn default() -> Self {
        Self { theta: 1.0 }
    }
}

/// TODIM with the field's entries held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenTodim {
    /// Entries without shares.
    entries: Terms,
    shares: Vec<f64>,
    theta: f64,
    field: Matrix,
    least: f64,
    range: f64,
}

impl Todim {
    /// Scores the field; detail `dominance` is Σ δ.
    ///
    /// # Errors
    /// What the sum cannot take, a share of 0, and a field in which nobody dominates.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let (frozen, dominance) = self.frozen(problem)?;
        Scored::higher(frozen.global(dominance.clone()))
            .detail("dominance", Figures::PerVendor(dominance))
            .outcome()
    }

    /// The scores by themselves, every pair compared once.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn scores(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        self.frozen(problem).map(|(frozen, dominance)| frozen.global(dominance))
    }

    /// Holds sums and the field's entries fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenTodim, Refusal> {
        self.frozen(problem).map(|(frozen, _)| frozen)
    }

    /// The frozen method, and Σ δ of the field it was frozen on.
    fn frozen(&self, problem: &Problem) -> Result<(FrozenTodim, Vec<f64>), Refusal> {
        if !(self.theta > 0.0 && self.theta.is_finite()) {
            return Err(undefined("`theta` must be above 0"));
        }
        let shares = problem.shares();
        if let Some(criterion) = shares.iter().position(|&share| share <= 0.0) {
            return Err(Refusal::Lacks { criterion, what: "a weight above 0" });
        }
        let mut entries = Terms::weighted(Normalise::Sum, problem)?;
        for term in &mut entries.0 {
            term.slope = 1.0;
        }
        let field = entries.cells(&problem.ratings);
        let mut frozen =
            FrozenTodim { entries, shares, theta: self.theta, field, least: 0.0, range: 1.0 };
        let dominance = frozen.dominance(&problem.ratings);
        frozen.least = statistics::low(&dominance);
        frozen.range = statistics::high(&dominance) - frozen.least;
        if frozen.range > 1e-12 * frozen.least.abs() {
            return Ok((frozen, dominance));
        }
        Err(undefined("no vendor dominates another more than any other does"))
    }
}

impl FrozenTodim {
    /// Global values, one for each row; 0 to 1 over the field.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        self.global(self.dominance(rows))
    }

    fn global(&self, mut dominance: Vec<f64>) -> Vec<f64> {
        for sum in &mut dominance {
            *sum = (*sum - self.least) / self.range;
        }
        dominance
    }

    fn dominance(&self, rows: &Matrix) -> Vec<f64> {
        let mut dominance = vec![0.0; rows.rows()];
        let entries = self.entries.cells(rows);
        for column in 0..entries.columns() {
            widest(
                #[inline(always)]
                || self.add_dominance(column, entries.column(column), &mut dominance),
            );
        }
        dominance
    }

    /// Adds what each row gains and loses on one criterion; rows side by side, since each adds up
    /// by itself.
    #[inline(always)]
    fn add_dominance(&self, column: usize, entries: &[f64], dominance: &mut [f64]) {
        let root = self.shares[column].sqrt();
        let (gain, loss) = (root, -1.0 / (root * self.theta));
        for other in self.field.column(column) {
            for (sum, entry) in dominance.iter_mut().zip(entries) {
                let ahead = entry - other;
                // A choice rather than a branch, so that rows are computed side by side.
                *sum += ahead.abs().sqrt() * if ahead >= 0.0 { gain } else { loss };
            }
        }
    }
}
