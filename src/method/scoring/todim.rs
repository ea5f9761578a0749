//! TODIM: gains and losses against every other vendor, losses felt more.
//! Compares every vendor with every other, so it takes time quadratic in the vendors.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

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
        let frozen = self.freeze(problem)?;
        let dominance = frozen.dominance(&problem.ratings);
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("dominance", Figures::PerVendor(dominance))
            .outcome()
    }

    /// Holds sums and the field's entries fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenTodim, Refusal> {
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
            return Ok(frozen);
        }
        Err(undefined("no vendor dominates another more than any other does"))
    }
}

impl FrozenTodim {
    /// Global values, one for each row; 0 to 1 over the field.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let global = |dominance| (dominance - self.least) / self.range;
        self.dominance(rows).into_iter().map(global).collect()
    }

    fn dominance(&self, rows: &Matrix) -> Vec<f64> {
        let mut dominance = vec![0.0; rows.rows()];
        for (column, term) in self.entries.0.iter().enumerate() {
            let others = self.field.column(column);
            let share = self.shares[column];
            term.each(rows.column(column), &mut dominance, |sum, entry| {
                for other in others {
                    let ahead = entry - other;
                    *sum += if ahead >= 0.0 {
                        (share * ahead).sqrt()
                    } else {
                        -(-ahead / share).sqrt() / self.theta
                    };
                }
            });
        }
        dominance
    }
}
