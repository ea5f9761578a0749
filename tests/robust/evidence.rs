//! Belief over independent origins: echoes count for nothing, origins, age and contradiction do.

use std::fmt::Write;

use rationale::explore::evidence::belief::beliefs;
use rationale::explore::robust::robustness::Vary;
use rationale::explore::robust::weight_space::Weights;

use crate::robust;
use crate::support::read::model;

const VENDORS: &str = "
[criteria.a]
weight = 1
scale = [0, 10]
[vendors.x.ratings]
a = { value = 6, evidence = [\"claim\"] }
[vendors.y.ratings]
a = 5
";

/// A claim with so many origins of channel 0.75 and so many echoes of the first.
fn claim(origins: usize, echoes: usize, settings: &str) -> String {
    let mut text = format!("date = 2025-02-11\n{VENDORS}");
    text.push_str(&format!("[evidence-settings]\nchannels = {{ C = 0.75 }}\n{settings}\n"));
    let mut named = Vec::new();
    for idx in 0..origins {
        let _ = writeln!(text, "[sources.o{idx}]\nreliability = \"C\"");
        named.push(format!("\"o{idx}\""));
    }
    for idx in 0..echoes {
        let _ = writeln!(text, "[sources.e{idx}]\nreliability = \"A\"\nrelays = [\"o0\"]");
        named.push(format!("\"e{idx}\""));
    }
    let _ = writeln!(text, "[evidence.claim]\nclaim = \"x\"\ndate = 2025-01-12");
    let _ = writeln!(text, "sources = [{}]", named.join(", "));
    text
}

fn posterior(text: &str) -> f64 {
    beliefs(&model(text))[0].posterior
}

#[test]
fn a_hundred_echoes_change_no_number_and_one_origin_does() {
    let alone = posterior(&claim(1, 0, ""));
    assert!((alone - 0.75).abs() < 1e-12);
    assert_eq!(posterior(&claim(1, 100, "")), alone);
    assert!(posterior(&claim(2, 0, "")) > 0.89);
    let spread = "spread-from-grade = { C = 0.2 }";
    let ratings = Vary { weights: false, ratings: true, assumptions: false };
    let shares = |origins, echoes| {
        let model = model(&claim(origins, echoes, spread));
        robust(&model, Weights::Any, ratings, 4096).unwrap().acceptability
    };
    assert_eq!(shares(1, 0), shares(1, 100));
}

#[test]
fn four_independent_origins_give_988_in_a_thousand() {
    assert!((posterior(&claim(4, 0, "")) - 81.0 / 82.0).abs() < 1e-12);
}

#[test]
fn reports_age_towards_the_prior_and_contradiction_pulls_back() {
    // Thirty days at a half-life of thirty: half of ln 3.
    let aged = posterior(&claim(1, 0, "half-life-days = 30"));
    assert!((aged / (1.0 - aged) - 3.0_f64.sqrt()).abs() < 1e-9);
    let prior = posterior(&claim(1, 0, "prior = 0.2"));
    assert!((prior / (1.0 - prior) - 0.75).abs() < 1e-12);
    let mut text = claim(2, 0, "");
    text.push_str("[sources.other]\nreliability = \"C\"\n[evidence.denial]\nclaim = \"not x\"\nsources = [\"other\"]\ncontradicts = [\"claim\"]\n");
    let found = beliefs(&model(&text));
    assert!((found[0].posterior - 0.75).abs() < 1e-12);
    assert!((found[1].posterior - 0.25).abs() < 1e-12);
    assert_eq!(found[0].contradicted_by, [found[1].claim]);
    assert_eq!(found[1].contradicted_by, [found[0].claim], "said once, it goes both ways");
    let withdrawn = text.replace("[sources.other]", "[sources.other]\nretracted = true");
    assert!((posterior(&withdrawn) - 0.9).abs() < 1e-12);
}

#[test]
fn ratings_take_a_spread_from_their_grade_only_where_the_file_says_so() {
    let ratings = Vary { weights: false, ratings: true, assumptions: false };
    let sure = |settings: &str| {
        let model = model(&claim(1, 0, settings));
        let found = robust(&model, Weights::Any, ratings, 4096).unwrap();
        (found.tornado.len(), found.acceptability.vendors[0].chosen.figure)
    };
    assert_eq!(sure(""), (0, 1.0));
    let (bars, chosen) = sure("spread-from-grade = { C = 0.1 }");
    // One standard deviation ahead: Φ(1) = 0.841.
    assert_eq!(bars, 1);
    assert!((chosen - 0.841).abs() < 0.03, "{chosen}");
    assert_eq!(sure("spread-from-grade = { A = 0.1 }"), (0, 1.0), "another grade");
}
