//! MULTIMOORA: ratio system, reference point and full multiplicative form, merged by majority.
//! Compares every vendor with every other, so it takes time quadratic in the vendors.

use crate::method::matrix::Matrix;
use crate::method::normalise::refuse_not_positive;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::{Direction, Problem};
use crate::method::ranks::{competition_ranks, tie_tolerance};
use crate::method::scoring::moora::Moora;
use crate::method::scoring::moora_reference::{FrozenReference, MooraReference};
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// How many vendors are beaten on at least two of the three rankings; higher is better.
///
/// The full multiplicative form, Π benefits / Π costs, has no weights by its definition.
///
/// Source: Brauers, W. K. M., & Zavadskas, E. K. (2010). Project management by MULTIMOORA as an
/// instrument for transition economies. Technological and Economic Development of Economy, 16(1).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Multimoora;

/// The three rankings of the field held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenMultimoora {
    ratio: Terms,
    reference: FrozenReference,
    directions: Vec<Direction>,
    /// Merits of the field, more is better: ratio, minus reference distance, logarithm of the form.
    field: [Vec<f64>; 3],
    tolerances: [f64; 3],
}

impl Multimoora {
    /// Scores the field; details `ratio`, `reference-point`, `log-full-multiplicative` and their
    /// ranks `rank-ratio`, `rank-reference`, `rank-full-multiplicative`.
    ///
    /// # Errors
    /// A rating that is not positive.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [ratio, reference, form] = &frozen.field;
        let ranks = |merits: &[f64]| {
            Figures::PerVendor(competition_ranks(merits).into_iter().map(|r| r as f64).collect())
        };
        let distances = reference.iter().map(|merit| -merit).collect();
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("ratio", Figures::PerVendor(ratio.clone()))
            .detail("reference-point", Figures::PerVendor(distances))
            .detail("log-full-multiplicative", Figures::PerVendor(form.clone()))
            .detail("rank-ratio", ranks(ratio))
            .detail("rank-reference", ranks(reference))
            .detail("rank-full-multiplicative", ranks(form))
            .outcome()
    }

    /// Holds norms, reference point and the field's own three merits fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenMultimoora, Refusal> {
        for column in 0..problem.criteria() {
            refuse_not_positive(column, problem.ratings.column(column))?;
        }
        let mut frozen = FrozenMultimoora {
            ratio: Moora.freeze(problem)?,
            reference: MooraReference.freeze(problem)?,
            directions: problem.axes.iter().map(|axis| axis.direction).collect(),
            field: [const { Vec::new() }; 3],
            tolerances: [0.0; 3],
        };
        frozen.field = frozen.merits(&problem.ratings);
        frozen.tolerances = frozen.field.each_ref().map(|merits| tie_tolerance(merits));
        Ok(frozen)
    }
}

impl FrozenMultimoora {
    /// How many of the field each row beats.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let merits = self.merits(rows);
        let beats = |row: usize, vendor: usize| {
            let wins = (0..3)
                .filter(|&way| merits[way][row] - self.field[way][vendor] > self.tolerances[way]);
            wins.count() >= 2
        };
        let vendors = self.field[0].len();
        let score = |row| (0..vendors).filter(|&vendor| beats(row, vendor)).count() as f64;
        (0..rows.rows()).map(score).collect()
    }

    fn merits(&self, rows: &Matrix) -> [Vec<f64>; 3] {
        let reference = self.reference.scores(rows).into_iter().map(|distance| -distance);
        let mut form = vec![0.0; rows.rows()];
        for (column, direction) in self.directions.iter().enumerate() {
            for (row, cell) in rows.column(column).iter().enumerate() {
                form[row] += direction.sign() * cell.ln();
            }
        }
        [self.ratio.sums(rows), reference.collect(), form]
    }
}
