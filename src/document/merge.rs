//! One table laid over another by the rules of a what-if, remembering what it replaced.
//! Used by `extend` for files and by `overlay` for flags; the only place that knows the rules.

use std::collections::HashMap;

use crate::document::node::{Entry, Node, Table, Value};
use crate::document::path;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::{nearest, there_are};
use crate::text::span::Span;

/// A value that a later text set in place of an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Override {
    /// The names from the root to the value.
    pub path: Vec<String>,
    /// What stood there, with its place.
    pub was: Node,
    /// Where the value stands that counts now.
    pub now: Span,
}

/// What lies under the table that is laid over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Under {
    /// Nothing: the file stands on no other.
    Nothing,
    /// A criteria file: a scenario's vendors and evidence are its own, so they need no `new`. Also a
    /// base that could not be read.
    Criteria,
    /// A scenario: an id that it does not have is most likely a slip.
    Scenario,
    /// A whole document that flags change: the same, but title and date stay.
    Document,
}

/// How a value at a path is laid over another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Belongs to its file: never inherited.
    Own,
    /// A table that merges key by key.
    Keys,
    /// The same, and its keys are ids that must exist below.
    Ids,
    /// A rating: a bare value keeps `requires` and `otherwise`.
    Rating,
    /// Replaced whole.
    Whole,
}

/// The rule for a path, the root being the empty path.
pub(crate) fn rule(path: &[&str]) -> Rule {
    match path {
        [] | ["stakeholders"] | ["lints"] | ["lints", "allow"] => Rule::Keys,
        ["title" | "date" | "expect"] => Rule::Own,
        [group] if is_ids(group) => Rule::Ids,
        ["stakeholders", _] | ["vendors", _, "ratings"] => Rule::Keys,
        [group, _] if is_ids(group) => Rule::Keys,
        ["vendors", _, "ratings", _] => Rule::Rating,
        _ => Rule::Whole,
    }
}

fn is_ids(group: &str) -> bool {
    matches!(group, "vendors" | "criteria" | "evidence" | "sources" | "assumptions")
}

/// Lays `over` over `base`; mistakes and overrides without effect are said, the rest goes on.
pub(crate) fn merge(base: &mut Node, over: Node, under: Under, said: &mut Said<'_>) {
    let (Value::Table(below), Value::Table(above)) = (&mut base.value, over.value) else { return };
    if under != Under::Document {
        below.entries.retain(|entry| rule(&[&entry.key.name]) != Rule::Own);
    }
    merge_tables(below, above, &mut Path { names: Vec::new(), under }, said);
    base.span = over.span;
}

/// Where merging writes what it has to say.
pub(crate) struct Said<'a> {
    /// Mistakes and warnings.
    pub(crate) diagnostics: &'a mut Diagnostics,
    /// What was replaced.
    pub(crate) overrides: &'a mut Vec<Override>,
}

struct Path {
    names: Vec<String>,
    under: Under,
}

impl Path {
    fn rule(&self) -> Rule {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        rule(&names)
    }
}

fn take_new(id: &mut Entry) -> Option<Entry> {
    let Value::Table(table) = &mut id.node.value else { return None };
    let index = table.entries.iter().position(|entry| entry.key.name == "new")?;
    Some(table.entries.remove(index))
}

fn merge_tables(below: &mut Table, above: Table, path: &mut Path, said: &mut Said<'_>) {
    let index: HashMap<String, usize> = below
        .entries
        .iter()
        .enumerate()
        .map(|(index, entry)| (entry.key.name.clone(), index))
        .collect();
    let ids = path.rule() == Rule::Ids;
    for mut entry in above.entries {
        let slot = index.get(&entry.key.name).copied();
        if ids {
            let known = slot.and_then(|slot| below.entries.get(slot));
            if !fits(&mut entry, known, below, path, said) {
                continue;
            }
        }
        path.names.push(entry.key.name.clone());
        match slot.and_then(|slot| below.entries.get_mut(slot)) {
            Some(slot) => merge_entry(slot, entry, path, said),
            None => {
                if path.rule() == Rule::Ids {
                    check_fresh_group(&mut entry, path, said);
                }
                below.entries.push(entry);
            }
        }
        path.names.pop();
    }
}

/// Checks `new` in a group of ids of which the base has none at all.
fn check_fresh_group(group: &mut Entry, path: &Path, said: &mut Said<'_>) {
    let Value::Table(ids) = &mut group.node.value else { return };
    match path.under {
        Under::Scenario | Under::Document => {
            let nothing = Table::default();
            ids.entries.retain_mut(|entry| fits(entry, None, &nothing, path, said));
        }
        Under::Criteria => ids.entries.iter_mut().for_each(|entry| drop(take_new(entry))),
        Under::Nothing => {
            for new in ids.entries.iter_mut().filter_map(take_new) {
                let message = "`new` says nothing here: this file extends no other";
                let warning = Diagnostic::warning("new-without-base", new.key.span, message);
                said.diagnostics.push(warning);
            }
        }
    }
}

/// Whether an id may be merged: known below or said to be new, and not both. Takes its `new` out.
fn fits(
    entry: &mut Entry,
    known: Option<&Entry>,
    below: &Table,
    path: &Path,
    said: &mut Said<'_>,
) -> bool {
    let new = take_new(entry);
    let is_new = match &new {
        Some(Entry { node: Node { value: Value::Boolean(new), .. }, .. }) => *new,
        Some(other) => {
            let found = other.node.value.kind();
            let message = format!("`new` is `true` or absent, not {found}");
            said.diagnostics.push(Diagnostic::error("wrong-type", other.node.span, message));
            true
        }
        None => false,
    };
    let shown = path::show(path.names.iter().map(String::as_str).chain([entry.key.name.as_str()]));
    match (known, is_new, new) {
        (Some(known), true, Some(new)) => {
            let message = format!("`{shown}` is not new: the base has it");
            said.diagnostics.push(
                Diagnostic::error("not-new", new.key.span, message)
                    .and(known.key.span, "here")
                    .help("leave `new` out to change it, or choose another id"),
            );
            true
        }
        (None, false, _) => {
            let whose = match path.under {
                Under::Nothing | Under::Document => "there is",
                Under::Criteria => "the criteria file has",
                Under::Scenario => "the base has",
            };
            let message = format!("{whose} no `{shown}`");
            let mut diagnostic = Diagnostic::error("unknown-id", entry.key.span, message);
            let names = below.entries.iter().map(|entry| entry.key.name.as_str());
            let near = nearest(&entry.key.name, names.clone());
            if let Some(near) = near {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            }
            // A flag changes what is there: who types one that fits nothing has slipped.
            let help = match path.under {
                Under::Document if near.is_some() => None,
                Under::Document => there_are(names)
                    .or_else(|| Some(format!("there are no {}", path.names.join(".")))),
                _ => Some("say `new = true` in it if it is meant to be new".to_owned()),
            };
            said.diagnostics.push(help.into_iter().fold(diagnostic, Diagnostic::help));
            false
        }
        _ => true,
    }
}

fn merge_entry(slot: &mut Entry, entry: Entry, path: &mut Path, said: &mut Said<'_>) {
    let rule = path.rule();
    let merges = matches!(rule, Rule::Keys | Rule::Ids);
    let span = entry.node.span;
    let node = match (&mut slot.node.value, entry.node.value) {
        (Value::Table(below), Value::Table(above)) if merges => {
            merge_tables(below, above, path, said);
            slot.node.span = span;
            return;
        }
        (Value::Table(below), value) if rule == Rule::Rating && !is_table(&value) => {
            let bare = Entry { key: entry.key.clone(), node: Node { value, span } };
            bare_over_rating(below, bare)
        }
        (_, value) => Node { value, span },
    };
    if same(&slot.node, &node) {
        let shown = path::show(path.names.iter().map(String::as_str));
        let message = format!("`{shown}` already has this value");
        said.diagnostics.push(
            Diagnostic::warning("override-without-effect", node.span, message)
                .and(slot.node.span, "set here"),
        );
    }
    let was = std::mem::replace(&mut slot.node, node);
    slot.key.span = entry.key.span;
    said.overrides.push(Override { path: path.names.clone(), was, now: span });
}

/// The rating table that a bare value makes of another: a new `value`, the old conditions.
fn bare_over_rating(below: &Table, mut bare: Entry) -> Node {
    let kept = below
        .entries
        .iter()
        .filter(|entry| matches!(entry.key.name.as_str(), "requires" | "otherwise"))
        .cloned();
    let kept: Vec<Entry> = kept.collect();
    if kept.is_empty() {
        return bare.node;
    }
    let span = bare.node.span;
    bare.key.name = "value".to_owned();
    let entries = std::iter::once(bare).chain(kept).collect();
    Node { value: Value::Table(Table { entries }), span }
}

fn is_table(value: &Value) -> bool {
    matches!(value, Value::Table(_))
}

/// Whether two nodes say the same, wherever they stand; 9 and 9.0 are the same.
pub fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Table(a), Value::Table(b)) => {
            a.entries.len() == b.entries.len()
                && a.entries.iter().all(|entry| {
                    b.get(&entry.key.name).is_some_and(|other| same(&entry.node, &other.node))
                })
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        #[expect(clippy::cast_precision_loss, reason = "equal as the numbers they are read as")]
        (Value::Integer(a), Value::Float(b)) | (Value::Float(b), Value::Integer(a)) => {
            *a as f64 == *b
        }
        (a, b) => a == b,
    }
}
