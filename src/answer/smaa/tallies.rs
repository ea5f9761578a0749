//! What is counted over draws: whole numbers only, so that the order of adding never shows.
//! Filled block by block on any thread, read by `acceptability`.

/// Weights are counted in units of 2⁻⁴⁰.
pub const UNIT: f64 = 1.0 / 1_099_511_627_776.0;

/// How many draws a block holds; each block seeds its own generators.
pub const BLOCK: u64 = 4096;

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
        let cells = match pairs {
            Pairs::Counted => vendors * vendors,
            Pairs::Skipped => 0,
        };
        Self {
            vendors,
            criteria,
            draws: 0,
            ranks: vec![0; vendors * vendors],
            wins: vec![0; cells],
            shares: vec![0; vendors * criteria],
            squares: vec![0; vendors * criteria],
        }
    }

    /// Both together; whole numbers, so any order gives the same.
    pub fn join(mut self, other: &Self) -> Self {
        self.draws += other.draws;
        add(&mut self.ranks, &other.ranks);
        add(&mut self.wins, &other.wins);
        add(&mut self.shares, &other.shares);
        add(&mut self.squares, &other.squares);
        self
    }

    /// Moves a block's sums over to whole numbers, and sets them to zero.
    pub(crate) fn take_sums(&mut self, sums: &mut ShareSums) {
        for (total, sum) in self.shares.iter_mut().zip(&mut sums.shares) {
            *total += units(std::mem::take(sum));
        }
        for (total, sum) in self.squares.iter_mut().zip(&mut sums.squares) {
            *total += units(std::mem::take(sum));
        }
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

/// Sums of shares over at most one block, exact: every addend is a multiple of 2⁻⁴⁰ and the sum
/// at most 4096, which a double holds without rounding.
#[derive(Debug, Clone)]
pub(crate) struct ShareSums {
    shares: Vec<f64>,
    squares: Vec<f64>,
    criteria: usize,
}

impl ShareSums {
    pub(crate) fn none(vendors: usize, criteria: usize) -> Self {
        let cells = vendors * criteria;
        Self { shares: vec![0.0; cells], squares: vec![0.0; cells], criteria }
    }

    /// Counts one draw in which the vendor was first.
    #[inline(always)]
    pub(crate) fn add(&mut self, vendor: usize, shares: impl Iterator<Item = f64>) {
        let cells = vendor * self.criteria..(vendor + 1) * self.criteria;
        let sums = self.shares[cells.clone()].iter_mut().zip(&mut self.squares[cells]);
        for ((sum, square), share) in sums.zip(shares) {
            *sum += to_unit(share);
            *square += to_unit(share * share);
        }
    }
}

/// The nearest multiple of 2⁻⁴⁰ for a number in [0, 1]: a double near 2¹² has no finer steps.
#[inline(always)]
fn to_unit(number: f64) -> f64 {
    (number + 4096.0) - 4096.0
}

fn units(sum: f64) -> u128 {
    (sum / UNIT) as u128
}

fn add<T: Copy + std::ops::AddAssign>(into: &mut [T], from: &[T]) {
    for (sum, more) in into.iter_mut().zip(from) {
        *sum += *more;
    }
}
