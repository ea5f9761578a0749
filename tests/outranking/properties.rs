//! The properties that every method obeys, and what holds between answers and leads.
//! Each runs over random problems.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use rationale::method::kind::Method;
use rationale::method::matrix::Matrix;
use rationale::method::outcome::{Figures, Relation, Split};
use rationale::method::outranking::electre_i::ElectreI;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::oreste::Oreste;
use rationale::method::outranking::promethee::PrometheeIi;
use rationale::method::outranking::regime::Regime;
use rationale::method::problem::{Axis, Direction, Problem};
use rationale::method::ranks::competition_ranks;

use crate::answers::{SAME, assert_same, choquet, flows, outcomes, owa};
use crate::problems::{axis, problem, problem_of};

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
        let both = [
            (Method::PrometheeIi(PrometheeIi), &promethee),
            (Method::Oreste(Oreste), &oreste),
        ];
        for (method, outcome) in both {
            for first in 0..problem.vendors() {
                for second in 0..problem.vendors() {
                    let lead = method.lead(&problem, outcome, first, second).expect("a lead");
                    prop_assert_eq!(&lead.how, &Split::Exact);
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
                let method = match name {
                    "choquet" => Method::Choquet(choquet(&problem)),
                    "owa" => Method::Owa(owa(&problem)),
                    "regime" => Method::Regime(Regime),
                    _ => continue,
                };
                let lead = method.lead(&problem, &outcome, first, second).expect("a lead");
                prop_assert!(matches!(lead.how, Split::Shapley { .. }), "{name}");
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
