//! TOPSIS: closeness to the ideal and distance from the anti-ideal.
//! Leads are split exactly in the logit of closeness.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Lead, Outcome, Refusal, Split, Unit};
use crate::method::problem::Problem;
use crate::method::rows;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics::BLOCK;
use crate::method::terms::Terms;

/// d⁻ / (d⁺ + d⁻), Euclidean distances of weighted entries to the worst and best of the field;
/// higher is better. Entries are turned so that more is better, which leaves distances as they are.
///
/// Source: Hwang, C. L., & Yoon, K. (1981). Multiple attribute decision making.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Topsis {
    /// How ratings become entries; vector by default.
    pub normalise: Normalise,
}

impl Default for Topsis {
    fn default() -> Self {
        Self { normalise: Normalise::Vector }
    }
}

/// TOPSIS with its ideal and anti-ideal held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenTopsis {
    terms: Terms,
    /// Best and worst weighted entry of each column.
    ends: Vec<[f64; 2]>,
}

impl Topsis {
    /// Scores the field; details `d-plus` and `d-minus`.
    ///
    /// # Errors
    /// What the normalisation cannot take, and a field in which nobody differs.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [scores, best, worst] = frozen.figures(self.normalise.table(problem));
        Scored::higher(scores)
            .detail("d-plus", Figures::PerVendor(best))
            .detail("d-minus", Figures::PerVendor(worst))
            .outcome()
    }

    /// Holds norms, ideal and anti-ideal fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenTopsis, Refusal> {
        FrozenTopsis::between_ends(
            Terms::weighted(self.normalise, problem)?,
            self.normalise.table(problem),
        )
    }

    /// How far vendor `a` is ahead of `b`, split over the criteria in the logit of closeness:
    /// ½ Σ_j [(N_j^a − N_j^b) / L(N^a, N^b) − (P_j^a − P_j^b) / L(P^a, P^b)] with squared distances
    /// P to the ideal and N to the anti-ideal, and L the logarithmic mean.
    ///
    /// `None` where one of them is the ideal or the anti-ideal, whose logit is infinite.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn lead(&self, problem: &Problem, a: usize, b: usize) -> Result<Option<Lead>, Refusal> {
        let frozen = self.freeze(problem)?;
        let pair = self.normalise.table(problem).select_rows(&[a, b]);
        let mut squares = [[0.0; 2]; 2];
        let [best, worst] = &mut squares;
        frozen.add_squares(&pair, 0, [best, worst]);
        if best.iter().chain(worst.iter()).any(|&square| square < f64::MIN_POSITIVE) {
            return Ok(None);
        }
        let (toward, away) = (Logarithm::of(best[0], best[1]), Logarithm::of(worst[0], worst[1]));
        let mut parts = vec![0.0; frozen.ends.len()];
        for (column, part) in parts.iter_mut().enumerate() {
            let gain = |end| {
                let square = |row| frozen.gap(column, pair.get(row, column), end).powi(2);
                square(0) - square(1)
            };
            *part = 0.5 * (gain(WORST) / away.mean - gain(BEST) / toward.mean);
        }
        let amount = 0.5 * (away.ratio - toward.ratio);
        Ok(Some(Lead { amount, unit: Unit::Logit, parts, how: Split::Exact }))
    }
}

const BEST: usize = 0;
const WORST: usize = 1;

impl FrozenTopsis {
    /// Distances under these terms to the best and worst entries of `table`; COMET's expert too.
    ///
    /// # Errors
    /// Where no entry differs from another.
    pub fn between_ends(terms: Terms, table: &Matrix) -> Result<Self, Refusal> {
        let ends_of = |column: usize| terms.0[column].ends(table.column(column));
        let ends = rows::per_column(table.rows(), terms.0.len(), ends_of);
        let apart = ends.iter().fold(0.0, |sum, [best, worst]| sum + (best - worst).powi(2));
        if apart > 0.0 {
            return Ok(Self { terms, ends });
        }
        Err(undefined("no vendor differs from another, so that the ideal is also the anti-ideal"))
    }

    /// Closeness, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [scores] = rows::figures(
            rows.rows(),
            self.ends.len(),
            #[inline(always)]
            |start, [scores]| {
                let mut squares = [[0.0; BLOCK]; 2];
                let squares = squares.each_mut().map(|squares| &mut squares[..scores.len()]);
                self.close(rows, start, scores, squares);
            },
        );
        scores
    }

    /// Closeness, distance to the best and distance to the worst of each row.
    fn figures(&self, table: &Matrix) -> [Vec<f64>; 3] {
        rows::figures(
            table.rows(),
            self.ends.len(),
            #[inline(always)]
            |start, [scores, best, worst]| self.close(table, start, scores, [best, worst]),
        )
    }

    /// Writes closeness and the distances, all 0 so far, of some rows.
    #[inline(always)]
    fn close(
        &self,
        table: &Matrix,
        start: usize,
        scores: &mut [f64],
        [best, worst]: [&mut [f64]; 2],
    ) {
        self.add_squares(table, start, [&mut *best, &mut *worst]);
        for (score, (best, worst)) in scores.iter_mut().zip(best.iter_mut().zip(worst)) {
            (*best, *worst) = (best.sqrt(), worst.sqrt());
            *score = *worst / (*best + *worst);
        }
    }

    /// Adds the squared distances of some rows to the best and the worst.
    #[inline(always)]
    fn add_squares(&self, table: &Matrix, start: usize, [best, worst]: [&mut [f64]; 2]) {
        let columns = 0..self.ends.len();
        self.terms.step(columns, table, start, [best, worst], |column| {
            let [highest, lowest] = self.ends[column];
            move |[best, worst], entry| {
                let (to_best, to_worst) = (entry - highest, entry - lowest);
                [best + to_best * to_best, worst + to_worst * to_worst]
            }
        });
    }

    fn gap(&self, column: usize, cell: f64, end: usize) -> f64 {
        self.terms.0[column].apply(cell) - self.ends[column][end]
    }
}

/// ln(x / y) and the logarithmic mean (x − y) / ln(x / y), which is x where x = y.
struct Logarithm {
    ratio: f64,
    mean: f64,
}

impl Logarithm {
    fn of(x: f64, y: f64) -> Self {
        // Near equality ln(x / y) loses its digits; ln(1 + (x − y) / y) keeps them.
        let apart = (x - y) / y;
        let ratio = if apart.abs() < 0.5 { apart.ln_1p() } else { (x / y).ln() };
        Self { ratio, mean: if ratio == 0.0 { x } else { (x - y) / ratio } }
    }
}

#[cfg(test)]
mod tests {
    use super::Logarithm;

    #[test]
    fn the_logarithmic_mean_lies_between_its_arguments() {
        for (x, y) in [(1.0, 1.0), (2.0, 2.0 + 1e-15), (1e-12, 3.0), (5.0, 0.1)] {
            let Logarithm { ratio, mean } = Logarithm::of(x, y);
            assert!(
                mean >= f64::min(x, y) * (1.0 - 1e-12) && mean <= f64::max(x, y) * (1.0 + 1e-12)
            );
            assert!((ratio * mean - (x - y)).abs() <= 1e-15 * f64::max(x, y));
        }
    }
}
