//! Equal weights: every criterion the same share.
//! The one data method that looks at no rating.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::weights::data::column::undefined;
use crate::weights::derived::Derived;

/// w_j = 1/n, criteria without range included. Dawes, R. M., & Corrigan, B. (1974). Linear models in
/// decision making. Psychological Bulletin, 81(2), 95–106.
///
/// # Errors
/// `Undefined` without criteria.
pub fn weigh(ratings: &Matrix) -> Result<Derived, Vec<Refusal>> {
    let criteria = ratings.columns();
    if criteria == 0 {
        return Err(undefined("there is no criterion to weigh"));
    }
    Ok(Derived::from_shares(vec![1.0 / criteria as f64; criteria]))
}
