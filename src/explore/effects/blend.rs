//! A document between two others: the first with some of the changes that lead to the second.
//! Under every question of which change did it.

use crate::document::Document;
use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::document::overlay::Share;
use crate::explore::diff::change::{Change, Stated};
use crate::text::span::Spanned;

/// The first document with these changes made and no others. A rating on a criterion that is not
/// there is left out.
pub fn blend(before: &Document, changes: &[Change], made: &[bool]) -> Document {
    let mut document = before.clone();
    for (change, _) in changes.iter().zip(made).filter(|(_, made)| **made) {
        make(&mut document, change);
    }
    drop_stray_ratings(&mut document.root);
    document
}

fn make(document: &mut Document, change: &Change) {
    let is_share = |stated: &Option<Stated>| matches!(stated, Some(Stated::Share(_)));
    if is_share(&change.from) || is_share(&change.to) {
        let id = change.path.get(1).cloned().unwrap_or_default();
        document.shares.retain(|share| share.criterion.value != id);
        if let Some(Stated::Share(share)) = change.to {
            let span = document.root.span;
            let (criterion, share) = (Spanned::new(id, span), Spanned::new(share, span));
            document.shares.push(Share { criterion, share });
        }
        return;
    }
    let to = match &change.to {
        Some(Stated::Value(node)) => Some(node),
        _ => None,
    };
    set(&mut document.root, &change.path, to);
}

/// Puts a value at a path, or takes it away; tables on the way are made where they lack.
fn set(root: &mut Node, path: &[String], to: Option<&Node>) {
    let Some((last, way)) = path.split_last() else { return };
    let span = to.map_or(root.span, |node| node.span);
    let mut node = root;
    for name in way {
        let Value::Table(table) = &mut node.value else { return };
        let at = match table.entries.iter().position(|entry| entry.key.name == *name) {
            Some(at) => at,
            None if to.is_none() => return,
            None => {
                let key = Key { name: name.clone(), span };
                let empty = Node { value: Value::Table(Table::default()), span };
                table.entries.push(Entry { key, node: empty });
                table.entries.len() - 1
            }
        };
        node = &mut table.entries[at].node;
    }
    let Value::Table(table) = &mut node.value else { return };
    let at = table.entries.iter().position(|entry| entry.key.name == *last);
    match (at, to) {
        (Some(at), Some(to)) => table.entries[at].node = to.clone(),
        (Some(at), None) => drop(table.entries.remove(at)),
        (None, Some(to)) => {
            let key = Key { name: last.clone(), span };
            table.entries.push(Entry { key, node: to.clone() });
        }
        (None, None) => {}
    }
}

fn drop_stray_ratings(root: &mut Node) {
    let Value::Table(root) = &mut root.value else { return };
    let names = |table: &Table| table.entries.iter().map(|entry| entry.key.name.clone()).collect();
    let criteria: Vec<String> = match root.get("criteria").map(|entry| &entry.node.value) {
        Some(Value::Table(table)) => names(table),
        _ => Vec::new(),
    };
    let Some(vendors) = root.get_mut("vendors") else { return };
    let Value::Table(vendors) = &mut vendors.node.value else { return };
    for vendor in &mut vendors.entries {
        let Value::Table(vendor) = &mut vendor.node.value else { continue };
        let Some(ratings) = vendor.get_mut("ratings") else { continue };
        if let Value::Table(ratings) = &mut ratings.node.value {
            ratings.entries.retain(|entry| criteria.contains(&entry.key.name));
        }
    }
}
