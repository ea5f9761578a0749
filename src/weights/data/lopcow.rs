//! LOPCOW weights: the root mean square of a criterion against its deviation, in logarithms.
//! Works on min–max columns by direction.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{min_max, squared_departures, weigh_ranged};
use crate::weights::derived::Derived;

/// A logarithm below this is rounding of a root mean square that equals the deviation.
const NOISE: f64 = 1e-12;

/// PV_j = |ln( √(Σ_i r_ij² / m) / σ_j )| · 100 over min–max columns, σ the sample deviation;
/// w = PV / ΣPV. Columns without range take no part. Between two vendors every column is 0 and 1, so
/// that nothing tells one from another and all weigh the same.
///
/// Ecer, F., & Pamučar, D. (2022). A novel LOPCOW-DOBI multi-criteria sustainability performance
/// assessment methodology. Omega, 112, 102690. Their figures come of the sample deviation.
///
/// # Errors
/// `NoRange` for every column where none has a range; `Undefined` where all PV are 0.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        let vendors = ranged.ratings.rows() as f64;
        if ranged.ratings.rows() == 2 {
            return Ok(vec![1.0; ranged.ratings.columns()]);
        }
        let percentage = |column: usize| {
            let cells = min_max(ranged.ratings.column(column), ranged.directions[column]);
            let squares: f64 = cells.iter().map(|cell| cell * cell).sum();
            let ratio = squares / vendors / (squared_departures(&cells) / (vendors - 1.0));
            let change = ratio.sqrt().ln().abs();
            if change < NOISE { 0.0 } else { change * 100.0 }
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
        let variance = (1.01 - 1.1 * 1.1 / 3.0) / 2.0;
        let amounts =
            [(1.01_f64 / 3.0 / variance).ln().abs(), (1.81_f64 / 3.0 / variance).ln().abs()];
        assert!((shares[0] - amounts[0] / (amounts[0] + amounts[1])).abs() < 1e-12);
    }

    #[test]
    fn two_vendors_tell_no_column_from_another_and_a_single_one_at_the_top_weighs_nothing() {
        let up = [Direction::Maximize; 2];
        let two = Matrix::from_rows(&[vec![1.0, 7.0], vec![2.0, 3.0]]);
        assert_eq!(weigh(&two, &up).unwrap().shares, [0.5, 0.5]);
        // 0, 0, 1 has root mean square and sample deviation √⅓.
        let three = Matrix::from_rows(&[vec![3.0, 0.0], vec![3.0, 0.2], vec![9.0, 1.0]]);
        assert_eq!(weigh(&three, &up).unwrap().shares, [0.0, 1.0]);
    }
}
