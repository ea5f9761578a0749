//! What every scoring method obeys, over random problems: dominance, names, weights, signs, edges,
//! and that explanations add up. The named exceptions stand at the end with a counterexample each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail the test by panicking"
)]

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use proptest::{prop_assert, prop_assert_eq};
use rationale::method::id::MethodId;
use rationale::method::kind::Method;
use rationale::method::matrix::Matrix;
use rationale::method::normalise::Normalise;
use rationale::method::outcome::{Better, Figures, Outcome, Refusal, Unit};
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use rationale::method::ranks::competition_ranks;
use rationale::method::scoring::maut::{Form, Maut};
use rationale::method::scoring::topsis::Topsis;
use rationale::method::scoring::weighted_product::WeightedProduct;
use rationale::method::scoring::weighted_sum::WeightedSum;

/// Every method with its defaults, and those with a choice under every choice.
/// The methods that score rows; those that compare pairs have properties of their own in
/// `tests/outranking`.
fn scoring() -> impl Iterator<Item = MethodId> {
    MethodId::ALL.iter().copied().filter(|id| id.scores_rows())
}

#[rustfmt::skip]
fn methods() -> Vec<Method> {
    let mut methods: Vec<Method> = scoring().map(MethodId::with_defaults).collect();
    for normalise in Normalise::ALL {
        methods.push(Method::WeightedSum(WeightedSum { normalise }));
        methods.push(Method::WeightedProduct(WeightedProduct { normalise }));
        methods.push(Method::Topsis(Topsis { normalise }));
    }
    for interaction in [-0.6, 2.0] {
        methods.push(Method::Maut(Maut { form: Form::Multiplicative { interaction } }));
    }
    methods
}

/// Cells in which nothing is special: every method has a value unless a column is constant.
fn tame_cell() -> impl Strategy<Value = f64> + Clone {
    1.0..100.0
}

/// Zeros, negatives, ties, giants and dwarfs.
fn wild_cell() -> impl Strategy<Value = f64> + Clone {
    prop_oneof![
        3 => (-3..4i32).prop_map(f64::from),
        2 => -100.0..100.0,
        2 => Just(0.1),
        1 => Just(0.0),
        1 => Just(1e300),
        1 => Just(-1e155),
        1 => Just(1e-300),
        1 => Just(1e9 + 1.0),
    ]
}

fn problem_of<C: Strategy<Value = f64> + Clone>(
    cell: C,
    vendors: std::ops::Range<usize>,
    criteria: std::ops::Range<usize>,
) -> impl Strategy<Value = Problem> {
    (vendors, criteria).prop_flat_map(move |(vendors, criteria)| {
        let rows = vec(vec(cell.clone(), criteria), vendors);
        let axes = vec((0.1..1.0, proptest::bool::ANY), criteria);
        (rows, axes).prop_map(|(rows, axes)| problem(&rows, &axes))
    })
}

fn problem(rows: &[Vec<f64>], axes: &[(f64, bool)]) -> Problem {
    let total: f64 = axes.iter().map(|(weight, _)| weight).sum();
    let axes = axes.iter().map(|&(weight, is_benefit)| Axis {
        share: weight / total,
        direction: if is_benefit { Direction::Maximize } else { Direction::Minimize },
        scale: Some([-200.0, 200.0]),
        target: None,
        preference: Preference::Usual,
        thresholds: Thresholds::default(),
    });
    let mut problem = Problem {
        ratings: Matrix::from_rows(rows),
        values: Matrix::from_rows(rows),
        axes: axes.collect(),
    };
    set_values(&mut problem);
    problem
}

/// Linear value functions over the scale, clamped to its ends.
fn set_values(problem: &mut Problem) {
    let ratings = &problem.ratings;
    problem.values = Matrix::from_fn(ratings.rows(), ratings.columns(), |row, column| {
        let share = ((ratings.get(row, column) + 200.0) / 400.0).clamp(0.0, 1.0);
        match problem.axes[column].direction {
            Direction::Maximize => share,
            Direction::Minimize => 1.0 - share,
        }
    });
}

fn check<S: Strategy>(strategy: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config {
        cases: 192,
        rng_seed: RngSeed::Fixed(20_251_124),
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config).run(strategy, property).unwrap_or_else(|error| panic!("{error}"));
}

fn close(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0)
}

fn all_close(found: &[f64], wanted: &[f64]) -> bool {
    found.len() == wanted.len() && found.iter().zip(wanted).all(|(&f, &w)| close(f, w))
}

/// Every number in an outcome.
fn numbers(outcome: &Outcome) -> Vec<f64> {
    let mut numbers = outcome.merits.clone();
    numbers.extend(outcome.scores.iter().flatten());
    if let Some(parts) = &outcome.parts {
        (0..parts.cells.columns()).for_each(|column| numbers.extend(parts.cells.column(column)));
    }
    for detail in &outcome.details {
        match &detail.figures {
            Figures::PerVendor(figures) | Figures::PerCriterion(figures) => numbers.extend(figures),
            Figures::Whole(figure) => numbers.push(*figure),
            Figures::Set(_) | Figures::Relations(_) => {}
        }
    }
    numbers
}

#[test]
fn anything_gives_finite_figures_or_a_refusal_that_points_at_the_cause() {
    check(&problem_of(wild_cell(), 1..6, 1..5), |problem| {
        for method in methods() {
            let answer = method.solve(&problem);
            let merits = answer.as_ref().map(|outcome| outcome.merits.clone());
            prop_assert_eq!(&method.merits(&problem), &merits.map_err(Clone::clone));
            let refusal = match answer {
                Ok(outcome) => {
                    let numbers = numbers(&outcome);
                    prop_assert!(numbers.iter().all(|n| n.is_finite()), "{method:?}: {outcome:?}");
                    continue;
                }
                Err(refusal) => refusal,
            };
            let cells = |column| method.table(&problem).column(column);
            match refusal {
                Refusal::NotPositive { criterion, vendor, cell } => {
                    prop_assert_eq!(cells(criterion)[vendor], cell);
                    prop_assert!(cell <= 0.0, "{method:?}: {cell}");
                }
                Refusal::Extreme { criterion, vendor, cell } => {
                    prop_assert_eq!(cells(criterion)[vendor], cell);
                    let size = cell.abs().log10().abs();
                    prop_assert!(size > 100.0, "{method:?}: {cell} is no cell to blame");
                }
                Refusal::NotFinite => prop_assert!(false, "{method:?} names no cell"),
                Refusal::NoRange { criterion } => {
                    prop_assert!(cells(criterion).windows(2).all(|pair| pair[0] == pair[1]));
                }
                Refusal::ZeroSum { criterion } | Refusal::Lacks { criterion, .. } => {
                    prop_assert!(criterion < problem.criteria());
                }
                Refusal::Undefined { why } => prop_assert!(!why.is_empty()),
            }
        }
        Ok(())
    });
}

#[test]
fn identical_vendors_and_a_single_one_are_finite_or_refused() {
    for vendors in [1, 2, 5] {
        let row = vec![0.1, 0.7, 3.0];
        let problem = problem(&vec![row; vendors], &[(1.0, true), (2.0, false), (3.0, true)]);
        for method in methods() {
            if let Ok(outcome) = method.solve(&problem) {
                assert!(numbers(&outcome).iter().all(|number| number.is_finite()), "{method:?}");
                assert_eq!(competition_ranks(&outcome.merits), vec![1; vendors], "{method:?}");
            }
        }
    }
}

#[test]
fn tame_problems_are_refused_by_nobody_without_reason() {
    check(&problem_of(tame_cell(), 3..8, 2..6), |problem| {
        for id in scoring() {
            let outcome = id.with_defaults().solve(&problem);
            // A vendor worst everywhere has no CoCoSo, and equal regrets no VIKOR.
            let is_excused = matches!(id, MethodId::Cocoso | MethodId::Vikor);
            prop_assert!(outcome.is_ok() || is_excused, "{id:?}: {outcome:?}");
        }
        Ok(())
    });
}

#[test]
fn a_dominating_vendor_is_never_behind() {
    let gains = vec(0.0..20.0f64, 6);
    check(&(problem_of(tame_cell(), 2..8, 1..6), gains), |(mut problem, gains)| {
        // Vendor 0 becomes vendor 1, moved the good way on every criterion.
        for column in 0..problem.criteria() {
            let sign = problem.axes[column].direction.sign();
            let cell = problem.ratings.get(1, column) * (1.0 + gains[column] / 50.0 * sign);
            problem.ratings.set(0, column, cell);
        }
        set_values(&mut problem);
        check_dominance(&problem)
    });
}

#[test]
fn a_dominating_vendor_is_never_behind_among_ties_and_zeros() {
    let gains = vec((0..3).prop_map(f64::from), 6);
    let cell = (0..5).prop_map(f64::from);
    check(&(problem_of(cell, 2..6, 1..5), gains), |(mut problem, gains)| {
        for column in 0..problem.criteria() {
            let sign = problem.axes[column].direction.sign();
            let cell = problem.ratings.get(1, column) + gains[column] * sign;
            problem.ratings.set(0, column, cell);
        }
        set_values(&mut problem);
        check_dominance(&problem)
    });
}

fn check_dominance(problem: &Problem) -> TestCaseResult {
    for method in methods() {
        if method.id().dominance_exception().is_some() {
            continue;
        }
        let Ok(outcome) = method.solve(problem) else { continue };
        let ranks = competition_ranks(&outcome.merits);
        let slack = 1e-9 * outcome.merits[1].abs().max(1.0);
        prop_assert!(outcome.merits[0] >= outcome.merits[1] - slack, "{method:?} {outcome:?}");
        prop_assert!(ranks[0] <= ranks[1], "{method:?}: {ranks:?}");
    }
    Ok(())
}

#[test]
fn reordering_vendors_and_criteria_reorders_the_answer_alone() {
    let orders = (
        Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
        Just((0..4).collect::<Vec<usize>>()).prop_shuffle(),
    );
    check(&(problem_of(tame_cell(), 6..7, 4..5), orders), |(problem, (rows, columns))| {
        let moved = Problem {
            ratings: problem.ratings.select_rows(&rows).select_columns(&columns),
            values: problem.values.select_rows(&rows).select_columns(&columns),
            axes: columns.iter().map(|&column| problem.axes[column].clone()).collect(),
        };
        for method in methods() {
            let (Ok(before), Ok(after)) = (method.solve(&problem), method.solve(&moved)) else {
                prop_assert!(method.solve(&problem).is_err() && method.solve(&moved).is_err());
                continue;
            };
            let wanted: Vec<f64> = rows.iter().map(|&row| before.merits[row]).collect();
            prop_assert!(all_close(&after.merits, &wanted), "{method:?}: {after:?} {wanted:?}");
            let here = method.lead(&problem, &before, rows[0], rows[1]).unwrap();
            let there = method.lead(&moved, &after, 0, 1).unwrap();
            let wanted: Vec<f64> = columns.iter().map(|&column| here.parts[column]).collect();
            prop_assert!(close(there.amount, here.amount), "{method:?}");
            prop_assert!(all_close(&there.parts, &wanted), "{method:?}: {there:?} {wanted:?}");
        }
        Ok(())
    });
}

#[test]
fn a_criterion_of_weight_zero_changes_nothing() {
    let extra = (vec(wild_cell(), 5), 0..4usize, proptest::bool::ANY);
    check(
        &(problem_of(tame_cell(), 5..6, 3..4), extra),
        |(problem, (cells, place, is_benefit))| {
            let column = |matrix: &Matrix, extra: &[f64]| {
                Matrix::from_fn(5, 4, |row, column| match column {
                    _ if column == place => extra[row],
                    _ if column < place => matrix.get(row, column),
                    _ => matrix.get(row, column - 1),
                })
            };
            let mut axes = problem.axes.clone();
            let direction = if is_benefit { Direction::Maximize } else { Direction::Minimize };
            axes.insert(place, Axis { share: 0.0, scale: None, direction, ..axes[0].clone() });
            let widened = Problem {
                ratings: column(&problem.ratings, &cells),
                values: column(&problem.values, &[0.0; 5]),
                axes,
            };
            for method in methods() {
                let (before, after) = (method.solve(&problem), method.solve(&widened));
                let (Ok(before), Ok(after)) = (&before, &after) else {
                    prop_assert_eq!(before.is_err(), after.is_err());
                    continue;
                };
                prop_assert_eq!(&before.merits, &after.merits);
                let lead = method.lead(&widened, after, 0, 1).unwrap();
                prop_assert_eq!(lead.parts.len(), 4);
                prop_assert_eq!(lead.parts[place], 0.0);
            }
            Ok(())
        },
    );
}

#[test]
fn turning_sign_and_direction_together_changes_nothing_or_is_refused_by_name() {
    let mut admitted = std::collections::BTreeSet::new();
    let seen = std::cell::RefCell::new(&mut admitted);
    check(&(problem_of(tame_cell(), 3..7, 2..5), 0..2usize), |(problem, turned)| {
        let mut mirror = problem.clone();
        mirror.ratings.column_mut(turned).iter_mut().for_each(|cell| *cell = -*cell);
        let axis = &mut mirror.axes[turned];
        axis.scale = axis.scale.map(|[low, high]| [-high, -low]);
        axis.direction = match axis.direction {
            Direction::Maximize => Direction::Minimize,
            Direction::Minimize => Direction::Maximize,
        };
        for method in methods() {
            let Ok(before) = method.solve(&problem) else { continue };
            match method.solve(&mirror) {
                Ok(after) => {
                    // `vector` and `max` turn a cost by 1 − r, which moves all scores alike.
                    let over_first = |outcome: &Outcome| -> Vec<f64> {
                        outcome.merits.iter().map(|merit| merit - outcome.merits[0]).collect()
                    };
                    prop_assert!(
                        all_close(&over_first(&after), &over_first(&before)),
                        "{method:?}"
                    );
                    seen.borrow_mut().insert(method.id().id());
                }
                Err(Refusal::NotPositive { criterion, cell, .. }) => {
                    prop_assert_eq!(criterion, turned);
                    prop_assert!(cell < 0.0);
                }
                Err(other) => prop_assert!(false, "{method:?}: {other:?}"),
            }
        }
        Ok(())
    });
    let wanted = [
        "cocoso",
        "comet",
        "grey-relational",
        "mabac",
        "mairca",
        "maut",
        "moora",
        "moora-reference",
        "probid",
        "rim",
        "rov",
        "spotis",
        "topsis",
        "vikor",
        "weighted-product",
        "weighted-sum",
    ];
    assert_eq!(admitted.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn scorers_give_back_the_fields_scores_and_parts_add_up_to_them() {
    check(&problem_of(tame_cell(), 2..8, 1..6), |problem| {
        for method in methods() {
            let Ok(outcome) = method.solve(&problem) else { continue };
            let scores = outcome.scores.as_ref().unwrap();
            let frozen = method.scorer(&problem).unwrap();
            prop_assert!(all_close(&frozen(method.table(&problem)), scores), "{method:?}");
            let Some(parts) = &outcome.parts else { continue };
            for (vendor, &score) in scores.iter().enumerate() {
                let sum: f64 = parts.cells.row(vendor).iter().sum();
                let wanted = if parts.unit == Unit::Log { score.ln() } else { score };
                prop_assert!(close(sum, wanted), "{method:?}: {sum} {wanted}");
            }
        }
        Ok(())
    });
}

#[test]
fn leads_add_up_mean_what_they_say_and_turn_with_the_pair() {
    // Up to 14 criteria: beyond 12 the Shapley values are sampled.
    check_few(&problem_of(tame_cell(), 2..6, 1..15), |problem| {
        for method in methods() {
            let Ok(outcome) = method.solve(&problem) else { continue };
            if problem.criteria() > 10 && matches!(method.id(), MethodId::Comet) {
                continue;
            }
            let lead = method.lead(&problem, &outcome, 0, 1).unwrap();
            let sum: f64 = lead.parts.iter().sum();
            prop_assert!(close(sum, lead.amount), "{method:?}: {lead:?}");
            let scores = outcome.scores.as_ref().unwrap();
            let logit = |score: f64| (score / (1.0 - score)).ln();
            let wanted = match (lead.unit, outcome.better) {
                (Unit::Score, Better::Lower) => scores[1] - scores[0],
                (Unit::Score, _) => scores[0] - scores[1],
                (Unit::Log, _) => scores[0].ln() - scores[1].ln(),
                (Unit::Logit, _) => logit(scores[0]) - logit(scores[1]),
            };
            prop_assert!(close(lead.amount, wanted), "{method:?}: {lead:?} {wanted}");
            let back = method.lead(&problem, &outcome, 1, 0).unwrap();
            prop_assert!(close(back.amount, -lead.amount), "{method:?}");
            let standing = method.standing(&problem, 0).unwrap();
            let sum: f64 = standing.parts.iter().sum();
            prop_assert!(close(sum, standing.amount), "{method:?}: {standing:?}");
        }
        Ok(())
    });
}

fn check_few<S: Strategy>(strategy: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config {
        cases: 24,
        rng_seed: RngSeed::Fixed(20_251_125),
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config).run(strategy, property).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn topsis_falls_back_to_the_score_where_a_vendor_is_the_ideal() {
    let problem =
        problem(&[vec![9.0, 8.0], vec![5.0, 7.0], vec![1.0, 2.0]], &[(1.0, true), (1.0, true)]);
    let method = MethodId::Topsis.with_defaults();
    let outcome = method.solve(&problem).unwrap();
    assert_eq!(method.lead(&problem, &outcome, 0, 1).unwrap().unit, Unit::Score);
    assert_eq!(method.lead(&problem, &outcome, 0, 2).unwrap().amount, 1.0);
}

#[test]
fn a_product_of_zero_is_zero_and_explained_in_units_of_the_score() {
    let problem =
        problem(&[vec![0.0, 8.0], vec![5.0, 7.0], vec![1.0, 2.0]], &[(1.0, true), (1.0, true)]);
    let method = MethodId::WeightedProduct.with_defaults();
    let outcome = method.solve(&problem).unwrap();
    assert_eq!(competition_ranks(&outcome.merits), [3, 1, 2]);
    assert_eq!(outcome.merits[0], 0.0);
    assert_eq!(outcome.parts, None);
    assert_eq!(method.lead(&problem, &outcome, 1, 0).unwrap().unit, Unit::Score);
    assert_eq!(method.lead(&problem, &outcome, 1, 2).unwrap().unit, Unit::Log);
}

#[test]
fn codas_may_rank_a_dominating_vendor_lower() {
    let rows = [vec![58.0, 54.0], vec![56.0, 53.0], vec![8.0, 70.0], vec![90.0, 6.0]];
    let problem = problem(&rows, &[(1.0, true), (1.0, true)]);
    let outcome = MethodId::Codas.with_defaults().solve(&problem).unwrap();
    assert!(close(outcome.merits[0], -0.017_651_323_472_993_64), "{outcome:?}");
    assert!(close(outcome.merits[1], 0.224_314_024_567_343_23), "{outcome:?}");
    assert!(MethodId::Codas.dominance_exception().is_some());
}

#[test]
fn probid_may_rank_a_dominating_vendor_lower() {
    let rows = [vec![3.0, 3.0], vec![1.0, 1.0], vec![10.0, 10.0]];
    let problem = problem(&rows, &[(0.6, true), (0.4, true)]);
    let outcome = MethodId::Probid.with_defaults().solve(&problem).unwrap();
    assert!(close(outcome.merits[0], 0.190_063_639_938_595_65), "{outcome:?}");
    assert!(close(outcome.merits[1], 0.262_003_262_114_863_74), "{outcome:?}");
    assert!(MethodId::Probid.dominance_exception().is_some());
}

#[test]
fn rim_prefers_its_target_to_more() {
    let mut problem = problem(&[vec![150.0], vec![50.0]], &[(1.0, true)]);
    problem.axes[0].target = Some([40.0, 60.0]);
    let outcome = MethodId::Rim.with_defaults().solve(&problem).unwrap();
    assert_eq!(competition_ranks(&outcome.merits), [2, 1]);
}
