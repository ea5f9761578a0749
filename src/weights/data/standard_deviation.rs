//! Weights by how far the raw ratings of each criterion spread.
//! Units count: a criterion in grams outweighs the same in kilograms.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{by_column, magnitude, squared_departures, weigh_ranged};
use crate::weights::derived::Derived;

/// w_j = σ_j / Σσ over the raw columns (m or m − 1 in σ makes no difference).
///
/// Diakoulaki, D., Mavrotas, G., & Papayannakis, L. (1995). Computers & Operations Research, 22(7);
/// Wang, Y. M., & Luo, Y. (2010). Math. Comput. Modelling, 51.
///
/// # Errors
/// `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        let largest = by_column(ranged, magnitude).into_iter().fold(0.0, f64::max);
        Ok(by_column(ranged, |cells| {
            let scaled: Vec<f64> = cells.iter().map(|cell| cell / largest).collect();
            squared_departures(&scaled).sqrt()
        }))
    })
}
