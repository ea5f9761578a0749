//! How many draws, from which seed, and how to stop: blocks spread over threads.
//! Runs in whatever pool of threads the caller installed.

use crate::answer::smaa::tallies::{BLOCK, Pairs, Tallies};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Half the width of a 95 % interval in standard errors.
pub const CONFIDENCE: f64 = 1.96;
/// The first batch when the number of draws is found out, in blocks.
const FIRST_BATCH: u64 = 4;

/// How many draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Draws {
    /// This many.
    Exactly(u64),
    /// Until every rank acceptability is known to ± `error` at 95 %.
    Auto {
        /// Half the width of the widest 95 % interval, > 0.
        error: f64,
        /// Never more draws than this, rounded up to a block.
        most: u64,
    },
}

/// How a run goes.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// How many draws.
    pub draws: Draws,
    /// The same seed gives the same counts.
    pub seed: u64,
    /// Set from elsewhere to stop; looked at once a block.
    pub interrupt: &'a AtomicBool,
    /// Told, from any thread, how many draws are done and how many are planned so far.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

/// The run was stopped from outside; what was counted by then depends on timing, so it is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interrupted;

/// The size of what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many vendors.
    pub vendors: usize,
    /// How many criteria.
    pub criteria: usize,
    /// Whether wins of every pair are counted.
    pub pairs: Pairs,
}

/// Runs `count(block, draws, tallies)` over all blocks and joins the counts.
///
/// With [`Draws::Auto`] the batches are a function of the counts alone: four blocks, then as many
/// as the widest interval asks for (Agresti & Coull 1998 keep it honest at 0 and 1).
///
/// # Errors
/// When interrupted.
pub fn run(
    run: &Run<'_>,
    size: Size,
    count: impl Fn(u64, u64, &mut Tallies) + Sync,
) -> Result<Tallies, Interrupted> {
    let none = || Tallies::none(size.vendors, size.criteria, size.pairs);
    let done = AtomicU64::new(0);
    let batch = |from: u64, to: u64| {
        let blocks = from / BLOCK..to.div_ceil(BLOCK);
        let tallies = blocks
            .into_par_iter()
            .fold(none, |mut tallies, block| {
                if !run.interrupt.load(Ordering::Relaxed) {
                    let draws = BLOCK.min(to - block * BLOCK);
                    count(block, draws, &mut tallies);
                    (run.progress)(done.fetch_add(draws, Ordering::Relaxed) + draws, to);
                }
                tallies
            })
            .reduce(none, |all, more| all.join(&more));
        if tallies.draws == to - from { Ok(tallies) } else { Err(Interrupted) }
    };
    match run.draws {
        Draws::Exactly(draws) => batch(0, draws),
        Draws::Auto { error, most } => {
            let most = most.div_ceil(BLOCK).max(1) * BLOCK;
            let mut to = (FIRST_BATCH * BLOCK).min(most);
            let mut tallies = batch(0, to)?;
            loop {
                let needed = draws_for(&tallies, error).div_ceil(BLOCK) * BLOCK;
                if needed <= to || to >= most {
                    return Ok(tallies);
                }
                let next = needed.min(most);
                tallies = tallies.join(&batch(to, next)?);
                to = next;
            }
        }
    }
}

/// How many draws bring the widest interval of a rank acceptability down to ± `error`.
fn draws_for(tallies: &Tallies, error: f64) -> u64 {
    let draws = tallies.draws as f64;
    let widest = tallies
        .ranks
        .iter()
        .map(|&count| {
            let share = (count as f64 + 2.0) / (draws + 4.0);
            share * (1.0 - share)
        })
        .fold(0.0, f64::max);
    (CONFIDENCE * CONFIDENCE * widest / (error * error)).ceil() as u64
}
