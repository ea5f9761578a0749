//! PROBID: distances to every tier of ideals, from the best to the worst, and to the average.
//! Measures each vendor against each tier, so it takes time quadratic in the vendors.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;
use crate::method::vectors::widest;

/// 1 / (1 + R²) + d, where d is the distance to the average vendor and R the distances to the better
/// half of the ideals over those to the worse half, each divided by its place from the end; the k-th
/// ideal has the k-th best weighted vector entry of each criterion, and with an odd number the middle
/// one counts in both halves. Higher is better.
///
/// Distance from the average is rewarded on either side, so a vendor better on every criterion can
/// end below.
///
/// Source: Wang, Z., Rangaiah, G. P., & Wang, X. (2021). Preference ranking on the basis of
/// ideal-average distance method for multi-criteria decision-making. Industrial & Engineering
/// Chemistry Research, 60(30), 11216–11230.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Probid;

/// PROBID with its ideals held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenProbid {
    terms: Terms,
    /// Row k holds the k-th best entry of each criterion.
    ideals: Matrix,
    average: Matrix,
}

impl Probid {
    /// Scores the field; details `d-better`, `d-worse` and `d-average`.
    ///
    /// # Errors
    /// A column of zeros, and a field in which nobody differs.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let distances = frozen.distances(&problem.ratings);
        let scores = scores_at(&distances);
        let [better, worse, average] = distances;
        Scored::higher(scores)
            .detail("d-better", Figures::PerVendor(better))
            .detail("d-worse", Figures::PerVendor(worse))
            .detail("d-average", Figures::PerVendor(average))
            .outcome()
    }

    /// Holds norms, ideals and the average fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenProbid, Refusal> {
        let terms = Terms::weighted(Normalise::Vector, problem)?;
        let mut ideals = terms.cells(&problem.ratings);
        let mut average = Matrix::zeros(1, ideals.columns());
        let mut is_flat = true;
        for column in 0..ideals.columns() {
            let entries = ideals.column_mut(column);
            average.column_mut(column)[0] = statistics::mean(entries);
            entries.sort_unstable_by(|a, b| b.total_cmp(a));
            is_flat &= entries.first() == entries.last();
        }
        if is_flat {
            return Err(undefined("no vendor differs from another, so that all ideals are one"));
        }
        Ok(FrozenProbid { terms, ideals, average })
    }
}

impl FrozenProbid {
    /// Performance scores, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        scores_at(&self.distances(rows))
    }

    /// Weighted distances to the better half, the worse half and the average.
    fn distances(&self, rows: &Matrix) -> [Vec<f64>; 3] {
        let entries = self.terms.cells(rows);
        let tiers = self.ideals.rows();
        let half = tiers.div_ceil(2);
        let mut better = vec![0.0; rows.rows()];
        let mut worse = better.clone();
        for tier in 0..tiers {
            for (row, distance) in
                distances_to(&entries, &self.ideals, tier).into_iter().enumerate()
            {
                if tier < half {
                    better[row] += distance / (tier + 1) as f64;
                }
                if tier >= tiers - half {
                    worse[row] += distance / (tiers - tier) as f64;
                }
            }
        }
        [better, worse, distances_to(&entries, &self.average, 0)]
    }
}

/// Scores at distances from the better half, the worse half and the average.
fn scores_at([better, worse, average]: &[Vec<f64>; 3]) -> Vec<f64> {
    let score = |((better, worse), average): ((&f64, &f64), &f64)| {
        // 1 / (1 + (b / w)²), written so that a row at distance 0 from the worse half has 0.
        let (better, worse) = (better * better, worse * worse);
        worse / (worse + better) + average
    };
    better.iter().zip(worse).zip(average).map(score).collect()
}

/// Euclidean distance of every row to one row of `points`.
fn distances_to(entries: &Matrix, points: &Matrix, point: usize) -> Vec<f64> {
    let mut distances = vec![0.0; entries.rows()];
    widest(
        #[inline(always)]
        || {
            for column in 0..entries.columns() {
                let end = points.get(point, column);
                for (square, entry) in distances.iter_mut().zip(entries.column(column)) {
                    *square += (entry - end) * (entry - end);
                }
            }
            distances.iter_mut().for_each(|distance| *distance = distance.sqrt());
        },
    );
    distances
}
