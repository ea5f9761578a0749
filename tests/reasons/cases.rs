//! What is said about decisions whose answer is known: the worked example of the format, the shipped
//! case, and small files made for one question each.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail the test by panicking"
)]

use std::path::Path;

use rationale::answer::argument::Strength;
use rationale::decide::decision::{Decision, Status, Verdict};
use rationale::decide::run::decide;
use rationale::document::extend::extend;
use rationale::model::datum::Datum;
use rationale::model::id::VendorId;
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::reasons::Reasons;
use rationale::reasons::build::{Asked, build};
use rationale::reasons::explain::{explain_choice, explain_over, explain_vendor};
use rationale::reasons::fact::{Fact, Given};
use rationale::reasons::failing::Repair;
use rationale::reasons::finding::{Finding, findings, warn};
use rationale::reasons::grade::Grade;
use rationale::reasons::headline::headline;
use rationale::reasons::impact::impact;
use rationale::reasons::lead::Form;
use rationale::reasons::name::name;
use rationale::reasons::query::{ancestors, path};
use rationale::reasons::reason::Reason;
use rationale::reasons::resolve::{Unresolved, resolve};
use rationale::reasons::statement::Says;
use rationale::reasons::turn::Turn;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

use crate::support::worked::WORKED;

struct Run {
    model: Model,
    decision: Decision,
    asked: Asked,
}

impl Run {
    fn of_text(text: &str) -> Self {
        Self::read(Path::new("case.toml"), &mut |_| Ok(text.to_owned()))
    }

    fn of_file(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        Self::read(&path, &mut |path| Ok(std::fs::read_to_string(path).expect("it is there")))
    }

    fn read(path: &Path, read: &mut rationale::document::extend::Read<'_>) -> Self {
        let (mut texts, mut sink) = (Texts::default(), Diagnostics::default());
        let document = extend(path, read, &mut texts, &mut sink).expect("it can be read");
        let overlays = document.layers.first().map(|layer| layer.text).into_iter().collect();
        let model = load(&document, &mut sink);
        let model = model.unwrap_or_else(|| panic!("{sink:#?}"));
        let decision = decide(&model).expect("it can be run");
        Self { model, decision, asked: Asked { overlays, ..Asked::default() } }
    }

    fn reasons(&self) -> Reasons<'_> {
        build(&self.model, &self.decision, &self.asked)
    }

    fn vendor(&self, name: &str) -> VendorId {
        self.model.vendor_named(name).expect("a vendor of this name")
    }
}

fn resolved(reasons: &Reasons<'_>, text: &str) -> Fact {
    resolve(reasons.model, &reasons.graph, text).expect("one fact")
}

#[test]
fn the_worked_example_is_headed_by_its_condition() {
    let run = Run::of_text(WORKED);
    let reasons = run.reasons();
    let headline = headline(&reasons);
    let (a, b, c, d) = (run.vendor("a"), run.vendor("b"), run.vendor("c"), run.vendor("d"));
    assert_eq!(headline.status, Status::Conditional);
    assert_eq!((headline.chosen.as_slice(), headline.over), ([c].as_slice(), Some(a)));
    assert!((headline.margin.expect("scores") - 0.04).abs() < 1e-12);
    assert_eq!(headline.pending.len(), 1);
    assert_eq!(headline.pending[0].vendors, [c]);
    assert_eq!(headline.conditions.len(), 1);
    assert_eq!(headline.conditions[0].chosen, [a]);
    assert_eq!(headline.filled, [(b, run.model.criterion_named("price").expect("price"))]);
    assert_eq!(headline.reasons.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [c, a, b, d]);
}

#[test]
fn a_failed_gate_says_margin_and_smallest_repair() {
    let run = Run::of_text(WORKED);
    let reasons = run.reasons();
    let speed = run.model.criterion_named("speed").expect("speed");
    let explanation = explain_vendor(&reasons, run.vendor("d")).expect("D");
    assert_eq!(explanation.grade, Some(Grade::Gate));
    let failing = &explanation.failing[0];
    assert_eq!((failing.tested, failing.margin), (Some(4.0), Some(-1.0)));
    let to = Datum::Number(5.0);
    assert_eq!(failing.repair, Some(Repair::Rating { criterion: speed, to }));
    let would = explanation.statements.iter().find_map(|statement| match statement.says {
        Says::WouldRank { rank, score, .. } => Some((rank, score.expect("a score"))),
        _ => None,
    });
    let (rank, score) = would.expect("where it would stand is said");
    assert_eq!(rank, 2);
    assert!((score - 0.64).abs() < 1e-12);
}

#[test]
fn why_one_over_another_names_what_decides() {
    let mut run = Run::of_text(WORKED);
    let (a, c) = (run.vendor("a"), run.vendor("c"));
    run.asked.pairs = vec![(c, a)];
    let reasons = run.reasons();
    let explanation = explain_over(&reasons, c, a).expect("both are there");
    let (_, _, lead) = &explanation.leads[0];
    let speed = run.model.criterion_named("speed").expect("speed");
    assert_eq!(lead.decisive.as_ref().expect("C is ahead").criteria, [speed]);
    // Under equal weights 0.65 = 0.65: C is not ahead on average, speed's weight turns it.
    assert!(
        matches!(&lead.form, Some(Form::NotOnAverage { turning, .. }) if turning == &[speed]),
        "{:?}",
        lead.form
    );
    assert_eq!(explanation.grade.as_ref().map(Grade::id), Some("far"));
}

#[test]
fn what_would_turn_a_verdict_does_turn_it() {
    let run = Run::of_text(WORKED);
    let reasons = run.reasons();
    let explanation = explain_vendor(&reasons, run.vendor("a")).expect("A");
    let mut weights: Vec<_> = explanation
        .turns
        .iter()
        .filter_map(|turn| match turn {
            Turn::Weight { criterion, to, .. } => {
                Some((run.model.criterion(*criterion).name.as_str(), *to))
            }
            _ => None,
        })
        .collect();
    weights.sort_by_key(|weight| weight.0);
    // At equal weights A and C are level; below that share of speed A is ahead.
    assert_eq!(weights.iter().map(|weight| weight.0).collect::<Vec<_>>(), ["price", "speed"]);
    assert!(weights.iter().all(|weight| (weight.1 - 0.5).abs() < 1e-6), "{weights:?}");
    let values: Vec<_> = explanation
        .turns
        .iter()
        .filter_map(|turn| match turn {
            Turn::Value { criterion, rating: Some(Datum::Number(to)), .. } => {
                Some((run.model.criterion(*criterion).name.as_str(), *to))
            }
            _ => None,
        })
        .collect();
    // 0.04 are lacking: speed 6 + 0.04/0.6·10, price 7 + 0.04/0.4·10.
    assert_eq!(values.iter().map(|value| value.0).collect::<Vec<_>>(), ["speed", "price"]);
    assert!((values[0].1 - (6.0 + 0.4 / 0.6)).abs() < 1e-6);
    assert!((values[1].1 - 8.0).abs() < 1e-6);
}

#[test]
fn the_shipped_case_rests_on_one_report() {
    let run = Run::of_file("apple-china-2025.toml");
    let reasons = run.reasons();
    let headline = headline(&reasons);
    let alibaba = run.vendor("alibaba");
    assert_eq!(headline.chosen, [alibaba]);
    assert_eq!(headline.status, Status::Conditional);
    let origin = headline.single_origin.expect("every claim goes back to one report");
    assert_eq!(run.model.source(origin).name, "the-information");
    let found = findings(&reasons);
    assert!(
        matches!(&found[0], Finding::SingleOriginDecision { claims, .. } if claims.len() == 5),
        "{found:?}"
    );
    let warning = warn(&run.model, &found[0]);
    assert_eq!(warning.code, "single-origin");
    assert!(warning.labels.len() >= 2, "the origin and its echo are shown: {warning:?}");
}

#[test]
fn the_shipped_case_rejects_by_gate_and_not_by_score() {
    let run = Run::of_file("apple-china-2025.toml");
    let reasons = run.reasons();
    let deepseek = run.vendor("deepseek");
    let explanation = explain_vendor(&reasons, deepseek).expect("it stands in the graph");
    assert_eq!(explanation.verdict, Some(Verdict::Rejected));
    let failed: Vec<_> = explanation.failing.iter().map(|failing| failing.tested).collect();
    assert_eq!(failed, [Some(3.0), Some(3.0)], "capacity and experience");
    for failing in &explanation.failing {
        let claims: Vec<_> =
            failing.evidence.iter().map(|&id| run.model.claim(id).name.as_str()).collect();
        assert_eq!(claims, ["deepseek-resources"]);
    }
    let reason = headline(&reasons).reasons;
    let of_deepseek = reason.iter().find(|(id, _)| *id == deepseek).map(|(_, reason)| reason);
    assert!(matches!(of_deepseek, Some(Reason::Fails { more: 1, .. })), "{of_deepseek:?}");
}

#[test]
fn a_what_if_shows_as_the_change_that_did_it() {
    let run = Run::of_file("apple-china-regulator-refuses.toml");
    let reasons = run.reasons();
    let change = resolved(&reasons, "change:assumptions.cac-approval");
    let verdict = resolved(&reasons, "verdict:alibaba");
    assert!(ancestors(&reasons.graph, verdict).contains(&change));
    let names: Vec<String> = path(&reasons.graph, change, verdict)
        .expect("it leads there")
        .into_iter()
        .map(|fact| name(&run.model, fact))
        .collect();
    assert_eq!(
        names,
        [
            "change:assumptions.cac-approval",
            "assumptions.cac-approval",
            "gate:alibaba.cac-approval",
            "verdict:alibaba"
        ]
    );
    let explanation = explain_choice(&reasons);
    let is_said = |says: &Says| matches!(says, Says::Changed { given: Given::Assumption(_) });
    assert!(explanation.statements.iter().any(|statement| is_said(&statement.says)));
}

#[test]
fn the_impact_of_a_claim_is_what_becomes_unknown_without_it() {
    let run = Run::of_file("apple-china-2025.toml");
    let reasons = run.reasons();
    let impact = impact(&reasons, resolved(&reasons, "deepseek-resources"));
    let lost: Vec<String> = impact
        .ratings_lost
        .iter()
        .map(|&(vendor, criterion)| name(&run.model, Fact::Given(Given::Rating(vendor, criterion))))
        .collect();
    assert_eq!(
        lost,
        ["vendors.deepseek.ratings.scale-capacity", "vendors.deepseek.ratings.experience"]
    );
    assert!(impact.verdicts.iter().any(|(id, _)| *id == run.vendor("deepseek")));
    assert_eq!(impact.origins[0].outlets, 2);
    assert_eq!(impact.origins[0].origins.len(), 1);
}

#[test]
fn a_bare_id_in_two_tables_lists_both() {
    let text = WORKED.replace("[vendors.a.ratings]", "[vendors.speed.ratings]");
    let run = Run::of_text(&text);
    let reasons = run.reasons();
    let found = resolve(&run.model, &reasons.graph, "speed");
    let candidates = vec!["criteria.speed.weight".to_owned(), "verdict:speed".to_owned()];
    assert_eq!(found, Err(Unresolved::Ambiguous { candidates }));
    assert_eq!(resolved(&reasons, "vendors.speed"), resolved(&reasons, "verdict:speed"));
    let rating = resolved(&reasons, "b.speed");
    assert_eq!(name(&run.model, rating), "vendors.b.ratings.speed");
    let missing = resolve(&run.model, &reasons.graph, "verdict:spede");
    let nearest = Some("verdict:speed".to_owned());
    assert_eq!(missing, Err(Unresolved::Unknown { nearest }));
}

#[test]
fn nobody_passes_and_the_cheapest_repair_is_the_nearest_miss() {
    let text = WORKED.replace("at-least = 5", "at-least = 9.5");
    let run = Run::of_text(&text);
    let reasons = run.reasons();
    let nobody = headline(&reasons).nobody.expect("nobody passes");
    assert_eq!(nobody.stopped[0].vendors.len(), 4);
    assert_eq!(nobody.cheapest.expect("one number is enough").vendor, run.vendor("b"));
    let explanation = explain_choice(&reasons);
    assert_eq!(explanation.statements[0].says.id(), "nobody");
}

#[test]
fn dominated_and_never_best_carry_their_certificates() {
    let text = r#"
[criteria.x]
weight = 1
scale = [0, 10]
[criteria.y]
weight = 1
scale = [0, 10]
[vendors.left.ratings]
x = 10
y = 1
[vendors.right.ratings]
x = 0
y = 10
[vendors.between.ratings]
x = 4
y = 4
[vendors.below.ratings]
x = 3
y = 4
"#;
    let run = Run::of_text(text);
    let reasons = run.reasons();
    let grade = |name| explain_vendor(&reasons, run.vendor(name)).expect("there").grade;
    assert_eq!(grade("left"), None);
    assert_eq!(grade("below"), Some(Grade::Dominated { by: vec![run.vendor("between")] }));
    let Some(Grade::NeverBest { mixes }) = grade("between") else {
        panic!("a mix of left and right is better everywhere: {:?}", grade("between"));
    };
    let worth = |on: [f64; 2]| -> f64 {
        mixes[0]
            .iter()
            .map(|(id, share)| share * if *id == run.vendor("left") { on[0] } else { on[1] })
            .sum()
    };
    assert!(worth([10.0, 0.0]) >= 4.0 - 1e-9 && worth([1.0, 10.0]) >= 4.0 - 1e-9);
}

#[test]
fn evidence_that_nobody_cites_is_found_and_can_be_silenced() {
    let text =
        format!("{WORKED}\n[evidence.idle]\nclaim = \"nobody needs this\"\nsource = \"hearsay\"\n");
    let codes = |text: &str| {
        let run = Run::of_text(text);
        let reasons = run.reasons();
        findings(&reasons).iter().map(Finding::code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&text), ["unused-evidence"]);
    let silenced = format!("{text}\n[lints]\nallow = {{ unused-evidence = \"kept for later\" }}\n");
    assert!(codes(&silenced).is_empty());
}

#[test]
fn beyond_fifty_vendors_the_graph_holds_the_edge_and_those_asked_for() {
    let mut text = String::from("[criteria.x]\nweight = 1\nscale = [0, 100]\n");
    for vendor in 0..60 {
        text.push_str(&format!("[vendors.v{vendor}.ratings]\nx = {vendor}\n"));
    }
    let mut run = Run::of_text(&text);
    run.asked.vendors = vec![run.vendor("v7")];
    let reasons = run.reasons();
    let verdicts: Vec<String> = reasons
        .graph
        .nodes()
        .filter(|node| matches!(node.fact, Fact::Verdict(_)))
        .map(|node| name(&run.model, node.fact))
        .collect();
    assert_eq!(verdicts, ["verdict:v7", "verdict:v58", "verdict:v59"]);
    assert!(!reasons.is_whole);
    assert!(explain_vendor(&reasons, run.vendor("v3")).is_none());
    let of_v3 = &headline(&reasons).reasons[56];
    assert!(
        matches!(&of_v3.1, Reason::Behind(gap) if gap.rival == run.vendor("v59")),
        "everyone has a reason all the same: {of_v3:?}"
    );
}

#[test]
fn a_balance_is_called_slight_moderate_or_clear() {
    let text = r#"
[criteria.x]
weight = 1
scale = [0, 10]
[criteria.y]
weight = 1
scale = [0, 10]
[vendors.a.ratings]
x = 9
y = 2
[vendors.b.ratings]
x = 2
y = 8
"#;
    let run = Run::of_text(text);
    let reasons = run.reasons();
    let lead = reasons.lead(run.vendor("a"), run.vendor("b")).expect("a lead");
    // 0.35 for and 0.30 against: 0.05 / 0.65 < 0.1.
    assert!(
        matches!(lead.form, Some(Form::Remaining { strength: Strength::Slight, .. })),
        "{:?}",
        lead.form
    );
}
