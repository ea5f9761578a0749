//! What single entries of judgements look like: ratios, triples, tables by criterion.
//! Read here, complained of here; `reader` keeps what they mean.

use crate::document::node::{Node, Table, Value};
use crate::model::load::fields::{number, string, wrong_type};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

/// Two names and what is said of them.
pub(super) type Triple<'a> = (Spanned<String>, Spanned<String>, &'a Node);

/// Entries of two names and a third thing, `None` for each that has another shape.
pub(super) fn triples<'a>(
    node: &'a Node,
    what: &str,
    sink: &mut Diagnostics,
) -> Option<Vec<Option<Triple<'a>>>> {
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, what));
        return None;
    };
    Some(items.iter().map(|item| triple(item, what, sink)).collect())
}

fn triple<'a>(item: &'a Node, what: &str, sink: &mut Diagnostics) -> Option<Triple<'a>> {
    let Value::Array(parts) = &item.value else {
        sink.push(wrong_type(item, what));
        return None;
    };
    let [first, second, third] = parts.as_slice() else {
        let message = format!("expected {what}, found {} parts", parts.len());
        sink.push(Diagnostic::error("wrong-length", item.span, message));
        return None;
    };
    let (first, second) = (string(first, "a criterion", sink), string(second, "a criterion", sink));
    Some((first?, second?, third))
}

/// A number, or a fraction in quotes such as "1/3".
pub(super) fn ratio(node: &Node, sink: &mut Diagnostics) -> Option<f64> {
    let what = "a number, or a fraction such as \"1/3\"";
    let Value::String(text) = &node.value else {
        return number(node, what, sink).map(|read| read.value);
    };
    let parsed = text.split_once('/').and_then(|(above, below)| {
        let above = above.trim().parse::<f64>().ok()?;
        let below = below.trim().parse::<f64>().ok()?;
        Some(above / below).filter(|ratio| ratio.is_finite())
    });
    if parsed.is_none() {
        sink.push(wrong_type(node, what));
    }
    parsed
}

/// The table of a node, where a judgement is keyed by criterion.
pub(super) fn keyed<'a>(node: &'a Node, sink: &mut Diagnostics) -> Option<&'a Table> {
    match &node.value {
        Value::Table(table) => Some(table),
        _ => {
            sink.push(wrong_type(node, "a table of numbers by criterion"));
            None
        }
    }
}
