//! ORESTE: ranks of ranks, where neither ratings nor weights count for more than their order.
//! Each vendor's place on each criterion joins that criterion's place into one distance.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Outcome, Parts, Refusal, Unit};
use crate::method::outranking::mean_ranks::mean_ranks;
use crate::method::problem::Problem;

/// ORESTE with block distances, criteria and vendors counting alike; it has no parameters here.
///
/// Criteria are ranked by share and vendors on each criterion, ties by the mean of their places.
/// The distance of vendor a on criterion j is ½ r_j + ½ r_j(a). All m·n distances are ranked
/// together; a vendor's score is the sum of its ranks, lower is better.
///
/// Source: Roubens, M. (1982). Preference relations on actions and criteria in multicriteria
/// decision making. European Journal of Operational Research, 10(1), 51–55.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Oreste;

/// Shares nearer than this are equal: they come from a division.
const SAME_SHARE: f64 = 1e-9;

impl Oreste {
    /// Sums of ranks, split exactly over the criteria. Criteria without weight are left out.
    ///
    /// # Errors
    /// If no criterion carries weight.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let columns: Vec<usize> =
            (0..problem.criteria()).filter(|&column| problem.axes[column].share > 0.0).collect();
        if columns.is_empty() {
            return Err(Refusal::Undefined { why: "no criterion carries any weight".to_owned() });
        }
        let shares: Vec<f64> = columns.iter().map(|&column| -problem.axes[column].share).collect();
        let importance = mean_ranks(&shares, SAME_SHARE);
        let vendors = problem.vendors();
        let mut distances = Vec::with_capacity(vendors * columns.len());
        for (&column, own) in columns.iter().zip(&importance) {
            let sign = problem.axes[column].direction.sign();
            // Adding 0 turns minus zero into zero, so that the two tie.
            let worst_last: Vec<f64> =
                problem.ratings.column(column).iter().map(|rating| -sign * rating + 0.0).collect();
            let places = mean_ranks(&worst_last, 0.0);
            // Twice the distance: sums of halves are exact, so that equal distances tie.
            distances.extend(places.iter().map(|place| own + place));
        }
        let ranks = mean_ranks(&distances, 0.0);
        let mut cells = Matrix::zeros(vendors, problem.criteria());
        let mut scores = vec![0.0; vendors];
        for (place, &column) in columns.iter().enumerate() {
            let ranks = &ranks[place * vendors..(place + 1) * vendors];
            cells.column_mut(column).copy_from_slice(ranks);
            for (score, rank) in scores.iter_mut().zip(ranks) {
                *score += rank;
            }
        }
        Ok(Outcome {
            merits: scores.iter().map(|score| -score).collect(),
            scores: Some(scores),
            better: Better::Lower,
            parts: Some(Parts { cells, unit: Unit::Score }),
            details: Vec::new(),
        })
    }
}
