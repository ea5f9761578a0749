//! The value of an edit as it will stand in the file: the user's own digits, words in quotes.

use crate::document::node::{Node, Value};
use crate::document::parse::parse_value;
use crate::document::path::quote_string;
use crate::edit::refuse;
use crate::text::diagnostic::Diagnostic;
use crate::text::id::TextId;
use crate::text::span::Span;

/// A value and how it is written.
pub(crate) struct Literal {
    /// As it will stand in the file.
    pub(crate) written: String,
    /// What it says; spans count in `written`.
    pub(crate) node: Node,
}

/// TOML where it can be read as such, else a bare word in quotes.
pub(crate) fn literal(raw: &str, text: TextId) -> Result<Literal, Box<Diagnostic>> {
    let raw = raw.trim();
    match parse_value(raw, text, 0) {
        Ok(node) => Ok(Literal { written: raw.to_owned(), node }),
        Err(mistake) if raw.is_empty() || raw.starts_with(['"', '\'', '[', '{']) => {
            Err(refuse::bad_value(raw, &mistake.message))
        }
        Err(_) => {
            let written = quote_string(raw);
            let span = Span { text, start: 0, end: written.len() };
            Ok(Literal { written, node: Node { value: Value::String(raw.to_owned()), span } })
        }
    }
}
