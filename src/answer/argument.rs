//! The form an argument for a lead takes: all, not on average, inversion, remaining.
//! Chosen by `reasons` to open "why A over B".
//!
//! Source: Labreuche, C. (2011). A general framework for explaining the results of a
//! multi-attribute preference model. Artificial Intelligence, 175(7–8), 1410–1448.

use crate::answer::lead::falling;

/// Below this ratio |D| / Σ|w_j d_j| a lead is slight.
pub const SLIGHT: f64 = 0.1;
/// Below this ratio a lead is moderate, from it on clear.
pub const MODERATE: f64 = 0.35;

/// The first form of argument that applies, in the order of the variants.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// At least as good on every criterion.
    All,
    /// Under equal weights the other would be level or ahead.
    NotOnAverage {
        /// The lead under equal weights.
        under_equal: f64,
        /// The smallest set of criteria whose shift from equal to actual weights turns it,
        /// largest effect first.
        turning: Vec<usize>,
    },
    /// The criteria that speak for the winner weigh more than those that speak against it.
    Inversion {
        /// The fewest exchanges of weights (for, against) that would turn the lead.
        swaps: Vec<(usize, usize)>,
    },
    /// None of these: only the balance remains.
    Remaining {
        /// How large the lead is beside what it is made of.
        strength: Strength,
        /// |D| / Σ|w_j d_j|, in [0, 1].
        ratio: f64,
    },
}

/// How large a lead is beside everything that speaks for and against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Ratio below [`SLIGHT`].
    Slight,
    /// Ratio below [`MODERATE`].
    Moderate,
    /// Everything above.
    Clear,
}

/// Finds the argument for a lead; `None` where there is no lead above the tie tolerance.
/// `differences` are d_j = u_aj − u_bj.
pub fn argue(differences: &[f64], shares: &[f64], tie: f64) -> Option<Argument> {
    let parts: Vec<f64> = differences.iter().zip(shares).map(|(d, w)| d * w).collect();
    let lead: f64 = parts.iter().sum();
    if lead <= tie {
        return None;
    }
    if differences.iter().all(|d| *d >= 0.0) {
        return Some(Argument::All);
    }
    if let Some(argument) = not_on_average(differences, shares, tie) {
        return Some(argument);
    }
    if let Some(swaps) = turning_swaps(differences, shares, lead - tie) {
        return Some(Argument::Inversion { swaps });
    }
    let ratio = lead / parts.iter().map(|part| part.abs()).sum::<f64>();
    let strength = match ratio {
        ratio if ratio < SLIGHT => Strength::Slight,
        ratio if ratio < MODERATE => Strength::Moderate,
        _ => Strength::Clear,
    };
    Some(Argument::Remaining { strength, ratio })
}

/// With T shifted to the actual weights the lead is Σ_T w_j d_j + Σ_rest d_j / n, so the largest
/// (w_j − 1/n) d_j first give the smallest set that turns it.
fn not_on_average(differences: &[f64], shares: &[f64], tie: f64) -> Option<Argument> {
    let equal = 1.0 / differences.len() as f64;
    let under_equal = differences.iter().sum::<f64>() * equal;
    if under_equal > tie {
        return None;
    }
    let shifts: Vec<f64> = differences.iter().zip(shares).map(|(d, w)| (w - equal) * d).collect();
    let mut reached = under_equal;
    let mut turning = Vec::new();
    for criterion in falling(&shifts) {
        reached += shifts[criterion];
        turning.push(criterion);
        if reached > tie {
            return Some(Argument::NotOnAverage { under_equal, turning });
        }
    }
    None
}

/// One exchange, or two disjoint ones, of a heavier criterion that speaks for the winner with a
/// lighter one that speaks against it: exchanging i and j takes (w_i − w_j)(d_i − d_j) off the
/// lead. Among the fewest, the one that moves least weight.
fn turning_swaps(differences: &[f64], shares: &[f64], lead: f64) -> Option<Vec<(usize, usize)>> {
    let mut swaps = Vec::new();
    for i in 0..differences.len() {
        for j in 0..differences.len() {
            let is_inverted = differences[i] > 0.0 && differences[j] < 0.0 && shares[i] > shares[j];
            if is_inverted {
                let moved = shares[i] - shares[j];
                swaps.push((moved, moved * (differences[i] - differences[j]), (i, j)));
            }
        }
    }
    swaps.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    if let Some(single) = swaps.iter().find(|swap| swap.1 >= lead) {
        return Some(vec![single.2]);
    }
    let mut best: Option<(f64, Vec<(usize, usize)>)> = None;
    for (idx, first) in swaps.iter().enumerate() {
        for second in &swaps[idx + 1..] {
            let moved = first.0 + second.0;
            if best.as_ref().is_some_and(|found| found.0 <= moved) {
                break;
            }
            let is_disjoint = first.2.0 != second.2.0 && first.2.1 != second.2.1;
            if is_disjoint && first.1 + second.1 >= lead {
                best = Some((moved, vec![first.2, second.2]));
            }
        }
    }
    best.map(|found| found.1)
}

#[cfg(test)]
mod tests {
    use super::{Argument, Strength, argue};

    #[test]
    fn better_everywhere_is_all() {
        assert_eq!(argue(&[0.1, 0.0], &[0.5, 0.5], 1e-9), Some(Argument::All));
    }

    #[test]
    fn heavy_criterion_turns_the_average() {
        let argument = argue(&[0.5, -0.4, -0.4], &[0.8, 0.1, 0.1], 1e-9);
        assert!(
            matches!(argument, Some(Argument::NotOnAverage { turning, .. }) if turning == vec![0])
        );
    }

    #[test]
    fn exchange_of_two_weights_turns_it() {
        let argument = argue(&[0.4, -0.35, 0.0], &[0.4, 0.3, 0.3], 1e-9);
        assert_eq!(argument, Some(Argument::Inversion { swaps: vec![(0, 1)] }));
    }

    #[test]
    fn equal_weights_leave_the_balance() {
        let argument = argue(&[0.4, -0.2], &[0.5, 0.5], 1e-9);
        assert!(matches!(argument, Some(Argument::Remaining { strength: Strength::Moderate, .. })));
    }
}
