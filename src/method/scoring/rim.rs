//! RIM: closeness to a reference interval that may lie anywhere on the scale.
//! Nothing in it comes from the field; more is not always better.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::{Scored, undefined};

/// I⁻ / (I⁺ + I⁻) with I⁺ = √Σ (w y − w)², I⁻ = √Σ (w y)²; y is 1 inside the reference interval and
/// falls linearly to 0 at the ends of the scale. Higher is better.
///
/// A criterion without a target takes the best end of its scale as reference.
///
/// Source: Cables, E., Lamata, M. T., & Verdegay, J. L. (2016). RIM – reference ideal method in
/// multicriteria decision making. Information Sciences, 337–338, 1–10.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rim;

/// RIM's reference intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenRim {
    columns: Vec<Reference>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Reference {
    scale: [f64; 2],
    target: [f64; 2],
    share: f64,
}

impl Rim {
    /// Scores the field; details `i-plus` and `i-minus`.
    ///
    /// # Errors
    /// A criterion without a declared scale, or with a target outside it.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [plus, minus] = frozen.distances(&problem.ratings);
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("i-plus", Figures::PerVendor(plus))
            .detail("i-minus", Figures::PerVendor(minus))
            .outcome()
    }

    /// Reads scales and targets; the field plays no part.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenRim, Refusal> {
        let reference = |column: usize| {
            let axis = &problem.axes[column];
            let Some(scale @ [low, high]) = axis.scale.filter(|[low, high]| low < high) else {
                return Err(Refusal::Lacks { criterion: column, what: "a `scale`" });
            };
            let target = axis.target.unwrap_or(match axis.direction {
                Direction::Maximize => [high, high],
                Direction::Minimize => [low, low],
            });
            if low <= target[0] && target[0] <= target[1] && target[1] <= high {
                return Ok(Reference { scale, target, share: axis.share });
            }
            Err(Refusal::Lacks { criterion: column, what: "a `target` inside its `scale`" })
        };
        let columns =
            (0..problem.criteria()).map(reference).collect::<Result<Vec<_>, Refusal>>()?;
        if columns.iter().all(|reference| reference.share == 0.0) {
            return Err(undefined("no criterion has weight"));
        }
        Ok(FrozenRim { columns })
    }
}

impl FrozenRim {
    /// Relative indices, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [plus, minus] = self.distances(rows);
        plus.into_iter().zip(minus).map(|(plus, minus)| minus / (plus + minus)).collect()
    }

    /// I⁺ and I⁻ of each row.
    fn distances(&self, rows: &Matrix) -> [Vec<f64>; 2] {
        let mut plus = vec![0.0; rows.rows()];
        let mut minus = plus.clone();
        for (column, reference) in self.columns.iter().enumerate() {
            for (row, &cell) in rows.column(column).iter().enumerate() {
                let entry = reference.share * reference.closeness(cell);
                plus[row] += (entry - reference.share).powi(2);
                minus[row] += entry.powi(2);
            }
        }
        [plus, minus].map(|squares| squares.into_iter().map(f64::sqrt).collect())
    }
}

impl Reference {
    /// 1 inside the reference interval, 0 at the ends of the scale and beyond.
    fn closeness(&self, cell: f64) -> f64 {
        let [low, high] = self.scale;
        let [from, to] = self.target;
        if cell < from {
            if cell > low { (cell - low) / (from - low) } else { 0.0 }
        } else if cell > to {
            if cell < high { (high - cell) / (high - to) } else { 0.0 }
        } else {
            1.0
        }
    }
}
