//! An id given another name everywhere in a file: its headers, its keys, the words that name it.

use crate::document::node::{Node, Value};
use crate::document::path::{quote, quote_string};
use crate::edit::references::{is_group, is_key, is_word, references};
use crate::edit::refuse;
use crate::edit::target::{Found, Target};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::TextEdit;
use crate::text::span::Span;

/// Renames `group.id` and every reference to it in this file, which need not define it itself.
///
/// Groups are `vendors`, `criteria`, `evidence`, `sources`, `assumptions` and `stakeholders`. No edits
/// when the name is the same.
///
/// # Errors
/// A refusal: the group has no ids, the file does not name this one, the new name is taken, or the
/// text would not read back as meant.
pub fn rename(
    target: &Target<'_>,
    group: &str,
    id: &str,
    new: &str,
) -> Result<Vec<TextEdit>, Box<Diagnostic>> {
    let path = [group, id];
    if !is_group(group) {
        return Err(refuse::not_understood(&path));
    }
    if id == new {
        return Ok(Vec::new());
    }
    if let Found::Value(taken) = target.find(&[group, new]) {
        return Err(refuse::already_there(&[group, new], taken.span));
    }
    let mut edits = Vec::new();
    for mention in &target.layout.mentions {
        let names: Vec<&str> = mention.path.iter().map(String::as_str).collect();
        for (range, index) in mention.names.iter().zip(mention.outside()..) {
            if names.get(index) == Some(&id) && is_key(group, &names[..=index]) {
                edits.push(target.edit(range.start, range.end, quote(new)));
            }
        }
    }
    for span in references(&target.root, group, id).words {
        edits.push(TextEdit { span, with: word(target, span, new) });
    }
    if edits.is_empty() {
        let known = match target.find(&[group]) {
            Found::Value(Node { value: Value::Table(table), .. }) => table.entries.as_slice(),
            _ => &[],
        };
        return Err(refuse::nothing_there(
            &path,
            known.iter().map(|entry| entry.key.name.as_str()),
        ));
    }
    edits.sort();
    let mut expected = target.root.clone();
    renamed(&mut expected, (group, id, new), &mut Vec::new());
    target.verified(edits, &expected, &path)
}

/// The new name in the quotes of the old.
fn word(target: &Target<'_>, old: Span, new: &str) -> String {
    let single = target.slice(old).starts_with('\'') && !target.slice(old).starts_with("'''");
    if single && !new.contains(|c: char| c == '\'' || c.is_control()) {
        format!("'{new}'")
    } else {
        quote_string(new)
    }
}

/// Renames in the tree, told apart from the text so that one checks the other.
fn renamed(node: &mut Node, names: (&str, &str, &str), path: &mut Vec<String>) {
    let (group, id, new) = names;
    match &mut node.value {
        Value::String(word) => {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            if word == id && is_word(group, &path) {
                *word = new.to_owned();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| renamed(item, names, path)),
        Value::Table(table) => {
            for entry in &mut table.entries {
                path.push(entry.key.name.clone());
                renamed(&mut entry.node, names, path);
                let whole: Vec<&str> = path.iter().map(String::as_str).collect();
                if entry.key.name == id && is_key(group, &whole) {
                    entry.key.name = new.to_owned();
                }
                path.pop();
            }
        }
        _ => {}
    }
}
