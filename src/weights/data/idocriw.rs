//! IDOCRIW weights: entropy and CILOS multiplied.
//! A criterion weighs much where it tells vendors apart and loses little to the others.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::weigh_ranged;
use crate::weights::data::{cilos, entropy};
use crate::weights::derived::Derived;

/// w_j ∝ (1 − E_j) q_j, with E of `entropy` over the raw ratings and q of `cilos`.
///
/// Zavadskas, E. K., & Podvezko, V. (2016). Integrated determination of objective criteria weights in
/// MCDM. Int. J. Information Technology & Decision Making, 15(2), 267–283.
///
/// # Errors
/// As of `entropy` and of `cilos`.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        let diversities = entropy::diversities(ranged)?;
        let impacts = cilos::impacts(ranged)?;
        Ok(diversities.iter().zip(impacts).map(|(diversity, impact)| diversity * impact).collect())
    })
}
