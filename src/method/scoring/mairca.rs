//! MAIRCA: the gap between theoretical and real ratings.
//! Every vendor has the same prior, one n-th.

use crate::method::normalise::Normalise;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// Σ w_j / n · (1 − r_ij), r min–max; lower is better.
///
/// Source: Pamučar, D., Vasin, L., & Lukovac, L. (2014). Selection of railway level crossings for
/// investing in security equipment using hybrid DEMATEL-MAIRCA model. Railcon 2014, 89–92.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mairca;

impl Mairca {
    /// Scores the field.
    ///
    /// # Errors
    /// A criterion without range.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let terms = self.freeze(problem)?;
        let rows = &problem.ratings;
        Scored::lower(terms.sums(rows)).split(terms.cells(rows), Unit::Score).outcome()
    }

    /// The gaps over this field.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<Terms, Refusal> {
        let mut terms = Terms::weighted(Normalise::MinMax, problem)?;
        for term in &mut terms.0 {
            term.slope /= -(problem.vendors() as f64);
            term.offset = -term.slope;
        }
        Ok(terms)
    }
}
