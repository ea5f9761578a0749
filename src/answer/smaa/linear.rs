//! SMAA where a score is Σ share × value: the fast path, and the same counts the plain way.
//! Draws are made and scored in groups; ranks in bit planes for few vendors, by network for more.

use crate::answer::contest::scores;
use crate::answer::smaa::first_places::FirstPlaces;
use crate::answer::smaa::generator::BLOCK;
use crate::answer::smaa::group::Group;
use crate::answer::smaa::planes::{PLANES_UP_TO, Planes};
use crate::answer::smaa::ranking;
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::share_stream::ShareStream;
use crate::answer::smaa::sorted_keys::{KEYS_UP_TO, SortedKeys};
use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};
use crate::answer::smaa::wins::Wins;
use crate::method::matrix::Matrix;
use crate::method::vectors::level;
use fearless_simd::{Simd, dispatch};

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
    match smaa.values.rows() {
        1..=PLANES_UP_TO if draws == BLOCK => {
            dispatch!(level(), simd => count_planes(simd, smaa, seed, block, tallies));
        }
        1..=KEYS_UP_TO if draws == BLOCK => {
            dispatch!(level(), simd => count_sorted(simd, smaa, seed, block, tallies));
        }
        _ => count_plainly(smaa, seed, block, draws, tallies),
    }
}

/// The same counts by one draw after another, sorted: what the fast paths are compared with.
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

#[inline(always)]
fn count_planes<S: Simd>(
    simd: S,
    smaa: &LinearSmaa<'_>,
    seed: u64,
    block: u64,
    tallies: &mut Tallies,
) {
    let mut sums = ShareSums::none(tallies.vendors, tallies.criteria);
    let mut first = FirstPlaces::new(simd, &mut sums);
    let mut group = Group::new(simd, smaa.values, smaa.sampler, seed, block);
    let mut planes = Planes::new(simd, smaa.values, smaa.pairs);
    for _ in 0..Group::<S>::PER_BLOCK {
        group.draw();
        planes.take(&mut group, &mut first);
    }
    tallies.draws += BLOCK;
    planes.finish(tallies);
    tallies.take_sums(&mut sums);
}

#[inline(always)]
fn count_sorted<S: Simd>(
    simd: S,
    smaa: &LinearSmaa<'_>,
    seed: u64,
    block: u64,
    tallies: &mut Tallies,
) {
    let mut sums = ShareSums::none(tallies.vendors, tallies.criteria);
    let mut first = FirstPlaces::new(simd, &mut sums);
    let mut group = Group::new(simd, smaa.values, smaa.sampler, seed, block);
    let mut keys = SortedKeys::new(smaa.values);
    let mut wins = Wins::new(simd, tallies.vendors, smaa.pairs);
    for _ in 0..Group::<S>::PER_BLOCK {
        group.draw();
        keys.count(&mut group, tallies, &mut first, &mut wins);
    }
    keys.finish(tallies);
    wins.finish(tallies);
    tallies.take_sums(&mut sums);
}
