//! One term a criterion, slope · map(x) + offset, and their sums over rows.
//! The kernel under every scoring method: runs down columns, in criterion order.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::Refusal;
use crate::method::problem::Problem;
use crate::method::rows;
use crate::method::statistics::Summary;
use crate::method::vectors::widest;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

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
        match self.folded() {
            Some((origin, factor)) => (cell - origin) * factor + self.offset,
            None => self.slope * self.map.apply(cell) + self.offset,
        }
    }

    /// The largest and the smallest term over a column.
    pub fn ends(&self, cells: &[f64]) -> [f64; 2] {
        if self.folded().is_some() {
            // Straight lines rise or fall throughout, also when rounded.
            let Summary { low, high, .. } = Summary::of(cells);
            let (a, b) = (self.apply(high), self.apply(low));
            return if a > b { [a, b] } else { [b, a] };
        }
        let mut ends = [f64::NEG_INFINITY, f64::INFINITY];
        for term in cells.iter().map(|&cell| self.apply(cell)) {
            ends[0] = if term > ends[0] { term } else { ends[0] };
            ends[1] = if term < ends[1] { term } else { ends[1] };
        }
        ends
    }

    /// Steps each row's figure, or figures, by its term, in row order.
    #[inline(always)]
    pub fn each<F>(
        &self,
        cells: &[f64],
        figures: impl IntoIterator<Item = F>,
        step: impl Fn(F, f64),
    ) {
        let (slope, offset) = (self.slope, self.offset);
        if let Some((origin, factor)) = self.folded() {
            for (figure, cell) in figures.into_iter().zip(cells) {
                step(figure, (cell - origin) * factor + offset);
            }
            return;
        }
        self.map.each(cells, figures, |figure, entry| step(figure, slope * entry + offset));
    }

    /// Origin and factor of a straight line, so that a column is divided once and not every cell;
    /// `None` for other maps, and where the factor would lose digits.
    #[inline(always)]
    fn folded(&self) -> Option<(f64, f64)> {
        let Map::Linear { origin, span } = self.map else { return None };
        let factor = self.slope / span;
        factor.is_normal().then_some((origin, factor))
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
    pub fn sums(&self, table: &Matrix) -> Vec<f64> {
        let [sums] = rows::figures(
            table.rows(),
            self.0.len(),
            #[inline(always)]
            |start, [sums]| self.add_sums(table, start, sums),
        );
        sums
    }

    #[inline(always)]
    fn add_sums(&self, table: &Matrix, start: usize, sums: &mut [f64]) {
        for (column, term) in self.0.iter().enumerate() {
            let cells = &table.column(column)[start..];
            term.each(cells, &mut *sums, |sum, value| *sum += value);
        }
    }

    /// Each term by itself, rows × criteria.
    pub fn cells(&self, table: &Matrix) -> Matrix {
        let mut cells = Matrix::zeros(table.rows(), self.0.len());
        let write = |(column, cells): (usize, &mut [f64])| {
            widest(
                #[inline(always)]
                || self.0[column].each(table.column(column), cells, |cell, value| *cell = value),
            );
        };
        let columns: Vec<_> = cells.columns_mut().enumerate().collect();
        if rows::is_much(table.rows(), self.0.len()) {
            columns.into_par_iter().for_each(write);
        } else {
            columns.into_iter().for_each(write);
        }
        cells
    }
}
