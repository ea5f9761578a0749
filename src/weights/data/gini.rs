//! Weights by the Gini coefficient of each criterion's ratings.
//! The mean difference between vendors relative to the mean rating.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{by_column, mean, refuse_unless, scaled, weigh_ranged};
use crate::weights::derived::Derived;

/// G_j = Σ_i Σ_k |x_ij − x_kj| / (2 m² x̄_j), w = G / ΣG. Ratings ≥ 0.
///
/// Li, G., & Chi, G. (2009). A new determining objective weights method: Gini coefficient weight.
/// First International Conference on Information Science and Engineering.
///
/// # Errors
/// `NotPositive` for a negative rating, `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        refuse_unless(ranged, |_, cell| cell >= 0.0)?;
        Ok(by_column(ranged, coefficient))
    })
}

/// Sorted, each gap between neighbours is crossed by (those below) · (those above) pairs.
fn coefficient(cells: &[f64]) -> f64 {
    let mut sorted = scaled(cells);
    sorted.sort_by(f64::total_cmp);
    let count = sorted.len();
    let differences: f64 = (1..count)
        .map(|below| (sorted[below] - sorted[below - 1]) * below as f64 * (count - below) as f64)
        .sum();
    differences / ((count * count) as f64 * mean(&sorted))
}

#[cfg(test)]
mod tests {
    use super::coefficient;

    #[test]
    fn sorting_equals_the_double_sum() {
        let cells = [29.4, 30.0, 12.0, 33.6, 21.0, 21.0];
        let mean = cells.iter().sum::<f64>() / 6.0;
        let double: f64 =
            cells.iter().flat_map(|left| cells.map(|right| (left - right).abs())).sum();
        assert!((coefficient(&cells) - double / (2.0 * 36.0 * mean)).abs() < 1e-15);
    }
}
