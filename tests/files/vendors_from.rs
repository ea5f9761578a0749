//! Vendors from a table: a row is what a person would have written, with its own place.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::path::Path;

use rationale::document::extend::extend;
use rationale::model::datum::{Datum, Quantity};
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

const SCENARIO: &str = r#"
vendors-from = "vendors.csv"
[criteria.speed]
weight = 1
scale = [0, 10]
[criteria.sso]
type = "boolean"
gate = { is = true }
[criteria.support]
weight = 1
levels = ["none", "round the clock"]
[criteria.grade]
gate = { one-of = ["1"] }
[vendors.b]
title = "Bee"
[vendors.b.ratings]
speed = { value = 7, because = "measured again" }
[vendors.z]
ratings = { speed = 1, sso = true, support = "none", grade = "1" }
"#;

/// Model, and errors as code and underlined text.
fn read(scenario: &str, table: &str) -> (Option<Model>, Vec<(String, String)>, Texts) {
    let mut texts = Texts::default();
    let mut sink = Diagnostics::default();
    let mut read = |path: &Path| {
        Ok(if path.ends_with("vendors.csv") { table.to_owned() } else { scenario.to_owned() })
    };
    let document =
        extend(Path::new("s.toml"), &mut read, &mut texts, &mut sink).expect("it always reads");
    let model = load(&document, &mut sink);
    let said = sink
        .into_sorted()
        .iter()
        .map(|said| {
            let span = said.span().expect("every mistake has its place");
            (said.code.to_owned(), texts.slice(span).to_owned())
        })
        .collect();
    (model, said, texts)
}

#[test]
fn a_row_is_a_vendor_and_its_own_table_refines_it() {
    let table = "\u{feff}id,title,speed,sso,support,grade\r\n\
                 a,\"A, \"\"the\"\" first\",5,yes,round the clock,1\r\n\
                 b,B,6,no,-,1\r\n\
                 c,,,true,unknown,1\r\n";
    let (model, said, texts) = read(SCENARIO, table);
    assert_eq!(said, []);
    let model = model.expect("no errors, so a model");
    let names: Vec<&str> = model.vendors.iter().map(|vendor| vendor.label()).collect();
    assert_eq!(names, ["A, \"the\" first", "Bee", "c", "z"]);
    let rating = |vendor: usize, criterion: usize| {
        model.vendors[vendor].ratings[criterion].as_ref().expect("it was written")
    };
    assert_eq!(rating(0, 0).quantity, Quantity::Point(Datum::Number(5.0)));
    assert_eq!(rating(0, 1).quantity, Quantity::Point(Datum::Boolean(true)));
    assert_eq!(rating(0, 2).quantity, Quantity::Point(Datum::Level(1)));
    assert_eq!(rating(0, 3).quantity, Quantity::Point(Datum::Text("1".into())));
    assert_eq!(rating(1, 0).quantity, Quantity::Point(Datum::Number(7.0)));
    assert_eq!(rating(1, 0).because.as_deref(), Some("measured again"));
    assert_eq!(rating(1, 1).quantity, Quantity::Point(Datum::Boolean(false)));
    assert_eq!(rating(2, 0).quantity, Quantity::Unknown);
    assert_eq!(texts.place(rating(0, 2).span), "vendors.csv:2");
    assert_eq!(texts.slice(rating(0, 2).span), "round the clock");
}

#[test]
fn semicolons_and_ignored_columns_are_read() {
    let scenario =
        SCENARIO.replace("\"vendors.csv\"", "{ file = \"vendors.csv\", ignore = [\"notes\"] }");
    let table = "id;notes;speed;sso;support;grade\na;cheap, but good;5;true;none;1\n";
    let (model, said, _) = read(&scenario, table);
    assert_eq!(said, []);
    assert_eq!(model.expect("no errors").vendors.len(), 3);
}

#[test]
fn mistakes_in_a_table_are_underlined_in_the_table() {
    let table = "id,speed,notes,sso,support,grade\n\
                 a,fast,x,true,none,1\n\
                 a,5,x,true,none,1\n\
                 ,5,x,true,none,1\n\
                 d,11,x,maybe,nothing,1\n\
                 e,5\n";
    let (model, said, _) = read(SCENARIO, table);
    assert!(model.is_none());
    let said: Vec<(&str, &str)> =
        said.iter().map(|(code, text)| (code.as_str(), text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("unknown-name", "notes"),
            ("wrong-type", "fast"),
            ("duplicate-key", "a"),
            ("missing-key", ""),
            ("off-scale", "11"),
            ("wrong-type", "maybe"),
            ("unknown-word", "nothing"),
            ("wrong-length", "e"),
        ]
    );
}

#[test]
fn a_column_that_is_no_criterion_is_said_once_though_some_of_its_cells_are_unknown() {
    let table = "id,speed,notes\na,5,unknown\nb,6,1\nc,7,-\nd,8,2\n";
    let (_, said, _) = read(SCENARIO, table);
    assert_eq!(said.iter().filter(|(code, _)| code == "unknown-name").count(), 1, "{said:?}");
}
