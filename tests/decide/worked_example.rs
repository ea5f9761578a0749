//! The worked example of the file format, figure by figure.

use rationale::decide::completion::{Completion, Departure};
use rationale::decide::decision::{Search, Status, Verdict};
use rationale::decide::gate_result::Passing;
use rationale::decide::run::{decide, evaluate};
use rationale::model::id::{AssumptionId, VendorId};

use crate::support::read::model;
use crate::support::worked::WORKED;

const A: VendorId = VendorId(0);
const B: VendorId = VendorId(1);
const C: VendorId = VendorId(2);
const D: VendorId = VendorId(3);

#[test]
fn the_reading_is_the_table() {
    let decision = decide(&model(WORKED)).expect("it runs");
    let shown: Vec<_> = decision
        .places
        .iter()
        .map(|place| (place.vendor, place.verdict, place.rank, place.conditional))
        .collect();
    assert_eq!(
        shown,
        [
            (C, Verdict::Chosen, Some(1), true),
            (A, Verdict::Eligible, Some(2), true),
            (B, Verdict::Eligible, Some(3), false),
            (D, Verdict::Rejected, None, false),
        ]
    );
    for (vendor, score) in [(A, 0.64), (B, 0.54), (C, 0.68)] {
        let found = decision.reading.score(vendor).expect("in the field");
        assert!((found - score).abs() < 1e-12, "{found} is not {score}");
    }
    let put_back = decision.places[3].put_back.clone().expect("rejected");
    assert_eq!(put_back.rank, 2);
    assert!((put_back.score.expect("has a score") - 0.64).abs() < 1e-12);
    assert!((decision.margin.expect("two in the field") - 0.04).abs() < 1e-12);
    assert!(!decision.close);
    assert_eq!(decision.status, Status::Conditional);
}

#[test]
fn the_reading_hangs_on_the_upgrade_alone() {
    let decision = decide(&model(WORKED)).expect("it runs");
    let [condition] = decision.conditions.as_slice() else { panic!("{:?}", decision.conditions) };
    assert_eq!(condition.departures, [Departure::Fails(AssumptionId(0))]);
    assert_eq!(condition.chosen, [A]);
    assert_eq!(decision.search, Search::Exact(1));
    let gate = &decision.reading.gates[C.index()][0];
    assert_eq!((gate.passing, gate.passed, gate.margin), (Passing::Pending, true, Some(3.0)));
    assert_eq!(gate.pending, [AssumptionId(0)]);
    assert_eq!(decision.reading.gates[D.index()][0].margin, Some(-1.0));
}

#[test]
fn a_price_of_four_puts_b_ahead_of_c() {
    for (price, first) in [("3", C), ("4", B)] {
        let known = WORKED.replace("\"unknown\"", price);
        let run = evaluate(&model(&known), &Completion::default()).expect("it runs");
        assert_eq!(run.chosen, [first]);
    }
}
