//! AHP as a ranking method: vendors compared pair by pair, over the field alone.

use rationale::decide::completion::Completion;
use rationale::decide::decision::Verdict;
use rationale::decide::run::{decide, evaluate};
use rationale::decide::run_error::RunError;
use rationale::method::outcome::Refusal;
use rationale::model::id::{CriterionId, VendorId};

use crate::build::model;

/// Belton, V., & Gear, T. (1983). Omega, 11(3), 228–230: `d` is a copy of `b`.
const BELTON_GEAR: &str = r#"
[method]
kind = "ahp"
[criteria.x]
weight = 1
compare = [["b", "a", 9], ["b", "c", 9], ["a", "c", 1], ["b", "d", 1], ["d", "a", 9], ["d", "c", 9]]
[criteria.y]
weight = 1
compare = { pairs = [["a", "b", 9], ["a", "c", 9], ["b", "c", 1], ["a", "d", 9], ["b", "d", 1], ["d", "c", 1]], priority = "geometric" }
[criteria.z]
weight = 1
[criteria.z.compare]
order = ["a", "b", "c", "d"]
matrix = [[1, "8/9", 8, "8/9"], ["9/8", 1, 9, 1], ["1/8", "1/9", 1, "1/9"], ["9/8", 1, 9, 1]]
[criteria.shown]
gate = { is = true }
[vendors.a.ratings]
shown = true
[vendors.b.ratings]
shown = true
[vendors.c.ratings]
shown = true
[vendors.d.ratings]
shown = true
"#;

fn scores(text: &str) -> Vec<f64> {
    let run = evaluate(&model(text), &Completion::default());
    run.ok().and_then(|run| run.outcome.scores).unwrap_or_default()
}

#[test]
fn the_copy_of_the_paper_reverses_ranks_until_it_is_rejected() {
    let close = |found: &[f64], printed: &[f64]| {
        let fits =
            found.iter().zip(printed).all(|(found, printed)| (found - printed).abs() < 0.006);
        assert!(fits && found.len() == printed.len(), "{found:?} is not {printed:?}");
    };
    close(&scores(BELTON_GEAR), &[0.37, 0.29, 0.06, 0.29]);
    let at = BELTON_GEAR.rfind("true").expect("d is shown");
    let rejected = format!("{}false", &BELTON_GEAR[..at]);
    close(&scores(&rejected), &[0.45, 0.47, 0.08]);
    let decision = decide(&model(&rejected)).expect("it runs");
    assert_eq!(decision.reading.chosen, [VendorId(1)]);
    let last = &decision.places[3];
    assert_eq!(
        (last.verdict, last.put_back.as_ref().map(|own| own.rank)),
        (Verdict::Rejected, Some(2))
    );
    let ideal = BELTON_GEAR.replace("kind = \"ahp\"", "kind = \"ahp\"\nmode = \"ideal\"");
    let found = scores(&ideal);
    assert!(found[1] > found[0] && (found[1] - found[3]).abs() < 1e-12);
}

#[test]
fn a_vendor_that_nobody_compared_is_refused_at_the_criterion() {
    let missing = BELTON_GEAR
        .replace(", [\"d\", \"a\", 9], [\"d\", \"c\", 9]", "")
        .replace(", [\"b\", \"d\", 1]]\n[criteria.y]", "]\n[criteria.y]");
    match decide(&model(&missing)) {
        Err(RunError::Method { criterion, refusal: Refusal::Lacks { .. }, .. }) => {
            assert_eq!(criterion, Some(CriterionId(0)));
        }
        other => panic!("{other:?}"),
    }
    // Where that vendor stands outside, nothing lacks.
    let outside =
        missing.replace("[vendors.d.ratings]", "[vendors.d]\nexcluded = true\n[vendors.d.ratings]");
    assert_eq!(decide(&model(&outside)).expect("it runs").reading.chosen, [VendorId(1)]);
}
