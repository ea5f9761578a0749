//! PROMETHEE's sorted sweep against the double loop.
//! Columns are made to be hard on it: ties, outliers, offsets, ramps of almost no width.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use rationale::method::matrix::Matrix;
use rationale::method::outranking::promethee::{Algorithm, PrometheeIi};
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};

use crate::answers::{assert_same, flows};

/// Ratings with many equal ones, an outlier that stretches the range, and an offset that makes
/// sums lose digits; thresholds as fractions of 1, some with p − q tiny.
fn long_column() -> impl Strategy<Value = (Vec<f64>, Preference)> {
    let cell = prop_oneof![
        (0..6_u8).prop_map(|step| f64::from(step) / 5.0),
        0.0..1.0,
        (0..4_u8).prop_map(|step| 0.3 + f64::from(step) * 1e-9),
    ];
    let cells = proptest::collection::vec(cell, 2..150);
    let offset = prop_oneof![Just(0.0), Just(1e6), Just(-2024.0)];
    let outlier = prop_oneof![Just(0.5), Just(-1e7), Just(3e6)];
    let q = prop_oneof![Just(0.0), Just(0.2), 0.0..0.6];
    let width = prop_oneof![Just(0.0), 0.0..0.5, Just(1e-6), Just(1e-9), Just(1e-12)];
    (cells, offset, outlier, (0..6_u8, q, width)).prop_map(
        |(mut cells, offset, outlier, (shape, q, width))| {
            cells.push(outlier);
            let p = q + width;
            let preference = match shape {
                0 => Preference::Usual,
                1 => Preference::UShape { q },
                2 => Preference::VShape { p: width + 1e-9 },
                3 => Preference::Level { q, p },
                4 => Preference::Linear { q, p },
                _ => Preference::Gaussian { s: width + 1e-3 },
            };
            (cells.into_iter().map(|cell| cell + offset).collect(), preference)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn the_sweep_equals_the_double_loop((cells, preference) in long_column(), up in any::<bool>()) {
        let axis = Axis {
            share: 1.0,
            direction: if up { Direction::Maximize } else { Direction::Minimize },
            scale: None,
            target: None,
            preference,
            thresholds: Thresholds::default(),
        };
        let ratings = Matrix::from_fn(cells.len(), 1, |row, _| cells[row]);
        let problem = Problem { values: ratings.clone(), ratings, axes: vec![axis] };
        let fast = PrometheeIi.solve_by(&problem, Algorithm::Sorted).expect("a solution");
        let slow = PrometheeIi.solve_by(&problem, Algorithm::Pairs).expect("a solution");
        assert_same("net flow", &fast.merits, &slow.merits);
        for name in ["phi-plus", "phi-minus"] {
            assert_same(name, &flows(&fast, name), &flows(&slow, name));
        }
        // Nothing forgets the definition: the table of preferences gives the same flows.
        let preferences = PrometheeIi.preferences(&problem).expect("a table");
        let others = (cells.len() - 1) as f64;
        let nets: Vec<f64> = (0..cells.len()).map(|vendor| {
            let won: f64 = preferences.row(vendor).iter().sum();
            let lost: f64 = preferences.column(vendor).iter().sum();
            (won - lost) / others
        }).collect();
        assert_same("definition", &fast.merits, &nets);
    }
}
