//! Ranks of few vendors, counted in bit planes: 64 draws in a word.
//! A pair's comparisons are bits; how many are ahead is a counter of four bits for each draw.

use crate::answer::smaa::group::{Group, Scores};
use crate::answer::smaa::lanes::{LANES, Lane};
use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};

/// Up to this many vendors: four planes.
pub const PLANES_UP_TO: usize = 16;

/// Counts ranks, wins and first places of a group.
#[inline(always)]
pub fn count(group: &Group<'_>, tallies: &mut Tallies, sums: &mut ShareSums, pairs: Pairs) {
    let vendors = group.scores.len();
    let mut planes = vec![[[0_u64; LANES]; 4]; vendors];
    for i in 0..vendors {
        for j in i + 1..vendors {
            let (above, below) = compare(&group.scores[i], &group.scores[j]);
            increment(&mut planes[j], above);
            increment(&mut planes[i], below);
            if pairs == Pairs::Counted {
                tallies.wins[i * vendors + j] += ones(&above);
                tallies.wins[j * vendors + i] += ones(&below);
            }
        }
    }
    tallies.draws += Group::DRAWS;
    for (vendor, planes) in planes.iter().enumerate() {
        for rank in 0..vendors {
            tallies.ranks[vendor * vendors + rank] += ones(&holders(planes, rank));
        }
        for (lane, mask) in holders(planes, 0).into_iter().enumerate() {
            let mut left = mask;
            while left != 0 {
                let step = left.trailing_zeros() as usize;
                left &= left - 1;
                sums.add(vendor, group.shares(step, lane));
            }
        }
    }
}

/// Counts wins alone.
#[inline(always)]
pub fn count_wins(group: &Group<'_>, tallies: &mut Tallies) {
    let vendors = group.scores.len();
    for i in 0..vendors {
        for j in i + 1..vendors {
            let (above, below) = compare(&group.scores[i], &group.scores[j]);
            tallies.wins[i * vendors + j] += ones(&above);
            tallies.wins[j * vendors + i] += ones(&below);
        }
    }
}

/// Bit s of a lane says whether a was above (below) b at step s. Two loops over the lanes, since
/// compilers turn each into vectors but not the two as one.
#[inline(always)]
fn compare(a: &Scores, b: &Scores) -> (Lane<u64>, Lane<u64>) {
    let (mut above, mut below) = ([0_u64; LANES], [0_u64; LANES]);
    for (a, b) in a.iter().zip(b).rev() {
        for lane in 0..LANES {
            above[lane] = (above[lane] << 1) | u64::from(a[lane] > b[lane]);
        }
        for lane in 0..LANES {
            below[lane] = (below[lane] << 1) | u64::from(a[lane] < b[lane]);
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
