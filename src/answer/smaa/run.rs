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
    /// By their first block. No two of them meet, so that there are no more than threads, however
    /// long a block lets the others wait.
    waiting: BTreeMap<u64, Stretch<T>>,
}

/// Blocks without a gap.
struct Stretch<T> {
    /// The block after the last.
    end: u64,
    counts: T,
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
            window.insert(block, own);
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
    /// Takes a block in, with those that end where it begins and those that begin where it ends. One
    /// that is not whole stays by itself.
    fn insert(&mut self, block: u64, own: T) {
        let is_whole = own.draws() == BLOCK;
        let mut stretch = Stretch { end: block + 1, counts: own };
        if is_whole && let Some(after) = self.waiting.remove(&stretch.end) {
            stretch.join(&after);
        }
        match self.waiting.range_mut(..block).next_back() {
            Some((start, before)) if before.end == block && before.is_whole(*start) => {
                before.join(&stretch);
            }
            _ => {
                self.waiting.insert(block, stretch);
            }
        }
    }

    /// Joins whole blocks as long as the next one is there.
    fn join_whole(&mut self) {
        while let Some(first) = self.waiting.first_entry() {
            let start = *first.key();
            if start * BLOCK != self.counts.draws() || !first.get().is_whole(start) {
                break;
            }
            self.counts.join(&first.remove().counts);
        }
    }

    /// Joins a block that is not whole, if nothing before it is missing. What comes after is left.
    fn join_rest(mut self) {
        if let Some((block, rest)) = self.waiting.pop_first()
            && block * BLOCK == self.counts.draws()
        {
            self.counts.join(&rest.counts);
        }
    }
}

impl<T: Counts> Stretch<T> {
    fn is_whole(&self, start: u64) -> bool {
        self.counts.draws() == (self.end - start) * BLOCK
    }

    fn join(&mut self, after: &Self) {
        self.end = after.end;
        self.counts.join(&after.counts);
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

#[cfg(test)]
mod tests {
    use super::{BLOCK, BTreeMap, Counts, Window};
    use crate::answer::smaa::tallies::{Pairs, Tallies};

    fn block(draws: u64) -> Tallies {
        Tallies { draws, ..Tallies::none(1, 1, Pairs::Skipped) }
    }

    #[test]
    fn however_long_a_block_takes_what_waits_for_it_is_one_stretch() {
        let mut counts = block(0);
        let mut window = Window { counts: &mut counts, waiting: BTreeMap::new() };
        // Two threads that overtake each other, while a third is busy with the first block.
        for pair in 0..500 {
            window.insert(2 * pair + 2, block(BLOCK));
            window.join_whole();
            assert!(window.waiting.len() <= 2);
            window.insert(2 * pair + 1, block(BLOCK));
            window.join_whole();
            assert_eq!(window.waiting.len(), 1);
        }
        window.insert(1001, block(7));
        window.insert(0, block(BLOCK));
        window.join_whole();
        window.join_rest();
        assert_eq!(counts.draws(), 1001 * BLOCK + 7);
    }

    #[test]
    fn nothing_after_a_block_that_is_not_whole_is_joined() {
        let mut counts = block(0);
        let mut window = Window { counts: &mut counts, waiting: BTreeMap::new() };
        for (at, draws) in [(3, BLOCK), (1, 9), (2, BLOCK), (0, BLOCK)] {
            window.insert(at, block(draws));
            window.join_whole();
        }
        window.join_rest();
        assert_eq!(counts.draws(), BLOCK + 9);
    }
}
