//! The best-worst model of ratios, solved by bisection on ξ.
//! min ξ with |w_B/w_j − a_Bj| ≤ ξ, |w_j/w_W − a_jW| ≤ ξ, Σw = 1, w ≥ 0.
//!
//! With w_W held at 1 a given ξ leaves each other weight an interval that depends on w_B alone, so
//! ξ is possible exactly where the intervals of w_B have a common point: no program is needed.

use crate::weights::bwm::Bwm;
use crate::weights::bwm::consistency::consistency_index;
use crate::weights::derived::{Derived, Note};
use crate::weights::share::divide_by_sum;

/// A reach of a share below this is rounding.
const NARROW: f64 = 1e-9;

/// `bwm` is checked and has two criteria at least.
pub(super) fn solve(bwm: &Bwm) -> Derived {
    let ksi = least_ksi(bwm);
    let (low, high) = shares_reach(&ratios_to_worst(bwm, ksi));
    let centres: Vec<f64> = low.iter().zip(&high).map(|(low, high)| (low + high) / 2.0).collect();
    let shares = divide_by_sum(&centres).unwrap_or(centres);
    let index = consistency_index(bwm.best_to_worst());
    let ratio = if index > 0.0 { ksi / index } else { 0.0 };
    let is_unique = low.iter().zip(&high).all(|(low, high)| high - low <= NARROW);
    Derived {
        shares,
        figures: vec![("ksi", ksi), ("ci", index), ("cr", ratio)],
        columns: vec![("low", low), ("high", high)],
        notes: if is_unique { Vec::new() } else { vec![Note::NotUnique] },
    }
}

/// The least ξ for which some weights exist, to the last bit that bisection can tell.
fn least_ksi(bwm: &Bwm) -> f64 {
    let is_possible = |ksi: f64| {
        let [low, high] = best_reach(bwm, ksi);
        low <= high
    };
    if is_possible(0.0) {
        return 0.0;
    }
    let largest =
        bwm.best_to_others.iter().chain(&bwm.others_to_worst).copied().fold(0.0, f64::max);
    // At ξ = the largest judgement every lower bound is 0.
    let (mut impossible, mut possible) = (0.0, largest);
    loop {
        let middle = f64::midpoint(impossible, possible);
        if middle <= impossible || middle >= possible {
            return possible;
        }
        if is_possible(middle) {
            possible = middle;
        } else {
            impossible = middle;
        }
    }
}

/// Between what w_B / w_W may lie.
fn best_reach(bwm: &Bwm, ksi: f64) -> [f64; 2] {
    let mut low = (bwm.best_to_worst() - ksi).max(0.0);
    let mut high = bwm.best_to_worst() + ksi;
    for criterion in bwm.others() {
        let (from_best, to_worst) = (bwm.best_to_others[criterion], bwm.others_to_worst[criterion]);
        low = low.max((from_best - ksi).max(0.0) * (to_worst - ksi).max(0.0));
        high = high.min((from_best + ksi) * (to_worst + ksi));
    }
    [low, high]
}

/// Between what each w_j / w_W may lie at the least ξ, where w_B / w_W is a single number.
fn ratios_to_worst(bwm: &Bwm, ksi: f64) -> Vec<[f64; 2]> {
    let [low, high] = best_reach(bwm, ksi);
    let best = f64::midpoint(low, high);
    let mut ratios = vec![[1.0, 1.0]; bwm.best_to_others.len()];
    ratios[bwm.best] = [best, best];
    for criterion in bwm.others() {
        let (from_best, to_worst) = (bwm.best_to_others[criterion], bwm.others_to_worst[criterion]);
        let low = (best / (from_best + ksi)).max(to_worst - ksi).max(0.0);
        let from_best = if from_best > ksi { best / (from_best - ksi) } else { f64::INFINITY };
        let high = from_best.min(to_worst + ksi);
        // Where the interval is a point, rounding may turn it around.
        let middle = f64::midpoint(low, high);
        ratios[criterion] = [low.min(middle), high.max(middle)];
    }
    ratios
}

/// The least and the largest share of each criterion: its own end against the opposite ends of all
/// others, since the intervals do not depend on each other.
fn shares_reach(ratios: &[[f64; 2]]) -> (Vec<f64>, Vec<f64>) {
    let end = |criterion: usize, own: usize| {
        let others: f64 = ratios
            .iter()
            .enumerate()
            .filter(|&(other, _)| other != criterion)
            .map(|(_, ends)| ends[1 - own])
            .sum();
        ratios[criterion][own] / (ratios[criterion][own] + others)
    };
    let all = |own: usize| (0..ratios.len()).map(|criterion| end(criterion, own)).collect();
    (all(0), all(1))
}

#[cfg(test)]
mod tests {
    use super::solve;
    use crate::weights::bwm::{Bwm, Model};
    use crate::weights::derived::Note;

    #[test]
    fn a_criterion_that_does_not_set_ksi_keeps_an_interval() {
        // Criterion 1 forces ξ > 0; criterion 2 agrees with best-to-worst and has room left.
        let bwm = Bwm {
            best: 0,
            worst: 3,
            best_to_others: vec![1.0, 4.0, 2.0, 8.0],
            others_to_worst: vec![8.0, 4.0, 4.0, 1.0],
            model: Model::Nonlinear,
        };
        let derived = solve(&bwm);
        let (low, high) = (derived.column("low").unwrap(), derived.column("high").unwrap());
        assert!(high[2] - low[2] > 0.01);
        assert_eq!(derived.notes, [Note::NotUnique]);
        assert!(derived.figure("ksi").unwrap() > 0.0);
    }
}
