//! One hash for every input that counts: two runs with the same hash decide the same.
//! Over the merged document, flags included; what only people read, paths and layout do not count.

use crate::document::Document;
use crate::document::node::{Node, Table, Value};
use crate::report::json::envelope::sha256;

/// Keys of the root that say nothing about the decision.
const APART: [&str; 4] = ["title", "expect", "lints", "vendors-from"];

/// Keys whose text only people read.
const PROSE: [&str; 3] = ["title", "because", "claim"];

/// Keys that say yes by giving a reason.
const REASONED: [&str; 2] = ["excluded", "retracted"];

/// Keys of tables whose own keys are names of a person's choice: one of them may well be `title`.
const NAMED: [&str; 18] = [
    "vendors",
    "criteria",
    "sources",
    "evidence",
    "assumptions",
    "stakeholders",
    "ratings",
    "weights",
    "levels",
    "points",
    "ranks",
    "best-to-others",
    "others-to-worst",
    "ideal",
    "characteristic-values",
    "terms",
    "channels",
    "spread-from-grade",
];

/// Whose words the keys of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// The format's.
    Ours,
    /// Names of vendors, criteria, levels.
    Theirs,
}

/// SHA-256 in hexadecimal. Order counts, because ties are shown in declared order.
pub fn decision_hash(document: &Document) -> String {
    let mut canon = String::new();
    if let Value::Table(root) = &document.root.value {
        let counts = |name: &str| !APART.contains(&name) && (name != "date" || ages(root));
        for entry in root.entries.iter().filter(|entry| counts(&entry.key.name)) {
            write_text(&entry.key.name, &mut canon);
            write(&entry.node, keys_below(Keys::Ours, &entry.key.name), &mut canon);
        }
    }
    for share in &document.shares {
        write_text(&share.criterion.value, &mut canon);
        write_number(share.share.value, &mut canon);
    }
    sha256(canon.as_bytes())
}

/// Whether reports lose weight with the days up to the scenario's date.
fn ages(root: &Table) -> bool {
    match root.get("evidence-settings").map(|entry| &entry.node.value) {
        Some(Value::Table(settings)) => settings.get("half-life-days").is_some(),
        _ => false,
    }
}

/// Whose words the keys are in what stands under a key.
fn keys_below(keys: Keys, name: &str) -> Keys {
    match keys {
        Keys::Ours if NAMED.contains(&name) => Keys::Theirs,
        _ => Keys::Ours,
    }
}

/// Every piece says its kind and its length, so that no two trees are written alike.
fn write(node: &Node, keys: Keys, canon: &mut String) {
    match &node.value {
        Value::String(text) => write_text(text, canon),
        // 60 and 60.0 are the same weight.
        Value::Integer(number) => write_number(*number as f64, canon),
        Value::Float(number) => write_number(*number, canon),
        Value::Boolean(boolean) => write_boolean(*boolean, canon),
        Value::Date(text) | Value::Cell(text) => write_text(text, canon),
        Value::Array(items) => {
            canon.push_str(&format!("a{};", items.len()));
            items.iter().for_each(|item| write(item, Keys::Ours, canon));
        }
        Value::Table(table) => write_table(table, keys, canon),
    }
}

fn write_table(table: &Table, keys: Keys, canon: &mut String) {
    let is_prose = |name: &str| keys == Keys::Ours && PROSE.contains(&name);
    let counting = || table.entries.iter().filter(|entry| !is_prose(&entry.key.name));
    // `{ value = 9 }` is the same rating as `9`.
    if let [only] = counting().collect::<Vec<_>>()[..]
        && keys == Keys::Ours
        && only.key.name == "value"
    {
        return write(&only.node, Keys::Ours, canon);
    }
    canon.push_str(&format!("o{};", counting().count()));
    for entry in counting() {
        let name = entry.key.name.as_str();
        write_text(name, canon);
        match &entry.node.value {
            Value::String(_) if keys == Keys::Ours && REASONED.contains(&name) => {
                write_boolean(true, canon);
            }
            _ => write(&entry.node, keys_below(keys, name), canon),
        }
    }
}

fn write_boolean(boolean: bool, canon: &mut String) {
    canon.push_str(if boolean { "t;" } else { "f;" });
}

fn write_text(text: &str, canon: &mut String) {
    canon.push_str(&format!("s{}:{text};", text.len()));
}

fn write_number(number: f64, canon: &mut String) {
    let number = if number == 0.0 { 0.0 } else { number };
    canon.push_str(&format!("n{number:?};"));
}

#[cfg(test)]
mod tests {
    use super::decision_hash;
    use crate::document::extend::extend;
    use crate::text::diagnostic::Diagnostics;
    use crate::text::source::Texts;
    use std::path::Path;

    const BASE: &str = r#"
title = "A"
[criteria.title]
title = "What it is called"
weight = { value = 2, because = "it matters" }
[criteria.speed]
weight = 1
[vendors.a]
excluded = "dropped"
[vendors.a.ratings]
title = 3
speed = { value = 4, because = "measured" }
[evidence.e]
claim = "It is fast"
"#;

    fn hash(content: &str) -> String {
        let mut read = |_: &Path| Ok(content.to_owned());
        let (mut texts, mut sink) = (Texts::default(), Diagnostics::default());
        decision_hash(&extend(Path::new("x.toml"), &mut read, &mut texts, &mut sink).unwrap())
    }

    fn with(from: &str, to: &str) -> String {
        assert!(BASE.contains(from), "{from}");
        hash(&BASE.replace(from, to))
    }

    #[test]
    fn what_only_people_read_does_not_count() {
        let base = hash(BASE);
        assert_eq!(with("title = \"A\"", "title = \"B\""), base);
        assert_eq!(with("called", "named"), base);
        assert_eq!(with("it matters", "it hardly matters"), base);
        assert_eq!(with("{ value = 4, because = \"measured\" }", "4.0"), base);
        assert_eq!(with("It is fast", "It is quick"), base);
        assert_eq!(with("\"dropped\"", "true"), base);
        assert_eq!(with("[vendors.a]", "# a comment\n[vendors.a]"), base);
        assert_eq!(with("title = \"A\"", "title = \"A\"\ndate = 2026-01-01"), base);
    }

    #[test]
    fn a_name_counts_even_where_it_is_one_of_our_words() {
        let base = hash(BASE);
        assert_ne!(with("title = 3", "title = 4"), base);
        assert_ne!(with("value = 2", "value = 3"), base);
        assert_ne!(with("\"dropped\"", "false"), base);
        let aged = "[evidence-settings]\nhalf-life-days = 100\n";
        let dated = |date: &str| hash(&format!("date = {date}\n{BASE}{aged}"));
        assert_ne!(dated("2026-01-01"), dated("2026-01-02"));
    }
}
