//! Break points against dense re-evaluation.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use rationale::explore::sweep::probe::probe;
use rationale::explore::sweep::subject::Subject;
use rationale::explore::sweep::{Cause, Found, sweep};
use rationale::model::criterion::{Range, Rated};
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::support::random::{SMALL, Shape, scenarios};
use crate::support::read::{attempt, scenario};

/// Points that are looked at one by one.
const GRID: usize = 97;

/// Two lines that cross and a gate: a = 10 t + 0 (1 − t), b = 0 t + 10 (1 − t), c flat at 6 on both.
const CROSSING: &str = r#"
[criteria.x]
weight = 30
scale = [0, 10]
[criteria.y]
weight = 70
scale = [0, 10]
gate = { at-least = 2 }
[vendors.a.ratings]
x = 10
y = 3
[vendors.b.ratings]
x = 0
y = 10
[vendors.c.ratings]
x = 6
y = 7
"#;

#[test]
fn the_roots_are_those_worked_out_by_hand() {
    let found = scenario(CROSSING, &[]);
    let x = found.model.criterion_named("x").unwrap();
    let swept = sweep(&found.model, Subject::Share(x), 0.0, 1.0).unwrap();
    // b = 1 − t against c = 0.7 − 0.1 t meet at 1/3; c against a = 0.3 + 0.7 t at 1/2.
    let at: Vec<f64> = swept.points.iter().map(|point| point.at).collect();
    assert_eq!(swept.method, Found::Exact);
    assert_eq!(at.len(), 2);
    assert!((at[0] - 1.0 / 3.0).abs() < 1e-15 && (at[1] - 0.5).abs() < 1e-15, "{at:?}");
    let chosen: Vec<usize> = swept.pieces.iter().map(|piece| piece.chosen[0].index()).collect();
    assert_eq!(chosen, [1, 2, 0]);
    assert_eq!(swept.today, Some(0.3));
    assert_eq!(swept.points[0].tied, [VendorId(1), VendorId(2)], "on the point itself they tie");
}

#[test]
fn a_weight_as_a_number_meets_the_same_roots() {
    let found = scenario(CROSSING, &[]);
    let x = found.model.criterion_named("x").unwrap();
    let swept = sweep(&found.model, Subject::Weight(x), 0.0, 200.0).unwrap();
    // t = w/(w + 70): 1/3 is 35, 1/2 is 70.
    let at: Vec<f64> = swept.points.iter().map(|point| point.at).collect();
    assert!((at[0] - 35.0).abs() < 1e-11 && (at[1] - 70.0).abs() < 1e-11, "{at:?}");
}

#[test]
fn a_gate_is_a_break_point() {
    let found = scenario(CROSSING, &[]);
    let y = found.model.criterion_named("y").unwrap();
    let b = found.model.vendor_named("b").unwrap();
    let swept = sweep(&found.model, Subject::Rating(b, y), 0.0, 10.0).unwrap();
    // b scores 0.07 y, c 0.67: never by score below 9.571…; its gate opens at 2 without effect.
    let at: Vec<f64> = swept.points.iter().map(|point| point.at).collect();
    assert_eq!(at.len(), 1);
    assert!((at[0] - 0.67 / 0.07).abs() < 1e-12, "{at:?}");
    let c = found.model.vendor_named("c").unwrap();
    let swept = sweep(&found.model, Subject::Rating(c, y), 0.0, 10.0).unwrap();
    assert!(swept.points.iter().all(|point| point.cause == Cause::Overtaking));
    let without_b = scenario(&CROSSING.replace("y = 10", "y = 1"), &[]);
    let swept = sweep(&without_b.model, Subject::Rating(c, y), 0.0, 10.0).unwrap();
    let at: Vec<f64> = swept.points.iter().map(|point| point.at).collect();
    // a scores 0.3 + 0.21 = 0.51, c 0.18 + 0.07 y: equal at 4.714…
    assert!((at[0] - 0.33 / 0.07).abs() < 1e-12, "{at:?}");
}

#[test]
fn what_is_not_linear_is_bracketed_and_says_so() {
    let text = format!("[method]\nkind = \"topsis\"\n{CROSSING}");
    let found = scenario(&text, &[]);
    let x = found.model.criterion_named("x").unwrap();
    let swept = sweep(&found.model, Subject::Share(x), 0.0, 1.0).unwrap();
    assert!(matches!(swept.method, Found::Bracketed(_)));
    assert_agrees(&found.model, Subject::Share(x), 0.0, 1.0);
    let points = swept.points.iter();
    for point in points.filter(|point| point.cause == Cause::Overtaking) {
        let [left, right] = [-1e-9, 1e-9]
            .map(|step| probe(&found.model, Subject::Share(x), point.at + step).unwrap().chosen);
        assert_ne!(left, right, "at {}", point.at);
    }
}

#[test]
fn a_gate_that_only_an_unknown_rating_can_still_pass_is_a_break_point() {
    let text = r#"
[criteria.g]
weight = 1
gate = { at-least = "50%" }
[criteria.known]
under = "g"
weight = 3
scale = [0, 10]
[criteria.open]
under = "g"
weight = 2
scale = [0, 10]
[vendors.only.ratings]
known = 5
open = "unknown"
"#;
    let found = scenario(text, &[]);
    let known = found.model.criterion_named("known").unwrap();
    let swept = sweep(&found.model, Subject::Rating(VendorId(0), known), 0.0, 10.0).unwrap();
    // 0.6 v + 0.4 reaches a half from v = 1/6 on: a rating of 5/3.
    let at: Vec<f64> = swept.points.iter().map(|point| point.at).collect();
    assert!((at[0] - 5.0 / 3.0).abs() < 1e-12, "{at:?}");
    assert_eq!(swept.pieces[0].chosen, []);
    assert_eq!(swept.points[0].cause, Cause::Enters(vec![VendorId(0)]));
}

/// Panics unless every grid point that is no break point has the outcome of its stretch.
fn assert_agrees(model: &Model, subject: Subject, low: f64, high: f64) {
    let Ok(swept) = sweep(model, subject, low, high) else { return };
    assert_eq!(swept.pieces.first().map(|piece| piece.from), Some(low));
    assert_eq!(swept.pieces.last().map(|piece| piece.to), Some(high));
    for pair in swept.pieces.windows(2) {
        assert_eq!(pair[0].to, pair[1].from);
    }
    for step in 1..GRID {
        let at = low + (high - low) * step as f64 / GRID as f64;
        let near = |place: f64| (place - at).abs() < 1e-7 * (high - low);
        if swept.points.iter().any(|point| near(point.at)) {
            continue;
        }
        let piece = swept.pieces.iter().find(|piece| piece.from <= at && at <= piece.to).unwrap();
        let here = probe(model, subject, at).unwrap();
        assert_eq!(
            (&here.chosen, &here.tied),
            (&piece.chosen, &piece.tied),
            "at {at} of {subject:?}: {swept:?}"
        );
    }
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn break_points_agree_with_dense_evaluation(
        text in scenarios(Shape { relative: false, ..SMALL }),
        which in any::<[u8; 3]>(),
    ) {
        let Some(found) = attempt(&[("x.toml", &text)], &[]) else { return Ok(()) };
        let model = &found.model;
        let criterion = CriterionId(usize::from(which[0]) % model.criteria.len());
        let vendor = VendorId(usize::from(which[1]) % model.vendors.len());
        let leaf = model.criterion(criterion).leaf();
        let subject = match which[2] % 3 {
            0 if model.criterion(criterion).weight.is_some() => (Subject::Share(criterion), 0.0, 1.0),
            1 if model.criterion(criterion).weight.is_some() => (Subject::Weight(criterion), 0.0, 9.0),
            _ if leaf.is_some_and(|leaf| leaf.rated == Rated::Number) => {
                let (low, high) = match leaf.map(|leaf| leaf.range) {
                    Some(Range::Scale { low, high }) => (low, high),
                    _ => (0.0, 12.0),
                };
                (Subject::Rating(vendor, criterion), low, high)
            }
            _ => return Ok(()),
        };
        assert_agrees(model, subject.0, subject.1, subject.2);
        if let Ok(swept) = sweep(model, subject.0, subject.1, subject.2) {
            prop_assert_eq!(swept.method, Found::Exact);
            let differ = swept.pieces.windows(2).all(|pair| {
                (&pair[0].chosen, &pair[0].tied) != (&pair[1].chosen, &pair[1].tied)
            });
            prop_assert!(differ, "neighbours with one outcome");
        }
    }
}
