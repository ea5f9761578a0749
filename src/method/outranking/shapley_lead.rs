//! The lead of a method whose score has no split of its own: Shapley values of the frozen scorer.
//! Choquet, OWA and REGIME answer `lead` with one of these.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Lead, Split, Unit};
use crate::method::shapley;

/// How far a row is ahead of another, split over the criteria; more of the score is better.
pub fn shapley_lead(first: &[f64], second: &[f64], scorer: &dyn Fn(&Matrix) -> Vec<f64>) -> Lead {
    let scores = scorer(&Matrix::from_rows(&[first.to_vec(), second.to_vec()]));
    let shapley::Shares { parts, standard_error } = shapley::split(first, second, scorer);
    Lead {
        amount: scores[0] - scores[1],
        unit: Unit::Score,
        parts,
        how: Split::Shapley { standard_error },
    }
}
