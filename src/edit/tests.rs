use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

use crate::edit::{Target, add, remove, rename, set};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::{TextEdit, apply};
use crate::text::id::TextId;
use crate::text::source::{Origin, Text, Texts};

const FILE: &str = r#"#:schema ../schema.json

title = "T"            # shown
choose = 1
tie-break = [ 'speed', "price" ]

# The vendors.
[vendors.a]
title = "A"
requires = ["x"]       # legal
[vendors.a.ratings]
  speed = { value = 6.50, evidence = ["e"], requires = ["x"], otherwise = 2 } # fast
  price = 7

[vendors.b]
ratings.speed = 3
ratings.price = 1_000

[criteria.speed]
weight = 60
thresholds = {q = 1, p = 2}
notes = {}

[criteria.price]
under = "speed"

[evidence.e]
claim = "e"
sources = ["e"]
contradicts = [
    "f", # one
    "e",
]

[assumptions.x]
claim = "x"

[method]
kind = "choquet"
[[method.interactions]]
between = ["speed", "price"]
strength = 0.1

[expect]
chosen = ["a"]
"#;

fn text() -> TextId {
    let text = Text { name: "x".into(), content: String::new(), origin: Origin::Flags };
    Texts::default().add(text)
}

type Edited = Result<Vec<TextEdit>, Box<Diagnostic>>;

fn edited(content: &str, edit: impl Fn(&Target<'_>) -> Edited) -> Result<String, Box<Diagnostic>> {
    let target = Target::new(content, text()).expect("no syntax mistakes");
    edit(&target).map(|edits| apply(content, &edits).expect("edits apply"))
}

/// Lines taken out and put in, in the order of the text; all other bytes must be the same.
fn difference(before: &str, after: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split('\n').collect(), after.split('\n').collect());
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let out = old[start..old.len() - end].iter().map(|line| format!("-{line}"));
    out.chain(new[start..new.len() - end].iter().map(|line| format!("+{line}"))).collect()
}

fn names(path: &str) -> Vec<String> {
    let (segments, _) = crate::document::path::parse(path).unwrap();
    segments.into_iter().map(|segment| segment.name).collect()
}

fn setting(content: &str, path: &str, value: &str) -> Result<String, Box<Diagnostic>> {
    let path = names(path);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    edited(content, |target| set(target, &path, value))
}

fn removing(content: &str, path: &str) -> Result<String, Box<Diagnostic>> {
    let path = names(path);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    edited(content, |target| remove(target, &path))
}

#[track_caller]
fn sets(path: &str, value: &str, expected: &[&str]) {
    let after = setting(FILE, path, value).unwrap();
    assert_eq!(difference(FILE, &after), expected, "{path} = {value}");
    let crlf = FILE.replace('\n', "\r\n");
    let marked = format!("\u{feff}{crlf}");
    let after_crlf = setting(&marked, path, value).unwrap();
    assert_eq!(after_crlf, format!("\u{feff}{}", after.replace('\n', "\r\n")), "{path} = {value}");
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    sets(
        "title",
        "Other",
        &["-title = \"T\"            # shown", "+title = \"Other\"            # shown"],
    );
    sets("vendors.b.ratings.price", "2.50", &["-ratings.price = 1_000", "+ratings.price = 2.50"]);
    sets(
        "criteria.speed.thresholds.q",
        "0.5",
        &["-thresholds = {q = 1, p = 2}", "+thresholds = {q = 0.5, p = 2}"],
    );
    sets("choose", "1", &[]);
    sets(
        "tie-break",
        "['price']",
        &["-tie-break = [ 'speed', \"price\" ]", "+tie-break = ['price']"],
    );
}

#[test]
fn a_bare_value_over_a_rating_keeps_its_conditions() {
    sets(
        "vendors.a.ratings.speed",
        "9.0",
        &[
            "-  speed = { value = 6.50, evidence = [\"e\"], requires = [\"x\"], otherwise = 2 } # fast",
            "+  speed = { value = 9.0, requires = [\"x\"], otherwise = 2 } # fast",
        ],
    );
}

#[test]
fn a_new_key_goes_after_the_last_of_its_table() {
    sets("vendors.a.ratings.quality", "5", &["+  quality = 5"]);
    sets("vendors.b.ratings.quality", "5", &["+ratings.quality = 5"]);
    sets("vendors.b.title", "B", &["+title = \"B\""]);
    sets("close-call", "0.02", &["+close-call = 0.02"]);
    sets("criteria.speed.notes.x", "1", &["-notes = {}", "+notes = { x = 1 }"]);
    let thresholds = ["-thresholds = {q = 1, p = 2}", "+thresholds = {q = 1, p = 2, v = 9}"];
    sets("criteria.speed.thresholds.v", "9", &thresholds);
    sets("vendors.a.\"odd key\"", "true", &["+\"odd key\" = true"]);
}

#[test]
fn a_missing_table_gets_a_header_beside_its_kin() {
    sets("vendors.c.title", "C", &["+[vendors.c]", "+title = \"C\"", "+"]);
    sets("sources.s.title", "S", &["+[sources.s]", "+title = \"S\"", "+"]);
    sets("assumptions.y.status", "holds", &["+[assumptions.y]", "+status = \"holds\"", "+"]);
    sets(
        "vendors.c",
        "{ title = \"C\", requires = [\"x\"] }",
        &["+[vendors.c]", "+title = \"C\"", "+requires = [\"x\"]", "+"],
    );
    sets("criteria.price.gate", "{ at-least = 3 }", &["+gate = { at-least = 3 }"]);
    sets("vendors.note", "1", &["+[vendors]", "+note = 1", "+"]);
    sets("criteria.\"a.b\".weight", "1", &["+[criteria.\"a.b\"]", "+weight = 1", "+"]);
}

#[test]
fn an_empty_file_and_one_without_a_last_line_end_can_be_set() {
    assert_eq!(setting("", "title", "x").unwrap(), "title = \"x\"\n");
    assert_eq!(setting("", "vendors.a.title", "x").unwrap(), "[vendors.a]\ntitle = \"x\"\n");
    assert_eq!(setting("a = 1", "b", "2").unwrap(), "a = 1\nb = 2");
    assert_eq!(setting("a = 1", "v.b.c", "2").unwrap(), "a = 1\n\n[v.b]\nc = 2");
    assert_eq!(setting("[v.a]", "v.a.b", "2").unwrap(), "[v.a]\nb = 2");
    assert_eq!(setting("[v.a]\n", "b", "2").unwrap(), "b = 2\n\n[v.a]\n");
    assert_eq!(setting("# about\n\n[v]\n", "b", "2").unwrap(), "# about\nb = 2\n\n[v]\n");
    assert_eq!(setting("# of v\n[v]\n", "b", "2").unwrap(), "b = 2\n\n# of v\n[v]\n");
    assert_eq!(
        setting("v = {\n  a = 1, # x\n}\n", "v.b", "2").unwrap(),
        "v = {\n  a = 1, b = 2, # x\n}\n"
    );
    assert_eq!(setting("v = { a.b = 1 }\n", "v.a.c", "2").unwrap(), "v = { a.b = 1, a.c = 2 }\n");
}

#[test]
fn what_cannot_be_set_is_refused() {
    let refusal = |path, value| setting(FILE, path, value).unwrap_err();
    assert_eq!(refusal("vendors.a", "1").message, "`vendors.a` is a table; set one of its keys");
    assert_eq!(refusal("title.x", "1").message, "nothing can be set in `title`: it is a string");
    assert_eq!(refusal("title", "[1").code, "bad-value");
    assert_eq!(refusal("title", "").code, "bad-value");
    assert_eq!(refusal("method.interactions", "1").code, "edit-refused");
    let taken = edited(FILE, |target| add(target, &["vendors", "a"], "")).unwrap_err();
    assert_eq!(
        (taken.code, taken.message.as_str()),
        ("already-there", "`vendors.a` is already there")
    );
    let broken = Target::new("a = \n", text()).unwrap_err();
    assert_eq!(broken[0].code, "syntax");
}

#[test]
fn an_id_is_added_with_a_header_of_its_own() {
    let after = edited(FILE, |target| add(target, &["vendors", "new one"], "")).unwrap();
    assert_eq!(difference(FILE, &after), ["+[vendors.\"new one\"]", "+"]);
}

#[test]
fn what_is_removed_takes_its_line_or_its_comma_along() {
    let removes = |path: &str, expected: &[&str]| {
        let after = removing(FILE, path).unwrap();
        assert_eq!(difference(FILE, &after), expected, "{path}");
    };
    removes("choose", &["-choose = 1"]);
    removes("vendors.b.ratings.speed", &["-ratings.speed = 3"]);
    removes("vendors.b.ratings", &["-ratings.speed = 3", "-ratings.price = 1_000"]);
    removes(
        "criteria.speed.thresholds.q",
        &["-thresholds = {q = 1, p = 2}", "+thresholds = {p = 2}"],
    );
    removes(
        "criteria.speed.thresholds.p",
        &["-thresholds = {q = 1, p = 2}", "+thresholds = {q = 1}"],
    );
    removes(
        "evidence.e.contradicts",
        &["-contradicts = [", "-    \"f\", # one", "-    \"e\",", "-]"],
    );
    removes("vendors.b", &["-[vendors.b]", "-ratings.speed = 3", "-ratings.price = 1_000", "-"]);
    removes("expect", &["-[expect]", "-chosen = [\"a\"]", "-"]);
    removes(
        "method.interactions",
        &["-[[method.interactions]]", "-between = [\"speed\", \"price\"]", "-strength = 0.1", "-"],
    );
    assert_eq!(removing("v = { a.b = 1, a.c = 2 }\n", "v.a").unwrap(), "v = {}\n");
    assert_eq!(removing("v = { a.b = 1, z = 3, a.c = 2 }\n", "v.a").unwrap(), "v = { z = 3 }\n");
    assert_eq!(removing("v = { a = 1, b = 2, c = 3 }\n", "v.b").unwrap(), "v = { a = 1, c = 3 }\n");
}

#[test]
fn what_is_named_elsewhere_is_not_removed() {
    let refused = |path: &str| {
        let refusal = removing(FILE, path).unwrap_err();
        let places = refusal.labels.iter();
        let places = places.map(|label| FILE[label.span.start..label.span.end].to_owned());
        (refusal.code, places.collect::<Vec<_>>())
    };
    assert_eq!(refused("vendors.a"), ("still-referenced", vec!["\"a\"".to_owned()]));
    assert_eq!(refused("assumptions.x").1.len(), 2);
    assert_eq!(refused("criteria.price").1, ["\"price\"", "price", "price", "\"price\""]);
    assert_eq!(refused("evidence.e").1, ["\"e\"", "\"e\""]);
    let missing = removing(FILE, "vendors.bb").unwrap_err();
    assert_eq!((missing.code, missing.help[0].as_str()), ("unknown-id", "did you mean `b`?"));
}

#[test]
fn a_new_name_reaches_every_place_that_names_it() {
    let after = edited(FILE, |target| rename(target, "criteria", "speed", "pace")).unwrap();
    let expected = FILE
        .replace("'speed'", "'pace'")
        .replace("\"speed\"", "\"pace\"")
        .replace("  speed = ", "  pace = ")
        .replace("ratings.speed", "ratings.pace")
        .replace("criteria.speed", "criteria.pace");
    assert_eq!(after, expected);
    let after = edited(FILE, |target| rename(target, "vendors", "a", "a.b")).unwrap();
    let expected = FILE.replace("vendors.a", "vendors.\"a.b\"").replace("[\"a\"]", "[\"a.b\"]");
    assert_eq!(after, expected);
    let after = edited(FILE, |target| rename(target, "evidence", "e", "f2")).unwrap();
    let expected = FILE
        .replace("evidence.e", "evidence.f2")
        .replace("evidence = [\"e\"]", "evidence = [\"f2\"]")
        .replace("    \"e\",", "    \"f2\",");
    assert_eq!(after, expected, "the claim and the source called e stay");
    let taken = edited(FILE, |target| rename(target, "vendors", "a", "b")).unwrap_err();
    assert_eq!(taken.code, "already-there");
    let missing = edited(FILE, |target| rename(target, "vendors", "aa", "c")).unwrap_err();
    assert_eq!((missing.code, missing.help[0].as_str()), ("unknown-id", "did you mean `a`?"));
}

fn paths() -> impl Strategy<Value = String> {
    let first = "(vendors|criteria|title|method|evidence|expect|new)";
    let more = "(\\.(a|b|speed|price|ratings|x|thresholds|q|notes|\"od d\"|value)){0,4}";
    (first, more).prop_map(|(first, more)| format!("{first}{more}"))
}

fn values() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "1",
        "2.50",
        "word",
        "\"q\\\"\"",
        "[1, 2]",
        "{ a = 1, b.c = 2 }",
        "{}",
        "2025-01-01",
        "\u{e9}",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    /// An oracle: the tree of the `toml` crate before and after differs by the value alone.
    #[test]
    fn a_set_changes_nothing_but_the_value(path in paths(), value in values(), crlf in 0..2) {
        let file = if crlf == 1 { FILE.replace('\n', "\r\n") } else { FILE.to_owned() };
        let Ok(after) = setting(&file, &path, &value) else { return Ok(()) };
        let mut before: toml::Value = toml::from_str(&file).unwrap();
        let mut new: toml::Value = toml::from_str(&after).unwrap();
        let path = names(&path);
        prop_assert!(take(&mut new, &path).is_some());
        take(&mut before, &path);
        // Tables made on the way are empty once the value is taken out.
        prune(&mut new);
        prune(&mut before);
        prop_assert_eq!(before, new);
        prop_assert_eq!(after.matches('#').count(), file.matches('#').count());
        prop_assert_eq!(after.matches('\r').count() == after.matches('\n').count(), crlf == 1);
    }

    #[test]
    fn a_value_set_and_removed_again_leaves_the_rest(path in paths(), value in values()) {
        let Ok(after) = setting(FILE, &path, &value) else { return Ok(()) };
        let Ok(back) = removing(&after, &path) else { return Ok(()) };
        let mut before: toml::Value = toml::from_str(FILE).unwrap();
        take(&mut before, &names(&path));
        let mut back: toml::Value = toml::from_str(&back).unwrap();
        prune(&mut before);
        prune(&mut back);
        prop_assert_eq!(before, back);
    }
}

fn take(value: &mut toml::Value, path: &[String]) -> Option<toml::Value> {
    let table = value.as_table_mut()?;
    match path {
        [] => None,
        [last] => table.remove(last),
        [first, rest @ ..] => take(table.get_mut(first)?, rest),
    }
}

fn prune(value: &mut toml::Value) {
    let Some(table) = value.as_table_mut() else { return };
    table.iter_mut().for_each(|(_, value)| prune(value));
    let empty = |value: &toml::Value| value.as_table().is_some_and(toml::Table::is_empty);
    let names: Vec<String> =
        table.iter().filter(|(_, value)| empty(value)).map(|(name, _)| name.clone()).collect();
    for name in names {
        table.remove(&name);
    }
}
