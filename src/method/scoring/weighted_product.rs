//! Weighted product of normalised ratings.
//! Additive in logarithms, which is how it is explained wherever the product is not 0.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::{Normalise, refuse_negative, refuse_not_positive};
use crate::method::outcome::{Lead, Outcome, Refusal, Split, Unit};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::Scored;
use crate::method::statistics;

/// Π r_ij^w_j, higher is better. A single entry of 0 makes the whole product 0.
///
/// Source: Miller, D. W., & Starr, M. K. (1969). Executive decisions and operations research.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedProduct {
    /// How ratings become r; ratio by default. `none` takes x for a benefit and 1/x for a cost,
    /// the product's own form of turning a direction.
    pub normalise: Normalise,
}

impl Default for WeightedProduct {
    fn default() -> Self {
        Self { normalise: Normalise::Ratio }
    }
}

/// The product with its field held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenProduct {
    maps: Vec<Map>,
    shares: Vec<f64>,
}

impl WeightedProduct {
    /// Scores the field; parts are logarithms, absent where an entry is 0 and has none.
    ///
    /// # Errors
    /// What the normalisation cannot take, and negative ratings where it is `vector` or `none`.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let rows = self.normalise.table(problem);
        let scored = Scored::higher(frozen.scores(rows));
        match frozen.logarithms(rows) {
            Some(cells) => scored.split(cells, Unit::Log).outcome(),
            None => scored.outcome(),
        }
    }

    /// Holds the field's maps fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenProduct, Refusal> {
        let maps = match self.normalise {
            Normalise::None => raw_or_reciprocal(problem)?,
            Normalise::Vector => {
                // A product is not the same after a shift, so 1 − x / ‖x‖ is no way to turn a sign.
                for column in 0..problem.criteria() {
                    refuse_negative(column, problem.ratings.column(column))?;
                }
                Normalise::Vector.maps(problem)?
            }
            other => other.maps(problem)?,
        };
        Ok(FrozenProduct { maps, shares: problem.shares() })
    }

    /// How far vendor `a` is ahead of `b`, in logarithms; `None` where an entry of either is 0.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn lead(&self, problem: &Problem, a: usize, b: usize) -> Result<Option<Lead>, Refusal> {
        let pair = self.normalise.table(problem).select_rows(&[a, b]);
        Ok(self.freeze(problem)?.logarithms(&pair).map(|cells| {
            let part = |column| cells.get(0, column) - cells.get(1, column);
            let parts: Vec<f64> = (0..cells.columns()).map(part).collect();
            Lead { amount: statistics::sum(&parts), unit: Unit::Log, parts, how: Split::Exact }
        }))
    }
}

impl FrozenProduct {
    /// The products, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let mut logarithms = vec![0.0; rows.rows()];
        for (column, (map, &share)) in self.maps.iter().zip(&self.shares).enumerate() {
            // 0 to the power of 0 is 1: without weight, an entry of 0 hides nothing.
            if share > 0.0 {
                let cells = rows.column(column);
                map.each(cells, &mut logarithms, |sum, entry| *sum += share * entry.ln());
            }
        }
        logarithms.into_iter().map(f64::exp).collect()
    }

    /// w_j ln r_ij, rows × criteria; `None` where an entry is 0.
    fn logarithms(&self, rows: &Matrix) -> Option<Matrix> {
        let mut cells = Matrix::zeros(rows.rows(), self.maps.len());
        for (column, (map, share)) in self.maps.iter().zip(&self.shares).enumerate() {
            let parts = cells.column_mut(column);
            map.each(rows.column(column), &mut *parts, |part, entry| *part = share * entry.ln());
            if !parts.iter().all(|part| part.is_finite()) {
                return None;
            }
        }
        Some(cells)
    }
}

fn raw_or_reciprocal(problem: &Problem) -> Result<Vec<Map>, Refusal> {
    let map = |(column, direction)| {
        let cells = problem.ratings.column(column);
        match direction {
            Direction::Maximize => refuse_negative(column, cells).map(|()| Map::IDENTITY),
            Direction::Minimize => refuse_not_positive(column, cells)
                .map(|()| Map::Reciprocal { numerator: 1.0, origin: 0.0 }),
        }
    };
    problem.axes.iter().map(|axis| axis.direction).enumerate().map(map).collect()
}
