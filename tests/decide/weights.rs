//! Weights from data are derived over the field alone, and every method runs over a model.

use rationale::decide::completion::Completion;
use rationale::decide::run::{decide, evaluate};
use rationale::decide::run_error::RunError;
use rationale::method::id::MethodId;
use rationale::model::id::VendorId;

use crate::support::read::{asked, model};

const BY_DATA: &str = r#"
[weights]
kind = "standard-deviation"
[criteria.a]
scale = [0, 10]
[criteria.b]
scale = [0, 10]
[criteria.must]
gate = { is = true }
[vendors.x.ratings]
a = 2
b = 4
must = true
[vendors.y.ratings]
a = 8
b = 2
must = true
[vendors.out.ratings]
a = 1
b = 10
must = false
"#;

#[test]
fn a_rejected_vendor_has_no_say_in_weights_from_data() {
    let run = evaluate(&model(BY_DATA), &Completion::default()).unwrap();
    // Over x and y alone the deviations stand as 6 to 2.
    let shares = [run.shares[0].unwrap(), run.shares[1].unwrap()];
    assert!((shares[0] - 0.75).abs() < 1e-12 && (shares[1] - 0.25).abs() < 1e-12, "{shares:?}");
    assert!((run.score(VendorId(1)).unwrap() - (0.75 * 0.8 + 0.25 * 0.2)).abs() < 1e-12);
    assert_eq!(run.derived.map(|derived| derived.shares.len()), Some(2));
    let decision = decide(&model(BY_DATA)).unwrap();
    // Put back, `out` moves the weights: deviations of 2, 8, 1 and 4, 2, 10.
    let back = decision.places[2].put_back.clone().unwrap();
    let deviation = |x: [f64; 3]| {
        let mean = x.iter().sum::<f64>() / 3.0;
        x.iter().map(|x| (x - mean).powi(2)).sum::<f64>().sqrt()
    };
    let (a, b) = (deviation([2.0, 8.0, 1.0]), deviation([4.0, 2.0, 10.0]));
    assert!((back.score.unwrap() - (0.1 * a + b) / (a + b)).abs() < 1e-12);
}

#[test]
fn fields_that_tell_nobody_apart_weigh_alike_and_ties_are_shown() {
    let alone = BY_DATA.replace("b = 2\nmust = true", "b = 2\nmust = false");
    let run = evaluate(&model(&alone), &Completion::default()).unwrap();
    assert_eq!(run.shares[..2], [Some(0.5), Some(0.5)]);
    let flat = BY_DATA.replace("a = 8\nb = 2", "a = 2\nb = 4");
    let run = evaluate(&model(&flat), &Completion::default()).unwrap();
    assert_eq!(run.shares[..2], [Some(0.5), Some(0.5)]);
    assert_eq!(run.tied, [VendorId(0), VendorId(1)]);
}

#[test]
fn a_share_asked_for_stands_over_weights_from_data() {
    let run = evaluate(&asked(BY_DATA, &[("a", 0.4)]), &Completion::default()).unwrap();
    assert_eq!(run.shares[..2], [Some(0.4), Some(0.6)]);
}

const PLAIN: &str = r#"
choose = 1
[criteria.quality]
weight = 3
scale = [0, 10]
gate = { at-least = 2 }
[criteria.fit]
weight = 2
scale = [0, 10]
value-function = { target = { best = 6, zero-at = [0, 10] } }
[criteria.price]
weight = 4
scale = [1, 20]
direction = "minimize"
[vendors.a.ratings]
quality = { value = 7, requires = ["later"], otherwise = 3 }
fit = 6
price = 9
[vendors.b.ratings]
quality = 5
fit = 3
price = 4
[vendors.c.ratings]
fit = 8
price = 12
[vendors.d.ratings]
quality = 1
fit = 5
price = 2
[assumptions.later]
claim = "x"
"#;

#[test]
fn every_method_decides_or_says_why_not() {
    let mut ran = Vec::new();
    for &kind in MethodId::ALL {
        let mut model = model(PLAIN);
        model.method.kind = kind;
        match decide(&model) {
            Ok(decision) => {
                assert!(decision.reading.outcome.merits.iter().all(|merit| merit.is_finite()));
                assert_eq!(decision.places[3].vendor, VendorId(3));
                ran.push(kind.id());
            }
            Err(RunError::Method { .. }) => {}
            Err(error) => panic!("{}: {error:?}", kind.id()),
        }
    }
    for id in ["weighted-sum", "topsis", "vikor", "promethee-ii", "electre-iii", "rim", "spotis"] {
        assert!(ran.contains(&id), "{id} is not among {ran:?}");
    }
}

#[test]
fn rim_reads_a_target_in_its_own_units_and_others_by_its_value() {
    let mut model = model(PLAIN);
    let fit =
        |model: &_| evaluate(model, &Completion::default()).unwrap().problem.ratings.get(1, 1);
    assert_eq!(fit(&model), 0.5);
    model.method.kind = MethodId::Rim;
    assert_eq!(fit(&model), 3.0);
}
