//! The Choquet integral of a 2-additive capacity: shares, and how pairs of criteria work together.
//! A positive interaction rewards being good on both, a negative one makes either do.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Detail, Figures, Outcome, Refusal};
use crate::method::problem::Problem;

/// How two criteria work together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interaction {
    /// Two different columns.
    pub between: [usize; 2],
    /// Interaction index in [−1, 1]; above 0 they are complements, below 0 substitutes.
    pub strength: f64,
}

/// Interactions of the capacity; the shares are its Shapley values.
///
/// score = Σ_i x_i (φ_i − ½ Σ_j |I_ij|) + Σ over pairs of I_ij min(x_i, x_j) where I_ij > 0,
/// |I_ij| max(x_i, x_j) where I_ij < 0.
///
/// Source: Grabisch, M. (1996). The application of fuzzy integrals in multicriteria decision
/// making. European Journal of Operational Research, 89(3), 445–456.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choquet {
    /// At least one; a pair stands once.
    pub interactions: Vec<Interaction>,
}

/// How far rounding may carry the capacity below monotone.
const ROUNDING: f64 = 1e-12;

impl Choquet {
    /// Scores in [0, 1], more is better; `shapley` (the shares) and, for each criterion,
    /// `interaction-sum` as details. [`Choquet::indices`] has the pairs.
    ///
    /// # Errors
    /// If there are no interactions, one is out of range, names a criterion twice or a pair stands
    /// twice, or if together they outweigh a criterion's share, so that more of it could be worse.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let capacity = self.capacity(problem)?;
        let scores = capacity.integrals(&problem.values);
        let sums = (0..problem.criteria()).map(|criterion| {
            capacity.indices.column(criterion).iter().fold(0.0, |sum, index| sum + index)
        });
        let details = vec![
            Detail { name: "interaction-sum", figures: Figures::PerCriterion(sums.collect()) },
            Detail { name: "shapley", figures: Figures::PerCriterion(capacity.shapley) },
        ];
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
    /// As [`Choquet::solve`].
    pub fn scorer(
        &self,
        problem: &Problem,
    ) -> Result<impl Fn(&Matrix) -> Vec<f64> + use<>, Refusal> {
        let capacity = self.capacity(problem)?;
        Ok(move |rows: &Matrix| capacity.integrals(rows))
    }

    /// Interaction index of every pair of criteria; 0 on the diagonal.
    ///
    /// # Errors
    /// As [`Choquet::solve`].
    pub fn indices(&self, problem: &Problem) -> Result<Matrix, Refusal> {
        Ok(self.capacity(problem)?.indices)
    }

    fn capacity(&self, problem: &Problem) -> Result<Capacity, Refusal> {
        let undefined = |why: &str| Err(Refusal::Undefined { why: why.to_owned() });
        if self.interactions.is_empty() {
            return undefined("it needs `interactions`, and there are none");
        }
        let criteria = problem.criteria();
        let mut indices = Matrix::zeros(criteria, criteria);
        let mut stands = vec![false; criteria * criteria];
        for interaction in &self.interactions {
            let [first, second] = interaction.between;
            if first >= criteria || second >= criteria || first == second {
                return undefined("an interaction is not between two of its criteria");
            }
            if !(-1.0..=1.0).contains(&interaction.strength) {
                return undefined("an interaction's `strength` is not in [−1, 1]");
            }
            let pair = first.min(second) * criteria + first.max(second);
            if std::mem::replace(&mut stands[pair], true) {
                return undefined("two interactions are between the same criteria");
            }
            indices.set(first, second, interaction.strength);
            indices.set(second, first, interaction.strength);
        }
        let total = problem.axes.iter().fold(0.0, |total, axis| total + axis.share);
        if !(total > 0.0 && total.is_finite()) {
            return undefined("no criterion carries any weight");
        }
        let shapley = problem.axes.iter().map(|axis| axis.share / total).collect();
        Capacity { shapley, indices }.checked()
    }
}

/// A 2-additive capacity by its Shapley values and interaction indices.
struct Capacity {
    shapley: Vec<f64>,
    indices: Matrix,
}

impl Capacity {
    /// It is monotone, so that more is never worse, exactly where φ_i ≥ ½ Σ_j |I_ij| for every i.
    fn checked(self) -> Result<Self, Refusal> {
        for (criterion, share) in self.shapley.iter().enumerate() {
            let half = self.half_interaction(criterion);
            if *share < half - ROUNDING {
                let what = "a share of at least half of what its interactions add up to";
                return Err(Refusal::Lacks { criterion, what });
            }
        }
        Ok(self)
    }

    /// ½ Σ_j |I_ij|.
    fn half_interaction(&self, criterion: usize) -> f64 {
        0.5 * self.indices.column(criterion).iter().fold(0.0, |sum, index| sum + index.abs())
    }

    fn integrals(&self, rows: &Matrix) -> Vec<f64> {
        (0..rows.rows()).map(|row| self.integral(&rows.row(row))).collect()
    }

    fn integral(&self, values: &[f64]) -> f64 {
        let mut sum = 0.0;
        for (first, &value) in values.iter().enumerate() {
            sum += value * (self.shapley[first] - self.half_interaction(first)).max(0.0);
            for (second, &other) in values.iter().enumerate().take(first) {
                let index = self.indices.get(first, second);
                let (low, high) = if value < other { (value, other) } else { (other, value) };
                sum += index.abs() * if index > 0.0 { low } else { high };
            }
        }
        sum
    }
}
