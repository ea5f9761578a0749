//! RAM: a root of the benefits whose order is set by the costs.
//! Lets benefits make up for costs only in part.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::positive_sum;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// (2 + S⁺)^(1 / (2 + S⁻)), S⁺ and S⁻ the weighted shares x / Σx of benefits and costs; higher is
/// better.
///
/// Source: Sotoudeh-Anvari, A. (2023). Root assessment method (RAM): a novel multi-criteria decision
/// making method and its applications in sustainability challenges. Journal of Cleaner Production,
/// 423, 138695.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ram;

/// RAM with its column sums held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenRam {
    shares: Terms,
    directions: Vec<Direction>,
}

impl Ram {
    /// Scores the field; details `s-plus` and `s-minus`.
    ///
    /// # Errors
    /// Negative ratings and a column of zeros.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [plus, minus] = frozen.sides(&problem.ratings);
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("s-plus", Figures::PerVendor(plus))
            .detail("s-minus", Figures::PerVendor(minus))
            .outcome()
    }

    /// Holds column sums fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenRam, Refusal> {
        let map = |column: usize| {
            let span = positive_sum(column, problem.ratings.column(column))?;
            Ok(Map::Linear { origin: 0.0, span })
        };
        let maps = (0..problem.criteria()).map(map).collect::<Result<_, Refusal>>()?;
        let directions = problem.axes.iter().map(|axis| axis.direction).collect();
        Ok(FrozenRam { shares: Terms::with_shares(maps, problem), directions })
    }
}

impl FrozenRam {
    /// Roots, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [plus, minus] = self.sides(rows);
        let root = |(plus, minus): (f64, f64)| (2.0 + plus).powf(1.0 / (2.0 + minus));
        plus.into_iter().zip(minus).map(root).collect()
    }

    fn sides(&self, rows: &Matrix) -> [Vec<f64>; 2] {
        let mut plus = vec![0.0; rows.rows()];
        let mut minus = plus.clone();
        for (column, term) in self.shares.0.iter().enumerate() {
            let side = match self.directions[column] {
                Direction::Maximize => &mut plus,
                Direction::Minimize => &mut minus,
            };
            term.each(rows.column(column), side, |sum, share| *sum += share);
        }
        [plus, minus]
    }
}
