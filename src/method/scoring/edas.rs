//! EDAS: distances above and below the average vendor.
//! Averages and the largest distances are the field's.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::positive_summary;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::rows;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics::BLOCK;
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
        let frozen = self.freeze(problem)?;
        let [above, below] = frozen.sides(&problem.ratings);
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
        let map = |column: usize| {
            let cells = problem.ratings.column(column);
            let mean = positive_summary(column, cells)?.mean(cells.len());
            Ok(Map::Linear { origin: mean, span: problem.axes[column].direction.sign() * mean })
        };
        let maps = rows::per_column(problem.vendors(), problem.criteria(), map)
            .into_iter()
            .collect::<Result<_, Refusal>>()?;
        let distances = Terms::with_shares(maps, problem);
        let mut frozen = FrozenEdas { distances, largest: [1.0; 2] };
        let sides = rows::summaries(
            problem.vendors(),
            problem.criteria(),
            #[inline(always)]
            |start, sides| frozen.add_sides(&problem.ratings, start, sides),
        );
        frozen.largest = sides.map(|side| side.high);
        if frozen.largest.iter().all(|&largest| largest > 0.0) {
            return Ok(frozen);
        }
        Err(undefined("no vendor differs from the average"))
    }
}

impl FrozenEdas {
    /// Appraisal scores, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [scores] = rows::figures(
            rows.rows(),
            self.distances.0.len(),
            #[inline(always)]
            |start, [scores]| {
                let mut below = [0.0; BLOCK];
                let below = &mut below[..scores.len()];
                self.add_sides(rows, start, [&mut *scores, &mut *below]);
                for (score, below) in scores.iter_mut().zip(below) {
                    *score = self.appraisal([*score, *below]);
                }
            },
        );
        scores
    }

    #[inline(always)]
    fn appraisal(&self, [above, below]: [f64; 2]) -> f64 {
        let [most_above, most_below] = self.largest;
        (above / most_above + 1.0 - below / most_below) / 2.0
    }

    fn appraised(&self, above: &[f64], below: &[f64]) -> Vec<f64> {
        rows::mapped([above, below], |sides| self.appraisal(sides))
    }

    /// SP and SN of each row.
    fn sides(&self, table: &Matrix) -> [Vec<f64>; 2] {
        rows::figures(
            table.rows(),
            self.distances.0.len(),
            #[inline(always)]
            |start, sides| self.add_sides(table, start, sides),
        )
    }

    #[inline(always)]
    fn add_sides(&self, table: &Matrix, start: usize, [above, below]: [&mut [f64]; 2]) {
        let columns = 0..self.distances.0.len();
        self.distances.step(columns, table, start, [above, below], |_| {
            // Choices rather than branches, so that rows are computed side by side.
            let gain = |distance: f64| if distance > 0.0 { distance } else { 0.0 };
            move |[above, below], distance| [above + gain(distance), below + gain(-distance)]
        });
    }
}
