//! What is counted over draws: whole numbers only, so that the order of adding never shows.
//! Filled block by block on any thread, read by `acceptability`.

use crate::answer::smaa::lanes::{LANES, Lane};
use crate::answer::smaa::run::Counts;

/// Weights are counted in units of 2⁻⁴⁰.
pub const UNIT: f64 = 1.0 / 1_099_511_627_776.0;

/// Counts over any number of draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallies {
    /// How many vendors.
    pub vendors: usize,
    /// How many criteria.
    pub criteria: usize,
    /// How many draws were counted.
    pub draws: u64,
    /// Vendors × ranks: how often a vendor took a rank; those tied share the best of theirs.
    pub ranks: Vec<u64>,
    /// Vendors × vendors: how often the row was ahead of the column; empty where not counted.
    pub wins: Vec<u64>,
    /// Vendors × criteria: Σ of the shares over the draws where the vendor was first, in
    /// [`UNIT`]s.
    pub shares: Vec<u128>,
    /// Vendors × criteria: the same sum of squared shares, for standard errors.
    pub squares: Vec<u128>,
}

impl Tallies {
    /// Nothing counted yet.
    pub fn none(vendors: usize, criteria: usize, pairs: Pairs) -> Self {
        Self {
            vendors,
            criteria,
            draws: 0,
            ranks: vec![0; vendors * vendors],
            wins: vec![0; pairs.cells(vendors)],
            shares: vec![0; vendors * criteria],
            squares: vec![0; vendors * criteria],
        }
    }

    /// Moves a block's sums over to whole numbers, and sets them to zero.
    pub(crate) fn take_sums(&mut self, sums: &mut ShareSums) {
        let criteria = self.criteria.max(1);
        let totals = self.shares.chunks_mut(criteria).zip(self.squares.chunks_mut(criteria));
        for (vendor, (shares, squares)) in totals.enumerate() {
            let taken = sums.of(vendor).iter_mut().map(std::mem::take);
            let both = taken.flat_map(|sums| sums.share.into_iter().zip(sums.square));
            for ((share, square), (more_share, more_square)) in
                shares.iter_mut().zip(squares).zip(both)
            {
                *share += units(more_share);
                *square += units(more_square);
            }
        }
    }
}

impl Counts for Tallies {
    fn draws(&self) -> u64 {
        self.draws
    }

    fn ranks(&self) -> &[u64] {
        &self.ranks
    }

    fn join(&mut self, other: &Self) {
        self.draws += other.draws;
        add(&mut self.ranks, &other.ranks);
        add(&mut self.wins, &other.wins);
        add(&mut self.shares, &other.shares);
        add(&mut self.squares, &other.squares);
    }
}

/// Whether wins of every pair are counted, which costs vendors² per draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairs {
    /// Yes.
    Counted,
    /// No.
    Skipped,
}

impl Pairs {
    /// How many counters that takes.
    pub(crate) fn cells(self, vendors: usize) -> usize {
        match self {
            Self::Counted => vendors * vendors,
            Self::Skipped => 0,
        }
    }
}

/// Sums of shares over at most one block, exact: every addend is a multiple of 2⁻⁴⁰ and the sum
/// at most 4096, which a double holds without rounding.
#[derive(Debug, Clone)]
pub struct ShareSums {
    chunks: usize,
    sums: Vec<ChunkSums>,
}

/// Sums of eight criteria of one vendor, those beyond the last at 0.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ChunkSums {
    pub(crate) share: Lane<f64>,
    pub(crate) square: Lane<f64>,
}

impl ShareSums {
    pub(crate) fn none(vendors: usize, criteria: usize) -> Self {
        let chunks = criteria.div_ceil(LANES);
        Self { chunks, sums: vec![ChunkSums::default(); vendors * chunks] }
    }

    /// How many eights of criteria there are.
    pub(crate) fn chunks(&self) -> usize {
        self.chunks
    }

    /// The sums of one vendor.
    pub(crate) fn of(&mut self, vendor: usize) -> &mut [ChunkSums] {
        &mut self.sums[vendor * self.chunks..(vendor + 1) * self.chunks]
    }

    /// Counts one draw in which the vendor was first.
    pub(crate) fn add(&mut self, vendor: usize, shares: impl Iterator<Item = f64>) {
        let sums = self.of(vendor);
        for (criterion, share) in shares.enumerate() {
            let (chunk, at) = (criterion / LANES, criterion % LANES);
            sums[chunk].share[at] += to_unit(share);
            sums[chunk].square[at] += to_unit(share * share);
        }
    }
}

/// The nearest multiple of 2⁻⁴⁰ for a number in [0, 1]: a double near 2¹² has no finer steps.
fn to_unit(number: f64) -> f64 {
    (number + 4096.0) - 4096.0
}

/// At most 2⁵² for a block.
fn units(sum: f64) -> u128 {
    u128::from((sum / UNIT) as u64)
}

fn add<T: Copy + std::ops::AddAssign>(into: &mut [T], from: &[T]) {
    for (sum, more) in into.iter_mut().zip(from) {
        *sum += *more;
    }
}
