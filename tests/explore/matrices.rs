//! Regret worked out by hand.

use rationale::document::overlay::Kind;
use rationale::explore::matrix::matrix;

use crate::support::read::{flag, scenario};

const THREE: &str = r#"
[criteria.x]
weight = 50
scale = [0, 10]
[criteria.y]
weight = 50
scale = [0, 10]
[vendors.a.ratings]
x = 9
y = 1
[vendors.b.ratings]
x = 1
y = 8
[vendors.c.ratings]
x = 5
y = 4.5
"#;

#[test]
fn the_robust_choice_is_the_one_that_is_never_far_behind() {
    let sides = [
        scenario(THREE, &[]),
        scenario(THREE, &[flag(Kind::Weight, "x=100%")]),
        scenario(THREE, &[flag(Kind::Weight, "x=0%")]),
        scenario(THREE, &[flag(Kind::Exclude, "c")]),
    ];
    let sides: Vec<_> = sides.iter().map(|scenario| scenario.side()).collect();
    let found = matrix(&sides[..3]);
    // Scores: a .5 .9 .1, b .45 .1 .8, c .475 .5 .45; best .5 .9 .8.
    let worst: Vec<(&str, f64)> =
        found.regrets.iter().map(|regret| (regret.vendor.as_str(), regret.worst)).collect();
    assert_eq!(worst.iter().map(|each| each.0).collect::<Vec<_>>(), ["c", "a", "b"]);
    for (found, expected) in worst.iter().zip([0.4, 0.7, 0.8]) {
        assert!((found.1 - expected).abs() < 1e-12, "{worst:?}");
    }
    assert!(found.always.is_empty());
    // Excluded in one scenario, c is worth nothing there.
    let found = matrix(&sides);
    let of_c = found.regrets.iter().find(|regret| regret.vendor == "c").unwrap();
    assert!((of_c.by_scenario[3] - 0.5).abs() < 1e-12, "{of_c:?}");
}
