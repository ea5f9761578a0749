//! Fields that tell nobody apart: one vendor left, and vendors that are all alike.

use rationale::decide::decision::Status;
use rationale::decide::run::decide;
use rationale::decide::run_error::RunError;
use rationale::method::id::MethodId;
use rationale::method::outcome::Refusal;
use rationale::model::id::VendorId;

use crate::build::model;

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
    // VIKOR divides by the range of each criterion that weighs anything.
    let other = "[vendors.b.ratings]\nspeed = 8\nprice = 3\n";
    match decide(&model(&text("vikor", other))) {
        Err(RunError::Method { criterion: Some(criterion), .. }) => {
            assert_eq!(criterion.index(), 1);
        }
        other => panic!("{other:?}"),
    }
}
