//! REGIME: for every pair, whether the criteria in favour outweigh those against; never by how
//! much. A vendor's score is how often it wins.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Outcome, Refusal};
use crate::method::problem::Problem;

/// REGIME with the shares as cardinal weights; it has no parameters.
///
/// The guide index of a pair is Σ_j w_j · sgn(x_aj − x_bj). Its sign decides the pair: won counts
/// 1, even ½. The score is the mean over the other vendors, in [0, 1]; a single vendor has 0.
///
/// Source: Hinloopen, E., Nijkamp, P., & Rietveld, P. (1983). Qualitative discrete multiple
/// criteria choice models in regional planning. Regional Science and Urban Economics, 13(1),
/// 77–102. There weights may be ordinal, and a pair counts the probability of winning it; known
/// weights make that 1, ½ or 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Regime;

/// Guide indices nearer to 0 than this are even: they are sums of shares.
const EVEN: f64 = 1e-9;

impl Regime {
    /// The share of the others that each vendor beats, more is better.
    ///
    /// # Errors
    /// If no criterion carries weight.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let scores = self.scorer(problem)?(&problem.ratings);
        Ok(Outcome {
            merits: scores.clone(),
            scores: Some(scores),
            better: Better::Higher,
            parts: None,
            details: Vec::new(),
        })
    }

    /// What rows of ratings would score against the field as it is. A row is also held against the
    /// vendor it stands for, which counts even; so the field's own rows score what
    /// [`Regime::solve`] gives them.
    ///
    /// # Errors
    /// As [`Regime::solve`].
    pub fn scorer(
        &self,
        problem: &Problem,
    ) -> Result<impl Fn(&Matrix) -> Vec<f64> + use<>, Refusal> {
        if !problem.axes.iter().any(|axis| axis.share > 0.0) {
            return Err(Refusal::Undefined { why: "no criterion carries any weight".to_owned() });
        }
        let weights: Vec<f64> =
            problem.axes.iter().map(|axis| axis.share * axis.direction.sign()).collect();
        let field = problem.ratings.clone();
        Ok(move |rows: &Matrix| {
            (0..rows.rows()).map(|row| wins(&field, &weights, &rows.row(row))).collect()
        })
    }
}

/// Wins of a row over the field, less the even pair with itself, as a share of the others.
fn wins(field: &Matrix, weights: &[f64], row: &[f64]) -> f64 {
    let mut guides = vec![0.0; field.rows()];
    for (criterion, (&own, weight)) in row.iter().zip(weights).enumerate() {
        for (guide, &other) in guides.iter_mut().zip(field.column(criterion)) {
            *guide += weight * f64::from(i8::from(own > other) - i8::from(own < other));
        }
    }
    let won = guides.iter().fold(0.0, |won, &guide| {
        won + if guide > EVEN {
            1.0
        } else if guide < -EVEN {
            0.0
        } else {
            0.5
        }
    });
    (won - 0.5) / field.rows().saturating_sub(1).max(1) as f64
}
