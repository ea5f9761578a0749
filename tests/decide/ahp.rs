//! AHP as a ranking method: vendors compared pair by pair, over the field alone.

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::completion::Completion;
use rationale::decide::decision::{Status, Verdict};
use rationale::decide::evaluation::Notice;
use rationale::decide::run::{decide, evaluate};
use rationale::decide::run_error::RunError;
use rationale::method::outcome::Refusal;
use rationale::model::id::{CriterionId, VendorId};

use crate::support::read::model;

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

/// a and b are level, each the better one on a criterion that counts for half.
const LEVEL: &str = r#"
tie-break = ["quality"]
[method]
kind = "ahp"
[criteria.price]
weight = 1
compare = [["a", "b", 3], ["a", "c", 3], ["b", "c", 1]]
[criteria.quality]
weight = 1
compare = [["b", "a", 3], ["b", "c", 3], ["a", "c", 1]]
[vendors.a]
[vendors.b]
[vendors.c]
"#;

#[test]
fn a_tie_is_broken_by_the_priorities_on_a_criterion_compared_in_pairs() {
    let decision = decide(&model(LEVEL)).expect("it runs");
    let reading = &decision.reading;
    assert_eq!((reading.ranks.as_slice(), decision.status), (&[1, 1, 3][..], Status::Decided));
    assert_eq!((reading.chosen.as_slice(), reading.tied.len()), (&[VendorId(1)][..], 0));
    // Whom price speaks for is chosen where it breaks the tie, and nobody without any tie-break.
    let by_price = LEVEL.replace("tie-break = [\"quality\"]", "tie-break = [\"price\"]");
    assert_eq!(decide(&model(&by_price)).expect("it runs").reading.chosen, [VendorId(0)]);
    let by_none = LEVEL.replace("tie-break = [\"quality\"]", "");
    assert_eq!(decide(&model(&by_none)).expect("it runs").status, Status::Tied);
}

#[test]
fn a_tie_is_broken_by_comparisons_on_a_criterion_without_weight() {
    let third = "[criteria.feel]\ninfo = true\ncompare = [[\"c\", \"a\", 2], [\"a\", \"b\", 2]]\n[vendors.a]";
    let text = LEVEL
        .replace("tie-break = [\"quality\"]", "tie-break = [\"feel\", \"quality\"]")
        .replace("[vendors.a]", third);
    assert_eq!(decide(&model(&text)).expect("it runs").reading.chosen, [VendorId(0)]);
    // Only comparisons within the field count: without c, a and b are still linked.
    let without = text.replace("[vendors.c]", "[vendors.c]\nexcluded = true");
    assert_eq!(decide(&model(&without)).expect("it runs").reading.chosen, [VendorId(0)]);
    // Comparisons that do not link the field break nothing, and the next criterion is asked.
    let loose = text.replace(", [\"a\", \"b\", 2]]", "]");
    let decision = decide(&model(&loose)).expect("it runs");
    assert_eq!(decision.reading.chosen, [VendorId(1)]);
    assert_eq!(decision.reading.notices, [Notice::BreaksNoTie(CriterionId(2))]);
    // Ratings beside comparisons are not read, as they are not for the score.
    let rated = loose.replace("[vendors.a]\n", "[vendors.a.ratings]\nfeel = 9\n");
    assert_eq!(decide(&model(&rated)).expect("it runs").reading.chosen, [VendorId(1)]);
}

#[test]
fn the_sheet_breaks_a_tie_by_priorities_as_its_plain_twin_does() {
    let model = model(LEVEL);
    let bench = Bench::new(&model).expect("a bench");
    assert!(bench.has_sheet());
    let what_ifs = [
        (vec![], vec![VendorId(1)]),
        (vec![Change::Exclude(VendorId(2))], vec![VendorId(1)]),
        (vec![Change::Exclude(VendorId(1))], vec![VendorId(0)]),
        (vec![Change::Weight { criterion: CriterionId(0), number: 2.0 }], vec![VendorId(0)]),
    ];
    for (changes, chosen) in what_ifs {
        let found = bench.run(&changes).expect("it runs");
        assert_eq!((&found.chosen, found.tied.len()), (&chosen, 0), "{changes:?}");
        assert_eq!(Ok(found), bench.run_plain(&changes));
    }
}
