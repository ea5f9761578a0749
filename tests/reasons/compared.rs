//! Vendors compared in pairs: the graph holds their priorities, and each follows from its causes.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use rationale::decide::run::decide;
use rationale::model::id::{CriterionId, VendorId};
use rationale::reasons::Reasons;
use rationale::reasons::build::{Asked, build};
use rationale::reasons::explain::explain_over;
use rationale::reasons::fact::Fact;
use rationale::reasons::graph::Link;
use rationale::reasons::node::{Figure, Work};
use rationale::reasons::replay::replay;
use rationale::reasons::statement::Says;
use rationale::reasons::tie_break::{Breaker, By};

use crate::support::read::model;

/// The wharf is forbidden; the barn is a copy of the tower, so that a tie-break is asked for.
const PLACES: &str = r#"
tie-break = ["quiet", "size"]
[method]
kind = "ahp"
[criteria.quiet]
weight = 3
compare = [["garden", "tower", 3], ["tower", "wharf", 2], ["garden", "wharf", 5], ["garden", "barn", 3]]
[criteria.near]
weight = 1
compare = [["garden", "tower", "1/3"], ["tower", "wharf", 2], ["tower", "barn", 1]]
[criteria.size]
scale = [0, 10]
gate = { at-least = 1 }
[vendors.garden.ratings]
size = 3
[vendors.tower.ratings]
size = 4
[vendors.wharf.ratings]
size = 0
[vendors.barn.ratings]
size = 5
"#;

#[test]
fn priorities_stand_where_values_would_and_follow_from_the_comparisons() {
    let model = model(PLACES);
    let decision = decide(&model).expect("a decision");
    let reasons = build(&model, &decision, &Asked::default());
    let priority = |vendor, criterion| {
        let node = reasons.graph.node(Fact::Value(VendorId(vendor), CriterionId(criterion)))?;
        assert_eq!(node.work, Work::Priority);
        match node.figure {
            Figure::Number(number) => Some(number),
            _ => None,
        }
    };
    // 3 : 1 : 1 on quiet and 1 : 3 : 3 on near, the wharf left out.
    let wanted = [[3.0 / 5.0, 1.0 / 7.0], [1.0 / 5.0, 3.0 / 7.0]];
    for (vendor, wanted) in [(0, wanted[0]), (1, wanted[1]), (3, wanted[1])] {
        for (criterion, wanted) in wanted.into_iter().enumerate() {
            let found = priority(vendor, criterion).expect("a priority");
            assert!((found - wanted).abs() < 1e-9, "{vendor} {criterion}: {found}");
        }
    }
    assert_eq!(priority(2, 0), None, "nobody outside the field has a priority");
    assert!(replayed(&reasons) >= 12);
}

/// How many numbers of a graph follow from their causes; panics where a figure does not.
fn replayed(reasons: &Reasons<'_>) -> usize {
    let mut replayed = 0;
    for node in reasons.graph.nodes() {
        match (replay(reasons, node.fact), &node.figure) {
            (Some(Figure::Number(found)), Figure::Number(stored)) => {
                assert!((found - stored).abs() < 1e-12, "{:?}: {found} {stored}", node.fact);
                replayed += 1;
            }
            (Some(Figure::Lead(found)), Figure::Lead(stored)) => {
                assert!((found.amount - stored.amount).abs() < 1e-12, "{:?}", node.fact);
            }
            (Some(figure), stored) => assert_eq!(&figure, stored, "{:?}", node.fact),
            (None, _) => {
                let needs_a_run = matches!(node.work, Work::Given | Work::PutBack);
                assert!(needs_a_run, "{:?} cannot be replayed", node.fact);
            }
        }
    }
    replayed
}

/// Level on the score; on the tie-break, which has no weight, b is twice as good as a.
const LEVEL: &str = r#"
tie-break = ["feel"]
[method]
kind = "ahp"
[criteria.price]
weight = 1
compare = [["a", "b", 3], ["a", "c", 3], ["b", "c", 1]]
[criteria.quality]
weight = 1
compare = [["b", "a", 3], ["b", "c", 3], ["a", "c", 1]]
[criteria.feel]
info = true
compare = [["b", "a", 2], ["a", "c", 1]]
[vendors.a]
[vendors.b]
[vendors.c]
"#;

#[test]
fn priorities_that_break_a_tie_stand_in_the_graph_and_are_said() {
    let model = model(LEVEL);
    let decision = decide(&model).expect("a decision");
    let reasons = build(&model, &decision, &Asked::default());
    let (a, b, feel) = (VendorId(0), VendorId(1), CriterionId(2));
    for vendor in [a, b] {
        let causes = reasons.graph.causes(Fact::Rank(vendor));
        for other in [a, b] {
            let is_it = |link: &Link| link.from == Fact::Value(other, feel);
            assert!(causes.iter().any(is_it), "{vendor:?} without {other:?}");
        }
    }
    assert!(replayed(&reasons) >= 14);
    let explanation = explain_over(&reasons, a, b).expect("both stand in the graph");
    let said = explanation.statements.iter().find_map(|statement| match &statement.says {
        Says::TieBreak(own) => Some(own),
        _ => None,
    });
    let Some(Breaker { ahead, behind, criterion, by: By::Priorities([first, second]) }) = said
    else {
        panic!("{said:?}")
    };
    assert_eq!((*ahead, *behind, *criterion), (b, a, feel));
    assert!((first - 0.5).abs() < 1e-9 && (second - 0.25).abs() < 1e-9, "{first} {second}");
    // Comparisons that do not link the field break nothing, and the ranks follow all the same.
    let model = self::model(&LEVEL.replace(", [\"a\", \"c\", 1]]\n[vendors", "]\n[vendors"));
    let decision = decide(&model).expect("a decision");
    assert_eq!(decision.reading.tied, [a, b]);
    assert!(replayed(&build(&model, &decision, &Asked::default())) >= 12);
}
