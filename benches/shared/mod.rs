//! What every bench needs: the same field each time, and short measurements.
//! The numbers come from splitmix64, so that a peer in another language can make the very same.

#![allow(dead_code, reason = "each bench uses a part of this")]

use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};
use rationale::method::matrix::Matrix;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use std::time::Duration;

/// A group whose measurements take a quarter of a second each.
pub fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(50));
    group.measurement_time(Duration::from_millis(250));
    group
}

/// `vendors` × `criteria` of numbers in [1, 2), equal shares, every third criterion a cost; linear
/// preference with q 0.05 and p 0.3, veto at 0.8.
pub fn problem(vendors: usize, criteria: usize) -> Problem {
    let ratings = Matrix::from_fn(vendors, criteria, |row, column| {
        1.0 + number((row * criteria + column) as u64)
    });
    let values = Matrix::from_fn(vendors, criteria, |row, column| {
        let above = ratings.get(row, column) - 1.0;
        if column % 3 == 2 { 1.0 - above } else { above }
    });
    let axis = |column: usize| Axis {
        share: 1.0 / criteria as f64,
        direction: if column % 3 == 2 { Direction::Minimize } else { Direction::Maximize },
        scale: None,
        target: None,
        preference: Preference::Linear { q: 0.05, p: 0.3 },
        thresholds: Thresholds { q: 0.05, p: 0.3, v: Some(0.8) },
    };
    Problem { ratings, values, axes: (0..criteria).map(axis).collect() }
}

/// The idx-th number of splitmix64 from 0, in [0, 1).
pub fn number(idx: u64) -> f64 {
    let mut word = (idx + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((word ^ (word >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
}
