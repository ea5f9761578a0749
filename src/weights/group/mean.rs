//! Weights of several people combined into one set.
//! By the arithmetic mean, or by the geometric mean as AHP asks.

use crate::weights::fault::{Fault, Part, Place};
use crate::weights::order::out_of_range;
use crate::weights::share::divide_by_sum;

/// Shares with which people count, adding up to 1, from raw amounts ≥ 0.
///
/// # Errors
/// A length that differs from `people`, amounts out of range, or all 0.
pub fn people_shares(people: usize, amounts: &[f64]) -> Result<Vec<f64>, Vec<Fault>> {
    let part = Part::PeopleShares;
    if amounts.len() != people {
        return Err(vec![Fault::Length { part, expected: people, found: amounts.len() }]);
    }
    let faults = out_of_range(part, amounts, [0.0, f64::MAX]);
    if !faults.is_empty() {
        return Err(faults);
    }
    divide_by_sum(amounts).ok_or_else(|| vec![Fault::NothingWeighs])
}

/// Σ_p s_p w_pj over people's shares of the criteria, each divided by its sum first.
///
/// Equal to the aggregation of individual priorities by the arithmetic mean; Forman, E., & Peniwati,
/// K. (1998). Aggregating individual judgments and priorities with the AHP. EJOR, 108(1), 165–169.
///
/// # Errors
/// Rows of different lengths, weights out of range, or a row of zeros.
pub fn mean_weights(weights: &[Vec<f64>], amounts: &[f64]) -> Result<Vec<f64>, Vec<Fault>> {
    let rows = shares_of_each(weights)?;
    let people = people_shares(weights.len(), amounts)?;
    let criteria = rows[0].len();
    let sums: Vec<f64> = (0..criteria)
        .map(|criterion| rows.iter().zip(&people).map(|(row, share)| share * row[criterion]).sum())
        .collect();
    divide_by_sum(&sums).ok_or_else(|| vec![Fault::NothingWeighs])
}

/// Π_p w_pj^s_p divided by its sum: AIP, the geometric mean of people's priorities.
///
/// Forman & Peniwati (1998). A criterion that anybody with a share gives 0 weighs 0.
///
/// # Errors
/// As [`mean_weights`]; `NothingWeighs` too where each criterion is given 0 by somebody.
pub fn geometric_mean_weights(
    weights: &[Vec<f64>],
    amounts: &[f64],
) -> Result<Vec<f64>, Vec<Fault>> {
    let rows = shares_of_each(weights)?;
    let people = people_shares(weights.len(), amounts)?;
    let criteria = rows[0].len();
    let products: Vec<f64> = (0..criteria)
        .map(|criterion| {
            rows.iter().zip(&people).map(|(row, share)| row[criterion].powf(*share)).product()
        })
        .collect();
    divide_by_sum(&products).ok_or_else(|| vec![Fault::NothingWeighs])
}

/// Each person's weights divided by their sum.
fn shares_of_each(weights: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, Vec<Fault>> {
    let expected = weights.first().map_or(0, Vec::len);
    if expected == 0 {
        return Err(vec![Fault::Empty]);
    }
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    for (entry, row) in weights.iter().enumerate() {
        let place = Place::new(Part::People, entry);
        if row.len() != expected {
            faults.push(Fault::Length { part: Part::People, expected, found: row.len() });
            continue;
        }
        let (low, high) = (0.0, f64::MAX);
        if let Some(&stated) = row.iter().find(|weight| !(low..=high).contains(*weight)) {
            faults.push(Fault::OutOfRange { place, stated, low, high });
            continue;
        }
        match divide_by_sum(row) {
            Some(shares) => rows.push(shares),
            None => {
                let low = f64::MIN_POSITIVE;
                faults.push(Fault::OutOfRange { place, stated: 0.0, low, high });
            }
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::{geometric_mean_weights, mean_weights};

    #[test]
    fn people_count_by_their_shares() {
        let weights = [vec![80.0, 20.0], vec![1.0, 4.0]];
        let close = |found: Vec<f64>, wanted: [f64; 2]| {
            assert!(found.iter().zip(wanted).all(|(left, right)| (left - right).abs() < 1e-12));
        };
        close(mean_weights(&weights, &[3.0, 1.0]).unwrap(), [0.65, 0.35]);
        close(geometric_mean_weights(&weights, &[1.0, 1.0]).unwrap(), [0.5, 0.5]);
        close(mean_weights(&weights, &[0.0, 1.0]).unwrap(), [0.2, 0.8]);
        assert!(mean_weights(&weights, &[0.0, 0.0]).is_err());
        assert!(mean_weights(&[vec![1.0], vec![1.0, 2.0]], &[1.0, 1.0]).is_err());
    }
}
