//! ROV: the middle of the range of value.
//! With weights known, half a weighted sum.

use crate::method::normalise::Normalise;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// (u⁺ + u⁻) / 2, the weighted min–max sums over benefits and over costs; higher is better.
///
/// Source: Yakowitz, D. S., Lane, L. J., & Szidarovszky, F. (1993). Multi-attribute decision making:
/// dominance with respect to an importance order of the attributes. Applied Mathematics and
/// Computation, 54(2–3); in the form of Hajkowicz, S., & Higgins, A. (2008).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rov;

impl Rov {
    /// Scores the field.
    ///
    /// # Errors
    /// A criterion without range.
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
        Ok(Terms::weighted(Normalise::MinMax, problem)?.scaled(0.5))
    }
}
