//! CRADIS: deviations from one ideal and one anti-ideal entry of the whole table.
//! Both are compared with an optimal vendor made of the best of each criterion.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

/// (K⁺ + K⁻) / 2 with K⁺ = S⁺_optimal / S⁺ and K⁻ = S⁻ / S⁻_optimal, S⁺ and S⁻ the sums of distances
/// of weighted ratio entries from the largest and the smallest of the whole table; higher is better.
///
/// A vendor with S⁺ = 0 equals the optimal one, whose K⁺ is 1 also where its S⁺ is 0.
///
/// Source: Puška, A., Stević, Ž., & Pamučar, D. (2022). Evaluation and selection of healthcare waste
/// incinerators using extended sustainability criteria and multi-criteria analysis methods.
/// Environment, Development and Sustainability, 24, 11195–11225.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cradis;

/// CRADIS with its ends and its optimal vendor held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenCradis {
    terms: Terms,
    /// Largest and smallest weighted entry of the table.
    ends: [f64; 2],
    /// The optimal vendor's S⁺ and S⁻.
    optimal: [f64; 2],
}

impl Cradis {
    /// Scores the field; details `s-plus` and `s-minus`.
    ///
    /// # Errors
    /// What the ratio cannot take, and a table whose weighted entries are all the same.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [plus, minus] = frozen.deviations(&frozen.terms.cells(&problem.ratings));
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("s-plus", Figures::PerVendor(plus))
            .detail("s-minus", Figures::PerVendor(minus))
            .outcome()
    }

    /// Holds the largest and smallest entries fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenCradis, Refusal> {
        let terms = Terms::weighted(Normalise::Ratio, problem)?;
        let entries = terms.cells(&problem.ratings);
        let columns = 0..entries.columns();
        let best: Vec<f64> =
            columns.clone().map(|column| statistics::high(entries.column(column))).collect();
        let worst: Vec<f64> =
            columns.map(|column| statistics::low(entries.column(column))).collect();
        let mut frozen = FrozenCradis {
            terms,
            ends: [statistics::high(&best), statistics::low(&worst)],
            optimal: [0.0; 2],
        };
        let [plus, minus] = frozen.deviations(&Matrix::from_rows(&[best]));
        frozen.optimal = [plus[0], minus[0]];
        if frozen.optimal[1] > 0.0 {
            return Ok(frozen);
        }
        Err(undefined(
            "all weighted entries are the same, so that the ideal is also the anti-ideal",
        ))
    }
}

impl FrozenCradis {
    /// Mean utilities, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [plus, minus] = self.deviations(&self.terms.cells(rows));
        let [optimal_plus, optimal_minus] = self.optimal;
        let mean = |(plus, minus): (f64, f64)| {
            let toward = if plus > 0.0 { optimal_plus / plus } else { 1.0 };
            (toward + minus / optimal_minus) / 2.0
        };
        plus.into_iter().zip(minus).map(mean).collect()
    }

    /// S⁺ and S⁻ of rows of weighted entries.
    fn deviations(&self, entries: &Matrix) -> [Vec<f64>; 2] {
        let [ideal, anti_ideal] = self.ends;
        let mut plus = vec![0.0; entries.rows()];
        let mut minus = plus.clone();
        for column in 0..entries.columns() {
            for (row, entry) in entries.column(column).iter().enumerate() {
                plus[row] += ideal - entry;
                minus[row] += entry - anti_ideal;
            }
        }
        [plus, minus]
    }
}
