//! How far best-worst judgements agree with each other.
//! Read by `bwm` for its figures and for the criterion at fault.

use crate::weights::bwm::Bwm;

/// The largest ξ that judgements up to `best_to_worst` can force on the nonlinear model: the smaller
/// root of ξ² − (1 + 2a)ξ + (a² − a) = 0. 0 at 1; 0.44, 1.00, 1.63, 2.30 … for 2, 3, 4, 5 …
///
/// Rezaei, J. (2015). Omega, 53, 49–57, table 1.
pub fn consistency_index(best_to_worst: f64) -> f64 {
    let a = best_to_worst;
    let half = (1.0 + 2.0 * a) / 2.0;
    let product = a * a - a;
    // The product of the roots over the larger root: no cancellation.
    product / (half + (half * half - product).sqrt())
}

/// The criterion whose two judgements agree least with best-to-worst, and
/// |a_Bj · a_jW − a_BW| / (a_BW² − a_BW) for it; 0 where best-to-worst is 1 and all agree.
///
/// Liang, F., Brunelli, M., & Rezaei, J. (2020). Consistency issues in the best worst method:
/// measurements and thresholds. Omega, 96, 102175.
pub fn least_consistent(bwm: &Bwm) -> (usize, f64) {
    let best_to_worst = bwm.best_to_worst();
    let scale = best_to_worst * best_to_worst - best_to_worst;
    let mut worst = (bwm.best, 0.0);
    for criterion in bwm.others() {
        let chained = bwm.best_to_others[criterion] * bwm.others_to_worst[criterion];
        let departure = (chained - best_to_worst).abs();
        // With best-to-worst 1 the scale is 0: the departure itself is the only measure left.
        let ratio = if scale > 0.0 { departure / scale } else { departure };
        if ratio > worst.1 {
            worst = (criterion, ratio);
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::consistency_index;

    #[test]
    fn the_printed_table_is_met() {
        let printed = [0.0, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23];
        for (index, expected) in printed.into_iter().enumerate() {
            assert!((consistency_index(index as f64 + 1.0) - expected).abs() < 0.006);
        }
    }
}
