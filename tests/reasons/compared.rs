//! Vendors compared in pairs: the graph holds their priorities, and each follows from its causes.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::path::Path;

use rationale::decide::run::decide;
use rationale::document::extend::extend;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::load::load;
use rationale::reasons::build::{Asked, build};
use rationale::reasons::fact::Fact;
use rationale::reasons::node::{Figure, Work};
use rationale::reasons::replay::replay;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

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
    let mut texts = Texts::default();
    let mut sink = Diagnostics::default();
    let mut read = |_: &Path| Ok(PLACES.to_owned());
    let document =
        extend(Path::new("x.toml"), &mut read, &mut texts, &mut sink).expect("it is read");
    let model = load(&document, &mut sink).expect("a model");
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
    let mut replayed = 0;
    for node in reasons.graph.nodes() {
        match (replay(&reasons, node.fact), &node.figure) {
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
    assert!(replayed >= 12, "{replayed}");
}
