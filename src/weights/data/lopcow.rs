//! LOPCOW weights: the root mean square of a criterion against its deviation, in logarithms.
//! Works on min–max columns by direction.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{min_max, squared_departures, weigh_ranged};
use crate::weights::derived::Derived;

/// PV_j = |ln( √(Σ_i r_ij² / m) / σ_j )| · 100 over min–max columns, σ with m like the mean square;
/// w = PV / ΣPV. Columns without range take no part.
///
/// Ecer, F., & Pamučar, D. (2022). A novel LOPCOW-DOBI multi-criteria sustainability performance
/// assessment methodology. Omega, 112, 102690.
///
/// # Errors
/// `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        let percentage = |column: usize| {
            let cells = min_max(ranged.ratings.column(column), ranged.directions[column]);
            let squares: f64 = cells.iter().map(|cell| cell * cell).sum();
            (squares / squared_departures(&cells)).sqrt().ln().abs() * 100.0
        };
        Ok((0..ranged.ratings.columns()).map(percentage).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::method::matrix::Matrix;
    use crate::method::problem::Direction;

    #[test]
    fn direction_counts() {
        let matrix = Matrix::from_rows(&[vec![0.0, 0.0], vec![0.1, 0.1], vec![1.0, 1.0]]);
        let shares = weigh(&matrix, &[Direction::Maximize, Direction::Minimize]).unwrap().shares;
        // Squares 1.01 against 1.81, departures equal: the turned column is the larger.
        let departures = 1.01 - 1.1 * 1.1 / 3.0;
        let amounts = [(1.01_f64 / departures).ln(), (1.81_f64 / departures).ln()];
        assert!((shares[0] - amounts[0] / (amounts[0] + amounts[1])).abs() < 1e-12);
    }
}
