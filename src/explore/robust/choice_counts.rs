//! What is counted when draws are run: ranks, wins and shares, and who is chosen.
//! Filled block by block by `sampling`, read off by `acceptability`.

use crate::answer::smaa::run::Counts;
use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};
use crate::decide::standing::Standing;
use crate::model::id::VendorId;

/// Counts over any number of draws; vendors are places in a list in rising order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceCounts {
    /// Ranks, wins and shares of everybody.
    pub tallies: Tallies,
    /// How often each vendor is chosen.
    pub chosen: Vec<u64>,
    /// Draws in which nobody passed.
    pub nobody: u64,
    /// Draws in which a tie across the edge left a place open.
    pub tied: u64,
    /// Draws that the method refused.
    pub refused: u64,
}

/// Beyond so many vendors wins of pairs are not counted: a draw would cost vendors².
pub const MOST_PAIRED: usize = 64;

/// Whether wins of pairs are counted among so many vendors.
pub fn pairs(vendors: usize) -> Pairs {
    if vendors <= MOST_PAIRED { Pairs::Counted } else { Pairs::Skipped }
}

impl ChoiceCounts {
    /// Nothing counted yet.
    pub fn none(vendors: usize, criteria: usize) -> Self {
        Self {
            tallies: Tallies::none(vendors, criteria, pairs(vendors)),
            chosen: vec![0; vendors],
            nobody: 0,
            tied: 0,
            refused: 0,
        }
    }

    /// Counts one draw: who stands where under these shares; `None` where the method refused.
    pub fn add(
        &mut self,
        standing: Option<&Standing>,
        vendors: &[VendorId],
        shares: &[f64],
        sums: &mut ShareSums,
    ) {
        self.tallies.draws += 1;
        let Some(standing) = standing else {
            self.refused += 1;
            return;
        };
        self.add_ranks(standing, vendors, shares, sums);
        for id in &standing.chosen {
            if let Ok(place) = vendors.binary_search(id) {
                self.chosen[place] += 1;
            }
        }
        self.nobody += u64::from(standing.field.is_empty());
        self.tied += u64::from(!standing.tied.is_empty());
    }

    fn add_ranks(
        &mut self,
        standing: &Standing,
        vendors: &[VendorId],
        shares: &[f64],
        sums: &mut ShareSums,
    ) {
        let n = vendors.len();
        let mut rank_of = vec![usize::MAX; n];
        for (row, id) in standing.field.iter().enumerate() {
            let Ok(place) = vendors.binary_search(id) else { continue };
            let rank = standing.ranks[row];
            rank_of[place] = rank;
            self.tallies.ranks[place * n + rank - 1] += 1;
            if rank == 1 {
                sums.add(place, shares.iter().copied());
            }
        }
        if !self.tallies.wins.is_empty() {
            for (ahead, own) in rank_of.iter().enumerate() {
                for (behind, other) in rank_of.iter().enumerate() {
                    self.tallies.wins[ahead * n + behind] += u64::from(own < other);
                }
            }
        }
    }
}

impl Counts for ChoiceCounts {
    fn draws(&self) -> u64 {
        self.tallies.draws
    }

    fn ranks(&self) -> &[u64] {
        &self.tallies.ranks
    }

    fn join(&mut self, other: &Self) {
        self.tallies.join(&other.tallies);
        for (sum, more) in self.chosen.iter_mut().zip(&other.chosen) {
            *sum += more;
        }
        self.nobody += other.nobody;
        self.tied += other.tied;
        self.refused += other.refused;
    }
}
