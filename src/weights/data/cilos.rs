//! CILOS weights: a criterion weighs more the less it loses when another is at its best.
//! The losses are rates of a chain whose stationary shares are the weights.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::data::column::{Ranged, ends, refuse_unless, undefined, weigh_ranged};
use crate::weights::derived::Derived;

/// Cost columns as min x / x, then p_ij = (best of j − rating on j of the vendor best on i) / best of
/// j; F = P with −Σ_i p_ij on the diagonal; F q = 0, Σq = 1. Ratings ≥ 0, > 0 where less is better.
///
/// Where several vendors are best on i, their mean loss counts, so that their order plays no part.
///
/// Zavadskas, E. K., & Podvezko, V. (2016). Integrated determination of objective criteria weights in
/// MCDM. Int. J. Information Technology & Decision Making, 15(2), 267–283, after Mirkin, B. G. (1974).
///
/// # Errors
/// `NotPositive` for ratings out of range, `NoRange` for every column where none has a range,
/// `Undefined` where more than one set of weights solves the equations, as when one vendor is best
/// on everything.
pub fn weigh(ratings: &Matrix, directions: &[Direction]) -> Result<Derived, Vec<Refusal>> {
    weigh_ranged(ratings, directions, impacts)
}

/// q for each column with a range.
pub(super) fn impacts(ranged: &Ranged) -> Result<Vec<f64>, Vec<Refusal>> {
    refuse_unless(ranged, |column, cell| match ranged.directions[column] {
        Direction::Maximize => cell >= 0.0,
        Direction::Minimize => cell > 0.0,
    })?;
    stationary_shares(&losses(ranged))
        .ok_or_else(|| undefined("the losses between criteria do not settle one set of weights"))
}

/// `losses[i][j]`: the relative loss of j where i is at its best.
fn losses(ranged: &Ranged) -> Vec<Vec<f64>> {
    // Relative to the best of the column: 1 is best, and the sum normalisation would cancel.
    let columns: Vec<Vec<f64>> = (0..ranged.ratings.columns())
        .map(|column| {
            let cells = ranged.ratings.column(column);
            let (low, high) = ends(cells);
            match ranged.directions[column] {
                Direction::Maximize => cells.iter().map(|cell| cell / high).collect(),
                Direction::Minimize => cells.iter().map(|cell| low / cell).collect(),
            }
        })
        .collect();
    columns
        .iter()
        .map(|own| {
            let best: Vec<usize> = (0..own.len()).filter(|&vendor| own[vendor] >= 1.0).collect();
            let mean_loss = |other: &Vec<f64>| {
                best.iter().map(|&vendor| 1.0 - other[vendor]).sum::<f64>() / best.len() as f64
            };
            columns.iter().map(mean_loss).collect()
        })
        .collect()
}

/// Solves F q = 0: a flow from j to i at rate `rates[i][j]`, in balance. `None` unless unique.
///
/// Criteria that are left but never come back to have share 0; the rest by elimination without
/// subtraction: Grassmann, W. K., Taksar, M. I., & Heyman, D. P. (1985). Operations Research, 33(5).
fn stationary_shares(rates: &[Vec<f64>]) -> Option<Vec<f64>> {
    let closed = closed_set(rates)?;
    let count = closed.len();
    let mut flow: Vec<Vec<f64>> =
        closed.iter().map(|&from| closed.iter().map(|&to| rates[to][from]).collect()).collect();
    for last in (1..count).rev() {
        let out: f64 = flow[last][..last].iter().sum();
        for from in 0..last {
            flow[from][last] /= out;
            for to in 0..last {
                if to != from {
                    flow[from][to] += flow[from][last] * flow[last][to];
                }
            }
        }
    }
    let mut shares = vec![0.0; rates.len()];
    let mut along = vec![1.0];
    for last in 1..count {
        along.push((0..last).map(|from| along[from] * flow[from][last]).sum());
    }
    for (&criterion, amount) in closed.iter().zip(along) {
        shares[criterion] = amount;
    }
    Some(shares)
}

/// The one set of criteria that flow out of it never leaves; `None` where there are several.
fn closed_set(rates: &[Vec<f64>]) -> Option<Vec<usize>> {
    let count = rates.len();
    let reach: Vec<Vec<bool>> = (0..count).map(|from| reached_from(rates, from)).collect();
    let mut closed: Option<Vec<usize>> = None;
    for from in 0..count {
        let members: Vec<usize> = (0..count).filter(|&to| reach[from][to]).collect();
        let is_closed = members.iter().all(|&member| reach[member][from]);
        match &closed {
            _ if !is_closed => {}
            Some(known) if *known != members => return None,
            _ => closed = Some(members),
        }
    }
    closed
}

fn reached_from(rates: &[Vec<f64>], from: usize) -> Vec<bool> {
    let mut reached = vec![false; rates.len()];
    reached[from] = true;
    let mut waiting = vec![from];
    while let Some(at) = waiting.pop() {
        for to in 0..rates.len() {
            if !reached[to] && rates[to][at] > 0.0 {
                reached[to] = true;
                waiting.push(to);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::method::matrix::Matrix;
    use crate::method::outcome::Refusal;
    use crate::method::problem::Direction;

    #[test]
    fn a_vendor_best_on_everything_leaves_nothing_to_tell() {
        let matrix = Matrix::from_rows(&[vec![3.0, 5.0], vec![2.0, 1.0]]);
        let refusals = weigh(&matrix, &[Direction::Maximize; 2]).unwrap_err();
        assert!(matches!(refusals[..], [Refusal::Undefined { .. }]));
    }
}
