//! Scores of a weighted sum by arithmetic on rows: Σ share × value, criterion after criterion.
//! Part of a `Sheet` where every value is a vendor's own; adds up as `method::terms` does.

use crate::decide::sheet::column::Column;
use crate::decide::sheet::moves::{Moved, Moves};
use crate::method::vectors::widest;
use crate::model::id::{CriterionId, VendorId};

/// Vendors scored side by side.
const LANES: usize = 16;

/// The values of all vendors, laid out for scoring.
#[derive(Debug, Clone)]
pub struct Linear {
    /// By vendor, then column.
    rows: Vec<f64>,
    /// In blocks of [`LANES`] vendors: by column, then vendor; 0 past the last one.
    blocks: Vec<f64>,
    /// One for each column.
    leaves: Vec<CriterionId>,
    shares: Vec<f64>,
    /// Under the base's shares and ratings, one for each vendor, in the field or not.
    scores: Vec<f64>,
}

impl Linear {
    /// Lays values out; `None` where one of them depends on the field.
    pub fn new(
        columns: &[Option<Column>],
        leaves: &[CriterionId],
        shares: &[f64],
        vendors: usize,
    ) -> Option<Self> {
        let mut values: Vec<&[f64]> = Vec::with_capacity(leaves.len());
        for id in leaves {
            values.push(&columns[id.index()].as_ref()?.own.as_ref()?.values);
        }
        let mut blocks = Vec::with_capacity(vendors.next_multiple_of(LANES) * leaves.len());
        for start in (0..vendors).step_by(LANES) {
            for column in &values {
                let lane = |lane: usize| column.get(start + lane).copied().unwrap_or(0.0);
                blocks.extend((0..LANES).map(lane));
            }
        }
        let rows = (0..vendors).flat_map(|row| values.iter().map(move |column| column[row]));
        let rows = rows.collect();
        let mut scores = vec![0.0; vendors];
        score_all(&blocks, shares, &mut scores);
        Some(Self { rows, blocks, leaves: leaves.to_vec(), shares: shares.to_vec(), scores })
    }

    /// The score of each vendor with nothing moved.
    pub fn scores(&self) -> &[f64] {
        &self.scores
    }

    /// Writes the score of each vendor, in the field or not.
    pub fn write(&self, moves: &Moves, scores: &mut [f64]) {
        match &moves.shares {
            Some(shares) => score_all(&self.blocks, shares, scores),
            None => scores.copy_from_slice(&self.scores),
        }
        let shares = moves.shares.as_ref().unwrap_or(&self.shares);
        for cells in moves.cells.chunk_by(|a, b| a.vendor == b.vendor) {
            if let Some(VendorId(vendor)) = cells.first().map(|cell| cell.vendor) {
                scores[vendor] = self.score(vendor, shares, cells);
            }
        }
    }

    /// The score of one vendor with some of its ratings moved; `cells` in order of criteria.
    fn score(&self, vendor: usize, shares: &[f64], cells: &[Moved]) -> f64 {
        let row = &self.rows[vendor * shares.len()..][..shares.len()];
        let mut cells = cells.iter().peekable();
        let mut score = 0.0;
        for ((id, share), today) in self.leaves.iter().zip(shares).zip(row) {
            while cells.next_if(|cell| cell.criterion < *id).is_some() {}
            let moved = cells.next_if(|cell| cell.criterion == *id);
            score += moved.and_then(|cell| cell.value).unwrap_or(*today) * share;
        }
        score
    }
}

/// Writes Σ share × value of each vendor.
fn score_all(blocks: &[f64], shares: &[f64], scores: &mut [f64]) {
    let size = LANES * shares.len();
    widest(
        #[inline(always)]
        || {
            for (block, scores) in blocks.chunks_exact(size).zip(scores.chunks_mut(LANES)) {
                let mut sums = [0.0; LANES];
                for (column, share) in block.as_chunks::<LANES>().0.iter().zip(shares) {
                    for lane in 0..LANES {
                        sums[lane] += column[lane] * share;
                    }
                }
                scores.copy_from_slice(&sums[..scores.len()]);
            }
        },
    );
}
