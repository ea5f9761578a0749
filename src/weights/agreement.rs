//! How far two rankings agree: Spearman, Kendall's τ-b, weighted Spearman, WS.
//! Ranks count 1 for the best; ties are given the mean of the places they share.

use crate::weights::data::column::{mean, squared_departures};

/// Four coefficients for the same two rankings; `None` where one has no value (all tied, or fewer
/// than two vendors).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Pearson's correlation of the ranks, in [−1, 1]. Spearman, C. (1904).
    pub spearman: Option<f64>,
    /// Concordant minus discordant pairs over √((pairs untied in one)(pairs untied in the other)), in
    /// [−1, 1]. Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika, 33(3).
    pub kendall_tau_b: Option<f64>,
    /// 1 − 6 Σ (x−y)² ((n−x+1) + (n−y+1)) / (n⁴ + n³ − n² − n): differences at the top count more.
    /// Pinto da Costa, J., & Soares, C. (2005). Australian & New Zealand J. of Statistics, 47(4).
    pub weighted_spearman: Option<f64>,
    /// 1 − Σ 2^−x |x−y| / max(x−1, n−x) with x the reference's rank, in [0, 1]. Not symmetric.
    /// Sałabun, W., & Urbaniak, K. (2020). A new coefficient of rankings similarity. ICCS 2020.
    pub ws: Option<f64>,
}

/// Compares a ranking with a reference; both give one rank for each vendor, the smaller the better.
///
/// `None` where their lengths differ or a rank is not finite.
pub fn compare(reference: &[f64], other: &[f64]) -> Option<Agreement> {
    let is_finite = |ranks: &[f64]| ranks.iter().all(|rank| rank.is_finite());
    if reference.len() != other.len() || !is_finite(reference) || !is_finite(other) {
        return None;
    }
    let (x, y) = (shared_ranks(reference), shared_ranks(other));
    let is_comparable = x.len() > 1;
    Some(Agreement {
        spearman: spearman(&x, &y),
        kendall_tau_b: kendall_tau_b(&x, &y),
        weighted_spearman: is_comparable.then(|| weighted_spearman(&x, &y)),
        ws: is_comparable.then(|| ws(&x, &y)),
    })
}

/// Ranks in which those that tie share the mean of their places: 1, 2.5, 2.5, 4.
pub fn shared_ranks(ranks: &[f64]) -> Vec<f64> {
    ranks
        .iter()
        .map(|own| {
            let below = ranks.iter().filter(|rank| *rank < own).count() as f64;
            let equal = ranks.iter().filter(|rank| *rank == own).count() as f64;
            below + (equal + 1.0) / 2.0
        })
        .collect()
}

fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    let norm = (squared_departures(x) * squared_departures(y)).sqrt();
    let (x_mean, y_mean) = (mean(x), mean(y));
    let product: f64 = x.iter().zip(y).map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    (norm > 0.0).then(|| (product / norm).clamp(-1.0, 1.0))
}

fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    let order = |left: f64, right: f64| f64::from(left.total_cmp(&right) as i8);
    let (mut balance, mut x_untied, mut y_untied) = (0.0, 0.0, 0.0);
    for first in 0..x.len() {
        for second in first + 1..x.len() {
            let (by_x, by_y) = (order(x[first], x[second]), order(y[first], y[second]));
            balance += by_x * by_y;
            x_untied += by_x.abs();
            y_untied += by_y.abs();
        }
    }
    // One root of the product: a root of each passes 1 where they are alike.
    let norm = f64::sqrt(x_untied * y_untied);
    (norm > 0.0).then(|| balance / norm)
}

fn weighted_spearman(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let sum: f64 =
        x.iter().zip(y).map(|(x, y)| (x - y) * (x - y) * ((n - x + 1.0) + (n - y + 1.0))).sum();
    1.0 - 6.0 * sum / (n * n * n * n + n * n * n - n * n - n)
}

fn ws(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let losses = x
        .iter()
        .zip(y)
        .map(|(x, y)| 2.0_f64.powf(-x) * (x - y).abs() / (x - 1.0).abs().max((n - x).abs()));
    1.0 - losses.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::{compare, shared_ranks};

    #[test]
    fn ties_share_their_places_and_competition_ranks_mean_the_same() {
        assert_eq!(shared_ranks(&[1.0, 2.0, 2.0, 4.0]), [1.0, 2.5, 2.5, 4.0]);
        let dense = compare(&[1.0, 2.0, 2.0, 3.0], &[4.0, 2.0, 3.0, 1.0]);
        assert_eq!(dense, compare(&[1.0, 2.0, 2.0, 4.0], &[4.0, 2.0, 3.0, 1.0]));
    }

    #[test]
    fn the_same_ranking_agrees_by_exactly_1_and_its_reverse_by_exactly_minus_1() {
        for vendors in 3..40 {
            let ranks: Vec<f64> = (0..vendors).map(|place| f64::from(place / 2)).collect();
            let reverse: Vec<f64> = ranks.iter().map(|rank| -rank).collect();
            assert_eq!(compare(&ranks, &ranks).unwrap().kendall_tau_b, Some(1.0));
            assert_eq!(compare(&ranks, &reverse).unwrap().kendall_tau_b, Some(-1.0));
        }
    }

    #[test]
    fn what_has_no_value_is_none() {
        let tied = compare(&[1.0, 1.0], &[1.0, 2.0]).unwrap();
        assert_eq!((tied.spearman, tied.kendall_tau_b), (None, None));
        assert_eq!(compare(&[1.0], &[1.0]).unwrap().ws, None);
        assert_eq!(compare(&[1.0], &[1.0, 2.0]), None);
        assert_eq!(compare(&[f64::NAN], &[1.0]), None);
    }
}
