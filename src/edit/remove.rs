//! A value or a table taken out, with its line or its place between commas, and nothing else.

use std::ops::Range;

use crate::document::node::{Node, Value};
use crate::edit::layout::{Kind, Mention, line_end, line_start, opens};
use crate::edit::references::references;
use crate::edit::refuse;
use crate::edit::target::{Found, Target};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::TextEdit;

/// Removes what stands at a path; a table with a header goes with all lines under it.
///
/// # Errors
/// A refusal: nothing is there, the id is still named elsewhere in this file (the places are
/// labelled), or the text would not read back as meant.
pub fn remove(target: &Target<'_>, path: &[&str]) -> Result<Vec<TextEdit>, Box<Diagnostic>> {
    if let Found::Missing { depth, table } = target.find(path) {
        return Err(refuse::nothing_there(&path[..=depth], keys(table)));
    }
    if let Found::Blocked { depth, node } = target.find(path) {
        return Err(refuse::blocked(&path[..depth], node.value.kind(), node.span));
    }
    if let [group, id] = path {
        let found = references(&target.root, group, id);
        let mut places = [found.words, found.keys].concat();
        places.sort();
        if !places.is_empty() {
            return Err(refuse::still_referenced(path, &places));
        }
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for mention in target.layout.mentions.iter().filter(|mention| mention.is_under(path)) {
        match mention.kind {
            Kind::Header => ranges.push(section(target, mention)),
            Kind::Line => ranges.push(lines(target.content, mention.whole.clone())),
            Kind::Inline => ranges.push(inline(target, mention, path)),
        }
    }
    let edits = union(ranges).into_iter().map(|range| {
        let with = if target.content[range.clone()].starts_with('{') { "{}" } else { "" };
        target.edit(range.start, range.end, with)
    });
    let expected = without(target, path);
    target.verified(edits.collect(), &expected, path)
}

/// The bytes from a header to its last line, and the blank lines that set it off.
fn section(target: &Target<'_>, header: &Mention) -> Range<usize> {
    let content = target.content;
    let after = |mention: &&Mention| mention.whole.start > header.whole.start;
    let mut rest = target.layout.mentions.iter().filter(after);
    let next = rest.find(|mention| mention.kind == Kind::Header);
    let next = next.map_or(content.len(), |next| next.whole.start);
    let within = |mention: &&Mention| mention.whole.start < next;
    let last = target.layout.mentions.iter().filter(within).map(|mention| mention.whole.end).max();
    let mut range = lines(content, header.whole.start..last.unwrap_or(header.whole.end));
    while range.end < content.len() {
        let end = (line_end(content, range.end) + 1).min(content.len());
        if !content[range.end..end].trim().is_empty() {
            return range;
        }
        range.end = end;
    }
    let before = content[..range.start].trim_end_matches(['\n', '\r']);
    range.start = if before.is_empty() { 0 } else { line_end(content, before.len()) + 1 };
    range
}

/// Whole lines, with the line feed of the last.
fn lines(content: &str, range: Range<usize>) -> Range<usize> {
    let end = line_end(content, range.end);
    line_start(content, range.start)..(end + 1).min(content.len())
}

/// A key in braces with the comma that it no longer needs; the braces when nothing else is in them.
fn inline(target: &Target<'_>, mention: &Mention, path: &[&str]) -> Range<usize> {
    let beside = |other: &&Mention| other.braces == mention.braces && !other.is_under(path);
    let kept = || target.layout.mentions.iter().filter(beside);
    let next =
        target.layout.mentions.iter().find(|other| {
            other.braces == mention.braces && other.whole.start > mention.whole.start
        });
    let has_kept_after = kept().any(|other| other.whole.start > mention.whole.start);
    match (has_kept_after, next, kept().rfind(|other| other.whole.start < mention.whole.start)) {
        (true, Some(next), _) => mention.whole.start..next.whole.start,
        (_, _, Some(before)) => before.whole.end..mention.whole.end,
        _ => mention.braces.clone(),
    }
}

/// The ranges in order, those that touch made one.
fn union(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn without(target: &Target<'_>, path: &[&str]) -> Node {
    let mut root = target.root.clone();
    take(target.content, &mut root, path);
    root
}

/// Takes a path out, and tables on the way that nothing but it implied; says whether one is left over.
fn take(content: &str, node: &mut Node, path: &[&str]) -> bool {
    let Some((first, rest)) = path.split_first() else { return true };
    let written = opens(content, node, "{") || opens(content, node, "[");
    let Value::Table(table) = &mut node.value else { return false };
    let Some(index) = table.entries.iter().position(|entry| entry.key.name == *first) else {
        return false;
    };
    if take(content, &mut table.entries[index].node, rest) {
        table.entries.remove(index);
    }
    table.entries.is_empty() && !written
}

fn keys(node: &Node) -> impl Iterator<Item = &str> {
    let entries = match &node.value {
        Value::Table(table) => table.entries.as_slice(),
        _ => &[],
    };
    entries.iter().map(|entry| entry.key.name.as_str())
}
