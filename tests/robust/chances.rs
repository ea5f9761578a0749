//! Chances over what is pending against every completion, run one by one.

use std::collections::BTreeMap;

use proptest::prelude::{ProptestConfig, proptest};
use rationale::decide::completion::{Completion, Departure};
use rationale::decide::run::{decide, evaluate};
use rationale::explore::robust::conditional_ladder::How;
use rationale::explore::robust::open::open_assumptions;
use rationale::explore::robust::robustness::Vary;
use rationale::explore::robust::weight_space::Weights;
use rationale::model::id::VendorId;

use crate::support::random::{Shape, scenarios};
use crate::support::read::model;
use crate::{ALL, asked, robust};

const NOTHING: Vary = Vary { weights: false, ratings: false, assumptions: false };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn all_completions_agree_with_the_ladder(
        text in scenarios(Shape { vendors: 5, assumptions: 4, relative: true, unknown: 9, gates: 3 })
    ) {
        let model = model(&text);
        if decide(&model).is_err() {
            return Ok(());
        }
        let found = robust(&model, Weights::Any, NOTHING, 1).unwrap();
        let open = open_assumptions(&model);
        assert_eq!(found.chances.how, How::Enumerated);
        let mut wanted: BTreeMap<(Vec<VendorId>, Vec<VendorId>), f64> = BTreeMap::new();
        for mask in 0..1_usize << open.len() {
            let failing = (0..open.len()).filter(|bit| mask >> bit & 1 == 1);
            let departures = failing.map(|bit| Departure::Fails(open[bit].assumption)).collect();
            let Ok(run) = evaluate(&model, &Completion { departures }) else { continue };
            let mut chosen = run.chosen;
            chosen.sort_unstable();
            *wanted.entry((chosen, run.tied)).or_default() += 0.5_f64.powi(open.len() as i32);
        }
        assert_eq!(found.chances.outcomes.len(), wanted.len(), "{text}");
        for outcome in &found.chances.outcomes {
            let wanted = wanted[&(outcome.chosen.clone(), outcome.tied.clone())];
            assert!((outcome.chance - wanted).abs() < 1e-12, "{outcome:?}\n{text}");
        }
    }
}

/// Vendors in a row, each with an assumption of its own.
fn row(vendors: usize, extra: &str) -> String {
    let mut text = "[criteria.a]\nweight = 1\nscale = [0, 100]\n".to_owned();
    for vendor in 0..vendors {
        text.push_str(&format!(
            "[assumptions.a{vendor}]\nclaim = \"x\"\nprobability = 0.{}\n[vendors.v{vendor}]\nrequires = [\"a{vendor}\"]\n[vendors.v{vendor}.ratings]\na = {}\n",
            vendor % 9 + 1,
            vendor + 10
        ));
    }
    format!("{text}{extra}")
}

#[test]
fn the_product_is_the_sum_over_completions() {
    let few = robust(&model(&row(12, "")), Weights::Any, NOTHING, 1).unwrap().chances;
    assert_eq!(few.how, How::Enumerated);
    // Eight more that are worse than all: they change nothing but the number of completions.
    let mut more = row(12, "");
    for vendor in 12..20 {
        more.push_str(&format!(
            "[assumptions.a{vendor}]\nclaim = \"x\"\nprobability = 0.000001\n[vendors.v{vendor}]\nrequires = [\"a{vendor}\"]\n[vendors.v{vendor}.ratings]\na = {}\n",
            20 - vendor
        ));
    }
    let many = robust(&model(&more), Weights::Any, NOTHING, 1).unwrap().chances;
    assert_eq!(many.how, How::Product);
    for (vendor, chance) in &few.vendors {
        let (_, other) = many.vendors.iter().find(|(id, _)| id == vendor).unwrap();
        assert!((chance - other).abs() < 1e-12);
    }
    let whole: f64 = many.outcomes.iter().map(|outcome| outcome.chance).sum();
    assert!((whole - 1.0).abs() < 1e-12);
}

#[test]
fn shared_assumptions_beyond_sixteen_are_drawn_and_said_so() {
    let mut text = row(17, "");
    text.push_str("[vendors.w]\nrequires = [\"a0\", \"a1\"]\n[vendors.w.ratings]\na = 99\n");
    let found = robust(&model(&text), Weights::Any, NOTHING, 1).unwrap().chances;
    assert!(matches!(found.how, How::Sampled(_)));
    let (_, chance) = found.vendors.iter().find(|(id, _)| *id == VendorId(17)).unwrap();
    assert!((chance - 0.02).abs() < 0.005, "{chance}");
}

/// When the audit fails, nobody left is certified, and TOPSIS cannot divide by a column of zeros.
const REFUSED: &str = "title = \"Refused\"
method = { kind = \"topsis\" }
[criteria.speed]
weight = 2
scale = [0, 10]
[criteria.certified]
type = \"boolean\"
weight = 1
[assumptions.audit]
claim = \"The audit is passed\"
status = \"pending\"
probability = 0.7
[vendors.a]
requires = [\"audit\"]
ratings = { speed = 8, certified = true }
[vendors.b.ratings]
speed = 7
certified = false
[vendors.c.ratings]
speed = 6
certified = false
";

#[test]
fn what_the_method_cannot_rank_is_said_and_never_counted_as_unchanged() {
    let model = model(REFUSED);
    let found = robust(&model, Weights::Any, ALL, 4096).unwrap();
    assert!((found.chances.refused - 0.3).abs() < 1e-12);
    let told: f64 = found.chances.outcomes.iter().map(|outcome| outcome.chance).sum();
    assert!((told + found.chances.refused - 1.0).abs() < 1e-12);
    let [audit] = found.tornado.as_slice() else { panic!("{:?}", found.tornado) };
    assert!(audit.low.is_refused && audit.low.is_changed && !audit.high.is_refused);
    let shares = &found.acceptability;
    assert!(shares.refused > 1000 && shares.vendors.iter().all(|each| each.rejected.figure == 0.0));
    let asked = asked(&model);
    assert!(!asked.none_matters && !asked.questions[0].is_proved, "{asked:?}");
}
