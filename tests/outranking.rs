//! What every outranking method obeys, over random problems full of ties and flat columns.
//! Figures from papers are checked in `tests/reference`.

#![allow(clippy::panic, reason = "helpers of tests fail the test by panicking")]

use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use rationale::method::matrix::Matrix;
use rationale::method::outcome::{Figures, Outcome, Refusal, Relation, Split};
use rationale::method::outranking::choquet::{Choquet, Interaction};
use rationale::method::outranking::electre_i::{DiscordanceScale, ElectreI, MOST_VENDORS};
use rationale::method::outranking::electre_ii::ElectreIi;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::electre_tri_b::ElectreTriB;
use rationale::method::outranking::oreste::Oreste;
use rationale::method::outranking::owa::Owa;
use rationale::method::outranking::promethee::{Algorithm, PrometheeIi};
use rationale::method::outranking::regime::Regime;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use rationale::method::ranks::competition_ranks;

const SAME: f64 = 1e-9;

type Answer = Result<Outcome, Refusal>;

fn weighted(problem: &Problem) -> Vec<usize> {
    (0..problem.criteria()).filter(|&column| problem.axes[column].share > 0.0).collect()
}

/// The first two criteria interact, as strongly as the smaller share allows.
fn choquet(problem: &Problem) -> Choquet {
    let interactions = match weighted(problem)[..] {
        [first, second, ..] => {
            let least = problem.axes[first].share.min(problem.axes[second].share);
            let sign = if problem.vendors().is_multiple_of(2) { 1.0 } else { -1.0 };
            vec![Interaction { between: [first, second], strength: sign * least }]
        }
        _ => Vec::new(),
    };
    Choquet { interactions }
}

fn owa(problem: &Problem) -> Owa {
    let places = 1..=weighted(problem).len();
    Owa { order_weights: places.map(|place| 1.0 / place as f64).collect() }
}

/// Every method here, with parameters that suit any problem of at least one criterion.
fn answers(problem: &Problem) -> Vec<(&'static str, Answer)> {
    let profiles = Matrix::from_fn(2, problem.criteria(), |profile, column| {
        problem.axes[column].direction.sign() * [-1.0, 2.0][profile]
    });
    let global = ElectreI { scale: DiscordanceScale::Global, ..ElectreI::default() };
    let tri_b = ElectreTriB { profiles, ..ElectreTriB::default() };
    vec![
        ("promethee-ii", PrometheeIi.solve(problem)),
        ("promethee-ii sorted", PrometheeIi.solve_by(problem, Algorithm::Sorted)),
        ("electre-i", ElectreI::default().solve(problem)),
        ("electre-i global", global.solve(problem)),
        ("electre-ii", ElectreIi::default().solve(problem)),
        ("electre-iii", ElectreIii::default().solve(problem)),
        ("electre-tri-b", tri_b.solve(problem)),
        ("choquet", choquet(problem).solve(problem)),
        ("owa", owa(problem).solve(problem)),
        ("oreste", Oreste.solve(problem)),
        ("regime", Regime.solve(problem)),
    ]
}

/// Only choquet may refuse, for want of a pair to interact.
fn outcomes(problem: &Problem) -> Vec<(&'static str, Outcome)> {
    let weighted = weighted(problem).len();
    let mut outcomes = Vec::new();
    for (name, answer) in answers(problem) {
        match answer {
            Ok(outcome) => outcomes.push((name, outcome)),
            Err(_) if name == "choquet" && weighted < 2 => {}
            Err(refusal) => panic!("{name}: {refusal:?}"),
        }
    }
    outcomes
}

fn preference() -> impl Strategy<Value = Preference> {
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

fn axis() -> impl Strategy<Value = Axis> {
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
fn problem_of(ratings: Matrix, mut axes: Vec<Axis>, weights: &[f64]) -> Problem {
    let total: f64 = weights.iter().sum();
    for (axis, weight) in axes.iter_mut().zip(weights) {
        axis.share = weight / total;
    }
    let values = Matrix::from_fn(ratings.rows(), ratings.columns(), |row, column| {
        0.5 + axes[column].direction.sign() * ratings.get(row, column) / 8.0
    });
    Problem { ratings, values, axes }
}

fn problem() -> impl Strategy<Value = Problem> {
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

fn flows(outcome: &Outcome, name: &str) -> Vec<f64> {
    match outcome.details.iter().find(|detail| detail.name == name).map(|detail| &detail.figures) {
        Some(Figures::PerVendor(flows)) => flows.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

fn assert_same(name: &str, left: &[f64], right: &[f64]) {
    assert_eq!(left.len(), right.len(), "{name}");
    for (left, right) in left.iter().zip(right) {
        assert!((left - right).abs() <= SAME, "{name}: {left} is not {right}");
    }
}

proptest! {
    #[test]
    fn dominance_is_respected(problem in problem()) {
        let is_as_good = |a: usize, b: usize| (0..problem.criteria()).all(|column| {
            let sign = problem.axes[column].direction.sign();
            sign * problem.ratings.get(a, column) >= sign * problem.ratings.get(b, column)
        });
        for (name, outcome) in outcomes(&problem) {
            let ranks = competition_ranks(&outcome.merits);
            for a in 0..problem.vendors() {
                for b in (0..problem.vendors()).filter(|&b| is_as_good(a, b)) {
                    prop_assert!(ranks[a] <= ranks[b], "{name}: {a} dominates {b}");
                    prop_assert!(outcome.merits[a] >= outcome.merits[b] - SAME, "{name}");
                }
            }
        }
    }

    #[test]
    fn every_figure_is_finite_and_every_relation_mirrored(problem in problem()) {
        for (name, outcome) in outcomes(&problem) {
            let mut numbers = outcome.merits.clone();
            numbers.extend(outcome.scores.iter().flatten());
            for detail in &outcome.details {
                match &detail.figures {
                    Figures::PerVendor(figures) | Figures::PerCriterion(figures) => {
                        numbers.extend(figures);
                    }
                    Figures::Whole(figure) => numbers.push(*figure),
                    Figures::Set(rows) => prop_assert!(rows.is_sorted()),
                    Figures::Relations(relations) => {
                        for a in 0..problem.vendors() {
                            prop_assert_eq!(relations[a][a], Relation::Indifferent);
                            for b in 0..problem.vendors() {
                                let mirrored = match relations[a][b] {
                                    Relation::Preferred => Relation::Worse,
                                    Relation::Worse => Relation::Preferred,
                                    other => other,
                                };
                                prop_assert_eq!(relations[b][a], mirrored);
                            }
                        }
                    }
                }
            }
            prop_assert!(numbers.iter().all(|number| number.is_finite()), "{name}: {numbers:?}");
        }
    }

    #[test]
    fn the_order_of_vendors_changes_nothing(problem in problem(), turn in 0..8_usize) {
        let vendors = problem.vendors();
        let rows: Vec<usize> = (0..vendors).rev().map(|row| (row + turn) % vendors).collect();
        let shuffled = Problem {
            ratings: problem.ratings.select_rows(&rows),
            values: problem.values.select_rows(&rows),
            axes: problem.axes.clone(),
        };
        let after = outcomes(&shuffled);
        for ((name, before), (_, after)) in outcomes(&problem).into_iter().zip(after) {
            let expected: Vec<f64> = rows.iter().map(|&row| before.merits[row]).collect();
            assert_same(name, &after.merits, &expected);
        }
    }

    #[test]
    fn the_order_of_criteria_changes_nothing(problem in problem()) {
        // Choquet's interaction is between the first two, so a swap of those keeps it in place.
        let mut columns: Vec<usize> = (0..problem.criteria()).collect();
        if columns.len() > 1 {
            columns.swap(0, 1);
        }
        columns[2.min(problem.criteria())..].reverse();
        let swapped = Problem {
            ratings: problem.ratings.select_columns(&columns),
            values: problem.values.select_columns(&columns),
            axes: columns.iter().map(|&column| problem.axes[column].clone()).collect(),
        };
        for ((name, before), (_, after)) in outcomes(&problem).into_iter().zip(outcomes(&swapped)) {
            assert_same(name, &after.merits, &before.merits);
        }
    }

    #[test]
    fn a_criterion_without_weight_changes_nothing(
        problem in problem(), axis in axis(), cells in proptest::collection::vec(-400.0..400.0, 9),
    ) {
        let last = problem.criteria();
        let ratings = Matrix::from_fn(problem.vendors(), last + 1, |row, column| {
            if column < last { problem.ratings.get(row, column) } else { cells[row] }
        });
        let axes = problem.axes.iter().cloned().chain([axis]).collect();
        let mut weights = problem.shares();
        weights.push(0.0);
        let wider = problem_of(ratings, axes, &weights);
        for ((name, before), (_, after)) in outcomes(&problem).into_iter().zip(outcomes(&wider)) {
            assert_same(name, &after.merits, &before.merits);
        }
    }

    #[test]
    fn sign_and_direction_turned_together_change_nothing(problem in problem()) {
        let axes = problem.axes.iter().map(|axis| {
            let direction = match axis.direction {
                Direction::Maximize => Direction::Minimize,
                Direction::Minimize => Direction::Maximize,
            };
            Axis { direction, ..axis.clone() }
        });
        let ratings = Matrix::from_fn(problem.vendors(), problem.criteria(), |row, column| {
            -problem.ratings.get(row, column)
        });
        let turned = Problem { ratings, values: problem.values.clone(), axes: axes.collect() };
        for ((name, before), (_, after)) in outcomes(&problem).into_iter().zip(outcomes(&turned)) {
            prop_assert_eq!(before.merits, after.merits, "{}", name);
        }
    }

    #[test]
    fn twins_stand_equal_and_so_does_a_field_of_them(problem in problem()) {
        let rows: Vec<usize> = (0..problem.vendors()).chain([0]).collect();
        let twinned = Problem {
            ratings: problem.ratings.select_rows(&rows),
            values: problem.values.select_rows(&rows),
            axes: problem.axes.clone(),
        };
        for (name, outcome) in outcomes(&twinned) {
            let (first, last) = (outcome.merits[0], outcome.merits[problem.vendors()]);
            prop_assert!((first - last).abs() <= SAME, "{name}: {first} and {last}");
        }
        let twins = Problem {
            ratings: problem.ratings.select_rows(&[0, 0, 0]),
            values: problem.values.select_rows(&[0, 0, 0]),
            axes: problem.axes,
        };
        for (name, outcome) in outcomes(&twins) {
            prop_assert_eq!(competition_ranks(&outcome.merits), [1, 1, 1], "{}", name);
        }
    }

    #[test]
    fn leads_of_promethee_and_oreste_add_up(problem in problem()) {
        let promethee = PrometheeIi.solve(&problem).expect("a solution");
        let oreste = Oreste.solve(&problem).expect("a solution");
        for first in 0..problem.vendors() {
            for second in 0..problem.vendors() {
                for lead in [
                    PrometheeIi.lead(&problem, &promethee, first, second),
                    Oreste.lead(&problem, &oreste, first, second),
                ] {
                    let sum: f64 = lead.parts.iter().sum();
                    prop_assert!((sum - lead.amount).abs() <= SAME);
                }
            }
        }
        let (plus, minus) = (flows(&promethee, "phi-plus"), flows(&promethee, "phi-minus"));
        let nets: Vec<f64> = plus.iter().zip(&minus).map(|(plus, minus)| plus - minus).collect();
        assert_same("net flows", &nets, &promethee.merits);
        prop_assert!(promethee.merits.iter().sum::<f64>().abs() <= SAME);
    }

    #[test]
    fn leads_by_shapley_values_add_up_to_the_difference_of_scores(problem in problem()) {
        for (name, outcome) in outcomes(&problem) {
            for (first, second) in [(0, problem.vendors() - 1), (problem.vendors() / 2, 0)] {
                let lead = match name {
                    "choquet" => choquet(&problem).lead(&problem, first, second),
                    "owa" => owa(&problem).lead(&problem, first, second),
                    "regime" => Regime.lead(&problem, first, second),
                    _ => continue,
                };
                let lead = lead.expect("a lead");
                let sum: f64 = lead.parts.iter().sum();
                prop_assert!((sum - lead.amount).abs() <= SAME);
                let difference = outcome.merits[first] - outcome.merits[second];
                prop_assert!((lead.amount - difference).abs() <= SAME, "{name}");
            }
        }
    }

    #[test]
    fn leads_of_electre_mirror_and_agree_with_the_relation(problem in problem()) {
        let electre_i = ElectreI::default();
        let [concordances, discordances] = electre_i.indices(&problem).expect("indices");
        let electre_iii = ElectreIii::default();
        let [_, credibilities] = electre_iii.indices(&problem).expect("indices");
        for first in 0..problem.vendors() {
            for second in (0..problem.vendors()).filter(|&second| second != first) {
                let lead = electre_i.lead(&problem, first, second).expect("a lead");
                let back = electre_i.lead(&problem, second, first).expect("a lead");
                let mirrored: Vec<f64> = back.parts.iter().map(|part| -part).collect();
                prop_assert_eq!(&lead.parts, &mirrored);
                let Split::Coalition { concordance, credibility, vetoes } = lead.how else {
                    panic!("no coalition")
                };
                prop_assert!((concordance - concordances.get(first, second)).abs() <= SAME);
                prop_assert_eq!(vetoes.is_empty(), discordances.get(first, second) <= 0.35 + SAME);
                let outranks = vetoes.is_empty() && concordance >= 0.65 - SAME;
                prop_assert_eq!(credibility, f64::from(u8::from(outranks)));
                let lead = electre_iii.lead(&problem, first, second).expect("a lead");
                let Split::Coalition { credibility, vetoes, .. } = lead.how else {
                    panic!("no coalition")
                };
                prop_assert!((credibility - credibilities.get(first, second)).abs() <= SAME);
                prop_assert!(vetoes.is_empty() || credibility == 0.0);
            }
        }
    }
}

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

/// A field of any size, whose cells repeat and differ by vendor and criterion.
fn field(vendors: usize, criteria: usize) -> Problem {
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

/// ELECTRE III's credibility written down once more, without tiles or shortcuts.
fn credibility(problem: &Problem, first: usize, second: usize) -> f64 {
    let gaps: Vec<f64> = (0..problem.criteria())
        .map(|column| {
            let ratings = problem.ratings.column(column);
            problem.axes[column].direction.sign() * (ratings[second] - ratings[first])
        })
        .collect();
    let mut concordance = 0.0;
    for (axis, gap) in problem.axes.iter().zip(&gaps) {
        let Thresholds { q, p, .. } = axis.thresholds;
        concordance += axis.share * ((p - gap) / (p - q)).clamp(0.0, 1.0);
    }
    let mut credibility = concordance;
    for (axis, gap) in problem.axes.iter().zip(&gaps) {
        let Thresholds { p, v, .. } = axis.thresholds;
        let discordance = v.map_or(0.0, |v| ((gap - p) / (v - p)).clamp(0.0, 1.0));
        if discordance > concordance {
            credibility *= (1.0 - discordance) / (1.0 - concordance);
        }
    }
    credibility
}

#[test]
fn credibilities_in_tiles_equal_the_definition() {
    let problem = field(520, 3);
    let [_, credibilities] = ElectreIii::default().indices(&problem).expect("indices");
    for first in (0..520).step_by(7) {
        for second in 0..520 {
            let expected = credibility(&problem, first, second);
            assert!((credibilities.get(first, second) - expected).abs() <= SAME);
        }
    }
}

#[test]
fn a_long_list_goes_through_the_radix_sort_and_keeps_its_flows() {
    let problem = field(1500, 2);
    let fast = PrometheeIi.solve(&problem).expect("a solution");
    let slow = PrometheeIi.solve_by(&problem, Algorithm::Pairs).expect("a solution");
    assert_same("net flow", &fast.merits, &slow.merits);
    assert!(fast.details.iter().all(|detail| detail.name != "relations"), "1500² relations");
}

#[test]
fn too_large_a_field_is_refused_with_the_bound() {
    let problem = field(MOST_VENDORS + 1, 1);
    for answer in [
        ElectreI::default().solve(&problem),
        ElectreIi::default().solve(&problem),
        ElectreIii::default().solve(&problem),
    ] {
        let Err(Refusal::Undefined { why }) = answer else { panic!("not refused") };
        assert!(why.contains(&MOST_VENDORS.to_string()), "{why}");
    }
}

#[test]
fn an_empty_field_has_empty_merits() {
    let problem = field(0, 2);
    for (name, outcome) in outcomes(&problem) {
        assert!(outcome.merits.is_empty(), "{name}");
    }
}

#[test]
fn ratings_near_the_largest_number_do_not_become_nan() {
    let mut problem = field(60, 2);
    problem.ratings.set(0, 0, f64::MAX);
    problem.ratings.set(1, 0, -f64::MAX);
    for (name, outcome) in outcomes(&problem) {
        assert!(outcome.merits.iter().all(|merit| merit.is_finite()), "{name}");
    }
}

#[test]
fn equal_values_agree_even_without_thresholds() {
    let mut problem = field(3, 2);
    for axis in &mut problem.axes {
        axis.thresholds = Thresholds { q: 0.0, p: 0.0, v: Some(0.0) };
    }
    for row in 1..3 {
        for column in 0..2 {
            problem.ratings.set(row, column, problem.ratings.get(0, column));
        }
    }
    let [concordance, credibility] = ElectreIii::default().indices(&problem).expect("indices");
    assert_eq!(concordance.get(0, 2), 1.0);
    assert_eq!(credibility.get(2, 1), 1.0);
}

/// The criterion that a refusal names.
fn lacks(answer: Answer) -> usize {
    match answer {
        Err(Refusal::Lacks { criterion, .. }) => criterion,
        other => panic!("not refused for a criterion: {other:?}"),
    }
}

/// The reason of a refusal that names none.
fn why(answer: Answer) -> String {
    match answer {
        Err(Refusal::Undefined { why }) => why,
        other => panic!("not refused as undefined: {other:?}"),
    }
}

#[test]
fn what_a_method_lacks_is_said() {
    let problem = field(3, 3);
    assert!(why(ElectreTriB::default().solve(&problem)).contains("profiles"));
    assert!(why(Choquet::default().solve(&problem)).contains("interactions"));
    assert!(why(Owa::default().solve(&problem)).contains("order-weights"));
    let short = Owa { order_weights: vec![0.5, 0.5] };
    assert!(why(short.solve(&problem)).contains("2 entries where 3 criteria"));
    let crossed = Matrix::from_rows(&[vec![0.0, 0.0, 0.0], vec![1.0, 1.0, 1.0]]);
    let tri_b = ElectreTriB { profiles: crossed, cut: 0.75 };
    assert!(why(tri_b.solve(&problem)).contains("profile 2 does not dominate profile 1"));
    let strong = Interaction { between: [0, 1], strength: 0.9 };
    assert_eq!(lacks(Choquet { interactions: vec![strong] }.solve(&problem)), 0);
    let twice = [0, 1].map(|first| Interaction { between: [first, 1 - first], strength: 0.1 });
    let refusal = why(Choquet { interactions: twice.to_vec() }.solve(&problem));
    assert!(refusal.contains("same criteria"), "{refusal}");
    let nowhere = Interaction { between: [0, 7], strength: 0.1 };
    assert!(Choquet { interactions: vec![nowhere] }.solve(&problem).is_err());
}

#[test]
fn thresholds_out_of_order_name_the_criterion() {
    let mut problem = field(3, 3);
    problem.axes[1].thresholds = Thresholds { q: 2.0, p: 1.0, v: None };
    problem.axes[2].preference = Preference::Linear { q: 2.0, p: 1.0 };
    assert_eq!(lacks(ElectreIii::default().solve(&problem)), 1);
    assert_eq!(lacks(PrometheeIi.solve(&problem)), 2);
}

#[test]
fn regime_and_oreste_on_a_table_done_by_hand() {
    // Shares 0.5, 0.3, 0.2; guide indices: A over B 0.5 − 0.5 = 0, A over C 0.5 + 0.3 − 0.2 = 0.6,
    // B over C −0.5 + 0.3 + 0.2 = 0 (C is better on the first, B on the others).
    let rows = [vec![3.0, 2.0, 1.0], vec![1.0, 3.0, 3.0], vec![2.0, 1.0, 2.0]];
    let mut problem = field(3, 3);
    problem.ratings = Matrix::from_rows(&rows);
    for (axis, share) in problem.axes.iter_mut().zip([0.5, 0.3, 0.2]) {
        axis.direction = Direction::Maximize;
        axis.share = share;
    }
    let regime = Regime.solve(&problem).expect("a solution");
    assert_eq!(regime.merits, [0.75, 0.5, 0.25]);
    // Twice the block distances, importance of the criterion plus place of the vendor:
    //   first (1):  A 1+1=2, B 1+3=4, C 1+2=3
    //   second (2): A 2+2=4, B 2+1=3, C 2+3=5
    //   third (3):  A 3+3=6, B 3+1=4, C 3+2=5
    // Ranks: 2 → 1; 3, 3 → 2.5; 4, 4, 4 → 5; 5, 5 → 7.5; 6 → 9.
    let oreste = Oreste.solve(&problem).expect("a solution");
    assert_eq!(oreste.scores, Some(vec![1.0 + 5.0 + 9.0, 5.0 + 2.5 + 5.0, 2.5 + 7.5 + 7.5]));
}
