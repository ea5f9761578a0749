//! Splits over facts, preferences and field; reversals; other criteria files.

use proptest::prelude::{any, prop_assert, proptest};

use rationale::document::overlay::Kind;
use rationale::explore::diff::diff;

use crate::drawn::flags;
use crate::support::random::{SMALL, scenarios};
use crate::support::read::{attempt, flag, scenario};

const TWO: &str = r#"
[criteria.x]
weight = 50
scale = [0, 10]
[criteria.y]
weight = 50
scale = [0, 10]
[vendors.a.ratings]
x = 4
y = 6
[vendors.b.ratings]
x = 5
y = 5
"#;

#[test]
fn ratings_and_weights_split_by_the_midpoint_formula() {
    let before = scenario(TWO, &[]);
    let after = scenario(TWO, &[flag(Kind::Rate, "a.x=8"), flag(Kind::Weight, "x=75%")]);
    let found = diff(before.side(), after.side(), 1);
    let of_a = found.splits.iter().find(|split| split.vendor == "a").unwrap();
    // Σ w̄ Δu = (0.5 + 0.75)/2 · 0.4; Σ ū Δw = 0.6 · 0.25 − 0.6 · 0.25.
    assert!((of_a.facts - 0.25).abs() < 1e-12, "{of_a:?}");
    assert!(of_a.preferences.abs() < 1e-12 && of_a.field.abs() < 1e-12, "{of_a:?}");
}

#[test]
fn a_score_that_only_others_moved_is_the_fields() {
    let local = TWO.replace("scale = [0, 10]", "type = \"number\"");
    let before = scenario(&local, &[]);
    let after = scenario(&local, &[flag(Kind::Rate, "b.x=8")]);
    let found = diff(before.side(), after.side(), 1);
    let of_a = found.splits.iter().find(|split| split.vendor == "a").unwrap();
    assert!(of_a.facts.abs() < 1e-12 && of_a.preferences.abs() < 1e-12, "{of_a:?}");
}

#[test]
fn who_enters_and_reverses_two_others_is_named() {
    // Over their own range x counts fully; a newcomer at 100 squeezes it.
    let local = r#"
[criteria.x]
weight = 60
[criteria.y]
weight = 40
[vendors.a.ratings]
x = 10
y = 1
[vendors.b.ratings]
x = 8
y = 9
[vendors.newcomer]
excluded = true
[vendors.newcomer.ratings]
x = 100
y = 0
"#;
    let before = scenario(local, &[]);
    let after = scenario(local, &[flag(Kind::Include, "newcomer")]);
    let found = diff(before.side(), after.side(), 1);
    assert_eq!(found.reversals.len(), 1);
    let reversal = &found.reversals[0];
    assert_eq!((reversal.was_ahead.as_str(), reversal.is_ahead.as_str()), ("a", "b"));
    assert_eq!(reversal.culprits, ["newcomer"]);
}

#[test]
fn scenarios_without_anything_in_common_are_compared_all_the_same() {
    let other = TWO.replace("criteria.", "criteria.other-").replace("x = ", "other-x = ");
    let other = other.replace("y = ", "other-y = ").replace("vendors.", "vendors.other-");
    let (before, after) = (scenario(TWO, &[]), scenario(&other, &[]));
    let found = diff(before.side(), after.side(), 1);
    assert!(found.splits.is_empty() && found.what_if.effects.turning.is_empty());
    assert_eq!(found.what_if.moves.len(), 4);
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(150))]

    #[test]
    fn the_three_parts_add_up_to_the_score_change(
        text in scenarios(SMALL),
        bytes in proptest::collection::vec(any::<[u8; 3]>(), 1..6),
    ) {
        let Some(before) = attempt(&[("x.toml", &text)], &[]) else { return Ok(()) };
        let typed = flags(&before.model, &bytes);
        let Some(after) = attempt(&[("x.toml", &text)], &typed) else { return Ok(()) };
        for split in diff(before.side(), after.side(), 1).splits {
            let total = split.facts + split.preferences + split.field;
            let scores = (before.score(&split.vendor), after.score(&split.vendor));
            let (Some(was), Some(is)) = scores else { continue };
            prop_assert!((total - (is - was)).abs() < 1e-9, "{split:?}: {was} to {is}");
        }
    }
}
