//! MEREC weights: how much the overall performance changes once a criterion is removed.
//! Works on logarithms of ratios to the extreme rating.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{ends, refuse_unless, weigh_ranged};
use crate::weights::derived::Derived;

/// n_ij = min x / x where more is better, x / max x where less is; S_i = ln(1 + Σ_k |ln n_ik| / n),
/// S′_ij the same without j (n stays), E_j = Σ_i |S′_ij − S_i|, w = E / ΣE. Ratings > 0.
///
/// Keshavarz-Ghorabaee, M., Amiri, M., Zavadskas, E. K., Turskis, Z., & Antuchevičienė, J. (2021).
/// Determination of objective weights using a new method based on the removal effects of criteria
/// (MEREC). Symmetry, 13(4), 525.
///
/// # Errors
/// `NotPositive` for a rating of 0 or less, `NoRange` for every column where none has a range.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, |ranged| {
        refuse_unless(ranged, |_, cell| cell > 0.0)?;
        // A column without range adds ln 1 = 0 but counts in n.
        let count = ranged.all as f64;
        let logarithms: Vec<Vec<f64>> = (0..ranged.ratings.columns())
            .map(|column| {
                let cells = ranged.ratings.column(column);
                let (low, high) = ends(cells);
                let extreme = match ranged.directions[column] {
                    Direction::Maximize => low,
                    Direction::Minimize => high,
                };
                cells.iter().map(|cell| (cell.ln() - extreme.ln()).abs()).collect()
            })
            .collect();
        let totals: Vec<f64> = (0..ranged.ratings.rows())
            .map(|vendor| logarithms.iter().map(|column| column[vendor]).sum())
            .collect();
        Ok(logarithms
            .iter()
            .map(|column| {
                let effects = column.iter().zip(&totals).map(|(own, total)| {
                    // ln(1 + a) − ln(1 + b) as one logarithm, so that small effects keep their digits.
                    -(-(own / count) / (1.0 + total / count)).ln_1p()
                });
                effects.sum()
            })
            .collect())
    })
}
