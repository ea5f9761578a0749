//! Figures of one column: ends, sum, mean, norm.
//! Used by everything that freezes a field; sums run in row order.

/// The smallest cell; +∞ for an empty column.
pub fn low(cells: &[f64]) -> f64 {
    cells.iter().fold(f64::INFINITY, |low, &cell| if cell < low { cell } else { low })
}

/// The largest cell; −∞ for an empty column.
pub fn high(cells: &[f64]) -> f64 {
    cells.iter().fold(f64::NEG_INFINITY, |high, &cell| if cell > high { cell } else { high })
}

/// The sum of the cells.
pub fn sum(cells: &[f64]) -> f64 {
    cells.iter().fold(0.0, |sum, &cell| sum + cell)
}

/// The Euclidean norm, √Σx².
pub fn norm(cells: &[f64]) -> f64 {
    cells.iter().fold(0.0, |sum, &cell| sum + cell * cell).sqrt()
}

/// The arithmetic mean; exactly the common cell where all are equal, so that rounding never makes
/// a difference where there is none. NaN for an empty column.
pub fn mean(cells: &[f64]) -> f64 {
    let (low, high) = (low(cells), high(cells));
    if low == high { low } else { sum(cells) / cells.len() as f64 }
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
