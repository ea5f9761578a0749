//! Scores in single precision, sixteen draws at once, and how far apart is far enough.
//! `ahead` reads nearly every rank off them and compares the scores themselves in the few draws left.
//!
//! Source: Shewchuk, J. R. (1997). Adaptive precision floating-point arithmetic and fast robust
//! geometric predicates. Discrete & Computational Geometry, 18(3): this is such a filter.

use crate::answer::smaa::lanes::{LANES, STEPS, Steps};
use crate::method::matrix::Matrix;
use crate::method::statistics::Summary;
use fearless_simd::prelude::*;
use fearless_simd::{f32x16, f64x8};

/// How many draws lie side by side: two steps of all lanes.
pub const WIDE: usize = 2 * LANES;
/// How many wide steps a group has.
pub const WIDE_STEPS: usize = STEPS / 2;
/// How many vendors are estimated at a time, so that a share is read a fourth as often.
const TOGETHER: usize = 4;
/// Above this margin, of scores that spread over 2, too many draws would have to be looked at again.
const LARGEST_MARGIN: f64 = 1e-4;

/// One number for each draw of a group.
pub type WideSteps = [[f32; WIDE]; WIDE_STEPS];

/// The estimated scores of one group after another.
pub struct Estimates {
    vendors: usize,
    /// Criterion after criterion the values of [`TOGETHER`] vendors, then of the next ones.
    values: Vec<[f32; TOGETHER]>,
    shares: Vec<WideSteps>,
    scores: Vec<WideSteps>,
    margin: f32,
}

impl Estimates {
    /// Values enter less the middle of their criterion, which moves all vendors alike, and over the
    /// largest of what is left, so that they lie between −1 and 1.
    ///
    /// None where single precision would tell too little: two vendors are nearly the same, or all
    /// are so far from 0 that what sets them apart drowns.
    pub fn new(values: &Matrix) -> Option<Self> {
        let (vendors, criteria) = (values.rows(), values.columns());
        let ends: Vec<Summary> =
            (0..criteria).map(|column| Summary::of_block(values.column(column))).collect();
        let half = |ends: &Summary| (ends.high - ends.low) / 2.0;
        let reach = ends.iter().map(half).fold(0.0, f64::max);
        let size = ends.iter().map(|ends| ends.high.abs().max(ends.low.abs())).fold(0.0, f64::max);
        let margin = margin(criteria, size / reach);
        if !(reach.is_normal() && margin < LARGEST_MARGIN) {
            return None;
        }
        let value = |vendor: usize, criterion: usize| {
            let middle = ends[criterion].low + half(&ends[criterion]);
            ((values.get(vendor, criterion) - middle) / reach) as f32
        };
        let rows: Vec<Vec<f32>> = (0..vendors)
            .map(|row| (0..criteria).map(|column| value(row, column)).collect())
            .collect();
        let is_near = |(one, other): (&f32, &f32)| f64::from((one - other).abs()) <= 2.0 * margin;
        let are_near = |one: &[f32], other: &[f32]| one.iter().zip(other).all(is_near);
        if rows.iter().enumerate().any(|(at, row)| rows[..at].iter().any(|one| are_near(one, row)))
        {
            return None;
        }
        let together = |chunk: usize, criterion: usize| {
            std::array::from_fn(|at| {
                rows.get(chunk * TOGETHER + at).map_or(0.0, |row| row[criterion])
            })
        };
        let chunks = vendors.div_ceil(TOGETHER);
        Some(Self {
            vendors,
            values: (0..chunks)
                .flat_map(|chunk| (0..criteria).map(move |j| (chunk, j)))
                .map(|(chunk, criterion)| together(chunk, criterion))
                .collect(),
            shares: vec![[[0.0; WIDE]; WIDE_STEPS]; criteria],
            scores: vec![[[0.0; WIDE]; WIDE_STEPS]; chunks * TOGETHER],
            margin: margin as f32,
        })
    }

    /// Two scores are in the order of their estimates where those are further apart than this.
    pub fn margin(&self) -> f32 {
        self.margin
    }

    /// Estimates everyone, given the shares of a group; one row for each vendor. Never −0: each is
    /// a sum that starts at 0.
    #[inline(always)]
    pub fn score<S: Simd>(&mut self, simd: S, shares: &[Steps]) -> &[WideSteps] {
        for (share, wides) in shares.iter().zip(&mut self.shares) {
            for ([even, odd], wide) in share.as_chunks().0.iter().zip(wides) {
                let even = f64x8::load_array_ref(simd, even);
                let odd = f64x8::load_array_ref(simd, odd);
                simd.narrow_f64x8(even, odd).store_array(wide);
            }
        }
        let chunks = self.values.chunks_exact(self.shares.len());
        for (values, scores) in chunks.zip(self.scores.as_chunks_mut().0) {
            estimate(simd, &self.shares, values, scores);
        }
        &self.scores[..self.vendors]
    }
}

/// How far the difference of two estimates may be from that of the scores they stand for, over the
/// reach of the values.
///
/// An estimate rounds its value, its share, each product and each sum once: criteria + 3 times half
/// a unit of 1 in single precision at most, shares being parts of 1. A score does much the same in
/// double precision, with values of up to `size` times the reach. Five more are to spare, for what
/// rounds here and where estimates are compared.
fn margin(criteria: usize, size: f64) -> f64 {
    let roundings = criteria as f64 + 8.0;
    let (single, double) = (f64::from(f32::EPSILON) / 2.0, f64::EPSILON / 2.0);
    2.0 * roundings * (single + size * double)
}

#[inline(always)]
fn estimate<S: Simd>(
    simd: S,
    shares: &[WideSteps],
    values: &[[f32; TOGETHER]],
    scores: &mut [WideSteps; TOGETHER],
) {
    for step in (0..WIDE_STEPS).step_by(2) {
        let mut even = [f32x16::splat(simd, 0.0); TOGETHER];
        let mut odd = even;
        for (share, values) in shares.iter().zip(values) {
            let even_share = f32x16::load_array_ref(simd, &share[step]);
            let odd_share = f32x16::load_array_ref(simd, &share[step + 1]);
            for at in 0..TOGETHER {
                even[at] += even_share * values[at];
                odd[at] += odd_share * values[at];
            }
        }
        for at in 0..TOGETHER {
            even[at].store_array(&mut scores[at][step]);
            odd[at].store_array(&mut scores[at][step + 1]);
        }
    }
}
