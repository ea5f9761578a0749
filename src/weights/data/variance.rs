//! Weights by the variance of each criterion once all lie between 0 and 1.
//! Free of units, unlike `standard-deviation`.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{by_column, min_max, squared_departures, weigh_ranged};
use crate::weights::derived::Derived;

/// w_j = V_j / ΣV with V the variance of the min–max column; direction makes no difference to it.
///
/// Rao, R. V., & Patel, B. K. (2010). A subjective and objective integrated multiple attribute
/// decision making method for material selection. Materials & Design, 31(10), 4738–4747 (statistical
/// variance); on min–max columns as by Sałabun, W., Wątróbski, J., & Shekhovtsov, A. (2020).
/// Symmetry, 12(9), 1549.
///
/// # Errors
/// `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        Ok(by_column(ranged, |cells| squared_departures(&min_max(cells, Direction::Maximize))))
    })
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::method::matrix::Matrix;
    use crate::method::problem::Direction;

    #[test]
    fn units_do_not_count() {
        let matrix = Matrix::from_rows(&[vec![1.0, 1000.0], vec![2.0, 2000.0], vec![4.0, 4000.0]]);
        let directions = [Direction::Maximize, Direction::Minimize];
        assert_eq!(weigh(&matrix, &directions).unwrap().shares, [0.5, 0.5]);
    }
}
