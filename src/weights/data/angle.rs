//! Weights by the angle between each criterion's ratings and the ratings of a field all alike.
//! The wider the angle, the more the criterion tells vendors apart.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{
    by_column, mean, refuse_unless, scaled, squared_departures, weigh_ranged,
};
use crate::weights::derived::Derived;

/// w_j ∝ arccos(x_j · 1 / (‖x_j‖ ‖1‖)). Ratings ≥ 0.
///
/// Shuai, D., Zongzhun, Z., Yongji, W., & Lei, L. (2012). A new angular method to determine the
/// objective weights. 24th Chinese Control and Decision Conference, 3889–3892.
///
/// # Errors
/// `NotPositive` for a negative rating, `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        refuse_unless(ranged, |_, cell| cell >= 0.0)?;
        Ok(by_column(ranged, angle))
    })
}

/// By the two legs: the part along 1 and the part across; arccos near 1 would lose half the digits.
fn angle(cells: &[f64]) -> f64 {
    let cells = scaled(cells);
    let along = mean(&cells) * (cells.len() as f64).sqrt();
    squared_departures(&cells).sqrt().atan2(along)
}
