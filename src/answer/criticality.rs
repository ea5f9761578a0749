//! Which weight is critical: the smallest change of one weight that levels two vendors.
//!
//! Source: Triantaphyllou, E., & Sánchez, A. (1997). A sensitivity analysis approach for some
//! deterministic multi-criteria decision-making methods. Decision Sciences, 28(1), 151–194.

use crate::answer::contest::scores;
use crate::method::matrix::Matrix;

/// The change of one weight after which two vendors are level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levelling {
    /// The vendor that is ahead today.
    pub ahead: usize,
    /// The vendor that is behind today.
    pub behind: usize,
    /// The criterion whose weight changes.
    pub criterion: usize,
    /// What is taken off its weight (negative: added), before weights are made to add up to 1.
    pub change: f64,
    /// `change` divided by the weight; infinite for a weight of 0.
    pub relative: f64,
    /// Whether the weight stays ≥ 0.
    pub is_feasible: bool,
}

/// δ_{k,a,b} = (S_b − S_a)/(u_bk − u_ak) for every pair in ranked order and every criterion;
/// pairs whose values on the criterion are equal have none. Feasible while δ ≤ w_k.
pub fn levellings(values: &Matrix, weights: &[f64]) -> Vec<Levelling> {
    let scores = scores(values, weights);
    let order = crate::answer::lead::falling(&scores);
    let mut levellings = Vec::new();
    for (place, &ahead) in order.iter().enumerate() {
        for &behind in &order[place + 1..] {
            for (criterion, &weight) in weights.iter().enumerate() {
                let column = values.column(criterion);
                let apart = column[behind] - column[ahead];
                if apart == 0.0 {
                    continue;
                }
                let change = (scores[behind] - scores[ahead]) / apart;
                let relative = if weight == 0.0 { f64::INFINITY } else { change / weight };
                let is_feasible = change <= weight;
                levellings.push(Levelling {
                    ahead,
                    behind,
                    criterion,
                    change,
                    relative,
                    is_feasible,
                });
            }
        }
    }
    levellings
}

/// The feasible levelling with the smallest relative change: it names the critical criterion.
/// With [`Pairs::Top`] only those that touch the best vendor count.
pub fn critical(levellings: &[Levelling], pairs: Pairs) -> Option<Levelling> {
    let best = levellings.first()?.ahead;
    levellings
        .iter()
        .filter(|found| found.is_feasible && (pairs == Pairs::Any || found.ahead == best))
        .min_by(|a, b| a.relative.abs().total_cmp(&b.relative.abs()))
        .copied()
}

/// Which changes of rank count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairs {
    /// Any two vendors.
    Any,
    /// Only pairs with the best vendor.
    Top,
}
