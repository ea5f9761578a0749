use std::path::Path;

use proptest::prelude::{Strategy, any, prop_oneof, proptest};

use crate::document::Document;
use crate::document::extend::extend;
use crate::document::merge;
use crate::document::node::{Node, Value};
use crate::document::overlay::{Flag, Kind, apply, overlay};
use crate::document::write::write;
use crate::text::diagnostic::Diagnostics;
use crate::text::source::Texts;

const BASE: &str = r#"
title = "Base"
choose = 1
[method]
kind = "waspas"
lambda = 0.3
tau = 1
[vendors.a]
[vendors.a.ratings]
speed = { value = 6, low = 5, requires = ["x"] }
price = 7
[vendors."b.c"]
[criteria.speed]
weight = 60
thresholds = { q = 1, p = 2 }
[criteria.price]
weight = 40
[evidence.e]
[sources.e]
[sources.press]
[assumptions.x]
"#;

struct Read {
    texts: Texts,
    document: Document,
    diagnostics: Diagnostics,
}

fn read(base: &str, flags: &[(Kind, &str)]) -> Read {
    let mut texts = Texts::default();
    let mut diagnostics = Diagnostics::default();
    let mut reader = |_: &Path| Ok(base.to_owned());
    let document = extend(Path::new("b.toml"), &mut reader, &mut texts, &mut diagnostics).unwrap();
    let flags: Vec<Flag> = flags
        .iter()
        .map(|(kind, words)| Flag { kind: *kind, words: (*words).to_owned() })
        .collect();
    let overlay = overlay(&flags, &mut texts, &mut diagnostics);
    let document = apply(document, overlay, &mut diagnostics);
    Read { texts, document, diagnostics }
}

impl Read {
    fn said(&self) -> Vec<(&str, &str, &str)> {
        let said = self.diagnostics.iter();
        said.map(|said| (said.code, self.texts.slice(said.span().unwrap()), said.message.as_str()))
            .collect()
    }
}

fn at<'a>(node: &'a Node, path: &[&str]) -> Option<&'a Node> {
    path.iter().try_fold(node, |node, name| match &node.value {
        Value::Table(table) => table.get(name).map(|entry| &entry.node),
        _ => None,
    })
}

#[track_caller]
fn sets(flags: &[(Kind, &str)], path: &[&str], expected: &str) {
    let read = read(BASE, flags);
    assert_eq!(read.said(), []);
    let node = at(&read.document.root, path).expect("set");
    assert_eq!(crate::document::extend::tests::show(node), expected);
}

#[test]
fn every_flag_sets_what_it_stands_for() {
    let speed = &["vendors", "a", "ratings", "speed"];
    let kept = "{ value = 9, requires = [\"x\"] }";
    sets(&[(Kind::Set, "vendors.a.ratings.speed=9")], speed, kept);
    sets(&[(Kind::Rate, "a.speed=9")], speed, kept);
    sets(
        &[(Kind::Rate, "a.speed = unknown")],
        &[speed.as_slice(), &["value"]].concat(),
        "\"unknown\"",
    );
    sets(&[(Kind::Weight, "speed=50.5")], &["criteria", "speed", "weight"], "50.5");
    sets(&[(Kind::Assume, "x=fails")], &["assumptions", "x", "status"], "\"fails\"");
    sets(&[(Kind::Exclude, "a")], &["vendors", "a", "excluded"], "true");
    sets(&[(Kind::Exclude, "a=too slow")], &["vendors", "a", "excluded"], "\"too slow\"");
    sets(&[(Kind::Include, "\"b.c\"")], &["vendors", "b.c", "excluded"], "false");
    sets(&[(Kind::Method, "topsis")], &["method"], "{ kind = \"topsis\" }");
    sets(&[(Kind::Retract, "press")], &["sources", "press", "retracted"], "true");
    sets(&[(Kind::Retract, "evidence.e")], &["evidence", "e", "retracted"], "true");
    sets(
        &[(Kind::Set, "vendors.\"b.c\".ratings.price = [1, 2]")],
        &["vendors", "b.c", "ratings"],
        "{ price = [1, 2] }",
    );
    sets(&[(Kind::Set, "title=x = y")], &["title"], "\"x = y\"");
}

#[test]
fn a_path_into_a_table_that_replaces_whole_changes_one_key() {
    let thresholds = ["criteria", "speed", "thresholds"];
    sets(&[(Kind::Set, "criteria.speed.thresholds.q=0.5")], &thresholds, "{ q = 0.5, p = 2 }");
    sets(
        &[(Kind::Set, "method.lambda=0.4")],
        &["method"],
        "{ kind = \"waspas\", lambda = 0.4, tau = 1 }",
    );
    sets(
        &[(Kind::Set, "method.kind=topsis"), (Kind::Set, "method.a=1")],
        &["method"],
        "{ a = 1, kind = \"topsis\" }",
    );
    sets(
        &[(Kind::Set, "method.v=1"), (Kind::Method, "vikor")],
        &["method"],
        "{ kind = \"vikor\", v = 1 }",
    );
    sets(
        &[(Kind::Set, "vendors.a.ratings.price.sd=1")],
        &["vendors", "a", "ratings", "price"],
        "{ value = 7, sd = 1 }",
    );
}

#[test]
fn shares_stand_beside_the_tree() {
    let read =
        read(BASE, &[(Kind::Weight, "speed=50%"), (Kind::Set, "criteria.price.weight=12.5 %")]);
    assert_eq!(read.said(), []);
    let shares: Vec<(&str, f64, &str)> = read
        .document
        .shares
        .iter()
        .map(|share| {
            (share.criterion.value.as_str(), share.share.value, read.texts.slice(share.share.span))
        })
        .collect();
    assert_eq!(shares, [("price", 0.125, "12.5 %"), ("speed", 0.5, "50%")]);
}

#[test]
fn mistakes_in_flags_stand_in_the_text_of_the_flags() {
    let cases: &[(Kind, &str, &str, &str, &str)] = &[
        (Kind::Rate, "aa.speed=9", "unknown-id", "aa", "there is no `vendors.aa`"),
        (Kind::Weight, "sped=50%", "unknown-id", "sped", "no criterion is called `sped`"),
        (Kind::Retract, "e", "ambiguous-id", "e", "`e` is evidence and a source"),
        (Kind::Retract, "pres", "unknown-id", "pres", "no evidence and no source is called `pres`"),
        (
            Kind::Rate,
            "speed=9",
            "flag-path",
            "speed",
            "`--rate` takes a vendor, a point, a criterion",
        ),
        (Kind::Exclude, "b.c", "flag-path", "b.c", "`--exclude` takes one name"),
        (Kind::Set, "a", "flag-value", "a", "`--set` needs a value after an `=`"),
        (Kind::Set, "title=", "flag-value", "title=", "`--set` needs a value after an `=`"),
        (Kind::Set, "title=[1", "flag-value", "", "this array is never closed"),
        (Kind::Set, "a..b=1", "flag-path", ".", "a name is missing in the path"),
        (
            Kind::Weight,
            "speed=101%",
            "flag-value",
            "101%",
            "a share of the whole lies between 0% and 100%",
        ),
        (
            Kind::Weight,
            "speed=NaN%",
            "flag-value",
            "NaN%",
            "a share of the whole lies between 0% and 100%",
        ),
        (Kind::Method, "a=b", "flag-value", "a=b", "`--method` takes no value"),
        (
            Kind::Set,
            "choose.x=1",
            "flag-path",
            "x",
            "nothing can be set in `choose`: it is an integer",
        ),
        (Kind::Set, "expect.chosen=[]", "flag-path", "expect", "`expect` cannot be set by a flag"),
    ];
    for (kind, words, code, under, message) in cases {
        let read = read(BASE, &[(Kind::Exclude, "a"), (*kind, words)]);
        assert_eq!(read.said(), [(*code, *under, *message)], "{words}");
        let span = read.diagnostics.iter().next().unwrap().span().unwrap();
        assert_eq!(read.texts.get(span.text).name, "flags");
        assert_eq!(read.texts.position(span).line, 2);
    }
}

#[test]
fn a_flag_on_an_unknown_id_is_answered_with_the_ids_there_are() {
    let help = |kind, words| {
        let read = read(BASE, &[(kind, words)]);
        read.diagnostics.iter().flat_map(|each| each.help.clone()).collect::<Vec<String>>()
    };
    assert_eq!(help(Kind::Rate, "aa.speed=9"), ["did you mean `a`?"]);
    let helped = help(Kind::Rate, "stranger.speed=9");
    assert!(helped.len() == 1 && helped[0].starts_with("there are `a`"), "{helped:?}");
    let helped = help(Kind::Assume, "stranger=holds");
    assert_eq!(helped, ["there is only `x`"]);
    let bare = read("[vendors.a]", &[(Kind::Assume, "x=holds")]);
    let helped: Vec<&str> =
        bare.diagnostics.iter().flat_map(|each| &each.help).map(String::as_str).collect();
    assert_eq!(helped, ["there are no assumptions"]);
}

#[test]
fn two_flags_that_differ_are_refused_and_two_that_agree_are_one() {
    let agree =
        read(BASE, &[(Kind::Rate, "a.price=9"), (Kind::Set, "vendors.a.ratings.price=9.0")]);
    assert_eq!(agree.said(), []);
    let differ = read(BASE, &[(Kind::Rate, "a.price=9"), (Kind::Set, "vendors.a.ratings.price=8")]);
    let words = "two flags give `vendors.a.ratings.price` different values";
    assert_eq!(differ.said(), [("flag-twice", "vendors.a.ratings.price=8", words)]);
    let differ = read(BASE, &[(Kind::Exclude, "a"), (Kind::Include, "a")]);
    assert_eq!(differ.said().len(), 1);
    let differ = read(BASE, &[(Kind::Weight, "speed=5"), (Kind::Weight, "speed=5%")]);
    let words = "two flags give `speed` different values";
    assert_eq!(differ.said(), [("flag-twice", "5%", words)]);
}

/// The document of a what-if file that says what the flags said.
fn saved(read: &Read) -> Read {
    let Some(Node { value: Value::Table(what_if), .. }) = &read.document.what_if else { panic!() };
    let saved = format!("extends = \"b.toml\"\n{}", write(what_if));
    let mut texts = Texts::default();
    let mut diagnostics = Diagnostics::default();
    let mut reader =
        |path: &Path| Ok(if path == Path::new("b.toml") { BASE.to_owned() } else { saved.clone() });
    let document =
        extend(Path::new("saved.toml"), &mut reader, &mut texts, &mut diagnostics).unwrap();
    Read { texts, document, diagnostics }
}

fn any_flag() -> impl Strategy<Value = (Kind, String)> {
    let kinds = [
        Kind::Set,
        Kind::Rate,
        Kind::Weight,
        Kind::Assume,
        Kind::Exclude,
        Kind::Include,
        Kind::Method,
        Kind::Retract,
    ];
    let words = "(vendors|a|c|ratings|lambda|criteria|weight|thresholds|q|speed|price|method|x|\"b.c\"|e|press|kind|[a-z.\"'=%\\[{ \u{e9}]{0,6})";
    let words = proptest::collection::vec(words, 1..5);
    (proptest::sample::select(kinds.to_vec()), words, "(=[0-9a-z%\\[\\]]{0,4})?")
        .prop_map(|(kind, names, value)| (kind, format!("{}{value}", names.join("."))))
}

/// Flags that fit the document, so that most runs get past the first mistake.
fn fitting() -> impl Strategy<Value = (Kind, String)> {
    let flags = [
        (Kind::Set, "vendors.a.ratings.speed.low=4.5"),
        (Kind::Set, "vendors.a.ratings.price={value = 1, sd = 2}"),
        (Kind::Set, "vendors.n.new=true"),
        (Kind::Set, "vendors.n.ratings.speed=1"),
        (Kind::Set, "method.lambda=0.9"),
        (Kind::Set, "method={kind = 'vikor', v = 0.1}"),
        (Kind::Set, "method.kind=topsis"),
        (Kind::Set, "criteria.speed.thresholds.p=7"),
        (Kind::Set, "criteria.price.gate.at-least=7"),
        (Kind::Set, "evidence.e.sources=['press']"),
        (Kind::Set, "stakeholders.\"c f o\".share=1"),
        (Kind::Set, "choose=2"),
        (Kind::Rate, "a.speed=9"),
        (Kind::Rate, "a.price=unknown"),
        (Kind::Rate, "\"b.c\".price=1"),
        (Kind::Weight, "speed=1e1"),
        (Kind::Assume, "x=fails"),
        (Kind::Exclude, "a=too \"slow\""),
        (Kind::Include, "a"),
        (Kind::Method, "topsis"),
        (Kind::Retract, "press"),
        (Kind::Retract, "sources.e"),
    ];
    proptest::sample::select(flags.to_vec()).prop_map(|(kind, words)| (kind, words.to_owned()))
}

fn flag() -> impl Strategy<Value = (Kind, String)> {
    prop_oneof![4 => fitting(), 1 => any_flag()]
}

proptest! {
    #[test]
    fn any_flags_in_any_order_say_the_same(flags in proptest::collection::vec(flag(), 0..5), turn in any::<usize>()) {
        let mut flags: Vec<(Kind, &str)> = flags.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        let one = read(BASE, &flags);
        let len = flags.len().max(1);
        flags.rotate_left(turn % len);
        flags.reverse();
        let other = read(BASE, &flags);
        if one.diagnostics.has_errors() {
            assert!(other.diagnostics.has_errors());
        } else {
            let show = crate::document::extend::tests::show;
            assert_eq!(show(&one.document.root), show(&other.document.root));
            let mut saved = saved(&one);
            assert!(!saved.diagnostics.has_errors());
            let mut flagged = one.document.root;
            for root in [&mut flagged, &mut saved.document.root] {
                let Value::Table(table) = &mut root.value else { panic!() };
                table.entries.retain(|entry| entry.key.name != "title");
            }
            assert!(merge::same(&flagged, &saved.document.root), "{}", show(&saved.document.root));
        }
    }
}
