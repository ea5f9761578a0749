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
        mut step: impl FnMut(F, f64),
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
        let add = |_| |[sum]: [f64; 1], value: f64| [sum + value];
        self.step(0..self.0.len(), table, start, [sums], add);
    }

    /// Steps N figures of each row from `start` on by the terms of some columns, in their order;
    /// `step` makes the step of one column, from the figures so far and the term to the next ones.
    #[inline(always)]
    pub fn step<const N: usize, S: Fn([f64; N], f64) -> [f64; N]>(
        &self,
        mut columns: impl Iterator<Item = usize>,
        table: &Matrix,
        start: usize,
        mut figures: [&mut [f64]; N],
        step: impl Fn(usize) -> S,
    ) {
        let rows = figures.first().map_or(0, |figures| figures.len());
        let cells = |column: usize| &table.column(column)[start..start + rows];
        loop {
            let (mut batch, mut taken) = ([0; AT_ONCE], 0);
            for column in columns.by_ref().take(AT_ONCE) {
                batch[taken] = column;
                taken += 1;
            }
            let lines = if taken == AT_ONCE { self.lines(batch) } else { None };
            if let Some(lines) = lines {
                step_lines(lines, batch.map(cells), &mut figures, batch.map(&step));
                continue;
            }
            for &column in &batch[..taken] {
                let step = step(column);
                let mut figures = figures.each_mut().map(|figures| &mut figures[..rows]);
                self.0[column].each(cells(column), 0..rows, |row, term| {
                    let stepped = step(read(&figures, row), term);
                    write(&mut figures, row, stepped);
                });
            }
            if taken < AT_ONCE {
                return;
            }
        }
    }

    /// Origins and factors of straight lines through 0; `None` where one term is not such a line.
    #[inline(always)]
    fn lines(&self, columns: [usize; AT_ONCE]) -> Option<[(f64, f64); AT_ONCE]> {
        let mut lines = [(0.0, 0.0); AT_ONCE];
        for (line, term) in lines.iter_mut().zip(columns.map(|column| &self.0[column])) {
            *line = term.folded().filter(|_| term.offset == 0.0)?;
        }
        Some(lines)
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

/// How many straight lines are taken at once, so that figures are read and written once for all.
const AT_ONCE: usize = 5;

/// Steps the figures of each row by its cells under some lines, each origin and factor.
#[inline(always)]
fn step_lines<const N: usize>(
    lines: [(f64, f64); AT_ONCE],
    mut cells: [&[f64]; AT_ONCE],
    figures: &mut [&mut [f64]; N],
    steps: [impl Fn([f64; N], f64) -> [f64; N]; AT_ONCE],
) {
    // Of one length in sight of the loop, so that it need not look at each row's place.
    let rows = cells[0].len();
    for cells in &mut cells {
        *cells = &cells[..rows];
    }
    let mut figures = figures.each_mut().map(|figures| &mut figures[..rows]);
    for row in 0..rows {
        let mut stepped = read(&figures, row);
        for idx in 0..AT_ONCE {
            let (origin, factor) = lines[idx];
            stepped = steps[idx](stepped, (cells[idx][row] - origin) * factor);
        }
        write(&mut figures, row, stepped);
    }
}

#[inline(always)]
fn read<const N: usize>(figures: &[&mut [f64]; N], row: usize) -> [f64; N] {
    // A loop rather than `map`, which may not be inlined into the vectors of its caller.
    let mut read = [0.0; N];
    for (read, figures) in read.iter_mut().zip(figures) {
        *read = figures[row];
    }
    read
}

#[inline(always)]
fn write<const N: usize>(figures: &mut [&mut [f64]; N], row: usize, stepped: [f64; N]) {
    for (figures, stepped) in figures.iter_mut().zip(stepped) {
        figures[row] = stepped;
    }
}
