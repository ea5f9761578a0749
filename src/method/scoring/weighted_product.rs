//! Weighted product of normalised ratings.
//! Additive in logarithms, which is how it is explained.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::{Normalise, refuse_not_positive};
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::Scored;

/// Π r_ij^w_j, higher is better. An entry of 0 is refused: it would hide every other criterion, and
/// has no logarithm to explain it by.
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
    /// Scores the field.
    ///
    /// # Errors
    /// What the normalisation cannot take, and entries that are not positive.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let rows = self.normalise.table(problem);
        Scored::higher(frozen.scores(rows)).split(frozen.logarithms(rows), Unit::Log).outcome()
    }

    /// Holds the field's maps fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenProduct, Refusal> {
        let table = self.normalise.table(problem);
        let maps = match self.normalise {
            Normalise::None => raw_or_reciprocal(problem)?,
            other => other.maps(problem)?,
        };
        for (column, map) in maps.iter().enumerate() {
            let cells = table.column(column);
            if let Some(vendor) = cells.iter().position(|&cell| map.apply(cell) <= 0.0) {
                let cell = cells[vendor];
                return Err(Refusal::NotPositive { criterion: column, vendor, cell });
            }
        }
        Ok(FrozenProduct { maps, shares: problem.shares() })
    }
}

impl FrozenProduct {
    /// w_j ln r_ij, rows × criteria.
    pub fn logarithms(&self, rows: &Matrix) -> Matrix {
        let mut cells = Matrix::zeros(rows.rows(), self.maps.len());
        for (column, (map, share)) in self.maps.iter().zip(&self.shares).enumerate() {
            let parts = cells.column_mut(column);
            map.each(rows.column(column), |row, entry| parts[row] = share * entry.ln());
        }
        cells
    }

    /// The products, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let mut logarithms = vec![0.0; rows.rows()];
        for (column, (map, share)) in self.maps.iter().zip(&self.shares).enumerate() {
            map.each(rows.column(column), |row, entry| logarithms[row] += share * entry.ln());
        }
        logarithms.into_iter().map(f64::exp).collect()
    }
}

fn raw_or_reciprocal(problem: &Problem) -> Result<Vec<Map>, Refusal> {
    let map = |(column, direction)| {
        refuse_not_positive(column, problem.ratings.column(column))?;
        Ok(match direction {
            Direction::Maximize => Map::IDENTITY,
            Direction::Minimize => Map::Reciprocal { numerator: 1.0, origin: 0.0 },
        })
    };
    problem.axes.iter().map(|axis| axis.direction).enumerate().map(map).collect()
}
