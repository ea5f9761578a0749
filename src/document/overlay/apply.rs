//! An overlay laid over a document: paths become a tree, the tree is merged like a what-if.
//! Second half of `overlay`; what it returns is what `model` loads.

use crate::document::Document;
use crate::document::merge::{self, Rule, Said, Under};
use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::document::overlay::{Assignment, Overlay};
use crate::document::path;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;
use crate::text::span::{Span, Spanned};

/// The document as the flags change it.
///
/// A path that leads into a table which a what-if replaces whole (`criteria.x.thresholds.q`,
/// `method.lambda`) changes that one key and keeps the others; a value that is such a table
/// (`--method`, `--set method={…}`) replaces it. [`Document::what_if`] holds the changed tables whole,
/// so that the same tree saved as a file means the same.
pub fn apply(mut document: Document, overlay: Overlay, diagnostics: &mut Diagnostics) -> Document {
    let start = Span { text: overlay.text, start: 0, end: 0 };
    let mut what_if = Table::default();
    let retractions =
        overlay.retracted.iter().filter_map(|id| retraction(&document, id, diagnostics));
    let mut assignments: Vec<Assignment> = retractions.collect();
    assignments.extend(overlay.assignments);
    assignments.sort_by(|a, b| names(&a.path).cmp(names(&b.path)));
    let keeps_method = keeps_method(&document.root, &assignments);
    for assignment in assignments {
        if let Err(mistake) = insert(&mut what_if, &document.root, assignment, keeps_method) {
            diagnostics.push(*mistake);
        }
    }
    let what_if = Node { value: Value::Table(what_if), span: start };
    let span = document.root.span;
    let said = &mut Said { diagnostics, overrides: &mut document.overrides };
    merge::merge(&mut document.root, what_if.clone(), Under::Document, said);
    document.root.span = span;
    for share in &overlay.shares {
        check_criterion(&document.root, &share.criterion, diagnostics);
    }
    document.shares.extend(overlay.shares);
    document.what_if = Some(what_if);
    document
}

/// Puts a value into the tree of the flags; tables on the way that would replace whole start as the base's.
fn insert(
    what_if: &mut Table,
    base: &Node,
    assignment: Assignment,
    keeps_method: bool,
) -> Result<(), Box<Diagnostic>> {
    let mut table = what_if;
    let mut base = Some(base);
    let mut walked: Vec<String> = Vec::new();
    let Some((last, way)) = assignment.path.split_last() else { return Ok(()) };
    for key in way {
        walked.push(key.name.clone());
        base = base.and_then(|node| child(node, &key.name));
        let names: Vec<&str> = walked.iter().map(String::as_str).collect();
        let rule = merge::rule(&names);
        let index = match table.entries.iter().position(|entry| entry.key.name == key.name) {
            Some(index) => index,
            None => {
                let seed = match (rule, base) {
                    (Rule::Whole, Some(base)) if keeps_method || names != ["method"] => {
                        inner_table(base, &names, last)?;
                        base.value.clone()
                    }
                    (Rule::Rating, Some(base)) => base.value.clone(),
                    _ => Value::Table(Table::default()),
                };
                let node = Node { value: seed, span: assignment.span };
                table.entries.push(Entry { key: key.clone(), node });
                table.entries.len() - 1
            }
        };
        let node = &mut table.entries[index].node;
        if rule == Rule::Rating {
            as_rating_table(node, key);
        }
        inner_table(node, &names, last)?;
        let Value::Table(inner) = &mut node.value else { return Ok(()) };
        table = inner;
    }
    match table.get_mut(&last.name) {
        Some(entry) => {
            entry.key.span = last.span;
            entry.node = assignment.node;
        }
        None => table.entries.push(Entry { key: last.clone(), node: assignment.node }),
    }
    Ok(())
}

/// Refuses a path that leads into what is no table.
fn inner_table(node: &Node, names: &[&str], last: &Key) -> Result<(), Box<Diagnostic>> {
    if matches!(node.value, Value::Table(_)) {
        return Ok(());
    }
    let (shown, found) = (path::show(names.iter().copied()), node.value.kind());
    let message = format!("nothing can be set in `{shown}`: it is {found}");
    Err(Box::new(Diagnostic::error("flag-path", last.span, message)))
}

/// A bare rating as the table that says the same.
fn as_rating_table(node: &mut Node, key: &Key) {
    if matches!(node.value, Value::Table(_)) {
        return;
    }
    let bare = std::mem::replace(&mut node.value, Value::Table(Table::default()));
    let key = Key { name: "value".to_owned(), span: key.span };
    let entries = vec![Entry { key, node: Node { value: bare, span: node.span } }];
    node.value = Value::Table(Table { entries });
}

/// Whether a path into `[method]` keeps the other parameters: not when the flags name another kind.
fn keeps_method(root: &Node, assignments: &[Assignment]) -> bool {
    let now = child(root, "method").and_then(|method| child(method, "kind"));
    assignments
        .iter()
        .find(|assignment| names(&assignment.path).eq(["method", "kind"]))
        .is_none_or(|assignment| now.is_some_and(|now| merge::same(now, &assignment.node)))
}

/// What `--retract ID` sets: the evidence or the source of that id.
fn retraction(
    document: &Document,
    id: &Spanned<String>,
    diagnostics: &mut Diagnostics,
) -> Option<Assignment> {
    let groups = ["evidence", "sources"];
    let found: Vec<&str> = groups
        .into_iter()
        .filter(|group| {
            child(&document.root, group).and_then(|ids| child(ids, &id.value)).is_some()
        })
        .collect();
    let shown = path::quote(&id.value);
    match found.as_slice() {
        [group] => {
            let key = |name: &str| Key { name: name.to_owned(), span: id.span };
            let path = vec![key(group), key(&id.value), key("retracted")];
            let node = Node { value: Value::Boolean(true), span: id.span };
            Some(Assignment { path, node, span: id.span })
        }
        [] => {
            let message = format!("no evidence and no source is called `{shown}`");
            let known =
                groups.iter().filter_map(|group| child(&document.root, group)).flat_map(ids);
            diagnostics.push(stranger(id, message, known));
            None
        }
        _ => {
            let message = format!("`{shown}` is evidence and a source");
            let help = format!("write --retract evidence.{shown} or --retract sources.{shown}");
            diagnostics.push(Diagnostic::error("ambiguous-id", id.span, message).help(help));
            None
        }
    }
}

fn check_criterion(root: &Node, id: &Spanned<String>, diagnostics: &mut Diagnostics) {
    let criteria = child(root, "criteria");
    if criteria.is_some_and(|criteria| child(criteria, &id.value).is_some()) {
        return;
    }
    let message = format!("no criterion is called `{}`", path::quote(&id.value));
    diagnostics.push(stranger(id, message, criteria.into_iter().flat_map(ids)));
}

fn stranger<'a>(
    id: &Spanned<String>,
    message: String,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::error("unknown-id", id.span, message);
    match nearest(&id.value, known) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}

fn child<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Table(table) => table.get(name).map(|entry| &entry.node),
        _ => None,
    }
}

fn ids(node: &Node) -> impl Iterator<Item = &str> {
    let entries = match &node.value {
        Value::Table(table) => table.entries.as_slice(),
        _ => &[],
    };
    entries.iter().map(|entry| entry.key.name.as_str())
}

fn names(path: &[Key]) -> impl Iterator<Item = &str> {
    path.iter().map(|key| key.name.as_str())
}
