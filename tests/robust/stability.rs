//! Stretches of weights against plain re-evaluation, share by share.

use std::sync::atomic::AtomicBool;

use proptest::prelude::{ProptestConfig, proptest};
use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::run::decide;
use rationale::decide::settled::Settled;
use rationale::explore::robust::part::Stop;
use rationale::explore::robust::stability::{Stability, Swept, stability};
use rationale::model::id::VendorId;
use rationale::model::scenario::Model;
use rationale::reasons::basis::basis;

use crate::support::random::{Shape, scenarios};
use crate::support::read::model;

fn swept(model: &Model) -> Vec<Stability> {
    let decision = decide(model).unwrap();
    let base = Settled::new(model, &[]).unwrap();
    let basis = basis(model, &decision);
    let swept = Swept { model, reading: &decision.reading, base: &base, basis: basis.as_ref() };
    stability(&swept, Stop(&AtomicBool::new(false))).unwrap()
}

/// Whether today's choice comes out, with no place left open, when a leaf is asked for a share of the
/// whole.
fn brute(model: &Model, bench: &Bench<'_>, found: &Stability, share: f64) -> Option<bool> {
    let change = Change::Share { criterion: found.criterion, share };
    let sorted = |mut list: Vec<VendorId>| {
        list.sort_unstable();
        list
    };
    let chosen = decide(model).unwrap().reading.chosen;
    let standing = bench.run(&[change]).ok()?;
    Some(sorted(standing.chosen) == sorted(chosen) && standing.tied.is_empty())
}

fn check(text: &str, steps: u32) {
    let model = model(text);
    let Ok(decision) = decide(&model) else { return };
    if decision.reading.chosen.is_empty() || !decision.reading.tied.is_empty() {
        return;
    }
    let Ok(bench) = Bench::new(&model) else { return };
    for found in swept(&model) {
        let stretches: Vec<_> = found.holding.iter().chain(&found.others).collect();
        if found.share >= 1.0 {
            continue;
        }
        let ends: Vec<f64> = stretches.iter().flat_map(|s| [s.low, s.high]).collect();
        for step in 0..=steps {
            let share = f64::from(step) / f64::from(steps);
            if ends.iter().any(|end| (end - share).abs() < 1e-6) {
                continue;
            }
            let Some(wanted) = brute(&model, &bench, &found, share) else { continue };
            let inside = stretches.iter().any(|s| s.low < share && share < s.high);
            // What is not exact may miss a stretch below its step.
            if found.is_exact {
                assert_eq!(inside, wanted, "{found:?} at {share}\n{text}");
            }
        }
        for stretch in stretches {
            let step = 1e-5;
            if stretch.high - stretch.low < 4.0 * step {
                continue;
            }
            let at = |share: f64| brute(&model, &bench, &found, share);
            assert_ne!(at(stretch.low + step), Some(false), "{found:?}\n{text}");
            assert_ne!(at(stretch.high - step), Some(false), "{found:?}\n{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn stretches_equal_brute_force(
        text in scenarios(Shape { vendors: 5, assumptions: 2, relative: false, unknown: 9, gates: 3 })
    ) {
        check(&text, 40);
    }

    #[test]
    fn relative_values_and_group_gates_too(
        text in scenarios(Shape { vendors: 5, assumptions: 0, relative: true, unknown: 9, gates: 3 })
    ) {
        check(&text, 25);
    }
}

#[test]
fn other_methods_are_found_by_trying_and_say_so() {
    let text = "
[method]
kind = \"topsis\"
[criteria.a]
weight = 3
scale = [0, 10]
[criteria.b]
weight = 2
scale = [0, 10]
[vendors.x.ratings]
a = 9
b = 2
[vendors.y.ratings]
a = 3
b = 8
";
    let found = swept(&model(text));
    assert!(found.iter().all(|each| !each.is_exact));
    check(text, 50);
    let stretch = found[0].holding.as_ref().unwrap();
    assert!(0.4 < stretch.low && stretch.low < 0.6 && stretch.high == 1.0, "{stretch:?}");
    assert_eq!(stretch.low_rivals, [VendorId(1)]);
}

#[test]
fn a_choice_that_a_tie_break_made_is_swept_by_running_it() {
    let text = "
tie-break = [\"a\"]
[criteria.a]
weight = 1
scale = [0, 10]
[criteria.b]
weight = 1
scale = [0, 10]
[vendors.x.ratings]
a = 6
b = 4
[vendors.y.ratings]
a = 4
b = 6
";
    let found = swept(&model(text));
    assert!(found.iter().all(|each| !each.is_exact && each.holding.is_some()), "{found:?}");
    check(text, 50);
}

#[test]
fn a_place_that_twins_tie_for_is_no_longer_todays_choice_under_any_method() {
    let text = |method: &str| {
        let vendor =
            |id: &str, a: u32, b: u32| format!("[vendors.{id}.ratings]\na = {a}\nb = {b}\nc = 5\n");
        format!(
            "choose = 2\n[method]\nkind = \"{method}\"\n[criteria.g]\nweight = 1\n\
             gate = {{ at-least = \"50%\" }}\n[criteria.a]\nunder = \"g\"\nweight = 2\n\
             scale = [0, 10]\n[criteria.b]\nunder = \"g\"\nweight = 1\nscale = [0, 10]\n\
             [criteria.c]\nweight = 3\nscale = [0, 10]\n{}{}{}",
            vendor("x", 9, 8),
            vendor("y", 1, 9),
            vendor("z", 1, 9)
        )
    };
    for method in ["weighted-sum", "promethee-ii", "electre-iii"] {
        let found = swept(&model(&text(method)));
        // y and z reach half of the group where b weighs as much as a: t = 2/11 (1 − t).
        let stretch = found[1].holding.as_ref().unwrap();
        assert!((stretch.high - 2.0 / 13.0).abs() < 1e-9, "{method}: {stretch:?}");
        assert_eq!(stretch.high_rivals, [VendorId(1), VendorId(2)], "{method}");
        check(&text(method), 50);
    }
}

/// Three vendors that meet at one share: beyond it the one furthest ahead takes over, not the one
/// that crosses the tie tolerance first; `tie-break` or not.
#[test]
fn where_rivals_meet_the_one_who_is_chosen_beyond_takes_over() {
    let text = |weight: u32, tie_break: &str| {
        format!(
            "{tie_break}
[criteria.quality]
weight = {weight}
scale = [0, 10]
[criteria.price]
weight = 50
scale = [0, 10]
direction = \"minimize\"
[vendors.a]
ratings = {{ quality = 8, price = 4 }}
[vendors.b]
ratings = {{ quality = 7, price = 3 }}
[vendors.c]
ratings = {{ quality = 6, price = 2 }}
"
        )
    };
    for (text, is_exact) in [(text(51, ""), true), (text(50, "tie-break = [\"quality\"]"), false)] {
        let found = swept(&model(&text));
        assert!(found.iter().all(|each| each.is_exact == is_exact), "{text}");
        let [quality, price] = [0, 1].map(|at| found[at].holding.clone().unwrap());
        assert!((quality.low - 0.5).abs() < 1e-6, "{quality:?}");
        assert_eq!(quality.low_rivals, [VendorId(2)], "{text}");
        assert_eq!(price.high_rivals, [VendorId(2)], "{text}");
    }
}
