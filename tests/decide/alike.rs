//! Fields that tell nobody apart: one vendor left, and vendors that are all alike.

use rationale::decide::alike;
use rationale::decide::decision::{Decision, Status};
use rationale::decide::evaluation::Notice;
use rationale::decide::run::decide;
use rationale::decide::run_error::RunError;
use rationale::method::id::MethodId;
use rationale::method::outcome::Refusal;
use rationale::model::id::{CriterionId, VendorId};

use crate::support::read::model;

fn text(method: &str, second: &str) -> String {
    format!(
        "[method]\nkind = \"{method}\"\n\
         [criteria.speed]\nweight = 2\nscale = [0, 10]\n\
         [criteria.price]\nweight = 1\ndirection = \"minimize\"\n\
         [vendors.a.ratings]\nspeed = 4\nprice = 3\n{second}"
    )
}

/// Whether a method lacks what no field could give it.
fn lacks(error: &RunError) -> bool {
    match error {
        RunError::Method { refusal: Refusal::Lacks { .. }, .. } => true,
        RunError::Method { refusal: Refusal::Undefined { why }, .. } => why.contains("needs"),
        _ => false,
    }
}

#[test]
fn whoever_is_left_alone_is_chosen_by_every_method() {
    let mut ran = 0;
    for method in MethodId::ALL {
        let excluded = "[vendors.b]\nexcluded = true\n[vendors.b.ratings]\nspeed = 8\nprice = 0\n";
        match decide(&model(&text(method.id(), excluded))) {
            Ok(decision) => {
                assert_eq!(decision.reading.chosen, [VendorId(0)], "{}", method.id());
                assert_eq!(decision.status, Status::Decided);
                ran += 1;
            }
            Err(error) => assert!(lacks(&error), "{}: {error:?}", method.id()),
        }
    }
    assert!(ran > 28, "{ran}");
}

#[test]
fn vendors_that_are_all_alike_tie_under_every_method() {
    let mut ran = 0;
    for method in MethodId::ALL {
        let twin = "[vendors.b.ratings]\nspeed = 4\nprice = 3\n";
        match decide(&model(&text(method.id(), twin))) {
            Ok(decision) => {
                assert_eq!(decision.status, Status::Tied, "{}", method.id());
                assert_eq!(decision.reading.tied, [VendorId(0), VendorId(1)]);
                ran += 1;
            }
            Err(error) => assert!(lacks(&error), "{}: {error:?}", method.id()),
        }
    }
    assert!(ran > 28, "{ran}");
}

#[test]
fn vendors_that_differ_are_refused_at_the_criterion_to_blame() {
    // A cost of 0 has no ratio.
    let other = "[vendors.b.ratings]\nspeed = 8\nprice = 0\n";
    match decide(&model(&text("waspas", other))) {
        Err(RunError::Method { criterion: Some(criterion), .. }) => {
            assert_eq!(criterion.index(), 1);
        }
        other => panic!("{other:?}"),
    }
}

/// Three vendors, a criterion on which all are alike between two that tell them apart.
fn with_flat(method: &str, flat: &str) -> String {
    let rating = if flat.is_empty() { "" } else { "flat = 7\n" };
    format!(
        "[method]\n{method}\n\
         [criteria.speed]\nweight = 30\nscale = [0, 10]\n{flat}\
         [criteria.price]\nweight = 20\nscale = [0, 10]\ndirection = \"minimize\"\n\
         [vendors.a.ratings]\nspeed = 4\nprice = 3\n{rating}\
         [vendors.b.ratings]\nspeed = 9\nprice = 8\n{rating}\
         [vendors.c.ratings]\nspeed = 5\nprice = 2\n{rating}"
    )
}

#[test]
fn a_criterion_without_range_is_set_aside_where_the_method_would_divide_by_it() {
    const FLAT: &str = "[criteria.flat]\nweight = 50\nscale = [0, 10]\n";
    for method in MethodId::ALL {
        let kind = format!("kind = \"{}\"", method.id());
        let Err(error) = decide(&model(&with_flat(&kind, FLAT))) else { continue };
        assert!(lacks(&error), "{}: {error:?}", method.id());
    }
    let min_max = ["weighted-sum", "weighted-product", "topsis"]
        .map(|kind| format!("kind = \"{kind}\"\nnormalise = \"min-max\""));
    let dividing = ["vikor", "mabac", "mairca", "rov", "grey-relational"]
        .map(|kind| format!("kind = \"{kind}\""));
    for method in min_max.iter().chain(&dividing) {
        let (with, without) = (model(&with_flat(method, FLAT)), model(&with_flat(method, "")));
        let (found, expected) = (decide(&with).unwrap(), decide(&without).unwrap());
        let merits = |decision: &Decision| decision.reading.outcome.merits.clone();
        for (found, expected) in merits(&found).iter().zip(merits(&expected)) {
            assert!((found - expected).abs() < 1e-12, "{method}: {found} {expected}");
        }
        let flat = CriterionId(1);
        assert!(found.reading.notices.contains(&Notice::SetAside(flat)), "{method}");
        assert_eq!(found.reading.shares[1], Some(0.5), "{method}");
        // The lead splits over what is left.
        let own = found.reading.method(&with).unwrap();
        let lead = alike::lead(&own, &found.reading.problem, &found.reading.outcome, 0, 1).unwrap();
        assert_eq!(lead.parts[1], 0.0, "{method}");
        let sum: f64 = lead.parts.iter().sum();
        assert!((sum - lead.amount).abs() < 1e-9, "{method}: {lead:?}");
    }
}
