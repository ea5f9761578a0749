//! Ratings near the limits of a float: counted rightly, or refused with the rating to blame.

#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use rationale::decide::completion::Completion;
use rationale::decide::evaluation::Evaluation;
use rationale::decide::run::evaluate;
use rationale::decide::run_error::RunError;
use rationale::model::id::{CriterionId, VendorId};
use rationale::report::said::refused;

use crate::support::read::model;

fn text(method: &str, [a, b]: [&str; 2]) -> String {
    format!(
        "[method]\nkind = \"{method}\"\n[criteria.speed]\nweight = 1\n[criteria.size]\nweight = 1\n\
         [vendors.a.ratings]\nspeed = 1\nsize = {a}\n[vendors.b.ratings]\nspeed = 2\nsize = {b}\n"
    )
}

fn run(method: &str, sizes: [&str; 2]) -> Result<Evaluation, RunError> {
    evaluate(&model(&text(method, sizes)), &Completion::default())
}

#[test]
fn a_column_whose_squares_overflow_still_counts() {
    for method in ["moora", "moora-reference", "topsis", "multimoora"] {
        let plain = run(method, ["1", "3"]).expect("a run").outcome.merits;
        for sizes in [["1e200", "3e200"], ["1e-200", "3e-200"]] {
            let found = run(method, sizes).expect("a run").outcome.merits;
            for (found, plain) in found.iter().zip(&plain) {
                assert!((found - plain).abs() < 1e-9, "{method} {sizes:?}: {found} {plain}");
            }
        }
    }
}

#[test]
fn what_cannot_be_computed_with_is_named() {
    let spread = ["rov", "mabac", "mairca", "vikor", "cocoso", "electre-i", "electre-ii"];
    let each = spread.map(|method| (method, ["1e308", "-1.5e308"]));
    let more = [("aras", ["1e308", "1.5e308"]), ("grey-relational", ["5", "1.7e308"])];
    for (method, sizes) in each.into_iter().chain(more) {
        let error = run(method, sizes).expect_err("a range or a sum beyond a float");
        let RunError::Method { criterion, vendor, .. } = &error else {
            unreachable!("{method}: {error:?}")
        };
        assert_eq!((*criterion, *vendor), (Some(CriterionId(1)), Some(VendorId(1))), "{method}");
        let said = refused(&model(&text(method, sizes)), &error);
        let words = format!("a rating of `size` is {}, too large to compute with", sizes[1]);
        assert!(said.message.ends_with(&words), "{}", said.message);
    }
}

#[test]
fn a_cost_that_vanishes_beside_another_is_named_rather_than_called_zero() {
    let text = text("copras", ["1e-308", "1e308"]).replacen(
        "[criteria.size]\n",
        "[criteria.size]\ndirection = \"minimize\"\n",
        1,
    );
    let error = evaluate(&model(&text), &Completion::default()).expect_err("no share");
    let said = refused(&model(&text), &error);
    let words = "a rating of `size` is 1e-308, too small to compute with";
    assert!(said.message.ends_with(words), "{}", said.message);
}

#[test]
fn the_middle_of_the_widest_interval_is_its_middle() {
    let text = "[criteria.size]\nweight = 1\nscale = [-1e308, 1e308]\n\
                [vendors.a.ratings]\nsize = { low = -1e308, high = 1e308 }\n\
                [vendors.b.ratings]\nsize = 1e307\n";
    let found = evaluate(&model(text), &Completion::default()).expect("a run").outcome.merits;
    assert!((found[0] - 0.5).abs() < 1e-12 && (found[1] - 0.55).abs() < 1e-12, "{found:?}");
}

/// COPRAS takes a benefit of 0, so it must not ask for more than that.
#[test]
fn a_negative_rating_is_refused_as_negative_and_zero_where_it_is_divided_by() {
    for (method, sizes, words) in [
        ("copras", ["-1", "3"], "is -1, and it takes no negative ratings"),
        ("ocra", ["0", "3"], "is 0, and it needs ratings above 0"),
    ] {
        let error = run(method, sizes).expect_err("a refusal");
        let said = refused(&model(&text(method, sizes)), &error);
        assert!(said.message.ends_with(words), "{}", said.message);
    }
    run("copras", ["0", "3"]).expect("a run");
}
