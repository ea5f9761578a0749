//! Machines differ in the width of their vectors, and nothing of it shows in the answer; nor does it
//! matter whether merits are asked for alone or with all that explains them.

use proptest::prelude::{ProptestConfig, Strategy, proptest};
use rationale::method::id::MethodId;
use rationale::method::matrix::Matrix;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use rationale::method::vectors::{held_to, levels};

/// Fields of a few vendors and of more than a block of them, with a column of equal cells now and then.
fn problem() -> impl Strategy<Value = Problem> {
    let sizes = (proptest::sample::select(vec![1, 2, 3, 17, 65, 1030]), 1..6_usize);
    (sizes, 0..9_u8, 1..1000_u64).prop_map(|((vendors, criteria), kind, seed)| {
        let number = |row: usize, column: usize| {
            let idx = (row * 31 + column * 7) as u64 + seed;
            1.0 + (idx as f64 * 0.618_033_988_749_895).fract()
        };
        let ratings = Matrix::from_fn(vendors, criteria, |row, column| {
            if kind == 0 && column == 0 { 1.5 } else { number(row, column) }
        });
        let values =
            Matrix::from_fn(vendors, criteria, |row, column| ratings.get(row, column) - 1.0);
        let axis = |column: usize| Axis {
            share: if kind == 1 && column == 0 && criteria > 1 { 0.0 } else { 1.0 },
            direction: if column % 3 == 2 { Direction::Minimize } else { Direction::Maximize },
            scale: Some([0.0, 4.0]),
            target: None,
            preference: match column % 3 {
                0 => Preference::Linear { q: 0.05, p: 0.3 },
                1 => Preference::Level { q: 0.1, p: 0.4 },
                _ => Preference::Usual,
            },
            thresholds: Thresholds { q: 0.05, p: 0.3, v: Some(0.8) },
        };
        let mut axes: Vec<Axis> = (0..criteria).map(axis).collect();
        let total: f64 = axes.iter().map(|axis| axis.share).sum();
        axes.iter_mut().for_each(|axis| axis.share /= total);
        Problem { ratings, values, axes }
    })
}

/// All methods; on fields of more than a block only those written for large ones.
fn methods(problem: &Problem) -> impl Iterator<Item = MethodId> {
    let is_large = problem.vendors() > 100;
    let for_large = [
        MethodId::WeightedSum,
        MethodId::Topsis,
        MethodId::Vikor,
        MethodId::Edas,
        MethodId::Copras,
        MethodId::PrometheeIi,
    ];
    MethodId::ALL.iter().copied().filter(move |id| !is_large || for_large.contains(id))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn every_width_of_vectors_gives_the_same_answer(problem in problem()) {
        for id in methods(&problem) {
            let method = id.with_defaults();
            let answers: Vec<_> = levels()
                .into_iter()
                .map(|level| held_to(level, || method.solve(&problem)))
                .collect();
            assert!(answers.iter().all(|answer| *answer == answers[0]), "{id:?}");
        }
    }

    #[test]
    fn merits_alone_are_those_of_the_whole_answer(problem in problem()) {
        for id in methods(&problem) {
            let method = id.with_defaults();
            let whole = method.solve(&problem).map(|outcome| outcome.merits);
            assert_eq!(method.merits(&problem), whole, "{id:?}");
        }
    }
}
