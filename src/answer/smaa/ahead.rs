//! Who is ahead of whom in each draw of four groups, a bit a draw.
//! Read off estimates where those are far enough apart, else off the scores; counted by `planes`.

use crate::answer::smaa::estimates::{Estimates, WIDE_STEPS, WideSteps};
use crate::answer::smaa::group::{Group, SCORED, Scores};
use crate::answer::smaa::lanes::{LANES, STEPS};
use crate::method::matrix::Matrix;
use fearless_simd::prelude::*;
use fearless_simd::{f32x16, f64x8, u32x16, u64x8};

/// By how many bits a group moves those before it.
const GROUP_BITS: u32 = WIDE_STEPS as u32;
/// The bits of the group that came last.
const LAST_GROUP: u32 = (1 << WIDE_STEPS) - 1;

/// How many groups fill all bits.
pub const GROUPS: usize = 32 / WIDE_STEPS;
/// How many steps those have: for each lane a word.
pub const WORD: usize = GROUPS * STEPS;

/// The bits of all pairs.
///
/// Lane l of a word has draws of lane l mod 8: those of even steps if l < 8, else of odd ones. Steps
/// come in from the right, so that the first ones are the highest bits.
pub struct Ahead<S: Simd> {
    simd: S,
    vendors: usize,
    estimates: Option<Estimates>,
    /// Vendors × vendors: whether the row is ahead of the column.
    bits: Vec<u32x16<S>>,
}

impl<S: Simd> Ahead<S> {
    /// Nothing compared yet.
    #[inline(always)]
    pub fn new(simd: S, values: &Matrix) -> Self {
        let vendors = values.rows();
        Self {
            simd,
            vendors,
            estimates: Estimates::new(values),
            bits: vec![u32x16::splat(simd, 0); vendors * vendors],
        }
    }

    /// Compares everyone in every draw of a group.
    #[inline(always)]
    pub fn compare(&mut self, group: &mut Group<'_, S>) {
        if let Some(estimates) = &mut self.estimates {
            let margin = estimates.margin();
            let scores = estimates.score(self.simd, &group.shares);
            if compare_estimates(self.simd, &mut self.bits, scores, margin) {
                return;
            }
            for bits in &mut self.bits {
                *bits >>= GROUP_BITS;
            }
        }
        for from in (0..STEPS).step_by(SCORED) {
            compare_scores(self.simd, &mut self.bits, group.score(from));
        }
    }

    /// The draws in which one is ahead of another.
    #[inline(always)]
    pub fn of(&self, one: usize, other: usize) -> u32x16<S> {
        self.bits[one * self.vendors + other]
    }
}

/// Some draws of all groups, for each lane a word. Bit b is the step of which it is [`bit_of`].
#[inline(always)]
pub fn by_lane<S: Simd>(draws: u32x16<S>) -> [u64; LANES] {
    let words = draws.to_array();
    let mut lanes = [0; LANES];
    for (lane, word) in lanes.iter_mut().enumerate() {
        *word = u64::from(words[lane]) | u64::from(words[lane + LANES]) << 32;
    }
    lanes
}

/// Which bit of a lane's word a step is, of those of all groups.
#[inline(always)]
pub fn bit_of(step: usize) -> usize {
    step % 2 * 32 + 31 - step / 2
}

/// Adds a group of estimates; says whether all of them were far enough apart.
#[inline(always)]
fn compare_estimates<S: Simd>(
    simd: S,
    bits: &mut [u32x16<S>],
    scores: &[WideSteps],
    margin: f32,
) -> bool {
    let vendors = scores.len();
    let mut closest = u32x16::splat(simd, u32::MAX);
    for (i, a) in scores.iter().enumerate() {
        // Raised by the margin, so that a difference within it is one from 0 to twice the margin.
        // As whole numbers those are the smallest: negative ones begin with a bit.
        let mut raised = [f32x16::splat(simd, 0.0); WIDE_STEPS];
        for (raised, a) in raised.iter_mut().zip(a) {
            *raised = f32x16::load_array_ref(simd, a) + margin;
        }
        for (j, b) in scores.iter().enumerate().skip(i + 1) {
            let mut behind = u32x16::splat(simd, 0);
            for (raised, b) in raised.iter().zip(b) {
                let b = f32x16::load_array_ref(simd, b);
                let apart = (*raised - b).bitcast::<u32x16<S>>();
                behind = (behind << 1) | (apart >> 31);
                closest = closest.min(apart);
            }
            let (one, other) = (i * vendors + j, j * vendors + i);
            bits[one] = (bits[one] << GROUP_BITS) | (behind ^ LAST_GROUP);
            bits[other] = (bits[other] << GROUP_BITS) | behind;
        }
    }
    closest.simd_gt((2.0 * margin).to_bits()).all_true()
}

/// Adds some steps of scores; of two that are the same neither is ahead.
#[inline(always)]
fn compare_scores<S: Simd>(simd: S, bits: &mut [u32x16<S>], scores: &[Scores]) {
    let vendors = scores.len();
    for (i, a) in scores.iter().enumerate() {
        for (j, b) in scores.iter().enumerate().skip(i + 1) {
            let (one, other) = (i * vendors + j, j * vendors + i);
            let (mut above, mut below) = (bits[one], bits[other]);
            for (a, b) in a.as_chunks().0.iter().zip(b.as_chunks().0) {
                let [a, b] = [wide(simd, a), wide(simd, b)];
                above = (above << 1) | is_greater(simd, a, b);
                below = (below << 1) | is_greater(simd, b, a);
            }
            (bits[one], bits[other]) = (above, below);
        }
    }
}

/// An even step and the odd one after it.
#[inline(always)]
fn wide<S: Simd>(simd: S, [even, odd]: &[[f64; LANES]; 2]) -> [f64x8<S>; 2] {
    [f64x8::load_array_ref(simd, even), f64x8::load_array_ref(simd, odd)]
}

/// 1 in the lanes where the first number is greater.
#[inline(always)]
fn is_greater<S: Simd>(simd: S, a: [f64x8<S>; 2], b: [f64x8<S>; 2]) -> u32x16<S> {
    let (yes, no) = (u64x8::splat(simd, 1), u64x8::splat(simd, 0));
    let even = a[0].simd_gt(b[0]).select(yes, no);
    let odd = a[1].simd_gt(b[1]).select(yes, no);
    simd.narrow_u64x8(even, odd)
}
