//! Figures of one column: ends, sum, mean, norm.
//! Used by everything that freezes a field. Sums run in row order, long ones in sixteen lanes: a
//! fixed order too, but one in which a processor need not wait for each addition.

use crate::method::vectors::widest;

/// The smallest cell; +∞ for an empty column.
pub fn low(cells: &[f64]) -> f64 {
    folded(cells, f64::INFINITY, |low, cell| if cell < low { cell } else { low })
}

/// The largest cell; −∞ for an empty column.
pub fn high(cells: &[f64]) -> f64 {
    folded(cells, f64::NEG_INFINITY, |high, cell| if cell > high { cell } else { high })
}

/// The sum of the cells.
pub fn sum(cells: &[f64]) -> f64 {
    folded(cells, 0.0, |sum, cell| sum + cell)
}

/// The Euclidean norm, √Σx².
pub fn norm(cells: &[f64]) -> f64 {
    lanes(cells, 0.0, |sum, cell| sum + cell * cell, |sum, lane| sum + lane).sqrt()
}

/// The arithmetic mean; exactly the common cell where all are equal, so that rounding never makes
/// a difference where there is none. NaN for an empty column.
pub fn mean(cells: &[f64]) -> f64 {
    let (low, high) = (low(cells), high(cells));
    if low == high { low } else { sum(cells) / cells.len() as f64 }
}

/// From this many cells on lanes are used.
const LANES_FROM: usize = 64;
const LANES: usize = 16;

fn folded(cells: &[f64], start: f64, step: impl Fn(f64, f64) -> f64) -> f64 {
    lanes(cells, start, &step, &step)
}

/// Folds sixteen lanes side by side and joins them in order.
fn lanes(
    cells: &[f64],
    start: f64,
    step: impl Fn(f64, f64) -> f64,
    join: impl Fn(f64, f64) -> f64,
) -> f64 {
    let (mut all, mut rest) = (start, cells);
    if cells.len() >= LANES_FROM {
        let (rows, left) = cells.as_chunks::<LANES>();
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
        all = lanes.into_iter().fold(start, join);
        rest = left;
    }
    rest.iter().fold(all, |all, &cell| step(all, cell))
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn the_mean_of_equal_cells_is_that_cell() {
        assert_eq!(mean(&[0.1, 0.1, 0.1]), 0.1);
        assert_eq!(mean(&[1.0, 2.0]), 1.5);
    }
}
