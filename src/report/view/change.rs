//! A change in a person's words: what was said, what is said now, where.
//! Asked by the pages of `what-if` and `diff`.

use crate::document::node::{Node, Table, Value};
use crate::document::path;
use crate::explore::diff::change::{Change, Kind, Stated};
use crate::explore::side::Side;
use crate::model::criterion::Criterion;
use crate::report::digits::{percent, plain};
use crate::report::words::list;
use crate::text::source::Texts;

/// A change.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeView {
    /// Its path as in `--set`.
    pub path: String,
    /// What it is about.
    pub kind: Kind,
    /// What was said, as data.
    pub from: Option<Stated>,
    /// What is said now, as data.
    pub to: Option<Stated>,
    /// What is changed: `Experience of Tencent`.
    pub subject: String,
    /// How: `8 → 9`.
    pub words: String,
    /// What a rating rests on now and did not before: its claims, else its author's reason.
    pub because: Option<String>,
    /// `file:line` of what is said now, else of what was.
    pub place: Option<String>,
}

impl ChangeView {
    /// Subject and words together.
    pub fn sentence(&self) -> String {
        format!("{} {}", self.subject, self.words)
    }
}

/// A change between two sides.
pub fn change(change: &Change, sides: [Side<'_>; 2], texts: &Texts) -> ChangeView {
    let names: Vec<&str> = change.path.iter().map(String::as_str).collect();
    let place = [&change.to, &change.from].into_iter().flatten().find_map(|stated| match stated {
        Stated::Value(node) => Some(texts.place(node.span)),
        Stated::Share(_) => None,
    });
    let named = Naming { sides };
    let (subject, words) = named.words(&names, change);
    ChangeView {
        path: path::show(names.iter().copied()),
        kind: change.kind,
        from: change.from.clone(),
        to: change.to.clone(),
        subject,
        words,
        because: named.because(&names, change),
        place,
    }
}

struct Naming<'a> {
    sides: [Side<'a>; 2],
}

impl Naming<'_> {
    /// The vendor's label, on the second side if it is there.
    fn vendor(&self, name: &str) -> String {
        let found = self
            .sides
            .iter()
            .rev()
            .find_map(|side| side.model.vendors.iter().find(|vendor| vendor.name == name));
        found.map_or_else(|| name.to_owned(), |vendor| vendor.label().to_owned())
    }

    fn criterion(&self, name: &str) -> Option<&Criterion> {
        self.sides
            .iter()
            .rev()
            .find_map(|side| side.model.criteria.iter().find(|criterion| criterion.name == name))
    }

    fn label(&self, name: &str) -> String {
        self.criterion(name).map_or_else(|| name.to_owned(), |found| found.label().to_owned())
    }

    /// The claims that a rating names now and did not before, else the reason given for it.
    fn because(&self, names: &[&str], change: &Change) -> Option<String> {
        let ["vendors", _, "ratings", _] = names else { return None };
        let claims = |node: Option<&Node>| match node.and_then(|node| inner(node, "evidence")) {
            Some(Node { value: Value::Array(items), .. }) => {
                items.iter().map(scalar).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        };
        let to = value(&change.to)?;
        let old = claims(value(&change.from));
        let fresh: Vec<String> = claims(Some(to))
            .iter()
            .filter(|id| !old.contains(id))
            .filter_map(|id| {
                let claims = &self.sides[1].model.evidence;
                claims.iter().find(|claim| claim.name == *id).map(|claim| claim.claim.clone())
            })
            .collect();
        let because = || inner(to, "because").map(scalar);
        if fresh.is_empty() { because() } else { Some(fresh.join("; ")) }
    }

    fn words(&self, names: &[&str], change: &Change) -> (String, String) {
        let (from, to) = (value(&change.from), value(&change.to));
        match names {
            ["vendors", vendor] => {
                let words = if change.to.is_some() { "joins" } else { "leaves" };
                (self.vendor(vendor), words.to_owned())
            }
            ["vendors", vendor, "ratings", criterion] => {
                let unit = self.criterion(criterion).and_then(|found| found.leaf());
                let unit = unit.and_then(|leaf| leaf.unit.as_deref());
                let subject = format!("{} of {}", self.label(criterion), self.vendor(vendor));
                (subject, rated(from, to, unit))
            }
            ["vendors", vendor, "excluded"] => {
                let words = |node: Option<&Node>| if is_on(node) { "excluded" } else { "running" };
                (self.vendor(vendor), arrow(words(from), words(to)))
            }
            ["vendors", vendor, key] => {
                let (from, to) = (shown(from, "nothing"), shown(to, "nothing"));
                (format!("`{key}` of {}", self.vendor(vendor)), arrow(&from, &to))
            }
            ["criteria", criterion, "weight"] => {
                let subject = format!("weight of {}", self.label(criterion));
                (subject, self.weighed(criterion, change))
            }
            ["criteria", criterion] => {
                let words = if change.to.is_some() { "is new" } else { "is gone" };
                (format!("criterion {}", self.label(criterion)), words.to_owned())
            }
            ["criteria", criterion, key] => {
                let none = if *key == "gate" { "none" } else { "default" };
                let subject = format!("{key} of {}", self.label(criterion));
                (subject, arrow(&shown(from, none), &shown(to, none)))
            }
            [group @ ("evidence" | "sources" | "assumptions"), id] => {
                let words = if change.to.is_some() { "is new" } else { "is gone" };
                (format!("{} {id}", singular(group)), words.to_owned())
            }
            [group @ ("evidence" | "sources"), id, "retracted"] => {
                let words = |node: Option<&Node>| if is_on(node) { "retracted" } else { "stands" };
                (format!("{} {id}", singular(group)), arrow(words(from), words(to)))
            }
            ["assumptions", id, "status"] => {
                (format!("assumption {id}"), arrow(&shown(from, "pending"), &shown(to, "pending")))
            }
            [group @ ("evidence" | "sources" | "assumptions"), id, key] => {
                let subject = format!("{key} of {} {id}", singular(group));
                (subject, arrow(&shown(from, "none"), &shown(to, "none")))
            }
            ["method"] => {
                let kind = |side: &Side<'_>| side.model.method.kind.id();
                let [before, after] = [kind(&self.sides[0]), kind(&self.sides[1])];
                let words = if before == after {
                    "other parameters".to_owned()
                } else {
                    arrow(before, after)
                };
                ("method".to_owned(), words)
            }
            ["choose"] => {
                ("vendors to choose".to_owned(), arrow(&shown(from, "1"), &shown(to, "1")))
            }
            _ => (
                path::show(names.iter().copied()),
                arrow(&shown(from, "default"), &shown(to, "default")),
            ),
        }
    }

    /// Numbers as written, or shares where a flag asks for one.
    fn weighed(&self, criterion: &str, change: &Change) -> String {
        let is_share = |stated: &Option<Stated>| matches!(stated, Some(Stated::Share(_)));
        if !is_share(&change.from) && !is_share(&change.to) {
            let (from, to) = (value(&change.from), value(&change.to));
            return arrow(&shown(from, "none"), &shown(to, "none"));
        }
        let share = |side: &Side<'_>| {
            let id = side.model.criterion_named(criterion)?;
            side.decision.reading.shares[id.index()]
        };
        let words = |side| share(side).map_or_else(|| "none".to_owned(), percent);
        format!("{} of the whole", arrow(&words(&self.sides[0]), &words(&self.sides[1])))
    }
}

fn value(stated: &Option<Stated>) -> Option<&Node> {
    match stated {
        Some(Stated::Value(node)) => Some(node),
        _ => None,
    }
}

/// What differs of a rating: the value where that does, else what it rests on.
fn rated(from: Option<&Node>, to: Option<&Node>, unit: Option<&str>) -> String {
    let (was, is) = (shown_rating(from), shown_rating(to));
    if was != is {
        let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
        return format!("{}{unit}", arrow(&was, &is));
    }
    for key in ["evidence", "requires", "otherwise", "low", "high", "sd"] {
        let part = |node: Option<&Node>| shown(node.and_then(|node| inner(node, key)), "none");
        let (was, is) = (part(from), part(to));
        if was != is {
            return format!("{key}: {}", arrow(&was, &is));
        }
    }
    "said in other words".to_owned()
}

fn shown_rating(node: Option<&Node>) -> String {
    match node {
        Some(Node { value: Value::Table(table), .. }) => {
            let part = |key: &str| table.get(key).map(|entry| scalar(&entry.node));
            match (part("value"), part("low"), part("high")) {
                (Some(value), ..) => value,
                (None, Some(low), Some(high)) => format!("{low} to {high}"),
                _ => "unknown".to_owned(),
            }
        }
        Some(node) => scalar(node),
        None => "unknown".to_owned(),
    }
}

fn inner<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Table(table) => table.get(key).map(|entry| &entry.node),
        _ => None,
    }
}

/// A value in a line: of a table with a `value` that one, of others their keys but `because`.
fn shown(node: Option<&Node>, none: &str) -> String {
    node.map_or_else(
        || none.to_owned(),
        |node| match &node.value {
            Value::Table(table) => match table.get("value") {
                Some(entry) => scalar(&entry.node),
                None => keys(table),
            },
            Value::Boolean(false) => none.to_owned(),
            Value::Array(items) if items.is_empty() => none.to_owned(),
            _ => scalar(node),
        },
    )
}

/// `at least 6`, `is yes`.
fn keys(table: &Table) -> String {
    let parts: Vec<String> = table
        .entries
        .iter()
        .filter(|entry| entry.key.name != "because")
        .map(|entry| format!("{} {}", entry.key.name.replace('-', " "), scalar(&entry.node)))
        .collect();
    parts.join(", ")
}

fn scalar(node: &Node) -> String {
    match &node.value {
        Value::String(text) | Value::Date(text) | Value::Cell(text) => text.clone(),
        #[expect(clippy::cast_precision_loss, reason = "shown as the number it is read as")]
        Value::Integer(number) => plain(*number as f64),
        Value::Float(number) => plain(*number),
        Value::Boolean(true) => "yes".to_owned(),
        Value::Boolean(false) => "no".to_owned(),
        Value::Array(items) => list(&items.iter().map(scalar).collect::<Vec<_>>()),
        Value::Table(table) => format!("{{{}}}", keys(table)),
    }
}

fn is_on(node: Option<&Node>) -> bool {
    node.is_some_and(|node| node.value != Value::Boolean(false))
}

fn arrow(from: &str, to: &str) -> String {
    format!("{from} → {to}")
}

fn singular(group: &str) -> &str {
    match group {
        "evidence" => "claim",
        "sources" => "source",
        _ => "assumption",
    }
}
