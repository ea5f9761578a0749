//! Random problems, and one of any size.
//! Ratings lie on a grid half of the time, so that ties and flat columns are common.

use proptest::prelude::{Strategy, any, prop_oneof};
use rationale::method::matrix::Matrix;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};

pub fn preference() -> impl Strategy<Value = Preference> {
    let threshold = 0..4_u8;
    (0..6_u8, threshold.clone(), threshold).prop_map(|(shape, q, rise)| {
        let (q, p) = (f64::from(q) / 2.0, f64::from(q + rise) / 2.0);
        match shape {
            0 => Preference::Usual,
            1 => Preference::UShape { q },
            2 => Preference::VShape { p: p + 0.5 },
            3 => Preference::Level { q, p },
            4 => Preference::Linear { q, p },
            _ => Preference::Gaussian { s: p + 0.5 },
        }
    })
}

pub fn axis() -> impl Strategy<Value = Axis> {
    let thresholds = (0..3_u8, 0..3_u8, proptest::option::of(0..5_u8));
    (any::<bool>(), preference(), thresholds).prop_map(|(up, preference, (q, rise, veto))| {
        let (q, p) = (f64::from(q), f64::from(q + rise));
        Axis {
            share: 0.0,
            direction: if up { Direction::Maximize } else { Direction::Minimize },
            scale: None,
            target: None,
            preference,
            thresholds: Thresholds { q, p, v: veto.map(|veto| p + f64::from(veto) + 1.0) },
        }
    })
}

/// Values follow ratings, which lie in [−4, 4].
pub fn problem_of(ratings: Matrix, mut axes: Vec<Axis>, weights: &[f64]) -> Problem {
    let total: f64 = weights.iter().sum();
    for (axis, weight) in axes.iter_mut().zip(weights) {
        axis.share = weight / total;
    }
    let values = Matrix::from_fn(ratings.rows(), ratings.columns(), |row, column| {
        0.5 + axes[column].direction.sign() * ratings.get(row, column) / 8.0
    });
    Problem { ratings, values, axes }
}

pub fn problem() -> impl Strategy<Value = Problem> {
    (1..9_usize, 1..5_usize).prop_flat_map(|(vendors, criteria)| {
        let cell = prop_oneof![(-4..5_i8).prop_map(f64::from), -4.0..4.0];
        let cells = proptest::collection::vec(cell, vendors * criteria);
        let axes = proptest::collection::vec(axis(), criteria);
        let weights = proptest::collection::vec(1..9_u8, criteria);
        (cells, axes, weights).prop_map(move |(cells, axes, weights)| {
            let ratings =
                Matrix::from_fn(vendors, criteria, |row, column| cells[row * criteria + column]);
            let weights: Vec<f64> = weights.into_iter().map(f64::from).collect();
            problem_of(ratings, axes, &weights)
        })
    })
}

/// A field of any size, whose cells repeat and differ by vendor and criterion.
pub fn field(vendors: usize, criteria: usize) -> Problem {
    let ratings = Matrix::from_fn(vendors, criteria, |row, column| {
        ((row * (column + 3) * 37 + column * 11) % 101) as f64 / 10.0 - 4.0
    });
    let axes = (0..criteria).map(|column| Axis {
        share: 0.0,
        direction: if column % 2 == 0 { Direction::Maximize } else { Direction::Minimize },
        scale: None,
        target: None,
        preference: Preference::Linear { q: 0.5, p: 2.0 },
        thresholds: Thresholds { q: 0.5, p: 2.0, v: Some(5.0 + column as f64) },
    });
    let weights: Vec<f64> = (1..=criteria).map(|place| place as f64).collect();
    problem_of(ratings, axes.collect(), &weights)
}
