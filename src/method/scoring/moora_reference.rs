//! MOORA's reference point: the largest weighted distance from the best of each criterion.
//! Also the second of the three rankings that MULTIMOORA merges.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::moora::Moora;
use crate::method::scoring::scored::Scored;
use crate::method::statistics;
use crate::method::terms::Terms;

/// max_j w_j |r_j* − x_ij / ‖x_j‖| with r* the best of the field; lower is better.
///
/// Source: Brauers, W. K. M., & Zavadskas, E. K. (2006), as `moora`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MooraReference;

/// The reference point held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenReference {
    terms: Terms,
    best: Vec<f64>,
}

impl MooraReference {
    /// Scores the field.
    ///
    /// # Errors
    /// A column of zeros.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        Scored::lower(self.freeze(problem)?.scores(&problem.ratings)).outcome()
    }

    /// Holds norms and the reference point fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenReference, Refusal> {
        let terms = Moora.freeze(problem)?;
        let entries = terms.cells(&problem.ratings);
        let best = (0..entries.columns()).map(|column| statistics::high(entries.column(column)));
        Ok(FrozenReference { best: best.collect(), terms })
    }
}

impl FrozenReference {
    /// The largest distances, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let mut largest = vec![0.0; rows.rows()];
        for (column, term) in self.terms.0.iter().enumerate() {
            let best = self.best[column];
            term.each(rows.column(column), &mut largest, |largest, entry| {
                let distance = (best - entry).abs();
                if distance > *largest {
                    *largest = distance;
                }
            });
        }
        largest
    }
}
