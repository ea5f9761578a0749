//! Questions against their answers: what is said to change the choice does, nothing else does.

use proptest::prelude::{ProptestConfig, proptest};
use rationale::answer::normal::distribution;
use rationale::answer::value_of_knowing::one_normal_fact;
use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::run::decide;
use rationale::explore::ask::asking::How;
use rationale::explore::ask::question::{Answer, BoundEnd, Kind};
use rationale::explore::robust::input::datum;
use rationale::explore::robust::tornado::Input;
use rationale::model::assumption::Status;
use rationale::model::criterion::Range;
use rationale::model::datum::Quantity;
use rationale::model::id::{AssumptionId, CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::asked;
use crate::support::random::{Shape, scenarios};
use crate::support::read::model;
use crate::support::worked::WORKED;

fn chosen(bench: &Bench<'_>, change: Change) -> Vec<VendorId> {
    let mut chosen = bench.run(&[change]).unwrap().chosen;
    chosen.sort_unstable();
    chosen
}

fn rated(model: &Model, vendor: VendorId, criterion: CriterionId, number: f64) -> Change {
    let leaf = model.criterion(criterion).leaf().unwrap();
    Change::Rating { vendor, criterion, quantity: Quantity::Point(datum(leaf, number)) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_do_what_is_said(
        text in scenarios(Shape { vendors: 4, assumptions: 2, relative: false, unknown: 6, gates: 3 })
    ) {
        let model = model(&text);
        let Ok(decision) = decide(&model) else { return Ok(()) };
        let found = asked(&model);
        let bench = Bench::new(&model).unwrap();
        let mut today = decision.reading.chosen;
        today.sort_unstable();
        for question in &found.questions {
            for turn in &question.turning {
                let mut wanted = turn.chosen.clone();
                wanted.sort_unstable();
                assert_ne!(wanted, today);
                let change = match (&turn.answer, question.input) {
                    (Answer::Is(datum), Input::Rating(vendor, criterion)) => Change::Rating {
                        vendor,
                        criterion,
                        quantity: Quantity::Point(datum.clone()),
                    },
                    (Answer::Between(from, to), Input::Rating(vendor, criterion)) => {
                        let middle = from.rating + (to.rating - from.rating) / 2.0;
                        rated(&model, vendor, criterion, middle)
                    }
                    (answer, Input::Assumption(assumption)) => Change::Assumption {
                        assumption,
                        status: match answer {
                            Answer::Fails => Status::Fails,
                            _ => Status::Holds,
                        },
                    },
                    other => panic!("{other:?}"),
                };
                assert_eq!(chosen(&bench, change), wanted, "{question:?}\n{text}");
            }
        }
        if found.none_matters {
            for question in &found.questions {
                let Input::Rating(vendor, criterion) = question.input else { continue };
                let leaf = model.criterion(criterion).leaf().unwrap();
                let [low, high] = match (question.kind, leaf.range) {
                    (Kind::Unknown, Range::Scale { low, high }) => [low, high],
                    (Kind::Unknown, Range::Anchors { worst, best }) => [worst.min(best), worst.max(best)],
                    _ => continue,
                };
                for step in 0..=37 {
                    let number = low + (high - low) * f64::from(step) / 37.0;
                    let then = chosen(&bench, rated(&model, vendor, criterion, number));
                    assert_eq!(then, today, "{question:?} at {number}\n{text}");
                }
            }
        }
    }
}

#[test]
fn the_worked_example_of_the_format_is_asked_about() {
    let asked_about = WORKED
        .replace("owner = \"Operations\"", "probability = 0.75")
        .replace("[assumptions.upgrade]", "cost-of-asking = 2\n[assumptions.upgrade]");
    let model = model(&asked_about);
    let found = asked(&model);
    let b = found.questions.iter().find(|q| q.kind == Kind::Unknown).unwrap();
    // B overtakes C above 3.5, as whole numbers go at 4.
    assert!((b.change_probability - 0.65).abs() < 1e-6, "{b:?}");
    let Answer::Between(from, _) = b.turning[0].answer else { panic!("{b:?}") };
    assert_eq!(from.rating, 3.5);
    assert_eq!((b.cost, b.turning[0].chosen.as_slice()), (Some(2.0), &[VendorId(1)][..]));
    let upgrade = found.questions.iter().find(|q| q.kind == Kind::Assumption).unwrap();
    assert_eq!(upgrade.input, Input::Assumption(AssumptionId(0)));
    assert!((upgrade.change_probability - 0.25).abs() < 1e-12);
    assert!(!found.none_matters);
    // E[S_B] = 0.54 + 0.4/2 = 0.74 is the most; knowing B's price x pays E[max(A | C, B)] − 0.74,
    // with E = 0.64 for A for sure and 0.75 · 0.68 for C: ∫ max(0.64 − 0.54 − 0.4 x, 0) dx = 1/80.
    assert_eq!(found.by_expectation, Some(vec![VendorId(1)]));
    assert!((b.value.unwrap() - 0.0125).abs() < 1e-4, "{b:?}");
    assert!(matches!(found.how, How::Slices(_)));
}

/// Nothing open tells the two apart by expected score, and the tie-break is for the second.
#[test]
fn of_equal_expectations_the_one_that_the_tie_break_chose_is_expected() {
    let text = "
tie-break = [\"price\"]
[criteria.speed]
weight = 1
scale = [0, 10]
[criteria.price]
info = true
scale = [0, 10]
[vendors.a.ratings]
speed = { low = 4, high = 8 }
price = 3
[vendors.b.ratings]
speed = 6
price = 5
";
    let model = model(text);
    assert_eq!(decide(&model).unwrap().reading.chosen, [VendorId(1)]);
    assert_eq!(asked(&model).by_expectation, Some(vec![VendorId(1)]));
}

#[test]
fn what_cannot_matter_is_proved_not_to() {
    let text = "
[criteria.a]
weight = 9
scale = [0, 10]
[criteria.b]
weight = 1
scale = [0, 10]
[assumptions.open]
claim = \"x\"
[vendors.x.ratings]
a = 9
b = { low = 0, high = 10 }
[vendors.y.ratings]
a = 2
b = \"unknown\"
[vendors.z]
requires = [\"open\"]
[vendors.z.ratings]
a = 1
";
    let model = model(text);
    let found = asked(&model);
    assert_eq!(found.questions.len(), 4);
    assert!(found.none_matters);
    assert!(found.questions.iter().all(|question| question.value == Some(0.0)));
    // A rating that only a relative method reads proves nothing by trying.
    let tried = text.replace("[criteria.a]", "[method]\nkind = \"topsis\"\n[criteria.a]");
    let model = crate::support::read::model(&tried);
    let found = asked(&model);
    assert!(!found.none_matters);
}

/// One normal fact and two rivals, the scale too far off to cut: σ [φ(z) − z Φ(−z)], z = Δ/σ.
#[test]
fn one_normal_fact_is_worth_what_the_formula_says() {
    let text = "
[criteria.x]
weight = 60
scale = [0, 10]
[criteria.y]
weight = 40
scale = [0, 10]
[vendors.a.ratings]
x = { value = 5, sd = 0.3 }
y = 6
[vendors.b.ratings]
x = 5
y = 5.7
";
    let found = asked(&model(text));
    let value = found.questions[0].value.unwrap();
    assert!((value - one_normal_fact(0.012, 0.018)).abs() < 1e-7, "{value}");
    assert!((value - 0.002_720_153_65).abs() < 1e-7, "{value}");
    assert!((found.questions[0].change_probability - distribution(-2.0 / 3.0)).abs() < 1e-9);
}

/// Beside an unknown gate few slices are left, none of which lies astride the gate's bound.
#[test]
fn a_gate_between_two_slices_costs_nothing() {
    let text = "
[criteria.x]
weight = 60
scale = [0, 10]
gate = { at-least = 5.03 }
[criteria.y]
weight = 40
scale = [0, 10]
[vendors.a.ratings]
x = { low = 4, high = 9 }
y = { low = 2, high = 9 }
[vendors.b.ratings]
x = 6
y = 5
";
    let found = asked(&model(text));
    assert_eq!(found.how, How::Slices(64));
    let y = found
        .questions
        .iter()
        .find(|question| question.input == Input::Rating(VendorId(0), CriterionId(1)));
    // With y known A is expected at m + 0.04 q y against 0.56 of B for sure, turning at t.
    let (q, m) = ((9.0 - 5.03) / 5.0, 0.06 * (81.0 - 5.03 * 5.03) / 10.0);
    let t: f64 = (0.56 - m) / (0.04 * q);
    let gain = 0.04 * q * (9.0 - t).powi(2) / 2.0 / 7.0;
    let today = (m + 0.04 * q * 5.5 - 0.56).max(0.0);
    let value = y.unwrap().value.unwrap();
    assert!((value - (gain - today)).abs() < 1e-5, "{value} {}", gain - today);
}

/// Nobody passes as things stand: A passes with 0.6 if x fails, B with 0.8 if z does, each expected at
/// 0.3 and 0.24. Knowing z pays 0.8 − 0.3 in 0.3 of the cases, knowing x 0.24 where A is out.
#[test]
fn where_nobody_passes_yet_knowing_is_worth_what_it_may_bring() {
    let text = "
[criteria.speed]
weight = 1
scale = [0, 10]
gate = { at-least = 3 }
[vendors.a.ratings]
speed = { value = 2, requires = [\"x\"], otherwise = 6 }
[vendors.b.ratings]
speed = { value = 1, requires = [\"z\"], otherwise = 8 }
[assumptions.x]
claim = \"A stays as it is\"
status = \"pending\"
probability = 0.5
[assumptions.z]
claim = \"B stays as it is\"
status = \"pending\"
probability = 0.7
";
    let found = asked(&model(text));
    let values: Vec<f64> = found.questions.iter().map(|each| each.value.unwrap()).collect();
    assert!((values[0] - 0.15).abs() < 1e-12 && (values[1] - 0.12).abs() < 1e-12, "{values:?}");
}

#[test]
fn a_tie_at_nothing_ends_above_nothing_rather_than_at_a_rounding() {
    let text = "
[criteria.speed]
weight = 1
scale = [0, 10]
[criteria.price]
weight = 1
scale = [0, 10]
[vendors.a]
[vendors.b]
";
    for question in asked(&model(text)).questions {
        let Answer::Between(from, to) = question.turning.last().unwrap().answer else {
            unreachable!("a number on a scale")
        };
        assert_eq!((from.rating, from.end), (0.0, BoundEnd::Open));
        assert_eq!((to.rating, to.end), (10.0, BoundEnd::Scale));
    }
}
