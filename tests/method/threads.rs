//! Large fields are worked on by several threads, and nothing of it shows in the answer.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use rationale::method::kind::Method;
use rationale::method::matrix::Matrix;
use rationale::method::outcome::Outcome;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::promethee::PrometheeIi;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use rationale::method::scoring::copras::Copras;
use rationale::method::scoring::edas::Edas;
use rationale::method::scoring::topsis::Topsis;
use rationale::method::scoring::vikor::Vikor;
use rationale::method::scoring::weighted_sum::WeightedSum;

/// Numbers in [1, 2) that look random, every third criterion a cost.
fn problem(vendors: usize, criteria: usize) -> Problem {
    let number = |idx: usize| (idx as f64 * 0.618_033_988_749_895).fract();
    let values = Matrix::from_fn(vendors, criteria, |row, column| number(row * 31 + column * 7));
    let ratings = Matrix::from_fn(vendors, criteria, |row, column| 1.0 + values.get(row, column));
    let axis = |column: usize| Axis {
        share: (column + 1) as f64 / (criteria * (criteria + 1) / 2) as f64,
        direction: if column % 3 == 2 { Direction::Minimize } else { Direction::Maximize },
        scale: None,
        target: None,
        preference: Preference::Linear { q: 0.05, p: 0.3 },
        thresholds: Thresholds { q: 0.05, p: 0.3, v: Some(0.8) },
    };
    Problem { ratings, values, axes: (0..criteria).map(axis).collect() }
}

/// Methods that work on blocks of rows.
fn row_wise() -> [Method; 5] {
    [
        Method::WeightedSum(WeightedSum::default()),
        Method::Topsis(Topsis::default()),
        Method::Vikor(Vikor::default()),
        Method::Edas(Edas),
        Method::Copras(Copras),
    ]
}

fn solved(method: &Method, problem: &Problem, threads: usize) -> Outcome {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
    pool.install(|| method.solve(problem)).expect("the problem has an answer")
}

#[test]
fn any_number_of_threads_gives_the_same_answer() {
    let large = problem(100_003, 6);
    for method in row_wise().into_iter().chain([Method::PrometheeIi(PrometheeIi)]) {
        let alone = solved(&method, &large, 1);
        for threads in [2, 7] {
            assert!(alone == solved(&method, &large, threads), "{:?} {threads}", method.id());
        }
    }
    let field = problem(303, 6);
    let method = Method::ElectreIii(ElectreIii::default());
    assert!(solved(&method, &field, 1) == solved(&method, &field, 3));
}

/// One row by itself scores what it scores among a hundred thousand: blocks leave none out.
#[test]
fn rows_of_every_block_score_as_they_do_alone() {
    let large = problem(100_003, 6);
    for method in row_wise() {
        let scores = method.solve(&large).expect("an answer").scores.expect("scores");
        let scorer = method.scorer(&large).expect("a scorer");
        let rows = [0, 1023, 1024, 4095, 4096, 65_535, 65_536, 99_999, 100_002];
        let alone = scorer(&method.table(&large).select_rows(&rows));
        assert_eq!(alone, rows.map(|row| scores[row]), "{:?}", method.id());
    }
}
