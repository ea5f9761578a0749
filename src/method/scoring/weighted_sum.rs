//! Weighted sum of normalised ratings.
//! The default method, and the yardstick of the others.

use crate::method::normalise::Normalise;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// Σ w_j r_ij, higher is better.
///
/// Source: Fishburn, P. C. (1967). Additive utilities with incomplete product sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedSum {
    /// How ratings become r; the value function by default.
    pub normalise: Normalise,
}

impl Default for WeightedSum {
    fn default() -> Self {
        Self { normalise: Normalise::Value }
    }
}

impl WeightedSum {
    /// Scores the field.
    ///
    /// # Errors
    /// What the normalisation cannot take.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let terms = self.freeze(problem)?;
        let rows = self.normalise.table(problem);
        Scored::higher(terms.sums(rows)).split(terms.cells(rows), Unit::Score).outcome()
    }

    /// The terms of the sum over this field.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<Terms, Refusal> {
        Terms::weighted(self.normalise, problem)
    }
}
