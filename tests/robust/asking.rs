//! Questions against their answers: what is said to change the choice does, nothing else does.

use proptest::prelude::{ProptestConfig, proptest};
use rationale::decide::change::{Bench, Change};
use rationale::decide::run::decide;
use rationale::explore::ask::asking::How;
use rationale::explore::ask::question::{Answer, Kind};
use rationale::explore::robust::input::datum;
use rationale::explore::robust::tornado::Input;
use rationale::model::assumption::Status;
use rationale::model::criterion::Range;
use rationale::model::datum::Quantity;
use rationale::model::id::{AssumptionId, CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::asked;
use crate::build::model;
use crate::random::{Shape, scenarios};

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

const WORKED: &str = "
[criteria.speed]
weight = 60
scale = [0, 10]
gate = { at-least = 5 }
[criteria.price]
weight = 40
scale = [0, 10]
cost-of-asking = 2
[assumptions.upgrade]
claim = \"x\"
probability = 0.75
[vendors.a.ratings]
speed = 6
price = 7
[vendors.b.ratings]
speed = 9
price = \"unknown\"
[vendors.c.ratings]
speed = { value = 8, requires = [\"upgrade\"], otherwise = 3 }
price = 5
[vendors.d.ratings]
speed = 4
price = 10
";

#[test]
fn the_worked_example_of_the_format_is_asked_about() {
    let model = model(WORKED);
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
    let model = crate::build::model(&tried);
    let found = asked(&model);
    assert!(!found.none_matters);
}
