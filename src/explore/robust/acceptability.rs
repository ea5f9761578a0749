//! How often each vendor takes each rank and is chosen when what is not sure is drawn.
//! Read off the counts of `sampling`, shown by `robust`.

use crate::answer::smaa::acceptability::{Estimate, acceptability, share};
use crate::answer::smaa::run::Counted;
use crate::explore::robust::choice_counts::ChoiceCounts;
use crate::model::id::VendorId;

/// What came of the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// How many draws.
    pub draws: u64,
    /// Whether somebody stopped the drawing there: a run of so many draws gives the same figures.
    pub is_interrupted: bool,
    /// The largest standard error of a rank acceptability.
    pub error: f64,
    /// Draws that the method refused; nobody has a rank in them.
    pub refused: u64,
    /// Draws in which nobody passed.
    pub nobody: Estimate,
    /// Draws in which a tie across the edge left a place open.
    pub tied: Estimate,
    /// Everybody not excluded, in declared order.
    pub vendors: Vec<VendorShare>,
    /// Every pair of them, row by row, without the diagonal; empty beyond `choice_counts::MOST_PAIRED`.
    pub pairs: Vec<PairShare>,
}

/// How one vendor fares.
#[derive(Debug, Clone, PartialEq)]
pub struct VendorShare {
    /// Who.
    pub vendor: VendorId,
    /// From first to last, b_a^r; those tied share the best rank. They add up to 1 less
    /// `rejected` and the share of refused draws.
    pub ranks: Vec<Estimate>,
    /// How often it is chosen.
    pub chosen: Estimate,
    /// How often it has no rank: a gate or an assumption fails.
    pub rejected: Estimate,
    /// Mean shares over the draws in which it was first; `None` where it never was.
    pub central_shares: Option<Vec<Estimate>>,
    /// How often it is first under these; `None` where there are none.
    pub confidence: Option<Estimate>,
}

/// How often one vendor is ahead of another, p_ab: one that passes is ahead of one that does not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairShare {
    /// The one.
    pub vendor: VendorId,
    /// The other.
    pub over: VendorId,
    /// How often.
    pub share: Estimate,
}

/// Shares with their standard errors, of `vendors` in the order that was counted.
pub fn read_off(vendors: &[VendorId], counted: &Counted<ChoiceCounts>) -> Acceptability {
    let counts = &counted.counts;
    let tallies = &counts.tallies;
    let n = vendors.len();
    let found = acceptability(tallies);
    let of_draws = |count: u64| share(count, tallies.draws);
    let vendor = |(place, id): (usize, &VendorId)| {
        let ranked: u64 = tallies.ranks[place * n..(place + 1) * n].iter().sum();
        VendorShare {
            vendor: *id,
            ranks: found.ranks[place].clone(),
            chosen: of_draws(counts.chosen[place]),
            rejected: of_draws(tallies.draws - counts.refused - ranked),
            central_shares: found.central_shares[place].clone(),
            confidence: None,
        }
    };
    let pair = |(row, column): (usize, usize)| PairShare {
        vendor: vendors[row],
        over: vendors[column],
        share: found.pairwise[row][column],
    };
    let places = (0..n).flat_map(|row| (0..n).map(move |column| (row, column)));
    Acceptability {
        draws: tallies.draws,
        is_interrupted: counted.is_interrupted,
        error: found.error(),
        refused: counts.refused,
        nobody: of_draws(counts.nobody),
        tied: of_draws(counts.tied),
        vendors: vendors.iter().enumerate().map(vendor).collect(),
        pairs: match tallies.wins.is_empty() {
            true => Vec::new(),
            false => places.filter(|(row, column)| row != column).map(pair).collect(),
        },
    }
}
