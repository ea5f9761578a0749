//! One value of the right type, or a diagnostic that says what was expected.
//! Used by the reader for keys, and by `model` for values that may have several types.

use crate::document::node::{Node, Table, Value};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;
use crate::text::span::Spanned;

/// A string, or `wrong-type` with `what` naming the value.
pub fn as_string<'t>(
    node: &'t Node,
    what: &str,
    sink: &mut Diagnostics,
) -> Option<Spanned<&'t str>> {
    match &node.value {
        Value::String(string) => Some(Spanned::new(string, node.span)),
        _ => wrong(node, what, "a string", sink),
    }
}

/// A finite number, or `wrong-type`, or `not-finite`.
pub fn as_number(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<f64>> {
    let number = match &node.value {
        #[expect(clippy::cast_precision_loss, reason = "numbers are read as the nearest double")]
        Value::Integer(number) => *number as f64,
        Value::Float(number) => *number,
        _ => return wrong(node, what, "a number", sink),
    };
    if number.is_finite() {
        return Some(Spanned::new(number, node.span));
    }
    let message = format!("{what} is a finite number, not {number}");
    sink.push(Diagnostic::error("not-finite", node.span, message));
    None
}

/// A whole number, or `wrong-type`.
pub fn as_integer(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<i64>> {
    match &node.value {
        Value::Integer(number) => Some(Spanned::new(*number, node.span)),
        _ => wrong(node, what, "a whole number", sink),
    }
}

/// True or false, or `wrong-type`.
pub fn as_boolean(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<bool>> {
    match &node.value {
        Value::Boolean(boolean) => Some(Spanned::new(*boolean, node.span)),
        _ => wrong(node, what, "`true` or `false`", sink),
    }
}

/// A date, or `wrong-type`.
pub fn as_date<'t>(node: &'t Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<&'t str>> {
    match &node.value {
        Value::Date(date) => Some(Spanned::new(date, node.span)),
        _ => wrong(node, what, "a date such as 2025-02-11, without quotes", sink),
    }
}

/// A table, or `wrong-type`.
pub fn as_table<'t>(
    node: &'t Node,
    what: &str,
    sink: &mut Diagnostics,
) -> Option<Spanned<&'t Table>> {
    match &node.value {
        Value::Table(table) => Some(Spanned::new(table, node.span)),
        _ => wrong(node, what, "a table", sink),
    }
}

/// The values of an array, or `wrong-type`.
pub fn as_array<'t>(
    node: &'t Node,
    what: &str,
    sink: &mut Diagnostics,
) -> Option<Spanned<&'t [Node]>> {
    match &node.value {
        Value::Array(items) => Some(Spanned::new(items, node.span)),
        _ => wrong(node, what, "an array", sink),
    }
}

/// Two finite numbers in an array, or `wrong-type`, or `not-finite`.
pub fn as_pair(node: &Node, what: &str, sink: &mut Diagnostics) -> Option<Spanned<[f64; 2]>> {
    let Value::Array(items) = &node.value else {
        return wrong(node, what, "an array of two numbers", sink);
    };
    let [first, second] = items.as_slice() else {
        let message = format!("{what} is an array of two numbers, not of {}", items.len());
        sink.push(Diagnostic::error("wrong-type", node.span, message));
        return None;
    };
    let each = format!("each of {what}");
    let (first, second) = (as_number(first, &each, sink), as_number(second, &each, sink));
    Some(Spanned::new([first?.value, second?.value], node.span))
}

/// One of a few words, or `wrong-type`, or `unknown-word` with the nearest.
pub fn as_choice<T: Copy>(
    node: &Node,
    what: &str,
    words: &[(&str, T)],
    sink: &mut Diagnostics,
) -> Option<Spanned<T>> {
    let word = as_string(node, what, sink)?;
    if let Some((_, meaning)) = words.iter().find(|(name, _)| *name == word.value) {
        return Some(Spanned::new(*meaning, node.span));
    }
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    let message = format!("{what} is one of {}, not `{}`", listed(&names), word.value);
    let diagnostic = Diagnostic::error("unknown-word", node.span, message);
    sink.push(match nearest(word.value, names) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    });
    None
}

fn wrong<T>(node: &Node, what: &str, expected: &str, sink: &mut Diagnostics) -> Option<T> {
    let message = format!("{what} is {expected}, not {}", node.value.kind());
    let diagnostic = Diagnostic::error("wrong-type", node.span, message);
    let quoted_number = expected == "a number"
        && matches!(&node.value, Value::String(string) if string.trim().parse::<f64>().is_ok());
    sink.push(if quoted_number { diagnostic.help("write it without quotes") } else { diagnostic });
    None
}

/// Words in backticks with commas and a last `and`.
pub(crate) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
