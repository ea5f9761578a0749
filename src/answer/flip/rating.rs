//! One rating alone that makes a vendor chosen.
//! The first thing `flip` says.

use crate::answer::flip::raise::{Raise, RatingChange};

/// Every criterion on which a change of the one rating is enough, with the smallest such change.
///
/// Δ_j = (D + ε)/w_j against the rival to beat, feasible while u_bj + Δ_j stays within reach.
/// Empty where the vendor is chosen already, or where no single rating is enough (two unmet
/// gates, for one).
pub fn single_ratings(raise: &Raise<'_>) -> Vec<RatingChange> {
    let gap = raise.gap();
    let unmet = raise.unmet();
    if unmet.len() > 1 || (unmet.is_empty() && gap <= 0.0) {
        return Vec::new();
    }
    let candidates: Vec<usize> =
        if unmet.is_empty() { (0..raise.reaches.len()).collect() } else { unmet };
    candidates.into_iter().filter_map(|criterion| single(raise, criterion, gap)).collect()
}

fn single(raise: &Raise<'_>, criterion: usize, gap: f64) -> Option<RatingChange> {
    let from = raise.value(criterion);
    let reach = &raise.reaches[criterion];
    let share = raise.contest.shares[criterion];
    let lifted = match (gap > 0.0, share > 0.0) {
        (false, _) => from,
        (true, true) => from + gap / share,
        (true, false) => return None,
    };
    let target = reach.floor.map_or(lifted, |floor| lifted.max(floor));
    let to = reach.at_least(from, target)?;
    let change = RatingChange { criterion, from, to };
    (to > from && raise.is_enough(&[change])).then_some(change)
}
