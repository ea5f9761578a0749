//! Weights become shares: groups, pure gates, weight 0, and percentages asked for by flags.

use proptest::prelude::{prop_assert, prop_assume, proptest};

use rationale::decide::completion::Completion;
use rationale::decide::run::evaluate;
use rationale::decide::run_error::RunError;
use rationale::model::id::CriterionId;
use rationale::model::scenario::Model;

use crate::support::read::{asked, model};

const TREE: &str = r#"
[criteria.capability]
weight = 60
[criteria.capacity]
under = "capability"
weight = 3
scale = [0, 10]
[criteria.experience]
under = "capability"
weight = 1
scale = [0, 10]
[criteria.price]
weight = 30
scale = [0, 10]
[criteria.support]
weight = 10
scale = [0, 10]
[criteria.colour]
weight = 0
scale = [0, 10]
[criteria.residency]
gate = { is = true }
[criteria.empty]
weight = 50
[criteria.listed]
under = "empty"
gate = { at-least = 1 }
[vendors.a.ratings]
residency = true
listed = 2
[vendors.b.ratings]
residency = true
listed = 2
"#;

#[expect(clippy::unwrap_used, reason = "a tree that cannot be divided is a mistake in the test")]
fn shares(model: &Model) -> Vec<Option<f64>> {
    evaluate(model, &Completion::default()).unwrap().shares
}

fn close(found: &[Option<f64>], expected: &[Option<f64>]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        let near = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
            (found, expected) => found == expected,
        };
        assert!(near, "{found:?} is not {expected:?}");
    }
}

#[test]
fn siblings_share_their_parents_share() {
    let expected =
        [Some(0.6), Some(0.45), Some(0.15), Some(0.3), Some(0.1), Some(0.0), None, None, None];
    close(&shares(&model(TREE)), &expected);
}

#[test]
fn a_leaf_asked_for_leaves_the_others_their_proportions() {
    let found = shares(&asked(TREE, &[("price", 0.5)]));
    let expected = [
        Some(0.6 * 5.0 / 7.0),
        Some(0.45 * 5.0 / 7.0),
        Some(0.15 * 5.0 / 7.0),
        Some(0.5),
        Some(0.1 * 5.0 / 7.0),
        Some(0.0),
        None,
        None,
        None,
    ];
    close(&found, &expected);
}

#[test]
fn a_group_and_its_member_asked_for_at_once_in_any_order() {
    let flags = [("capability", 0.4), ("capacity", 0.1)];
    let found = shares(&asked(TREE, &flags));
    let mut turned = flags;
    turned.reverse();
    assert_eq!(found, shares(&asked(TREE, &turned)));
    let expected =
        [Some(0.4), Some(0.1), Some(0.3), Some(0.45), Some(0.15), Some(0.0), None, None, None];
    close(&found, &expected);
}

#[test]
fn a_member_above_its_group_or_more_than_the_whole_is_refused() {
    for flags in [[("capability", 0.4), ("capacity", 0.5)], [("price", 0.6), ("capability", 0.5)]] {
        let found = evaluate(&asked(TREE, &flags), &Completion::default());
        assert!(matches!(found, Err(RunError::ShareOutOfReach { .. })), "{found:?}");
    }
    let members = [("capability", 0.4), ("capacity", 0.1), ("experience", 0.1)];
    let found = evaluate(&asked(TREE, &members), &Completion::default());
    let experience = CriterionId(2);
    assert_eq!(found, Err(RunError::ShareOutOfReach { criterion: experience }));
}

proptest! {
    #[test]
    fn asked_shares_are_met_and_the_whole_is_one(
        capability in 0.0_f64..1.0, capacity in 0.0_f64..1.0, price in 0.0_f64..1.0,
    ) {
        prop_assume!(capability + price < 0.999);
        let capacity = capacity * capability;
        let wanted = [("capability", capability), ("capacity", capacity), ("price", price)];
        let found = shares(&asked(TREE, &wanted));
        let leaves = [1, 2, 3, 4, 5].map(|at| found[at].unwrap());
        prop_assert!((leaves.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!((found[0].unwrap() - capability).abs() < 1e-9);
        prop_assert!((found[1].unwrap() - capacity).abs() < 1e-9);
        prop_assert!((found[3].unwrap() - price).abs() < 1e-9);
    }
}
