//! One term a criterion, slope · map(x) + offset, and their sums over rows.
//! The kernel under every scoring method: runs down columns, in criterion order.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::Refusal;
use crate::method::problem::Problem;

/// What one criterion contributes: slope · map(x) + offset.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The cell made comparable.
    pub map: Map,
    /// Mostly the criterion's share.
    pub slope: f64,
    /// The same for every vendor.
    pub offset: f64,
}

impl Term {
    /// The term of one cell.
    pub fn apply(&self, cell: f64) -> f64 {
        self.slope * self.map.apply(cell) + self.offset
    }

    /// Steps each row's figure by its term, in row order.
    pub fn each(&self, cells: &[f64], figures: &mut [f64], step: impl Fn(&mut f64, f64)) {
        let (slope, offset) = (self.slope, self.offset);
        self.map.each(cells, figures, |figure, entry| step(figure, slope * entry + offset));
    }
}

/// One term for each criterion, in column order.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms(pub Vec<Term>);

impl Terms {
    /// Share times normalised entry.
    ///
    /// # Errors
    /// The first column that the normalisation cannot take.
    pub fn weighted(normalise: Normalise, problem: &Problem) -> Result<Self, Refusal> {
        Ok(Self::with_shares(normalise.maps(problem)?, problem))
    }

    /// Share times entry under the maps given, one for each column.
    pub fn with_shares(maps: Vec<Map>, problem: &Problem) -> Self {
        let terms = maps.into_iter().zip(&problem.axes);
        Self(terms.map(|(map, axis)| Term { map, slope: axis.share, offset: 0.0 }).collect())
    }

    /// The same terms with every slope and offset multiplied.
    #[must_use]
    pub fn scaled(mut self, factor: f64) -> Self {
        for term in &mut self.0 {
            term.slope *= factor;
            term.offset *= factor;
        }
        self
    }

    /// Σ of the terms, one for each row.
    pub fn sums(&self, rows: &Matrix) -> Vec<f64> {
        let mut sums = vec![0.0; rows.rows()];
        for (column, term) in self.0.iter().enumerate() {
            term.each(rows.column(column), &mut sums, |sum, value| *sum += value);
        }
        sums
    }

    /// Each term by itself, rows × criteria.
    pub fn cells(&self, rows: &Matrix) -> Matrix {
        let mut cells = Matrix::zeros(rows.rows(), self.0.len());
        for (column, term) in self.0.iter().enumerate() {
            term.each(rows.column(column), cells.column_mut(column), |cell, value| *cell = value);
        }
        cells
    }
}
