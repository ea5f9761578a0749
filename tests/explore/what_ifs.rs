//! Which change did it, against rebuilding every mixture of the flags from scratch.

use proptest::prelude::{any, prop_assert, prop_assert_eq, prop_assume, proptest};

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::document::node::Value;
use rationale::document::overlay::Kind;
use rationale::document::write::write;
use rationale::explore::effects::standing::{decided, standings};
use rationale::explore::what_if::{WhatIf, what_if};
use rationale::model::assumption::Status;
use rationale::model::datum::{Datum, Quantity};
use rationale::model::id::{AssumptionId, CriterionId, VendorId};

use crate::drawn::flags;
use crate::support::random::{SMALL, scenarios};
use crate::support::read::{attempt, flag, scenario};
use crate::support::worked::WORKED;

#[test]
fn one_flag_gets_all_of_the_change_and_the_other_none() {
    let before = scenario(WORKED, &[]);
    let typed = [flag(Kind::Assume, "upgrade=fails"), flag(Kind::Rate, "b.price=1")];
    let after = scenario(WORKED, &typed);
    let found = what_if(before.side(), after.side(), 1);
    let paths: Vec<String> = found.changes.iter().map(|change| change.path.join(".")).collect();
    assert_eq!(paths, ["assumptions.upgrade.status", "vendors.b.ratings.price"]);
    // c falls from 8 to 3 on speed (60 %): -0.30; b gains a tenth on price (40 %): +0.04.
    let parts: Vec<(&str, usize, f64)> = found
        .effects
        .scores
        .iter()
        .flat_map(|split| {
            let parts = split.parts.as_ref().unwrap().iter();
            parts.map(|(player, part)| (split.vendor.as_str(), *player, *part))
        })
        .filter(|part| part.2.abs() > 1e-12)
        .collect();
    assert_eq!(parts.len(), 2);
    assert!(matches!(parts[0], ("c", 0, part) | ("b", 1, part) if part.abs() > 0.03), "{parts:?}");
    let of = |name: &str| parts.iter().find(|part| part.0 == name).unwrap().2;
    assert!((of("c") + 0.30).abs() < 1e-12 && (of("b") - 0.04).abs() < 1e-12, "{parts:?}");
    let turned: Vec<(&str, &[Vec<usize>])> = found
        .effects
        .turning
        .iter()
        .map(|turning| (turning.vendor.as_str(), turning.sets.as_slice()))
        .collect();
    assert_eq!(turned, [("a", &[vec![0]][..]), ("c", &[vec![0]][..])]);
    assert!(found.effects.without.is_empty());
}

#[test]
fn a_change_of_words_is_without_effect() {
    let before = scenario(WORKED, &[]);
    let words = "vendors.a.ratings.speed={ value = 6, because = \"measured\" }";
    let typed = [flag(Kind::Set, words), flag(Kind::Rate, "d.price=9")];
    let after = scenario(WORKED, &typed);
    let found = what_if(before.side(), after.side(), 1);
    assert_eq!(found.effects.without, [0]);
    assert_eq!(found.changes[0].path.join("."), "vendors.a.ratings.speed");
}

#[test]
fn an_empty_what_if_changes_nothing() {
    let before = scenario(WORKED, &[]);
    let found = what_if(before.side(), before.side(), 1);
    assert!(found.changes.is_empty() && found.effects.scores.is_empty());
    assert!(found.effects.turning.is_empty() && found.effects.without.is_empty());
    assert!(found.moves.iter().all(|each| !each.has_moved()));
}

#[test]
fn beyond_a_dozen_changes_parts_are_sampled_and_still_add_up() {
    let mut text = "[method]\nkind = \"topsis\"\n".to_owned();
    for criterion in 0..7 {
        text.push_str(&format!(
            "[criteria.c{criterion}]\nweight = {}\nscale = [0, 10]\n",
            1 + criterion
        ));
    }
    for vendor in ["a", "b"] {
        text.push_str(&format!("[vendors.{vendor}.ratings]\n"));
        for criterion in 0..7 {
            text.push_str(&format!("c{criterion} = {}\n", 2 + (criterion * 3 + vendor.len()) % 7));
        }
    }
    text.push_str("[vendors.c.ratings]\nc0 = 9\nc1 = 1\nc2 = 5\nc3 = 4\nc4 = 6\nc5 = 3\nc6 = 8\n");
    let typed: Vec<_> = ["a", "b"]
        .iter()
        .flat_map(|vendor| {
            (0..7).map(move |at| flag(Kind::Rate, &format!("{vendor}.c{at}={}", 10 - at)))
        })
        .collect();
    let (before, after) = (scenario(&text, &[]), scenario(&text, &typed));
    let found = what_if(before.side(), after.side(), 5);
    assert!(found.effects.sampled && found.effects.players.len() > 12);
    for split in &found.effects.scores {
        let total: f64 = split.parts.iter().flatten().map(|part| part.1).sum();
        let moved = after.score(&split.vendor).unwrap() - before.score(&split.vendor).unwrap();
        assert!((total - moved).abs() < 1e-9, "{}", split.vendor);
        assert!(split.standard_error > 0.0 && split.standard_error < 0.02);
    }
    assert_eq!(found.effects, what_if(before.side(), after.side(), 5).effects, "the same seed");
}

fn paths(found: &WhatIf) -> Vec<String> {
    found.changes.iter().map(|change| change.path.join(".")).collect()
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn splits_add_up_and_sets_do_what_they_say(
        text in scenarios(SMALL),
        bytes in proptest::collection::vec(any::<[u8; 3]>(), 1..5),
    ) {
        let Some(before) = attempt(&[("x.toml", &text)], &[]) else { return Ok(()) };
        let typed = flags(&before.model, &bytes);
        let Some(after) = attempt(&[("x.toml", &text)], &typed) else { return Ok(()) };
        let found = what_if(before.side(), after.side(), 1);
        for split in &found.effects.scores {
            let Some(parts) = &split.parts else { continue };
            let total: f64 = parts.iter().map(|part| part.1).sum();
            let moved = after.score(&split.vendor).unwrap() - before.score(&split.vendor).unwrap();
            prop_assert!((total - moved).abs() < 1e-9, "{}: {} {}", split.vendor, total, moved);
        }
        // Each player by itself stands for the flags that set its paths.
        let made = |set: &[usize]| {
            let named: Vec<String> = set
                .iter()
                .flat_map(|player| &found.effects.players[*player])
                .map(|change| found.changes[*change].path.join("."))
                .collect();
            let is_made = |flag: &&rationale::document::overlay::Flag| {
                let path = match flag.kind {
                    Kind::Rate => {
                        let name = flag.words.split('=').next().unwrap_or_default();
                        let (vendor, criterion) = name.split_once('.').unwrap_or_default();
                        format!("vendors.{vendor}.ratings.{criterion}")
                    }
                    Kind::Weight => {
                        let name = flag.words.split('=').next().unwrap_or_default();
                        format!("criteria.{name}.weight")
                    }
                    Kind::Assume => {
                        let name = flag.words.split('=').next().unwrap_or_default();
                        format!("assumptions.{name}.status")
                    }
                    Kind::Exclude => format!("vendors.{}.excluded", flag.words),
                    _ => "evidence.stands.retracted".to_owned(),
                };
                named.contains(&path)
            };
            let some: Vec<_> = typed.iter().filter(is_made).cloned().collect();
            attempt(&[("x.toml", &text)], &some)
        };
        for turning in &found.effects.turning {
            for set in turning.sets.iter().filter(|_| turning.smallest) {
                let Some(mixed) = made(set) else { continue };
                let id = mixed.model.vendor_named(&turning.vendor).unwrap();
                let place = mixed.decision.places.iter().find(|place| place.vendor == id).unwrap();
                prop_assert_eq!(place.verdict, turning.to);
                for left in 0..set.len() {
                    let mut smaller = set.clone();
                    smaller.remove(left);
                    let Some(mixed) = made(&smaller) else { continue };
                    let places = &mixed.decision.places;
                    let place = places.iter().find(|place| place.vendor == id).unwrap();
                    prop_assert!(place.verdict != turning.to);
                }
            }
        }
    }

    #[test]
    fn the_order_of_flags_does_not_matter_and_a_saved_what_if_is_the_same(
        text in scenarios(SMALL),
        bytes in proptest::collection::vec(any::<[u8; 3]>(), 1..5),
    ) {
        let Some(before) = attempt(&[("x.toml", &text)], &[]) else { return Ok(()) };
        let typed = flags(&before.model, &bytes);
        let Some(after) = attempt(&[("x.toml", &text)], &typed) else { return Ok(()) };
        let found = what_if(before.side(), after.side(), 1);
        let reversed: Vec<_> = typed.iter().rev().cloned().collect();
        let again = scenario(&text, &reversed);
        let other = what_if(before.side(), again.side(), 1);
        prop_assert_eq!(paths(&found), paths(&other));
        prop_assert_eq!(&found.moves, &other.moves);
        prop_assert_eq!(&found.effects, &other.effects);
        let saved = match after.document.what_if.as_ref().map(|tree| &tree.value) {
            Some(Value::Table(tree)) => write(tree),
            _ => String::new(),
        };
        let saved = format!("extends = \"x.toml\"\n{saved}");
        let Some(file) = attempt(&[("y.toml", &saved), ("x.toml", &text)], &[]) else {
            return Ok(());
        };
        let other = what_if(before.side(), file.side(), 1);
        prop_assert_eq!(paths(&found), paths(&other));
        prop_assert_eq!(&found.moves, &other.moves);
        prop_assert_eq!(&found.effects, &other.effects);
    }

    #[test]
    fn numeric_changes_are_the_flags(
        text in scenarios(SMALL),
        bytes in proptest::collection::vec(any::<[u8; 3]>(), 1..5),
    ) {
        let Some(before) = attempt(&[("x.toml", &text)], &[]) else { return Ok(()) };
        let model = &before.model;
        let (mut typed, mut changes) = (Vec::new(), Vec::new());
        for [kind, which, what] in bytes {
            let criterion = CriterionId(usize::from(which) % model.criteria.len());
            let vendor = VendorId(usize::from(what) % model.vendors.len());
            let (what, who) = (usize::from(what) % 9 + 1, &model.vendor(vendor).name);
            let name = &model.criterion(criterion).name;
            let is_number = model
                .criterion(criterion)
                .leaf()
                .is_some_and(|leaf| leaf.rated == rationale::model::criterion::Rated::Number);
            match kind % 4 {
                0 if is_number => {
                    typed.push(flag(Kind::Rate, &format!("{who}.{name}={what}")));
                    let quantity = Quantity::Point(Datum::Number(what as f64));
                    changes.push(Change::Rating { vendor, criterion, quantity });
                }
                1 => {
                    typed.push(flag(Kind::Weight, &format!("{name}={what}")));
                    changes.push(Change::Weight { criterion, number: what as f64 });
                }
                2 if !model.assumptions.is_empty() => {
                    let assumption = AssumptionId(usize::from(which) % model.assumptions.len());
                    let name = &model.assumption(assumption).name;
                    typed.push(flag(Kind::Assume, &format!("{name}=fails")));
                    changes.push(Change::Assumption { assumption, status: Status::Fails });
                }
                3 => {
                    typed.push(flag(Kind::Exclude, who));
                    changes.push(Change::Exclude(vendor));
                }
                _ => {}
            }
        }
        let Some(after) = attempt(&[("x.toml", &text)], &typed) else { return Ok(()) };
        let standing = Bench::new(model).unwrap().run(&changes).unwrap();
        prop_assert_eq!(&standing.field, &after.decision.reading.field);
        prop_assert_eq!(&standing.merits, &after.decision.reading.outcome.merits);
        prop_assert_eq!(&standing.chosen, &after.decision.reading.chosen);
    }

    #[test]
    fn standings_are_what_decide_says(text in scenarios(SMALL)) {
        let found = attempt(&[("x.toml", &text)], &[]);
        prop_assume!(found.is_some());
        let found = found.unwrap();
        let (short, whole) = (standings(&found.model).unwrap(), decided(&found.model, &found.decision));
        for (short, whole) in short.iter().zip(&whole) {
            prop_assert_eq!(short.verdict, whole.verdict);
            prop_assert_eq!(short.score.is_some(), whole.score.is_some());
            let apart = short.score.unwrap_or(0.0) - whole.score.unwrap_or(0.0);
            prop_assert!(apart.abs() < 1e-12);
        }
    }
}
