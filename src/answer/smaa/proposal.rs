//! Proposals of shares: the whole simplex evenly, how many of some kind fit, and why none may.
//! Under every way of drawing from a weight set.

use crate::answer::smaa::generator::{seeded, uniform};
use rand_core::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Why nothing can be drawn from a weight set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoShares {
    /// No shares satisfy it, or it names criteria there are not.
    Empty,
    /// It has no interior to draw from: some rows hold with equality only.
    Flat,
}

/// How many proposals are made to see how many fit.
const PILOT: usize = 4096;
/// Below this share of fitting proposals a walk is used.
pub const LEAST_KEPT: f64 = 0.01;

/// What share of a fixed number of proposals over so many criteria fits.
pub fn kept(criteria: usize, propose: impl Fn(&mut Xoshiro256PlusPlus, &mut [f64]) -> bool) -> f64 {
    let mut generator = seeded(0, 0, 0);
    let mut shares = vec![0.0; criteria];
    let fitting = (0..PILOT).filter(|_| propose(&mut generator, &mut shares)).count();
    fitting as f64 / PILOT as f64
}

/// Gaps between 0, the sorted uniform numbers, and 1.
pub fn split(generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) {
    let Some((last, cuts)) = shares.split_last_mut() else { return };
    for cut in cuts.iter_mut() {
        *cut = uniform(generator.next_u64());
    }
    cuts.sort_unstable_by(f64::total_cmp);
    let mut before = 0.0;
    for cut in cuts {
        let here = *cut;
        *cut = here - before;
        before = here;
    }
    *last = 1.0 - before;
}
