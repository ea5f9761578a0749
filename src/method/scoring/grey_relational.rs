//! Grey relational analysis: closeness to a reference series, criterion by criterion.
//! Additive: each coefficient depends on one rating alone.

use crate::method::extreme;
use crate::method::map::Map;
use crate::method::normalise::ends;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::terms::Terms;

/// Σ w_j ξ_ij with ξ = (Δ_min + ρ Δ_max) / (Δ + ρ Δ_max), Δ the distance of a min–max entry from 1;
/// higher is better. Over min–max entries Δ_min = 0 and Δ_max = 1.
///
/// Source: Deng, J. L. (1982). Control problems of grey systems. Systems & Control Letters, 1(5),
/// 288–294; Deng, J. L. (1989). Introduction to grey system theory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GreyRelational {
    /// The distinguishing coefficient ρ, in (0, 1].
    pub rho: f64,
}

impl Default for GreyRelational {
    fn default() -> Self {
        Self { rho: 0.5 }
    }
}

impl GreyRelational {
    /// Scores the field.
    ///
    /// # Errors
    /// A criterion without range.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let terms = self.freeze(problem)?;
        let rows = &problem.ratings;
        Scored::higher(terms.sums(rows)).split(terms.cells(rows), Unit::Score).outcome()
    }

    /// The weighted coefficients over this field.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<Terms, Refusal> {
        if !(self.rho > 0.0 && self.rho <= 1.0) {
            return Err(undefined("`rho` must lie above 0 and at most at 1"));
        }
        let map = |column: usize| {
            let direction = problem.axes[column].direction;
            let (best, worst) = ends(column, problem.ratings.column(column), direction)?;
            // ρ / (Δ + ρ) with Δ = (x − best) / (worst − best), cleared of the inner fraction.
            let reach = self.rho * (worst - best);
            let origin = best - reach;
            // A distance that no float holds would count as an entry of 0.
            match (worst - origin).is_finite() {
                true => Ok(Map::Reciprocal { numerator: reach, origin }),
                false => Err(extreme::of_column(column, problem.ratings.column(column))),
            }
        };
        let maps = (0..problem.criteria()).map(map).collect::<Result<_, Refusal>>()?;
        Ok(Terms::with_shares(maps, problem))
    }
}
