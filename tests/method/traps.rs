//! Mistakes seen in other programs, each with the smallest problem that shows it.
//! What only a whole run can get wrong stands with the runs, in `tests/decide`.

#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use rationale::method::id::MethodId;
use rationale::method::matrix::Matrix;
use rationale::method::outcome::Figures;
use rationale::method::outranking::promethee::PrometheeIi;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use rationale::method::ranks::competition_ranks;

fn axis(share: f64, direction: Direction) -> Axis {
    let scale = Some([0.0, 100.0]);
    let thresholds = Thresholds::default();
    Axis { share, direction, scale, target: None, preference: Preference::Usual, thresholds }
}

fn problem(rows: &[Vec<f64>], axes: Vec<Axis>) -> Problem {
    let ratings = Matrix::from_rows(rows);
    let values = Matrix::from_fn(ratings.rows(), ratings.columns(), |row, column| {
        let share = ratings.get(row, column) / 100.0;
        if axes[column].direction == Direction::Maximize { share } else { 1.0 - share }
    });
    Problem { ratings, values, axes }
}

fn scores(method: MethodId, problem: &Problem) -> Vec<f64> {
    method.with_defaults().solve(problem).expect("a solution").scores.expect("scores")
}

#[test]
fn topsis_is_the_distance_from_the_worst_over_both() {
    let axes = vec![axis(0.5, Direction::Maximize), axis(0.5, Direction::Minimize)];
    let problem = problem(&[vec![9.0, 10.0], vec![5.0, 20.0], vec![1.0, 40.0]], axes);
    let scores = scores(MethodId::Topsis, &problem);
    assert_eq!((scores[0], scores[2]), (1.0, 0.0));
}

#[test]
fn promethee_takes_the_flow_that_enters_from_the_flow_that_leaves() {
    let axes = vec![axis(1.0, Direction::Maximize)];
    let problem = problem(&[vec![9.0], vec![5.0], vec![1.0]], axes);
    assert_eq!(scores(MethodId::PrometheeIi, &problem), [1.0, 0.0, -1.0]);
}

#[test]
fn copras_lets_the_dearest_lose() {
    let axes = vec![axis(0.5, Direction::Maximize), axis(0.5, Direction::Minimize)];
    let problem = problem(&[vec![5.0, 10.0], vec![5.0, 20.0], vec![5.0, 40.0]], axes);
    let scores = scores(MethodId::Copras, &problem);
    assert_eq!(scores[0], 1.0);
    assert!(scores[0] > scores[1] && scores[1] > scores[2], "{scores:?}");
}

#[test]
fn shares_belong_to_criteria_in_a_table_that_is_square_too() {
    // Whoever is best on the heavy criterion is first; shares along the rows would have another.
    let axes = [0.8, 0.1, 0.1].map(|share| axis(share, Direction::Maximize)).to_vec();
    let rows = [vec![2.0, 90.0, 50.0], vec![30.0, 50.0, 60.0], vec![90.0, 20.0, 30.0]];
    let problem = problem(&rows, axes);
    for method in MethodId::ALL.iter().copied().filter(|method| method.scores_rows()) {
        // Distances from the average reward the far ends alike, MULTIMOORA's third ranking has no
        // weights, and TODIM punishes a loss the more the less its criterion weighs.
        if matches!(method, MethodId::Probid | MethodId::Multimoora | MethodId::Todim) {
            continue;
        }
        let Ok(outcome) = method.with_defaults().solve(&problem) else { continue };
        assert_eq!(competition_ranks(&outcome.merits)[2], 1, "{method:?}: {outcome:?}");
    }
}

#[test]
fn a_preference_is_0_wherever_nothing_is_better() {
    let shapes = [
        Preference::Usual,
        Preference::UShape { q: 1.0 },
        Preference::VShape { p: 2.0 },
        Preference::Level { q: 1.0, p: 2.0 },
        Preference::Linear { q: 1.0, p: 2.0 },
        Preference::Gaussian { s: 1.0 },
    ];
    for direction in [Direction::Maximize, Direction::Minimize] {
        for shape in shapes {
            let axes = vec![Axis { preference: shape, ..axis(1.0, direction) }];
            let problem = problem(&[vec![10.0], vec![10.0], vec![50.0]], axes);
            let preferences = PrometheeIi.preferences(&problem).expect("a table");
            let (better, worse) = if direction == Direction::Maximize { (2, 0) } else { (0, 2) };
            assert_eq!(preferences.get(0, 1), 0.0, "{shape:?}");
            assert_eq!(preferences.get(worse, better), 0.0, "{shape:?}");
            assert!((preferences.get(better, worse) - 1.0).abs() < 1e-9, "{shape:?}");
        }
    }
}

#[test]
fn a_place_is_no_index_and_ties_share_it() {
    assert_eq!(competition_ranks(&[0.2, 0.9, 0.9, 0.1]), [3, 1, 1, 4]);
    assert_eq!(competition_ranks(&[5.0, 1.0, 3.0]), [1, 3, 2]);
}

#[test]
fn the_largest_regret_of_vikor_is_none_of_a_criterion_without_weight() {
    let axes = vec![axis(1.0, Direction::Maximize), axis(0.0, Direction::Maximize)];
    let problem = problem(&[vec![9.0, 7.0], vec![5.0, 7.0], vec![1.0, 7.0]], axes);
    let outcome = MethodId::Vikor.with_defaults().solve(&problem).expect("a solution");
    let regrets = outcome.details.iter().find(|detail| detail.name == "r").expect("regrets");
    assert_eq!(regrets.figures, Figures::PerVendor(vec![0.0, 0.5, 1.0]));
}
