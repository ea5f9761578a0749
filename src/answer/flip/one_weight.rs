//! One weight alone that makes a vendor chosen, the others keeping their proportions.
//! Read off the pieces of a stability sweep.

use crate::answer::contest::{Contest, HAIR};
use crate::answer::flip::rounding::Safe;
use crate::answer::stability::{shares_at, sweep};

/// A share to move to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightChange {
    /// Which criterion.
    pub criterion: usize,
    /// Today's share.
    pub from: f64,
    /// The nearest share at which the vendor is chosen.
    pub to: f64,
    /// The side of `to` on which it still is.
    pub safe: Safe,
}

/// For each criterion the nearest share that makes the vendor chosen, where there is one.
/// Empty where it is chosen already.
pub fn single_weights(contest: &Contest<'_>, vendor: usize) -> Vec<WeightChange> {
    if contest.is_chosen(vendor, &contest.scores()) {
        return Vec::new();
    }
    (0..contest.criteria()).filter_map(|criterion| nearest(contest, vendor, criterion)).collect()
}

fn nearest(contest: &Contest<'_>, vendor: usize, criterion: usize) -> Option<WeightChange> {
    // A hair above the tie tolerance, so that the end of a piece is itself a share that works.
    let safely = Contest { tie: contest.tie + HAIR, ..*contest };
    let from = contest.shares[criterion];
    let works = |t: f64| {
        shares_at(contest.shares, criterion, t)
            .is_some_and(|shares| contest.is_chosen_under(vendor, &shares))
    };
    sweep(&safely, vendor, criterion)?
        .others
        .iter()
        .map(|piece| {
            let (to, safe) =
                if piece.from > from { (piece.from, Safe::Above) } else { (piece.to, Safe::Below) };
            WeightChange { criterion, from, to, safe }
        })
        .filter(|change| works(change.to))
        .min_by(|a, b| (a.to - from).abs().total_cmp(&(b.to - from).abs()))
}
