//! The library's tree turned into ours: owned, numbers decoded, spans placed in their text.
//! Called by `parse` alone; recursion is bounded by the depth that `depth` let through.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::text::id::TextId;
use crate::text::span::Span;

/// Where byte 0 of the parsed text stands.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// In this text …
    pub(crate) text: TextId,
    /// … at this byte.
    pub(crate) offset: usize,
}

impl Place {
    /// The span of a range that counts from this place.
    pub(crate) fn span(self, range: Range<usize>) -> Span {
        Span { text: self.text, start: self.offset + range.start, end: self.offset + range.end }
    }
}

/// A table with its entries in the order of the text.
pub(crate) fn table(tree: &DeTable<'_>, place: Place) -> Table {
    let mut entries: Vec<Entry> = tree
        .iter()
        .map(|(key, value)| Entry {
            key: Key { name: key.get_ref().to_string(), span: place.span(key.span()) },
            node: node(value, place),
        })
        .collect();
    // A header that reopens an implied table moves it to the end; its first child says where it began.
    entries.sort_by_key(first_byte);
    Table { entries }
}

/// A value with everything in it.
pub(crate) fn node(tree: &Spanned<DeValue<'_>>, place: Place) -> Node {
    let value = match tree.get_ref() {
        DeValue::String(string) => Value::String(string.to_string()),
        DeValue::Integer(integer) => whole_number(integer),
        DeValue::Float(float) => Value::Float(float.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(boolean) => Value::Boolean(*boolean),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(array) => Value::Array(array.iter().map(|item| node(item, place)).collect()),
        DeValue::Table(inner) => Value::Table(table(inner, place)),
    };
    Node { value, span: place.span(tree.span()) }
}

/// Integers beyond 64 bits become the nearest number, as a rating of 1e30 written out would be meant.
fn whole_number(integer: &DeInteger<'_>) -> Value {
    let digits = integer.as_str();
    match i64::from_str_radix(digits, integer.radix()) {
        Ok(number) => Value::Integer(number),
        Err(_) => Value::Float(digits.parse().unwrap_or(f64::INFINITY)),
    }
}

/// Where an entry is first spoken of; entries of its table are sorted, so the first child knows.
fn first_byte(entry: &Entry) -> usize {
    let own = entry.key.span.start;
    match &entry.node.value {
        Value::Table(table) => {
            table.entries.first().map_or(own, |first| first_byte(first).min(own))
        }
        _ => own,
    }
}
