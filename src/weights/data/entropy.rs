//! Entropy weights: what the ratings of a criterion tell, by Shannon's measure.
//! Works on shares of the column sums; directions play no part.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{Ranged, by_column, mean, refuse_unless, scaled, weigh_ranged};
use crate::weights::derived::Derived;

/// p_ij = x_ij / Σ_i x_ij, E_j = −Σ p ln p / ln m with 0 · ln 0 = 0, w_j ∝ 1 − E_j; `entropy` among
/// the columns, 1 where there is no range. Ratings ≥ 0.
///
/// Shannon, C. E. (1948); Zeleny, M. (1982). Multiple Criteria Decision Making. McGraw-Hill.
///
/// # Errors
/// `NotPositive` for a negative rating, `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    let mut derived = weigh_ranged(ratings, directions, diversities)?;
    let entropy = (0..ratings.columns())
        .map(|column| match derived.shares[column] {
            0.0 => 1.0,
            _ => 1.0 - diversity(ratings.column(column)),
        })
        .collect();
    derived.columns = vec![("entropy", entropy)];
    Ok(derived)
}

/// 1 − E for each column.
pub(super) fn diversities(ranged: &Ranged) -> Result<Vec<f64>, Vec<Refusal>> {
    refuse_unless(ranged, |_, cell| cell >= 0.0)?;
    Ok(by_column(ranged, diversity))
}

/// 1 − E of a column of ratings ≥ 0 with a range.
///
/// With p = (1 + d)/m, 1 − E = Σ ((1 + d) ln(1 + d) − d) / (m ln m): each term is ≥ 0, so columns
/// that barely differ lose no digits against 1.
fn diversity(cells: &[f64]) -> f64 {
    let cells = scaled(cells);
    let mean = mean(&cells);
    let count = cells.len() as f64;
    let terms: f64 = cells.iter().map(|cell| surplus((cell - mean) / mean)).sum();
    terms / (count * count.ln())
}

/// (1 + d) ln(1 + d) − d for d ≥ −1.
fn surplus(d: f64) -> f64 {
    if d <= -1.0 {
        1.0
    } else if d.abs() < 1e-4 {
        d * d * (0.5 - d / 6.0 + d * d / 12.0)
    } else {
        (1.0 + d) * d.ln_1p() - d
    }
}

#[cfg(test)]
mod tests {
    use super::diversity;

    #[test]
    fn the_rewritten_form_is_the_textbook_one() {
        for cells in [vec![3.0, 0.0, 7.0, 1.5], vec![5.0, 5.001], vec![0.0, 0.0, 1.0]] {
            let total: f64 = cells.iter().sum();
            let plain: f64 = cells
                .iter()
                .map(|cell| cell / total)
                .filter(|&part| part > 0.0)
                .map(|part| part * part.ln())
                .sum();
            let textbook = 1.0 + plain / (cells.len() as f64).ln();
            assert!((diversity(&cells) - textbook).abs() < 1e-14, "{cells:?}");
        }
    }
}
