//! SMAA where a score is Σ share × value: the fast path, and the same counts the plain way.
//! Eight draws side by side, 64 steps a group; ranks in bit planes up to 16 vendors.

use crate::answer::contest::scores;
use crate::answer::smaa::lane_source::LaneSource;
use crate::answer::smaa::lanes::{LANES, Lane};
use crate::answer::smaa::ranking;
use crate::answer::smaa::share_stream::{Sampler, ShareStream};
use crate::answer::smaa::tallies::{BLOCK, Pairs, ShareSums, Tallies};
use crate::method::matrix::Matrix;

/// Up to this many vendors ranks are counted in bit planes: four bits for each.
const PLANES_UP_TO: usize = 16;
/// Steps in a group: one bit each.
const STEPS: usize = 64;

/// What is drawn and scored.
#[derive(Debug, Clone, Copy)]
pub struct LinearSmaa<'a> {
    /// Vendors × criteria, more is better.
    pub values: &'a Matrix,
    /// Where shares come from.
    pub sampler: &'a Sampler,
    /// Whether wins of every pair are counted.
    pub pairs: Pairs,
}

/// Counts the first `draws` draws of a block.
pub fn count_block(
    smaa: &LinearSmaa<'_>,
    seed: u64,
    block: u64,
    draws: u64,
    tallies: &mut Tallies,
) {
    if draws == BLOCK && (1..=PLANES_UP_TO).contains(&smaa.values.rows()) {
        count_planes(smaa, seed, block, tallies);
    } else {
        count_plainly(smaa, seed, block, draws, tallies);
    }
}

/// The same counts by one draw after another, sorted: what the fast path is compared with.
pub fn count_plainly(
    smaa: &LinearSmaa<'_>,
    seed: u64,
    block: u64,
    draws: u64,
    tallies: &mut Tallies,
) {
    let (vendors, criteria) = (smaa.values.rows(), smaa.values.columns());
    let mut stream = ShareStream::new(smaa.sampler, seed, block);
    let mut sums = ShareSums::none(vendors, criteria);
    let mut shares = vec![0.0; criteria];
    let mut order = Vec::with_capacity(vendors);
    for _ in 0..draws {
        stream.draw(&mut shares);
        let scores = scores(smaa.values, &shares);
        ranking::count(tallies, &mut sums, &mut order, &scores, &shares, smaa.pairs);
    }
    tallies.take_sums(&mut sums);
}

fn count_planes(smaa: &LinearSmaa<'_>, seed: u64, block: u64, tallies: &mut Tallies) {
    let (vendors, criteria) = (smaa.values.rows(), smaa.values.columns());
    let mut source = LaneSource::new(smaa.sampler, criteria, seed, block);
    let mut sums = ShareSums::none(vendors, criteria);
    let mut shares = vec![[0.0; LANES]; STEPS * criteria];
    let mut scored = vec![[[0.0; LANES]; STEPS]; vendors];
    let rows: Vec<Vec<f64>> = (0..vendors).map(|vendor| smaa.values.row(vendor)).collect();
    for _ in 0..BLOCK as usize / (STEPS * LANES) {
        for step in 0..STEPS {
            let shares = &mut shares[step * criteria..(step + 1) * criteria];
            source.draw(shares);
            score(&rows, shares, &mut scored, step);
        }
        let firsts = count_group(&scored, tallies, smaa.pairs);
        for (vendor, first) in firsts.iter().enumerate() {
            for (lane, mask) in first.iter().enumerate() {
                let mut left = *mask;
                while left != 0 {
                    let step = left.trailing_zeros() as usize;
                    left &= left - 1;
                    let shares = &shares[step * criteria..(step + 1) * criteria];
                    sums.add(vendor, shares.iter().map(|share| share[lane]));
                }
            }
        }
    }
    tallies.take_sums(&mut sums);
}

/// Scores one step, two vendors at a time; each sum in criterion order, as the plain way has it.
#[inline(always)]
fn score(rows: &[Vec<f64>], shares: &[Lane<f64>], scored: &mut [[Lane<f64>; STEPS]], step: usize) {
    for (rows, scored) in rows.chunks(2).zip(scored.chunks_mut(2)) {
        let mut first = [0.0; LANES];
        let mut second = [0.0; LANES];
        let (a, b) = (&rows[0], rows.last().unwrap_or(&rows[0]));
        for ((share, &a), &b) in shares.iter().zip(a).zip(b) {
            for lane in 0..LANES {
                first[lane] += share[lane] * a;
                second[lane] += share[lane] * b;
            }
        }
        scored[0][step] = first;
        if let Some(scored) = scored.get_mut(1) {
            scored[step] = second;
        }
    }
}

/// Counts ranks and wins of one group; gives, for each vendor, the draws in which it was first.
///
/// A pair's comparisons over 64 steps are 64 bits in each lane. A vendor's rank is how many
/// were ahead of it: a counter of four bits for each draw, held as four bit planes.
fn count_group(
    scored: &[[Lane<f64>; STEPS]],
    tallies: &mut Tallies,
    pairs: Pairs,
) -> Vec<Lane<u64>> {
    let vendors = scored.len();
    let mut planes = vec![[[0_u64; LANES]; 4]; vendors];
    for i in 0..vendors {
        for j in i + 1..vendors {
            let (above, below) = compare(&scored[i], &scored[j]);
            increment(&mut planes[j], above);
            increment(&mut planes[i], below);
            if pairs == Pairs::Counted {
                tallies.wins[i * vendors + j] += ones(&above);
                tallies.wins[j * vendors + i] += ones(&below);
            }
        }
    }
    tallies.draws += (STEPS * LANES) as u64;
    let mut firsts = vec![[0; LANES]; vendors];
    for vendor in 0..vendors {
        for rank in 0..vendors {
            let holding = holders(&planes[vendor], rank);
            tallies.ranks[vendor * vendors + rank] += ones(&holding);
            if rank == 0 {
                firsts[vendor] = holding;
            }
        }
    }
    firsts
}

/// Bit s of a lane says whether a was above (below) b at step s.
#[inline(always)]
fn compare(a: &[Lane<f64>; STEPS], b: &[Lane<f64>; STEPS]) -> (Lane<u64>, Lane<u64>) {
    let mut above = [0; LANES];
    let mut below = [0; LANES];
    for step in 0..STEPS {
        let bit = 1_u64 << step;
        for lane in 0..LANES {
            above[lane] |= if a[step][lane] > b[step][lane] { bit } else { 0 };
            below[lane] |= if a[step][lane] < b[step][lane] { bit } else { 0 };
        }
    }
    (above, below)
}

/// Adds one to the counters whose bit is set.
#[inline(always)]
fn increment(planes: &mut [Lane<u64>; 4], mut carry: Lane<u64>) {
    for plane in planes {
        for lane in 0..LANES {
            let both = plane[lane] & carry[lane];
            plane[lane] ^= carry[lane];
            carry[lane] = both;
        }
    }
}

/// The draws whose counter holds a number.
#[inline(always)]
fn holders(planes: &[Lane<u64>; 4], number: usize) -> Lane<u64> {
    let mut holding = [u64::MAX; LANES];
    for (idx, plane) in planes.iter().enumerate() {
        let flip = if number >> idx & 1 == 1 { 0 } else { u64::MAX };
        for lane in 0..LANES {
            holding[lane] &= plane[lane] ^ flip;
        }
    }
    holding
}

#[inline(always)]
fn ones(mask: &Lane<u64>) -> u64 {
    mask.iter().map(|word| u64::from(word.count_ones())).sum()
}
