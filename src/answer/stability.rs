//! How far one weight may move, the others keeping their proportions, and who takes over there.
//! Read by `explore` for `robust` and for the one-weight answers of `flip`.

use crate::answer::contest::Contest;
use crate::answer::pieces::{Line, Piece, chosen_pieces};

/// Where along the share of one criterion a vendor is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Sweep {
    /// Today's share.
    pub share: f64,
    /// The piece that holds today's share; `None` where the vendor is not chosen today.
    pub holding: Option<Piece>,
    /// The other pieces, in rising order.
    pub others: Vec<Piece>,
}

/// Sweeps the share t of one criterion from 0 to 1; exact.
///
/// w_i(t) = w_i (1 − t)/(1 − w_k). With R_b = (w·d − w_k d_k)/(1 − w_k) the lead over b is
/// D_b(t) = R_b + t (d_k − R_b), with its root at R_b/(R_b − d_k) where nothing counts as a tie.
/// `None` where the criterion has the whole weight: the others have no proportions to keep.
pub fn sweep(contest: &Contest<'_>, vendor: usize, criterion: usize) -> Option<Sweep> {
    let lines = lines(contest, criterion)?;
    let share = contest.shares[criterion];
    let pieces = chosen_pieces(&lines, vendor, contest.choose, contest.tie);
    let mut sweep = Sweep { share, holding: None, others: Vec::new() };
    let is_chosen = contest.is_chosen(vendor, &contest.scores());
    for piece in pieces {
        if is_chosen && sweep.holding.is_none() && piece.from <= share && share <= piece.to {
            sweep.holding = Some(piece);
        } else {
            sweep.others.push(piece);
        }
    }
    Some(sweep)
}

/// The shares when one criterion's share is moved to t and the others keep their proportions.
/// `None` where the criterion has the whole weight.
pub fn shares_at(shares: &[f64], criterion: usize, t: f64) -> Option<Vec<f64>> {
    let rest = rest(shares, criterion)?;
    Some(
        shares
            .iter()
            .enumerate()
            .map(|(idx, share)| if idx == criterion { t } else { share * (1.0 - t) / rest })
            .collect(),
    )
}

/// Each vendor's score as a line in the share of one criterion.
fn lines(contest: &Contest<'_>, criterion: usize) -> Option<Vec<Line>> {
    let rest = rest(contest.shares, criterion)?;
    let mut without = contest.shares.to_vec();
    without[criterion] = 0.0;
    let scores = crate::answer::contest::scores(contest.values, &without);
    Some(
        scores
            .iter()
            .zip(contest.values.column(criterion))
            .map(|(score, &value)| Line { at_zero: score / rest, at_one: value })
            .collect(),
    )
}

/// Σ of the other shares, summed rather than 1 − w_k so that they add up again exactly.
fn rest(shares: &[f64], criterion: usize) -> Option<f64> {
    let rest: f64 =
        shares.iter().enumerate().filter(|(idx, _)| *idx != criterion).map(|(_, w)| w).sum();
    (rest > 0.0).then_some(rest)
}
