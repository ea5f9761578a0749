//! `levels`: names low to high, with values of their own or equal steps.
//! Read for a leaf; a rating later names one of them.

use crate::document::node::{Node, Value};
use crate::model::criterion::Level;
use crate::model::load::fields::{number, string, wrong_type};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

/// Reads levels; values do not fall from one to the next.
pub fn levels(node: &Node, sink: &mut Diagnostics) -> Vec<Level> {
    let named: Vec<(Spanned<String>, Option<f64>)> = match &node.value {
        Value::Array(items) => items
            .iter()
            .filter_map(|item| string(item, "a level's name", sink))
            .map(|name| (name, None))
            .collect(),
        Value::Table(table) => table
            .entries
            .iter()
            .filter_map(|entry| {
                let value = number(&entry.node, "a level's value in 0 to 1", sink)?;
                check_level(value, sink);
                let name = Spanned::new(entry.key.name.clone(), entry.key.span);
                Some((name, Some(value.value)))
            })
            .collect(),
        _ => {
            sink.push(wrong_type(node, "level names, or a table of names with values"));
            return Vec::new();
        }
    };
    if named.len() < 2 {
        let message = "fewer than two levels tell nobody apart";
        sink.push(Diagnostic::error("wrong-length", node.span, message));
    }
    let steps = named.len().saturating_sub(1).max(1) as f64;
    let mut levels: Vec<Level> = Vec::with_capacity(named.len());
    for (index, (name, value)) in named.into_iter().enumerate() {
        if name.value == "unknown" {
            let message = "`unknown` is no level: it says that nobody knows";
            sink.push(Diagnostic::error("reserved-word", name.span, message));
        }
        if levels.iter().any(|level| level.name == name.value) {
            let message = format!("the level `{}` stands twice", name.value);
            sink.push(Diagnostic::error("named-twice", name.span, message));
        }
        let value = value.unwrap_or(index as f64 / steps);
        if let Some(last) = levels.last()
            && value < last.value
        {
            let message =
                format!("level `{}` has a lower value than `{}` before it", name.value, last.name);
            let help = "levels stand low to high";
            sink.push(Diagnostic::error("out-of-order", name.span, message).help(help));
        }
        levels.push(Level { name: name.value, value });
    }
    levels
}

fn check_level(value: Spanned<f64>, sink: &mut Diagnostics) {
    if !(0.0..=1.0).contains(&value.value) {
        let message = format!("a level's value {} lies outside 0 to 1", value.value);
        sink.push(Diagnostic::error("out-of-range", value.span, message));
    }
}
