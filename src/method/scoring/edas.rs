//! EDAS: distances above and below the average vendor.
//! Averages and the largest distances are the field's.

use crate::method::matrix::Matrix;
use crate::method::normalise::positive_sum;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;

/// ½ (SP / max SP + 1 − SN / max SN), SP and SN the weighted distances above and below the average
/// as shares of it; higher is better. Negative ratings are refused: an average near 0 would make
/// the shares meaningless, and one below 0 would turn them.
///
/// Source: Keshavarz Ghorabaee, M., Zavadskas, E. K., Olfat, L., & Turskis, Z. (2015).
/// Multi-criteria inventory classification using EDAS. Informatica, 26(3), 435–451.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Edas;

/// EDAS with the average vendor held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenEdas {
    columns: Vec<Average>,
    largest: [f64; 2],
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Average {
    mean: f64,
    sign: f64,
    share: f64,
}

impl Edas {
    /// Scores the field; details `sp` and `sn`.
    ///
    /// # Errors
    /// Negative ratings, a column of zeros, a field in which nobody differs.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [above, below] = frozen.distances(&problem.ratings);
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("sp", Figures::PerVendor(above))
            .detail("sn", Figures::PerVendor(below))
            .outcome()
    }

    /// Holds averages and largest distances fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenEdas, Refusal> {
        let average = |column: usize| {
            let cells = problem.ratings.column(column);
            positive_sum(column, cells)?;
            let axis = &problem.axes[column];
            let (mean, sign) = (statistics::mean(cells), axis.direction.sign());
            Ok(Average { mean, sign, share: axis.share })
        };
        let columns = (0..problem.criteria()).map(average).collect::<Result<_, Refusal>>()?;
        let mut frozen = FrozenEdas { columns, largest: [1.0; 2] };
        frozen.largest = frozen.distances(&problem.ratings).map(|side| statistics::high(&side));
        if frozen.largest.iter().all(|&largest| largest > 0.0) {
            return Ok(frozen);
        }
        Err(undefined("no vendor differs from the average"))
    }
}

impl FrozenEdas {
    /// Appraisal scores, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [above, below] = self.distances(rows);
        let [most_above, most_below] = self.largest;
        let appraise = |(above, below)| (above / most_above + 1.0 - below / most_below) / 2.0;
        above.into_iter().zip(below).map(appraise).collect()
    }

    /// SP and SN of each row.
    fn distances(&self, rows: &Matrix) -> [Vec<f64>; 2] {
        let mut above = vec![0.0; rows.rows()];
        let mut below = above.clone();
        for (column, average) in self.columns.iter().enumerate() {
            let Average { mean, sign, share } = *average;
            for (row, cell) in rows.column(column).iter().enumerate() {
                let distance = share * (sign * (cell - mean) / mean);
                if distance > 0.0 {
                    above[row] += distance;
                } else {
                    below[row] -= distance;
                }
            }
        }
        [above, below]
    }
}
