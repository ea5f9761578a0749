//! CRITIC weights: how far a criterion spreads and how little it repeats the others.
//! Works on min–max columns by direction.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{mean, min_max, squared_departures, weigh_ranged};
use crate::weights::derived::Derived;

/// Conflicts below this are rounding in a correlation of 1.
const NOISE: f64 = 1e-12;

/// w_j ∝ σ_j Σ_k (1 − r_jk) over min–max columns by direction: sample deviation, Pearson correlation.
/// Columns without range take no part. A single column left weighs 1.
///
/// Diakoulaki, D., Mavrotas, G., & Papayannakis, L. (1995). Determining objective weights in multiple
/// criteria problems: the CRITIC method. Computers & Operations Research, 22(7), 763–770.
///
/// # Errors
/// `NoRange` for every column where none has a range; `Undefined` where all columns run together.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        let columns: Vec<Vec<f64>> = (0..ranged.ratings.columns())
            .map(|column| min_max(ranged.ratings.column(column), ranged.directions[column]))
            .collect();
        if columns.len() == 1 {
            return Ok(vec![1.0]);
        }
        let freedom = (ranged.ratings.rows() - 1) as f64;
        Ok(columns
            .iter()
            .enumerate()
            .map(|(own, cells)| {
                let conflict: f64 = columns
                    .iter()
                    .enumerate()
                    .filter(|&(other, _)| other != own)
                    .map(|(_, others)| conflict(cells, others))
                    .sum();
                (squared_departures(cells) / freedom).sqrt() * conflict
            })
            .collect())
    })
}

/// 1 − Pearson's r, in [0, 2]; both columns have a range.
fn conflict(left: &[f64], right: &[f64]) -> f64 {
    let (left_mean, right_mean) = (mean(left), mean(right));
    let product: f64 =
        left.iter().zip(right).map(|(x, y)| (x - left_mean) * (y - right_mean)).sum();
    let norm = (squared_departures(left) * squared_departures(right)).sqrt();
    let conflict = (1.0 - product / norm).clamp(0.0, 2.0);
    if conflict < NOISE { 0.0 } else { conflict }
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::method::matrix::Matrix;
    use crate::method::outcome::Refusal;
    use crate::method::problem::Direction;

    #[test]
    fn columns_that_run_together_are_refused_and_one_column_weighs_all() {
        let both = Matrix::from_rows(&[vec![1.0, 0.3], vec![2.0, 0.6], vec![4.0, 1.2]]);
        let up = Direction::Maximize;
        assert!(matches!(weigh(&both, &[up, up]).unwrap_err()[..], [Refusal::Undefined { .. }]));
        let halves = weigh(&both, &[up, Direction::Minimize]).unwrap().shares;
        assert!((halves[0] - 0.5).abs() < 1e-12);
        assert_eq!(weigh(&both.select_columns(&[0]), &[up]).unwrap().shares, [1.0]);
    }
}
