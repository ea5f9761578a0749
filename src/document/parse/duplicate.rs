//! A key given twice: where it was given first.
//! Called by `parse` on a text without syntax mistakes.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::text::diagnostic::Diagnostic;
use crate::text::id::TextId;
use crate::text::span::Span;

/// How many keys given twice are said of one file.
const SAID: usize = 5;

/// One diagnostic for each key given twice; keys under a header given twice are left unsaid.
pub(crate) fn duplicates(content: &str, text: TextId, errors: &[Error]) -> Vec<Diagnostic> {
    let mut said: Vec<Diagnostic> = Vec::new();
    let mut last: Option<Range<usize>> = None;
    let duplicates = errors.iter().filter(|error| error.message() == "duplicate key");
    let mut duplicates: Vec<Range<usize>> = duplicates.filter_map(Error::span).collect();
    duplicates.sort_by_key(|range| range.start);
    for (index, second) in duplicates.iter().enumerate() {
        if said.len() == SAID {
            break;
        }
        if last.as_ref().is_some_and(|header| under(content, header, second)) {
            continue;
        }
        let name = content.get(second.clone()).unwrap_or_default();
        let span = Span { text, start: second.start, end: second.end };
        let mut diagnostic =
            Diagnostic::error("duplicate-key", span, format!("`{name}` is given twice here"))
                .labelled("the second time");
        if let Some(first) = first(content, &duplicates[index..]) {
            let first = Span { text, start: first.start, end: first.end };
            diagnostic = diagnostic.and(first, "the first time");
        }
        said.push(diagnostic);
        last = Some(second.clone());
    }
    said
}

/// Whether a key lies under the header whose name stands at `header`, with no other header between.
fn under(content: &str, header: &Range<usize>, key: &Range<usize>) -> bool {
    let line = content[..header.start].rfind('\n').map_or(0, |newline| newline + 1);
    let is_header = content[line..].trim_start().starts_with('[');
    let between = content.get(header.end..key.start).unwrap_or_default();
    let key_line = between.rfind('\n').map_or("", |newline| &between[newline + 1..]);
    is_header
        && !key_line.trim_start().starts_with('[')
        && !between.lines().skip(1).any(|line| line.trim_start().starts_with('['))
}

/// Where the key stands before that the first of `later` repeats; `None` where nobody can tell.
///
/// It and all that come after it get names that nobody writes: the text is then read with the key in
/// question as the only one of its name, and the stand-in beside it tells which table that is in.
fn first(content: &str, later: &[Range<usize>]) -> Option<Range<usize>> {
    let second = later.first()?;
    let mut renamed = String::with_capacity(content.len());
    let mut at = 0;
    for (index, key) in later.iter().enumerate() {
        renamed.push_str(content.get(at..key.start)?);
        renamed.push_str(&stand_in(index));
        at = key.end;
    }
    renamed.push_str(content.get(at..)?);
    let (tree, _) = DeTable::parse_recoverable(&renamed);
    let place = second.start..second.start + stand_in(0).len();
    let quoted = format!("{} = 0", content.get(second.clone())?);
    let (name, _) = DeTable::parse_recoverable(&quoted);
    let name = name.get_ref().keys().next()?.get_ref().to_string();
    // A header further down that opens the same table stands for it in the tree, and in a text whose
    // bytes have moved.
    sibling(tree.get_ref(), &place, &name).filter(|first| first.end <= second.start)
}

fn stand_in(index: usize) -> String {
    format!("\"\\u0000{index}\"")
}

fn sibling(table: &DeTable<'_>, place: &Range<usize>, name: &str) -> Option<Range<usize>> {
    if table.keys().any(|key| key.span() == *place) {
        let first = table.keys().find(|key| key.get_ref() == name)?;
        return Some(first.span());
    }
    table.values().find_map(|value| match value.get_ref() {
        DeValue::Table(inner) => sibling(inner, place, name),
        DeValue::Array(items) => items
            .iter()
            .filter_map(|item| item.get_ref().as_table())
            .find_map(|inner| sibling(inner, place, name)),
        _ => None,
    })
}
