//! How many draws, from which seed, and how to stop: blocks taken in order by any number of threads.
//! Runs in whatever pool of threads the caller installed.

use crate::answer::smaa::generator::BLOCK;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

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
    /// Set from elsewhere to stop; looked at before every block, and by those who count slowly
    /// before every draw.
    pub interrupt: &'a AtomicBool,
    /// Told, from any thread, how many draws are done and how many are planned so far.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

/// The run was stopped from outside before its first draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interrupted;

/// What is counted over draws: whole numbers, so that the order of joining never shows.
pub trait Counts: Send {
    /// How many draws were counted.
    fn draws(&self) -> u64;

    /// How often each rank was taken, vendors × ranks.
    fn ranks(&self) -> &[u64];

    /// Adds what another part of the draws gave.
    fn join(&mut self, other: &Self);
}

/// The counts of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<T> {
    /// Over draws 0 to k − 1 without a gap: what a run of just k draws gives.
    pub counts: T,
    /// Whether the run was stopped from outside before all draws were made.
    pub is_interrupted: bool,
}

/// Runs `count(block, draws, counts)` over all blocks and joins the counts, which begin as `none`.
///
/// With [`Draws::Auto`] the batches are a function of the counts alone: four blocks, then as many
/// as the widest interval asks for (Agresti & Coull 1998 keep it honest at 0 and 1).
///
/// When interrupted, `count` may stop after fewer draws than asked for, the first ones of its
/// block; what is kept is the longest run of draws from the first on.
///
/// # Errors
/// When interrupted before the first draw.
pub fn run<T: Counts>(
    run: &Run<'_>,
    none: impl Fn() -> T + Sync,
    count: impl Fn(u64, u64, &mut T) + Sync,
) -> Result<Counted<T>, Interrupted> {
    let mut counts = none();
    let reach = |counts: &mut T, to: u64| {
        batch(run, counts, to, &none, &count);
        counts.draws() == to
    };
    let is_complete = match run.draws {
        Draws::Exactly(draws) => reach(&mut counts, draws),
        Draws::Auto { error, most } => {
            let most = most.div_ceil(BLOCK).max(1) * BLOCK;
            let mut to = (FIRST_BATCH * BLOCK).min(most);
            loop {
                if !reach(&mut counts, to) {
                    break false;
                }
                let needed = draws_for(&counts, error).div_ceil(BLOCK) * BLOCK;
                if needed <= to || to >= most {
                    break true;
                }
                to = needed.min(most);
            }
        }
    };
    match (is_complete, counts.draws()) {
        (false, 0) => Err(Interrupted),
        _ => Ok(Counted { counts, is_interrupted: !is_complete }),
    }
}

/// Blocks that are done but wait for one before them.
struct Window<'a, T> {
    counts: &'a mut T,
    waiting: BTreeMap<u64, T>,
}

/// Counts on from a whole number of blocks up to `to` draws.
///
/// Blocks are handed out in order and joined in order, so that an interrupt leaves no gap.
fn batch<T: Counts>(
    run: &Run<'_>,
    counts: &mut T,
    to: u64,
    none: &(impl Fn() -> T + Sync),
    count: &(impl Fn(u64, u64, &mut T) + Sync),
) {
    let from = counts.draws();
    let blocks = from / BLOCK..to.div_ceil(BLOCK);
    let next = AtomicU64::new(blocks.start);
    let done = AtomicU64::new(from);
    let window = Mutex::new(Window { counts, waiting: BTreeMap::new() });
    let work = || {
        while !run.interrupt.load(Ordering::Relaxed) {
            let block = next.fetch_add(1, Ordering::Relaxed);
            if block >= blocks.end {
                break;
            }
            let mut own = none();
            count(block, BLOCK.min(to - block * BLOCK), &mut own);
            let draws = own.draws();
            let mut window = window.lock().unwrap_or_else(PoisonError::into_inner);
            window.waiting.insert(block, own);
            window.join_whole();
            drop(window);
            (run.progress)(done.fetch_add(draws, Ordering::Relaxed) + draws, to);
        }
    };
    let threads = (blocks.end - blocks.start).min(rayon::current_num_threads() as u64);
    rayon::scope(|scope| (0..threads).for_each(|_| scope.spawn(|_| work())));
    window.into_inner().unwrap_or_else(PoisonError::into_inner).join_rest();
}

impl<T: Counts> Window<'_, T> {
    /// Joins whole blocks as long as the next one is there.
    fn join_whole(&mut self) {
        while let Some(first) = self.waiting.first_entry() {
            let is_next = *first.key() * BLOCK == self.counts.draws();
            if !is_next || first.get().draws() != BLOCK {
                break;
            }
            self.counts.join(&first.remove());
        }
    }

    /// Joins a block that is not whole, if nothing before it is missing. What comes after is left.
    fn join_rest(mut self) {
        if let Some((block, rest)) = self.waiting.pop_first()
            && block * BLOCK == self.counts.draws()
        {
            self.counts.join(&rest);
        }
    }
}

/// How many draws bring the widest interval of a rank acceptability down to ± `error`.
fn draws_for(counts: &impl Counts, error: f64) -> u64 {
    let draws = counts.draws() as f64;
    let widest = counts
        .ranks()
        .iter()
        .map(|&count| {
            let share = (count as f64 + 2.0) / (draws + 4.0);
            share * (1.0 - share)
        })
        .fold(0.0, f64::max);
    (CONFIDENCE * CONFIDENCE * widest / (error * error)).ceil() as u64
}
