//! One table of a file, read key by key, every mistake collected.
//! Used by everything in `load`; what nobody asked for is reported when the table is closed.

use crate::document::node::{Entry, Node, Table, Value};
use crate::model::load::elsewhere::meant;
use crate::model::load::words::{Place, foreign, reserved};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;
use crate::text::span::Spanned;

/// A table being read.
#[derive(Debug)]
pub struct Fields<'a> {
    table: &'a Table,
    place: Place,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Opens a table that stands at `place`.
    pub fn open(table: &'a Table, place: Place) -> Self {
        Self { table, place, known: Vec::new() }
    }

    /// Opens a node that must be a table; `what` says what was expected, as in "a table with `kind`".
    pub fn of(node: &'a Node, place: Place, what: &str, sink: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Table(table) => Some(Self::open(table, place)),
            _ => {
                sink.push(wrong_type(node, what));
                None
            }
        }
    }

    /// The entry of a key, whatever it holds.
    pub fn entry(&mut self, name: &'static str) -> Option<&'a Entry> {
        self.known.push(name);
        self.table.get(name)
    }

    /// The node of a key, whatever it holds.
    pub fn node(&mut self, name: &'static str) -> Option<&'a Node> {
        self.entry(name).map(|entry| &entry.node)
    }

    /// A table under a key.
    pub fn table(&mut self, name: &'static str, sink: &mut Diagnostics) -> Option<&'a Table> {
        let node = self.node(name)?;
        match &node.value {
            Value::Table(table) => Some(table),
            _ => {
                sink.push(wrong_type(node, "a table"));
                None
            }
        }
    }

    /// A string under a key.
    pub fn string(
        &mut self,
        name: &'static str,
        sink: &mut Diagnostics,
    ) -> Option<Spanned<String>> {
        let node = self.node(name)?;
        string(node, "a string", sink)
    }

    /// A finite number under a key.
    pub fn number(&mut self, name: &'static str, sink: &mut Diagnostics) -> Option<Spanned<f64>> {
        let node = self.node(name)?;
        number(node, "a number", sink)
    }

    /// A number that cannot be negative under a key.
    pub fn at_least_zero(&mut self, name: &'static str, sink: &mut Diagnostics) -> Option<f64> {
        let number = self.number(name, sink)?;
        if number.value < 0.0 {
            let message = format!("`{name}` is {}, and cannot be negative", number.value);
            sink.push(Diagnostic::error("out-of-range", number.span, message));
            return None;
        }
        Some(number.value)
    }

    /// True or false under a key.
    pub fn boolean(&mut self, name: &'static str, sink: &mut Diagnostics) -> Option<Spanned<bool>> {
        let node = self.node(name)?;
        match node.value {
            Value::Boolean(value) => Some(Spanned::new(value, node.span)),
            _ => {
                sink.push(wrong_type(node, "true or false"));
                None
            }
        }
    }

    /// A date under a key, in the file's own spelling.
    pub fn date(&mut self, name: &'static str, sink: &mut Diagnostics) -> Option<Spanned<String>> {
        let node = self.node(name)?;
        match &node.value {
            Value::Date(date) => Some(Spanned::new(date.clone(), node.span)),
            Value::String(text) => {
                sink.push(
                    wrong_type(node, "a date").help(format!("write it without quotes: {text}")),
                );
                None
            }
            _ => {
                sink.push(wrong_type(node, "a date, such as 2025-02-11"));
                None
            }
        }
    }

    /// Strings under a key; none when it is absent.
    pub fn strings(&mut self, name: &'static str, sink: &mut Diagnostics) -> Vec<Spanned<String>> {
        let Some(node) = self.node(name) else { return Vec::new() };
        let Value::Array(items) = &node.value else {
            let mut diagnostic = wrong_type(node, "an array of strings");
            if let Value::String(text) = &node.value {
                diagnostic = diagnostic.help(format!("write it in brackets: [{text:?}]"));
            }
            sink.push(diagnostic);
            return Vec::new();
        };
        items.iter().filter_map(|item| string(item, "a string", sink)).collect()
    }

    /// A flag with a reason: `true` gives an empty reason, `false` and absence give none.
    pub fn reason(
        &mut self,
        name: &'static str,
        sink: &mut Diagnostics,
    ) -> Option<Spanned<String>> {
        let node = self.node(name)?;
        match &node.value {
            Value::Boolean(false) => None,
            Value::Boolean(true) => Some(Spanned::new(String::new(), node.span)),
            Value::String(reason) => Some(Spanned::new(reason.clone(), node.span)),
            _ => {
                sink.push(wrong_type(node, "a reason in quotes, true or false"));
                None
            }
        }
    }

    /// One word out of several under a key, with what it stands for.
    pub fn word<T: Clone>(
        &mut self,
        name: &'static str,
        words: &[(&str, T)],
        sink: &mut Diagnostics,
    ) -> Option<Spanned<T>> {
        let text = self.string(name, sink)?;
        let found = words.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            sink.push(not_a_word(&text, words.iter().map(|(word, _)| *word)));
        }
        found.map(|(_, meaning)| Spanned::new(meaning.clone(), text.span))
    }

    /// Closes the table: every key that nobody asked for is an error.
    pub fn close(self, sink: &mut Diagnostics) {
        for entry in &self.table.entries {
            if !self.known.contains(&entry.key.name.as_str()) {
                sink.push(stray_key(entry, self.place, &self.known));
            }
        }
    }
}

/// A string, or a complaint.
pub fn string(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<String>> {
    match &node.value {
        Value::String(text) | Value::Cell(text) => Some(Spanned::new(text.clone(), node.span)),
        _ => {
            sink.push(wrong_type(node, what));
            None
        }
    }
}

/// A finite number, or a complaint.
pub fn number(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<f64>> {
    let value = match node.value {
        // Integers beyond 2^53 lose digits no decision hangs on.
        Value::Integer(integer) => integer as f64,
        Value::Float(float) => float,
        Value::Cell(ref cell) => {
            let Ok(number) = cell.parse::<f64>() else {
                let message = format!("expected {what}, found `{cell}`");
                sink.push(Diagnostic::error("wrong-type", node.span, message));
                return None;
            };
            number
        }
        _ => {
            sink.push(wrong_type(node, what));
            return None;
        }
    };
    if !value.is_finite() {
        let message = format!("expected {what}, found `{value}`");
        let diagnostic = Diagnostic::error("not-finite", node.span, message);
        sink.push(diagnostic.labelled("must be finite"));
        return None;
    }
    Some(Spanned::new(value, node.span))
}

/// Numbers in an array, or a complaint.
pub fn numbers(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Vec<Spanned<f64>>> {
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, what));
        return None;
    };
    let read: Vec<_> = items.iter().filter_map(|item| number(item, "a number", sink)).collect();
    (read.len() == items.len()).then_some(read)
}

/// A pair of numbers, or a complaint.
pub fn pair(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<[f64; 2]> {
    let read = numbers(node, what, sink)?;
    if let [low, high] = read.as_slice() {
        return Some([low.value, high.value]);
    }
    let message = format!("expected {what}, found {} numbers", read.len());
    sink.push(Diagnostic::error("wrong-length", node.span, message));
    None
}

/// What was expected and what stands there.
pub fn wrong_type(node: &Node, what: &str) -> Diagnostic {
    let message = format!("expected {what}, found {}", node.value.kind());
    Diagnostic::error("wrong-type", node.span, message).labelled(format!("expected {what}"))
}

/// A word that is none of those allowed.
pub fn not_a_word<'w>(text: &Spanned<String>, words: impl Iterator<Item = &'w str>) -> Diagnostic {
    let words: Vec<&str> = words.collect();
    let message = format!("`{}` is not one of {}", text.value, listed(&words));
    let diagnostic = Diagnostic::error("unknown-word", text.span, message);
    let right = meant(&text.value, &words).or_else(|| nearest(&text.value, words.iter().copied()));
    match right {
        Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
        None => diagnostic,
    }
}

/// Names in backticks, separated by commas.
pub fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

fn stray_key(entry: &Entry, place: Place, known: &[&'static str]) -> Diagnostic {
    let name = entry.key.name.as_str();
    if reserved(place, name) {
        let message = format!("`{name}` is known, not yet supported");
        return Diagnostic::error("reserved-key", entry.key.span, message)
            .help("take it out; nothing else means the same yet");
    }
    let message = format!("unknown key `{name}` in {}", place.words());
    let diagnostic = Diagnostic::error("unknown-key", entry.key.span, message);
    if let Some(advice) = foreign(place, name) {
        return diagnostic.help(advice);
    }
    if let Some(word) = nearest(name, known.iter().copied()) {
        return diagnostic.help(format!("did you mean `{word}`?"));
    }
    if place != Place::Root && Place::Root.keys().contains(&name) {
        return diagnostic
            .help(format!("`{name}` belongs at the top of the file, above the first `[table]`"));
    }
    diagnostic.help(format!("known here: {}", listed(known)))
}
