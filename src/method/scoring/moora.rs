//! MOORA's ratio system: benefits minus costs over vector norms.
//! Also the first of the three rankings that MULTIMOORA merges.

use crate::method::map::Map;
use crate::method::normalise::positive_norm;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// Σ ± w_j x_ij / ‖x_j‖, costs counted negative; higher is better.
///
/// Source: Brauers, W. K. M., & Zavadskas, E. K. (2006). The MOORA method and its application to
/// privatization in a transition economy. Control and Cybernetics, 35(2), 445–469.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moora;

impl Moora {
    /// Scores the field.
    ///
    /// # Errors
    /// A column of zeros.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let terms = self.freeze(problem)?;
        let rows = &problem.ratings;
        Scored::higher(terms.sums(rows)).split(terms.cells(rows), Unit::Score).outcome()
    }

    /// The terms of the sum over this field.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<Terms, Refusal> {
        let map = |column: usize| {
            let norm = positive_norm(column, problem.ratings.column(column))?;
            Ok(Map::Linear { origin: 0.0, span: norm * problem.axes[column].direction.sign() })
        };
        let maps = (0..problem.criteria()).map(map).collect::<Result<_, Refusal>>()?;
        Ok(Terms::with_shares(maps, problem))
    }
}
