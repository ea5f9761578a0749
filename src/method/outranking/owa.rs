//! Ordered weighted average: weights go to a vendor's best value, its second best and so on.
//! Says how far good values may make up for bad ones; shares play no part.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Detail, Figures, Outcome, Refusal};
use crate::method::problem::Problem;

/// Weights of the ordered values.
///
/// score = Σ_k v_k · x_(k), x_(1) ≥ x_(2) ≥ …, over the values of the criteria that carry weight.
///
/// Source: Yager, R. R. (1988). On ordered weighted averaging aggregation operators in
/// multicriteria decisionmaking. IEEE Transactions on Systems, Man, and Cybernetics, 18(1),
/// 183–190.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Owa {
    /// One for each criterion that carries weight, from the best value to the worst, ≥ 0; divided
    /// by their sum before use.
    pub order_weights: Vec<f64>,
}

impl Owa {
    /// Scores in [0, 1], more is better; `orness` as a detail (1 = the best value alone counts,
    /// 0 = the worst), left out where there is one criterion only.
    ///
    /// # Errors
    /// If the order weights are missing, negative, all 0, or not one for each weighted criterion.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let weights = self.weights(problem)?;
        let scores = self.scorer(problem)?(&problem.values);
        let mut details = Vec::new();
        if weights.len() > 1 {
            let orness = Figures::Whole(orness(&weights));
            details.push(Detail { name: "orness", figures: orness });
        }
        Ok(Outcome {
            merits: scores.clone(),
            scores: Some(scores),
            better: Better::Higher,
            parts: None,
            details,
        })
    }

    /// What rows of values in [0, 1] score; it does not depend on the field.
    ///
    /// # Errors
    /// As [`Owa::solve`].
    pub fn scorer(
        &self,
        problem: &Problem,
    ) -> Result<impl Fn(&Matrix) -> Vec<f64> + use<>, Refusal> {
        let weights = self.weights(problem)?;
        let columns: Vec<usize> =
            (0..problem.criteria()).filter(|&column| problem.axes[column].share > 0.0).collect();
        Ok(move |rows: &Matrix| {
            (0..rows.rows())
                .map(|row| average(&weights, columns.iter().map(|&column| rows.get(row, column))))
                .collect()
        })
    }

    fn weights(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        let undefined = |why: String| Err(Refusal::Undefined { why });
        if self.order_weights.is_empty() {
            return undefined("it needs `order-weights`, and there are none".to_owned());
        }
        let weighted = problem.axes.iter().filter(|axis| axis.share > 0.0).count();
        if self.order_weights.len() != weighted {
            let found = self.order_weights.len();
            return undefined(format!(
                "`order-weights` has {found} entries where {weighted} criteria carry weight"
            ));
        }
        if !self.order_weights.iter().all(|&weight| weight >= 0.0 && weight.is_finite()) {
            return undefined("`order-weights` has an entry below 0".to_owned());
        }
        let total = self.order_weights.iter().fold(0.0, |total, weight| total + weight);
        if !(total > 0.0 && total.is_finite()) {
            return undefined("`order-weights` do not add up to more than 0".to_owned());
        }
        Ok(self.order_weights.iter().map(|weight| weight / total).collect())
    }
}

fn average(weights: &[f64], values: impl Iterator<Item = f64>) -> f64 {
    let mut ordered: Vec<f64> = values.collect();
    ordered.sort_by(|a, b| b.total_cmp(a));
    weights.iter().zip(&ordered).fold(0.0, |sum, (weight, value)| sum + weight * value)
}

/// How near the weights are to taking the best value alone, in [0, 1]; of at least two weights.
fn orness(weights: &[f64]) -> f64 {
    let last = weights.len() - 1;
    let places = weights.iter().enumerate();
    let sum = places.fold(0.0, |sum, (place, weight)| sum + (last - place) as f64 * weight);
    sum / last as f64
}
