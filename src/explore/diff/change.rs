//! What two merged documents say differently, one change for each value that a person sets.
//! First step of `what-if` and `diff`; compares what is said, not where or in which layout.

use crate::document::Document;
use crate::document::merge::{Rule, rule, same};
use crate::document::node::{Node, Table, Value};

/// What one side says at a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    /// A value of the file.
    Value(Node),
    /// A share of the whole that a flag asks for, in [0, 1].
    Share(f64),
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A vendor's rating.
    Rating,
    /// A weight, or what weights are derived from.
    Weight,
    /// A criterion as a whole, or its words.
    Criterion,
    /// From ratings to values: scale, anchors, levels, value function, direction.
    Scale,
    /// A gate.
    Gate,
    /// A vendor as a whole, its exclusion, what it requires.
    Vendor,
    /// A claim.
    Evidence,
    /// A source.
    Source,
    /// An assumption.
    Assumption,
    /// The method and what only it reads.
    Method,
    /// How many are chosen, and how ties break.
    Choose,
}

/// What a change can do to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// It may count.
    Counts,
    /// A claim, source or assumption that only one side has: it counts through what names it.
    Declares,
    /// Titles, reasons, dates: no run reads them.
    Words,
}

/// One value that the two sides state differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The names from the root to the value.
    pub path: Vec<String>,
    /// What it is about.
    pub kind: Kind,
    /// What it can do to a run.
    pub reach: Reach,
    /// What the first side says; `None` where it says nothing.
    pub from: Option<Stated>,
    /// What the second side says.
    pub to: Option<Stated>,
}

/// Every value that two documents state differently: in the order of the first, then what only the
/// second has in its order, then shares asked for. Titles, dates, expectations and lints of the
/// files themselves are no part of a decision and are left out.
pub fn changes(before: &Document, after: &Document) -> Vec<Change> {
    let mut walk = Walk { path: Vec::new(), changes: Vec::new() };
    walk.compare(Some(&before.root), Some(&after.root));
    let share = |document: &Document, id: &str| {
        let asked = document.shares.iter().find(|share| share.criterion.value == id);
        asked.map(|share| share.share.value)
    };
    let mut ids: Vec<&str> = Vec::new();
    for asked in before.shares.iter().chain(&after.shares) {
        if !ids.contains(&asked.criterion.value.as_str()) {
            ids.push(&asked.criterion.value);
        }
    }
    for id in ids {
        let (from, to) = (share(before, id), share(after, id));
        if from != to {
            walk.changes.push(Change {
                path: ["criteria", id, "weight"].map(str::to_owned).to_vec(),
                kind: Kind::Weight,
                reach: Reach::Counts,
                from: from.map(Stated::Share),
                to: to.map(Stated::Share),
            });
        }
    }
    walk.changes
}

struct Walk {
    path: Vec<String>,
    changes: Vec<Change>,
}

impl Walk {
    fn compare(&mut self, before: Option<&Node>, after: Option<&Node>) {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let rule = rule(&path);
        if rule == Rule::Own || matches!(path.as_slice(), ["lints", ..]) {
            return;
        }
        // A group of ids, or of ratings, that one side lacks is an empty one.
        let opens = matches!(path.as_slice(), [_] | ["vendors", _, "ratings"]);
        let inner = match (before, after) {
            (None, None) => return,
            (Some(a), Some(b)) if same(a, b) => return,
            (None, Some(said)) | (Some(said), None) if is_default(&path, said) => return,
            (Some(_), Some(_)) => true,
            _ => opens,
        };
        let (below, above) = (table(before), table(after));
        let are_tables = before.is_none_or(is_table) && after.is_none_or(is_table);
        if inner && are_tables && matches!(rule, Rule::Keys | Rule::Ids) {
            let mut keys: Vec<&str> = Vec::new();
            for entry in below.iter().chain(&above).flat_map(|table| &table.entries) {
                if !keys.contains(&entry.key.name.as_str()) {
                    keys.push(&entry.key.name);
                }
            }
            for key in keys {
                self.path.push(key.to_owned());
                self.compare(child(below, key), child(above, key));
                self.path.pop();
            }
            return;
        }
        let change = Change {
            kind: kind(&path),
            reach: reach(&path, before, after),
            path: self.path.clone(),
            from: before.cloned().map(Stated::Value),
            to: after.cloned().map(Stated::Value),
        };
        self.changes.push(change);
    }
}

/// Whether a value says what holds without it.
fn is_default(path: &[&str], node: &Node) -> bool {
    let is_word =
        |node: &Node, word: &str| matches!(&node.value, Value::String(text) if text == word);
    match (path, &node.value) {
        (["choose"], Value::Integer(1)) => true,
        (["vendors", _, "requires"], Value::Array(items)) => items.is_empty(),
        (["vendors", _, "ratings", _], _) => is_word(node, "unknown"),
        (["vendors", _, "excluded"] | ["evidence" | "sources", _, "retracted"], _)
        | (["criteria", _, "gate"], _) => node.value == Value::Boolean(false),
        (["method"], Value::Table(table)) => {
            table.entries.len() == 1
                && table.get("kind").is_some_and(|kind| is_word(&kind.node, "weighted-sum"))
        }
        _ => false,
    }
}

fn kind(path: &[&str]) -> Kind {
    match path {
        ["vendors", _, "ratings", ..] => Kind::Rating,
        ["vendors", ..] => Kind::Vendor,
        ["criteria", _, "weight" | "weights"] | ["weights" | "group" | "stakeholders", ..] => {
            Kind::Weight
        }
        ["criteria", _, "gate"] => Kind::Gate,
        ["criteria", _, "preference" | "thresholds"] | ["method", ..] => Kind::Method,
        ["criteria", _] | ["criteria", _, "title" | "under" | "info"] => Kind::Criterion,
        ["criteria", ..] => Kind::Scale,
        ["evidence", ..] => Kind::Evidence,
        ["sources", ..] => Kind::Source,
        ["assumptions", ..] => Kind::Assumption,
        _ => Kind::Choose,
    }
}

fn reach(path: &[&str], before: Option<&Node>, after: Option<&Node>) -> Reach {
    let counts = match path {
        ["evidence" | "sources" | "assumptions", _] => return Reach::Declares,
        ["vendors", _, "ratings", _] => !is_same_but(before, after, &["because"], "value"),
        ["vendors", _, "excluded"] | ["evidence" | "sources", _, "retracted"] => {
            is_on(before) != is_on(after)
        }
        ["vendors", _, key] => *key != "title",
        ["criteria", _, "weight"] => {
            !is_same_but(before, after, &["because", "low", "high"], "value")
        }
        ["criteria", _, "gate"] => !is_same_but(before, after, &["because"], ""),
        ["criteria", _, key] => !matches!(*key, "title" | "unit" | "info"),
        ["evidence", _, key] => matches!(*key, "sources" | "source"),
        ["sources", _, key] => *key == "relays",
        ["assumptions", _, key] => matches!(*key, "status" | "requires"),
        ["close-call"] => false,
        _ => true,
    };
    if counts { Reach::Counts } else { Reach::Words }
}

/// Whether both sides say the same but for some keys; a bare value is a table with one `key`.
fn is_same_but(a: Option<&Node>, b: Option<&Node>, left_out: &[&str], key: &str) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let (core_a, core_b) = (core(a, left_out, key), core(b, left_out, key));
    core_a.len() == core_b.len()
        && core_a.iter().all(|(name, node)| {
            core_b.iter().any(|(other, there)| name == other && same(node, there))
        })
}

fn core<'a>(node: &'a Node, left_out: &[&str], key: &'a str) -> Vec<(&'a str, &'a Node)> {
    match &node.value {
        Value::Table(table) => {
            let kept = table.entries.iter().map(|entry| (entry.key.name.as_str(), &entry.node));
            kept.filter(|(name, _)| !left_out.contains(name)).collect()
        }
        _ => vec![(key, node)],
    }
}

/// Whether a switch such as `excluded` is on: true, or a reason.
fn is_on(node: Option<&Node>) -> bool {
    node.is_some_and(|node| node.value != Value::Boolean(false))
}

fn table(node: Option<&Node>) -> Option<&Table> {
    match &node?.value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

fn is_table(node: &Node) -> bool {
    matches!(node.value, Value::Table(_))
}

fn child<'a>(table: Option<&'a Table>, key: &str) -> Option<&'a Node> {
    table?.get(key).map(|entry| &entry.node)
}
