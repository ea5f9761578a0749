//! Ratings inside a method's parameters enter it as the vendors' ratings do: with a target by value.

#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use rationale::decide::completion::Completion;
use rationale::decide::evaluation::Evaluation;
use rationale::decide::run::evaluate;

use crate::support::read::model;

/// Two vendors on speed and on a second criterion, written as it is given.
fn run(method: &str, criterion: &str, ratings: [&str; 2]) -> Evaluation {
    let [a, b] = ratings;
    let text = format!(
        "[method]\n{method}\n[criteria.speed]\nscale = [0, 10]\nweight = 1\n\
         [criteria.warmth]\nweight = 1\n{criterion}\n\
         [vendors.a.ratings]\nspeed = 6\nwarmth = {a}\n\
         [vendors.b.ratings]\nspeed = 4\nwarmth = {b}\n"
    );
    evaluate(&model(&text), &Completion::default()).expect("a run")
}

/// Warmth of 20 is best, and worth nothing at 0 and 40: of 21 and 35 the values are 0.95 and 0.25.
const TARGET: &str =
    "scale = [0, 40]\nvalue-function = { target = { best = 20, zero-at = [0, 40] } }";

/// The same said by values: a parameter's rating `at` is `worth` so much.
fn assert_enters_by_value(method: &str, at: &str, worth: &str) {
    let target = run(&method.replace('@', at), TARGET, ["21", "35"]);
    let values = run(&method.replace('@', worth), "scale = [0, 1]", ["0.95", "0.25"]);
    assert_eq!(target.outcome.details, values.outcome.details);
    assert_eq!(target.outcome.merits.len(), 2);
    for (target, value) in target.outcome.merits.iter().zip(&values.outcome.merits) {
        assert!((target - value).abs() < 1e-12, "{method}: {target} {value}");
    }
}

#[test]
fn profiles_of_electre_tri_b() {
    let profiles = "kind = \"electre-tri-b\"\n[[method.profiles]]\n\
                    ratings = { speed = 5, warmth = @ }";
    assert_enters_by_value(profiles, "18", "0.9");
    // Above the profile everywhere, and below it everywhere: the two categories.
    let found = run(&profiles.replace('@', "18"), TARGET, ["21", "35"]);
    assert_eq!(found.ranks, [1, 2]);
    assert_ne!(found.outcome.merits[0], found.outcome.merits[1]);
}

#[test]
fn the_ideal_of_aras_and_spotis() {
    for kind in ["aras", "spotis"] {
        let ideal = format!("kind = \"{kind}\"\nideal = {{ warmth = @ }}");
        assert_enters_by_value(&ideal, "24", "0.8");
    }
}

#[test]
fn characteristic_values_of_comet_that_rise_to_the_target_and_fall_again() {
    let values = "kind = \"comet\"\ncharacteristic-values = { speed = [0, 10], warmth = @ }";
    assert_enters_by_value(values, "[0, 10, 20, 40]", "[0, 0.5, 1]");
}

#[test]
fn levels_and_booleans_enter_as_the_vendors_do() {
    let profiles = "kind = \"electre-tri-b\"\n[[method.profiles]]\n\
                    ratings = { speed = 5, warmth = @ }";
    let levels = "levels = { cold = 0, mild = 0.3, warm = 1 }";
    let found = run(&profiles.replace('@', "\"mild\""), levels, ["\"warm\"", "\"cold\""]);
    let values = run(&profiles.replace('@', "0.3"), "scale = [0, 1]", ["1", "0"]);
    assert_eq!(found.outcome, values.outcome);
    let found = run(&profiles.replace('@', "true"), "type = \"boolean\"", ["true", "false"]);
    let values = run(&profiles.replace('@', "1"), "scale = [0, 1]", ["1", "0"]);
    assert_eq!(found.outcome, values.outcome);
}
