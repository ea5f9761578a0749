//! MABAC: distances from the border approximation area.
//! The border is the field's geometric mean of each criterion.

use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// Σ (v_ij − g_j) with v = w (r + 1), r min–max and g the geometric mean of v over the field; higher
/// is better.
///
/// Source: Pamučar, D., & Ćirović, G. (2015). The selection of transport and handling resources in
/// logistics centers using MABAC. Expert Systems with Applications, 42(6), 3016–3028.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mabac;

/// MABAC with its border held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenMabac {
    /// v − g, which add up to the score.
    pub terms: Terms,
    /// g, one for each criterion.
    pub border: Vec<f64>,
}

impl Mabac {
    /// Scores the field; detail `border`.
    ///
    /// # Errors
    /// A criterion without range.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let rows = &problem.ratings;
        Scored::higher(frozen.terms.sums(rows))
            .split(frozen.terms.cells(rows), Unit::Score)
            .detail("border", Figures::PerCriterion(frozen.border))
            .outcome()
    }

    /// Holds ranges and border fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenMabac, Refusal> {
        let mut terms = Terms::weighted(Normalise::MinMax, problem)?;
        let mut border = Vec::with_capacity(problem.criteria());
        for (column, term) in terms.0.iter_mut().enumerate() {
            // The share is common to all, so it is taken out of the mean; a share of 0 has one too.
            let cells = problem.ratings.column(column);
            let logarithms =
                cells.iter().fold(0.0, |sum, &cell| sum + term.map.apply(cell).ln_1p());
            let mean = (logarithms / problem.vendors() as f64).exp();
            border.push(term.slope * mean);
            term.offset = term.slope * (1.0 - mean);
        }
        Ok(FrozenMabac { terms, border })
    }
}
