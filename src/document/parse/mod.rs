//! Text to tree: every syntax mistake said once, in our own words, and a tree that can still be used.
//! First stage; `extend` parses each file of a chain with it, `overlay` each value of a flag.

mod convert;
mod depth;
mod duplicate;
mod repair;
mod syntax;

use toml::de::{DeTable, DeValue};

use crate::document::node::{Node, Table, Value};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::id::TextId;
use crate::text::span::Span;

/// How deep tables and arrays may lie in one another, dotted keys counted.
pub const DEEPEST: usize = 64;

/// The tree of a whole file: a table whose span is empty at the start of the text.
///
/// Statements that cannot be read are left out of the tree; the first five of them are said with
/// code `syntax`. A key given twice keeps its first value and is said with `duplicate-key`.
/// Takes time linear in the length of the text.
pub fn parse(content: &str, text: TextId, diagnostics: &mut Diagnostics) -> Node {
    let start = Span { text, start: 0, end: 0 };
    if let Some(range) = depth::too_deep(content) {
        diagnostics.push(too_deep(Span { text, start: range.start, end: range.end }));
        return Node { value: Value::Table(Table::default()), span: start };
    }
    let (tree, errors) = DeTable::parse_recoverable(content);
    let place = convert::Place { text, offset: 0 };
    let table = if errors.iter().any(repair::is_syntax) {
        let repaired = repair::repair(content, text, diagnostics);
        let (tree, errors) = DeTable::parse_recoverable(&repaired);
        diagnostics.extend(duplicate::duplicates(&repaired, text, &errors));
        convert::table(tree.get_ref(), place)
    } else {
        diagnostics.extend(duplicate::duplicates(content, text, &errors));
        convert::table(tree.get_ref(), place)
    };
    Node { value: Value::Table(table), span: start }
}

/// One value as it stands right of an `=`, `raw` beginning at byte `offset` of the text.
///
/// # Errors
/// The first mistake in it, as a diagnostic of code `syntax` or `too-deep`.
pub fn parse_value(raw: &str, text: TextId, offset: usize) -> Result<Node, Box<Diagnostic>> {
    let place = convert::Place { text, offset };
    if let Some(range) = depth::too_deep(raw) {
        return Err(Box::new(too_deep(place.span(range))));
    }
    let (value, errors) = DeValue::parse_recoverable(raw);
    match errors.first() {
        Some(error) => {
            let range = error.span().unwrap_or(0..raw.len());
            Err(Box::new(syntax::diagnostic(raw, error.message(), place.span(range))))
        }
        None => Ok(convert::node(&value, place)),
    }
}

fn too_deep(span: Span) -> Diagnostic {
    let message = format!("nested more than {DEEPEST} levels deep");
    Diagnostic::error("too-deep", span, message).labelled("one level too many opens here")
}

#[cfg(test)]
mod tests;
