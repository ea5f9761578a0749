//! EDAS: distances above and below the average vendor.
//! Averages and the largest distances are the field's.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::positive_sum;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::rows;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

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
    /// Weighted distances from the average, as shares of it; positive where a cell is better.
    distances: Terms,
    largest: [f64; 2],
}

impl Edas {
    /// Scores the field; details `sp` and `sn`.
    ///
    /// # Errors
    /// Negative ratings, a column of zeros, a field in which nobody differs.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let (frozen, [above, below]) = self.frozen(problem)?;
        Scored::higher(frozen.appraised(&above, &below))
            .detail("sp", Figures::PerVendor(above))
            .detail("sn", Figures::PerVendor(below))
            .outcome()
    }

    /// Holds averages and largest distances fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenEdas, Refusal> {
        self.frozen(problem).map(|(frozen, _)| frozen)
    }

    /// The frozen method, and SP and SN of the field it was frozen on.
    fn frozen(&self, problem: &Problem) -> Result<(FrozenEdas, [Vec<f64>; 2]), Refusal> {
        let map = |column: usize| {
            let cells = problem.ratings.column(column);
            positive_sum(column, cells)?;
            let mean = statistics::mean(cells);
            Ok(Map::Linear { origin: mean, span: problem.axes[column].direction.sign() * mean })
        };
        let maps = rows::per_column(problem.vendors(), problem.criteria(), map)
            .into_iter()
            .collect::<Result<_, Refusal>>()?;
        let distances = Terms::with_shares(maps, problem);
        let mut frozen = FrozenEdas { distances, largest: [1.0; 2] };
        let sides = frozen.sides(&problem.ratings);
        frozen.largest = sides.each_ref().map(|side| statistics::high(side));
        if frozen.largest.iter().all(|&largest| largest > 0.0) {
            return Ok((frozen, sides));
        }
        Err(undefined("no vendor differs from the average"))
    }
}

impl FrozenEdas {
    /// Appraisal scores, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [above, below] = self.sides(rows);
        self.appraised(&above, &below)
    }

    fn appraised(&self, above: &[f64], below: &[f64]) -> Vec<f64> {
        let [most_above, most_below] = self.largest;
        let appraise = |(above, below)| (above / most_above + 1.0 - below / most_below) / 2.0;
        above.iter().zip(below).map(appraise).collect()
    }

    /// SP and SN of each row.
    fn sides(&self, table: &Matrix) -> [Vec<f64>; 2] {
        rows::figures(table.rows(), self.distances.0.len(), |start, [above, below]| {
            for (column, term) in self.distances.0.iter().enumerate() {
                let cells = &table.column(column)[start..];
                // Choices rather than branches, so that rows are computed side by side.
                term.each(cells, above, |sum, distance| {
                    *sum += if distance > 0.0 { distance } else { 0.0 };
                });
                term.each(cells, below, |sum, distance| {
                    *sum -= if distance > 0.0 { 0.0 } else { distance };
                });
            }
        })
    }
}
