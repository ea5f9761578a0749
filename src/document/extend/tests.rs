use std::path::{Path, PathBuf};

use crate::document::Document;
use crate::document::extend::extend;
use crate::document::node::{Node, Value};
use crate::text::diagnostic::Diagnostics;
use crate::text::source::Texts;
use crate::text::unreadable::{Reason, Unreadable};

const BASE: &str = r#"
title = "Base"
date = 2025-01-01
choose = 1
criteria-file = "../criteria/c.toml"
[vendors.a]
title = "A"
requires = ["x", "y"]
[vendors.a.ratings]
speed = { value = 6, low = 5, evidence = ["e"], requires = ["x"], otherwise = 2 }
price = 7
[vendors.b]
title = "B"
[evidence.e]
claim = "It is fast"
[expect]
chosen = ["a"]
"#;

const CRITERIA: &str = r#"
title = "Criteria"
[method]
kind = "waspas"
lambda = 0.3
[criteria.speed]
weight = { value = 60, because = "we say so" }
[criteria.price]
weight = 40
"#;

struct Read {
    texts: Texts,
    document: Document,
    diagnostics: Diagnostics,
}

fn read(outermost: &str, more: &[(&str, &str)]) -> Read {
    let mut files =
        vec![("s/main.toml", outermost), ("s/base.toml", BASE), ("criteria/c.toml", CRITERIA)];
    files.extend(more);
    let mut reader = |path: &Path| {
        let mut tidied = PathBuf::new();
        for part in path.components() {
            if part.as_os_str() == ".." {
                tidied.pop();
            } else {
                tidied.push(part);
            }
        }
        let found = files.iter().find(|(name, _)| Path::new(name) == tidied);
        let reason = Reason::Missing;
        found
            .map(|(_, content)| (*content).to_owned())
            .ok_or_else(|| Unreadable { path: path.to_path_buf(), reason })
    };
    let mut texts = Texts::default();
    let mut diagnostics = Diagnostics::default();
    let main = Path::new("s/main.toml");
    let document = extend(main, &mut reader, &mut texts, &mut diagnostics).unwrap();
    Read { texts, document, diagnostics }
}

impl Read {
    /// Code, text under the first label and message of each.
    fn said(&self) -> Vec<(&str, &str, &str)> {
        let said = self.diagnostics.iter();
        said.map(|said| (said.code, self.texts.slice(said.span().unwrap()), said.message.as_str()))
            .collect()
    }

    fn at(&self, path: &str) -> Option<String> {
        let mut node = &self.document.root;
        for name in path.split('.') {
            let Value::Table(table) = &node.value else { return None };
            node = &table.get(name)?.node;
        }
        Some(show(node))
    }
}

pub(crate) fn show(node: &Node) -> String {
    match &node.value {
        Value::String(string) => format!("{string:?}"),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Date(date) => date.clone(),
        Value::Cell(cell) => format!("<{cell}>"),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", "))
        }
        Value::Table(table) => {
            let entries = table.entries.iter();
            let shown: Vec<String> = entries
                .map(|entry| format!("{} = {}", entry.key.name, show(&entry.node)))
                .collect();
            format!("{{ {} }}", shown.join(", "))
        }
    }
}

#[test]
fn a_criteria_file_lies_under_its_scenario() {
    let read = read(BASE, &[]);
    assert_eq!(read.said(), []);
    assert_eq!(read.at("title").unwrap(), "\"Base\"");
    assert_eq!(read.at("criteria.price.weight").unwrap(), "40");
    assert_eq!(read.at("vendors.a.ratings.price").unwrap(), "7");
    assert_eq!(read.at("criteria-file"), None);
    assert_eq!(read.document.layers.len(), 2);
    assert_eq!(read.document.layers[1].title.as_ref().unwrap().value, "Criteria");
}

#[test]
fn a_what_if_states_only_what_differs() {
    let what_if = r#"
extends = "base.toml"
title = "What if"
[vendors.a]
requires = ["z"]
[vendors.a.ratings]
speed = 9
price = { value = 3, low = 2 }
[criteria.speed]
weight = 50
[method]
kind = "topsis"
[vendors.c]
new = true
title = "C"
"#;
    let read = read(what_if, &[]);
    assert_eq!(read.said(), []);
    assert_eq!(read.at("title").unwrap(), "\"What if\"");
    assert_eq!(read.at("date"), None, "a date belongs to its file");
    assert_eq!(read.at("expect"), None);
    assert_eq!(read.at("choose").unwrap(), "1");
    assert_eq!(read.at("vendors.a.title").unwrap(), "\"A\"");
    assert_eq!(read.at("vendors.a.requires").unwrap(), "[\"z\"]");
    let speed = "{ value = 9, requires = [\"x\"], otherwise = 2 }";
    assert_eq!(read.at("vendors.a.ratings.speed").unwrap(), speed);
    assert_eq!(read.at("vendors.a.ratings.price").unwrap(), "{ value = 3, low = 2 }");
    assert_eq!(read.at("criteria.speed").unwrap(), "{ weight = 50 }");
    assert_eq!(read.at("method").unwrap(), "{ kind = \"topsis\" }");
    assert_eq!(read.at("vendors.c").unwrap(), "{ title = \"C\" }");
    let overrides: Vec<(String, String, &str)> = read
        .document
        .overrides
        .iter()
        .map(|was| (was.path.join("."), show(&was.was), read.texts.slice(was.now)))
        .collect();
    assert_eq!(overrides.len(), 5);
    let weight = "{ value = 60, because = \"we say so\" }";
    let found = overrides.iter().find(|(path, ..)| path == "criteria.speed.weight").unwrap();
    assert_eq!((found.1.as_str(), found.2), (weight, "50"));
}

#[test]
fn an_id_the_base_does_not_have_is_most_likely_a_slip() {
    let what_if = "extends = 'base.toml'\n[vendors.aa]\ntitle = 'x'\n[criteria.pricee]\nweight = 1\n[assumptions.q]\nstatus = 'fails'\n[stakeholders.cfo]\nshare = 1\n";
    let read = read(what_if, &[]);
    assert_eq!(
        read.said(),
        [
            ("unknown-id", "aa", "the base has no `vendors.aa`"),
            ("unknown-id", "pricee", "the base has no `criteria.pricee`"),
            ("unknown-id", "q", "the base has no `assumptions.q`"),
        ]
    );
    let help: Vec<&str> = read.diagnostics.iter().map(|said| said.help[0].as_str()).collect();
    assert_eq!(help[..2], ["did you mean `a`?", "did you mean `price`?"]);
    assert_eq!(read.at("vendors.aa"), None);
    assert_eq!(read.at("stakeholders.cfo.share").unwrap(), "1");
}

#[test]
fn new_on_what_the_base_has_is_an_error_and_without_a_base_a_warning() {
    let twice = read("extends = 'base.toml'\n[vendors.a]\nnew = true\ntitle = 'x'\n", &[]);
    assert_eq!(twice.said(), [("not-new", "new", "`vendors.a` is not new: the base has it")]);
    let wrong = read("extends = 'base.toml'\n[vendors.z]\nnew = 1\n", &[]);
    assert_eq!(wrong.said(), [("wrong-type", "1", "`new` is `true` or absent, not an integer")]);
    let alone = read("[vendors.z]\nnew = true\n", &[]);
    let words = "`new` says nothing here: this file extends no other";
    assert_eq!(alone.said(), [("new-without-base", "new", words)]);
    assert_eq!(alone.at("vendors.z").unwrap(), "{  }");
}

#[test]
fn setting_what_is_already_so_is_a_warning() {
    let read = read("extends = 'base.toml'\n[vendors.a.ratings]\nprice = 7.0\n", &[]);
    let words = "`vendors.a.ratings.price` already has this value";
    assert_eq!(read.said(), [("override-without-effect", "7.0", words)]);
}

#[test]
fn chains_are_followed_and_cycles_named() {
    let middle = ("s/middle.toml", "extends = 'base.toml'\n[vendors.a.ratings]\nprice = 8\n");
    let chain = read("extends = 'middle.toml'\n[vendors.b.ratings]\nprice = 1\n", &[middle]);
    assert_eq!(chain.said(), []);
    assert_eq!(chain.at("vendors.a.ratings.price").unwrap(), "8");
    assert_eq!(chain.document.layers.len(), 4);
    let back = ("s/back.toml", "extends = '../s/main.toml'\n");
    let cycle = read("extends = './back.toml'\n", &[back]);
    let words = "`s/main.toml` → `s/back.toml` → `s/main.toml`: these files extend one another";
    assert_eq!(cycle.said(), [("extends-cycle", "'../s/main.toml'", words)]);
    let itself = read("extends = 'main.toml'\n", &[]);
    assert_eq!(itself.said(), [("extends-cycle", "'main.toml'", "`s/main.toml` extends itself")]);
    let numbered: Vec<(String, String)> =
        (0..50).map(|n| (format!("s/n{n}.toml"), format!("extends = 'n{}.toml'", n + 1))).collect();
    let numbered: Vec<(&str, &str)> =
        numbered.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    let long = read("extends = 'n0.toml'\n", &numbered);
    let words = "more than 32 files extend one another";
    assert_eq!(long.said(), [("chain-too-long", "'n31.toml'", words)]);
}

#[test]
fn a_what_if_may_bring_other_criteria() {
    let other = ("s/other.toml", "[criteria.quality]\nweight = 1\n");
    let read = read("extends = 'base.toml'\ncriteria-file = 'other.toml'\n", &[other]);
    assert_eq!(read.said(), []);
    assert_eq!(read.at("criteria").unwrap(), "{ quality = { weight = 1 } }");
}

#[test]
fn a_missing_base_is_said_where_it_is_named() {
    let read = read("extends = 'nothing.toml'\ntitle = 'x'\n[vendors.z]\nnew = true\n", &[]);
    let words = "cannot read `s/nothing.toml`: there is no such file";
    assert_eq!(read.said(), [("missing-file", "'nothing.toml'", words)]);
    assert_eq!(read.at("title").unwrap(), "\"x\"");
    let wrong = self::read("extends = 3\n", &[]);
    let words = "`extends` is the path of a file, not an integer";
    assert_eq!(wrong.said(), [("wrong-type", "3", words)]);
}

#[test]
fn a_criteria_file_names_no_other() {
    let linked = ("s/linked.toml", "extends = 'base.toml'\n");
    let read = read("criteria-file = 'linked.toml'\n", &[linked]);
    assert_eq!(read.said(), [("unknown-key", "extends", "a criteria file has no key `extends`")]);
    let itself = self::read("criteria-file = 'main.toml'\n", &[]);
    let words = "`s/main.toml` cannot be its own criteria file";
    assert_eq!(itself.said(), [("extends-cycle", "'main.toml'", words)]);
}
