//! Regret: how much better the best choice would have been, over scenarios or over weights.
//! Minimax regret depends on the field of vendors; whoever shows it says so.
//!
//! Source: Savage, L. J. (1951). The theory of statistical decision. JASA, 46(253), 55–67.

use crate::answer::contest::Contest;
use crate::answer::weight_set::WeightSet;
use crate::method::matrix::Matrix;

/// The largest regret of one vendor and where it is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct WorstRegret {
    /// max over the set of (best score − own score), ≥ 0.
    pub regret: f64,
    /// Against whom; `None` where the vendor is best for every weight in the set.
    pub rival: Option<usize>,
    /// Shares at which it is taken; empty where there is none.
    pub shares: Vec<f64>,
}

/// Vendors × scenarios, from scores of the same shape: best score of the scenario − own score.
pub fn regrets(scores: &Matrix) -> Matrix {
    let best: Vec<f64> = (0..scores.columns())
        .map(|scenario| scores.column(scenario).iter().copied().fold(f64::NEG_INFINITY, f64::max))
        .collect();
    Matrix::from_fn(scores.rows(), scores.columns(), |vendor, scenario| {
        best[scenario] - scores.get(vendor, scenario)
    })
}

/// The largest regret of each vendor over a set of weights; `None` where the set is empty.
///
/// max_w max_b (S_b − S_a) = max_b −min_w (u_a − u_b)·w: one minimum for each rival.
pub fn worst_regrets(contest: &Contest<'_>, set: &WeightSet) -> Option<Vec<WorstRegret>> {
    (0..contest.vendors()).map(|vendor| worst_regret(contest, vendor, set)).collect()
}

/// The largest regret of one vendor over a set of weights; `None` where the set is empty.
pub fn worst_regret(contest: &Contest<'_>, vendor: usize, set: &WeightSet) -> Option<WorstRegret> {
    let mut worst = WorstRegret { regret: 0.0, rival: None, shares: Vec::new() };
    for rival in contest.rivals(vendor) {
        let minimum = set.minimum(&contest.differences(vendor, rival))?;
        if -minimum.lead > worst.regret {
            worst =
                WorstRegret { regret: -minimum.lead, rival: Some(rival), shares: minimum.shares };
        }
    }
    Some(worst)
}

#[cfg(test)]
mod tests {
    use super::{regrets, worst_regrets};
    use crate::answer::contest::Contest;
    use crate::answer::weight_set::WeightSet;
    use crate::method::matrix::Matrix;

    #[test]
    fn the_middle_vendor_has_the_smallest_worst_regret() {
        let values = Matrix::from_rows(&[vec![1.0, 0.0], vec![0.0, 1.0], vec![0.6, 0.6]]);
        let contest = Contest { values: &values, shares: &[0.5, 0.5], choose: 1, tie: 1e-9 };
        let worst = worst_regrets(&contest, &WeightSet::Any).unwrap();
        assert_eq!((worst[0].regret, worst[0].rival), (1.0, Some(1)));
        assert!((worst[2].regret - 0.4).abs() < 1e-12);
    }

    #[test]
    fn regret_is_counted_within_a_scenario() {
        let table = regrets(&Matrix::from_rows(&[vec![0.5, 0.1], vec![0.2, 0.4]]));
        assert!((table.get(1, 0) - 0.3).abs() < 1e-12 && table.get(1, 1) == 0.0);
    }
}
