//! Figures of one column: ends, sum, mean, norm.
//! Used by everything that freezes a field. Sums run block by block, within a block in sixteen
//! lanes: a fixed order, but one in which a processor need not wait for each addition.

use crate::method::vectors::widest;

/// Rows in a block: what a few figures of each of them take fits the first-level cache.
pub const BLOCK: usize = 1024;

/// The smallest cell; +∞ for an empty column.
pub fn low(cells: &[f64]) -> f64 {
    folded(cells, f64::INFINITY, lower, lower)
}

/// The largest cell; −∞ for an empty column.
pub fn high(cells: &[f64]) -> f64 {
    folded(cells, f64::NEG_INFINITY, higher, higher)
}

/// The sum of the cells.
pub fn sum(cells: &[f64]) -> f64 {
    sum_of(cells, |cell| cell)
}

/// The sum of a figure of each cell.
pub fn sum_of(cells: &[f64], figure: impl Fn(f64) -> f64) -> f64 {
    folded(cells, 0.0, |sum, cell| sum + figure(cell), |sum, lane| sum + lane)
}

/// Whether every cell is a number with an end.
pub fn are_finite(cells: &[f64]) -> bool {
    // 0 · x is 0 for such a number and NaN for any other; so no cell has to be branched on.
    sum_of(cells, |cell| 0.0 * cell) == 0.0
}

/// The Euclidean norm, √Σx².
pub fn norm(cells: &[f64]) -> f64 {
    let squares = sum_of(cells, |cell| cell * cell);
    if squares.is_normal() {
        return squares.sqrt();
    }
    // Squares of large cells overflow and those of small ones vanish: in units of the largest neither.
    let largest = high(cells).max(-low(cells));
    if !(largest > 0.0 && largest.is_finite()) {
        return squares.sqrt();
    }
    largest * sum_of(cells, |cell| (cell / largest) * (cell / largest)).sqrt()
}

/// The arithmetic mean; exactly the common cell where all are equal, so that rounding never makes
/// a difference where there is none. NaN for an empty column.
pub fn mean(cells: &[f64]) -> f64 {
    Summary::of(cells).mean(cells.len())
}

/// What one reading of a column tells: the very figures of [`low`], [`high`] and [`sum`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// The smallest cell; +∞ for an empty column.
    pub low: f64,
    /// The largest cell; −∞ for an empty column.
    pub high: f64,
    /// The sum of the cells.
    pub sum: f64,
}

impl Summary {
    /// That of no cell at all.
    pub const EMPTY: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY, sum: 0.0 };

    /// The summary of a column, read once.
    pub fn of(cells: &[f64]) -> Self {
        let of_block = |block| {
            widest(
                #[inline(always)]
                || Self::of_block(block),
            )
        };
        cells.chunks(BLOCK).map(of_block).fold(Self::EMPTY, Self::join)
    }

    /// The summary of at most one block.
    #[inline(always)]
    pub(crate) fn of_block(cells: &[f64]) -> Self {
        let (mut all, mut rest) = (Self::EMPTY, cells);
        if cells.len() >= LANES_FROM {
            let (rows, left) = cells.as_chunks::<LANES>();
            (all, rest) = (Self::of_rows(rows), left);
        }
        for &cell in rest {
            all = all.join(Self { low: cell, high: cell, sum: cell });
        }
        all
    }

    /// The mean of as many cells; see [`mean`].
    pub fn mean(self, cells: usize) -> f64 {
        if self.low == self.high { self.low } else { self.sum / cells as f64 }
    }

    #[inline(always)]
    fn of_rows(rows: &[[f64; LANES]]) -> Self {
        let mut low = [Self::EMPTY.low; LANES];
        let mut high = [Self::EMPTY.high; LANES];
        let mut sum = [Self::EMPTY.sum; LANES];
        for row in rows {
            for lane in 0..LANES {
                low[lane] = lower(low[lane], row[lane]);
                high[lane] = higher(high[lane], row[lane]);
                sum[lane] += row[lane];
            }
        }
        let lane = |lane: usize| Self { low: low[lane], high: high[lane], sum: sum[lane] };
        (0..LANES).map(lane).fold(Self::EMPTY, Self::join)
    }

    /// That of both, the other after this one.
    #[must_use]
    #[inline(always)]
    pub fn join(self, other: Self) -> Self {
        Self {
            low: lower(self.low, other.low),
            high: higher(self.high, other.high),
            sum: self.sum + other.sum,
        }
    }
}

#[inline(always)]
fn lower(low: f64, cell: f64) -> f64 {
    if cell < low { cell } else { low }
}

#[inline(always)]
fn higher(high: f64, cell: f64) -> f64 {
    if cell > high { cell } else { high }
}

/// From this many cells on lanes are used.
const LANES_FROM: usize = 64;
const LANES: usize = 16;

/// Folds the blocks one after another, each in sixteen lanes that are joined in order.
fn folded(
    cells: &[f64],
    start: f64,
    step: impl Fn(f64, f64) -> f64,
    join: impl Fn(f64, f64) -> f64,
) -> f64 {
    let of_block = |block: &[f64]| {
        let (mut all, mut rest) = (start, block);
        if block.len() >= LANES_FROM {
            let (rows, left) = block.as_chunks::<LANES>();
            let lanes = widest(
                #[inline(always)]
                || {
                    let mut lanes = [start; LANES];
                    for row in rows {
                        for (lane, &cell) in lanes.iter_mut().zip(row) {
                            *lane = step(*lane, cell);
                        }
                    }
                    lanes
                },
            );
            all = lanes.into_iter().fold(start, &join);
            rest = left;
        }
        rest.iter().fold(all, |all, &cell| step(all, cell))
    };
    cells.chunks(BLOCK).map(of_block).fold(start, &join)
}

#[cfg(test)]
mod tests {
    use super::{Summary, are_finite, high, low, mean, norm, sum};

    #[test]
    fn the_mean_of_equal_cells_is_that_cell() {
        assert_eq!(mean(&[0.1, 0.1, 0.1]), 0.1);
        assert_eq!(mean(&[1.0, 2.0]), 1.5);
    }

    #[test]
    fn a_norm_is_one_however_large_or_small_its_cells() {
        assert_eq!(norm(&[3.0, -4.0]), 5.0);
        for size in [1e200, 1e-200, 1e300, 1e-320] {
            let found = norm(&[3.0 * size, -4.0 * size]) / size;
            assert!((found - 5.0).abs() < 1e-3, "{size}: {found}");
        }
        assert_eq!(norm(&[0.0, 0.0]), 0.0);
        assert_eq!(norm(&[]), 0.0);
        assert!(norm(&[f64::NAN]).is_nan());
    }

    #[test]
    fn one_reading_gives_the_figures_of_three() {
        for length in [0, 1, 15, 64, 65, 1000, 2500] {
            let cells: Vec<f64> = (0..length).map(|idx| f64::from(idx * 37 % 101) * 0.1).collect();
            let Summary { low: least, high: most, sum: total } = Summary::of(&cells);
            assert_eq!((least, most, total), (low(&cells), high(&cells), sum(&cells)), "{length}");
        }
    }

    #[test]
    fn a_single_cell_without_end_is_found() {
        for odd in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            for place in [0, 63, 199] {
                let mut cells = vec![1.0; 200];
                assert!(are_finite(&cells));
                cells[place] = odd;
                assert!(!are_finite(&cells), "{odd} {place}");
            }
        }
    }
}
