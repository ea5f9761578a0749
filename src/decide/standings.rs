//! Scores and ranks of many what-ifs, in two tables: what a sampler reads, without a list for each.
//! Filled by `bench` in fixed blocks that cores share; no block depends on another.

use rayon::prelude::{IndexedParallelIterator, ParallelIterator, ParallelSlice, ParallelSliceMut};

use crate::decide::change::Change;
use crate::decide::run_error::RunError;
use crate::decide::standing::Standing;
use crate::model::id::VendorId;

/// What-ifs that one core takes at a time.
const BLOCK: usize = 128;

/// Scores and ranks of many what-ifs.
#[derive(Debug, Clone, PartialEq)]
pub struct Standings {
    vendors: usize,
    /// By what-if, then vendor; 0 outside the field.
    ranks: Vec<u32>,
    /// By what-if, then vendor; NaN outside the field and where the method has no score.
    scores: Vec<f64>,
    /// What-ifs that cannot be run, rising.
    refused: Vec<(usize, RunError)>,
}

/// The places of one what-if's vendors in the tables, all out of the field at first.
#[derive(Debug)]
pub struct Row<'a> {
    /// Of each vendor of the model; 0 outside the field.
    pub ranks: &'a mut [u32],
    /// Of each vendor of the model.
    pub scores: &'a mut [f64],
}

impl Standings {
    /// The competition rank of a vendor before tie-break; `None` outside the field, and where the
    /// what-if cannot be run.
    pub fn rank(&self, what_if: usize, vendor: VendorId) -> Option<usize> {
        let rank = *self.ranks.get(what_if * self.vendors + vendor.index())?;
        (rank > 0).then_some(rank as usize)
    }

    /// The score of a vendor; `None` where it has no rank, or the method no score.
    pub fn score(&self, what_if: usize, vendor: VendorId) -> Option<f64> {
        let score = *self.scores.get(what_if * self.vendors + vendor.index())?;
        (!score.is_nan()).then_some(score)
    }

    /// What-ifs that cannot be run, in the order given, and why.
    pub fn refused(&self) -> &[(usize, RunError)] {
        &self.refused
    }

    /// Runs what-ifs on every core, each into its own row; a core reuses its scratch from one what-if
    /// to the next.
    pub fn of<Scratch: Default>(
        vendors: usize,
        what_ifs: &[Vec<Change>],
        place: impl Fn(&Vec<Change>, &mut Scratch, Row<'_>) -> Result<(), RunError> + Sync,
    ) -> Self {
        let mut ranks = vec![0; vendors * what_ifs.len()];
        let mut scores = vec![0.0; vendors * what_ifs.len()];
        // Without vendors there are no rows, and nothing to place.
        let size = BLOCK * vendors.max(1);
        let tables = ranks.par_chunks_mut(size).zip(scores.par_chunks_mut(size));
        let refused: Vec<Vec<(usize, RunError)>> = what_ifs
            .par_chunks(BLOCK)
            .zip(tables)
            .enumerate()
            .map(|(block, (what_ifs, (ranks, scores)))| {
                let (mut scratch, mut refused) = (Scratch::default(), Vec::new());
                let rows = ranks.chunks_mut(vendors).zip(scores.chunks_mut(vendors));
                for (at, (changes, (ranks, scores))) in what_ifs.iter().zip(rows).enumerate() {
                    if let Err(error) = place(changes, &mut scratch, Row { ranks, scores }) {
                        refused.push((block * BLOCK + at, error));
                    }
                }
                refused
            })
            .collect();
        let mut standings =
            Self { vendors, ranks, scores, refused: refused.into_iter().flatten().collect() };
        for at in 0..standings.refused.len() {
            let row = standings.refused[at].0 * vendors..(standings.refused[at].0 + 1) * vendors;
            standings.ranks[row.clone()].fill(0);
            standings.scores[row].fill(f64::NAN);
        }
        standings
    }
}

impl Row<'_> {
    /// Puts a standing into its places.
    ///
    /// # Errors
    /// Never; so that it ends a run.
    pub fn write(self, standing: Standing) -> Result<(), RunError> {
        self.scores.fill(f64::NAN);
        for (row, vendor) in standing.field.iter().enumerate() {
            self.ranks[vendor.index()] = u32::try_from(standing.ranks[row]).unwrap_or(u32::MAX);
            if let Some(scores) = &standing.scores {
                self.scores[vendor.index()] = scores[row];
            }
        }
        Ok(())
    }
}
