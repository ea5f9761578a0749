//! SMAA for any method at all: shares and uncertain ratings are drawn, a closure gives merits.
//! Slower than `linear`, the same counts where both apply.

use crate::answer::smaa::distribution::Distribution;
use crate::answer::smaa::generator::seeded;
use crate::answer::smaa::ranking;
use crate::answer::smaa::run::{Interrupted, Run, Size, run};
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::share_stream::ShareStream;
use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};
use crate::method::matrix::Matrix;

/// A rating that is drawn anew each time.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// Row of the table.
    pub vendor: usize,
    /// Column of the table.
    pub criterion: usize,
    /// What it may be.
    pub distribution: Distribution,
}

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub struct AnySmaa<'a> {
    /// Vendors × criteria, in whatever units the closure reads.
    pub ratings: &'a Matrix,
    /// The cells drawn anew; drawn independently, in this order.
    pub uncertain: &'a [Uncertain],
    /// Where shares come from.
    pub sampler: &'a Sampler,
    /// Whether wins of every pair are counted.
    pub pairs: Pairs,
}

/// The lane of a block from which ratings are drawn; shares take the lanes below.
const RATINGS_LANE: u64 = 1 << 32;

/// Counts ranks over draws of shares and ratings.
///
/// `merits(ratings, shares, out)` writes one merit for each vendor, more is better; not a number
/// counts as worse than any number.
///
/// # Errors
/// When interrupted.
pub fn count(
    smaa: &AnySmaa<'_>,
    plan: &Run<'_>,
    merits: impl Fn(&Matrix, &[f64], &mut [f64]) + Sync,
) -> Result<Tallies, Interrupted> {
    let (vendors, criteria) = (smaa.ratings.rows(), smaa.ratings.columns());
    run(plan, Size { vendors, criteria, pairs: smaa.pairs }, |block, draws, tallies| {
        let mut stream = ShareStream::new(smaa.sampler, plan.seed, block);
        let mut generator = seeded(plan.seed, block, RATINGS_LANE);
        let mut sums = ShareSums::none(vendors, criteria);
        let mut ratings = smaa.ratings.clone();
        let mut shares = vec![0.0; criteria];
        let mut scores = vec![0.0; vendors];
        let mut order = Vec::with_capacity(vendors);
        for _ in 0..draws {
            stream.draw(&mut shares);
            for cell in smaa.uncertain {
                let rating = cell.distribution.draw(&mut generator);
                ratings.set(cell.vendor, cell.criterion, rating);
            }
            merits(&ratings, &shares, &mut scores);
            for score in &mut scores {
                if score.is_nan() {
                    *score = f64::NEG_INFINITY;
                }
            }
            ranking::count(tallies, &mut sums, &mut order, &scores, &shares, smaa.pairs);
        }
        tallies.take_sums(&mut sums);
    })
}
