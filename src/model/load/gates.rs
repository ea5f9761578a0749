//! `gate`: what is tested on a leaf's rating or on a group's share, in the right type.
//! `gate = false` undoes one that a base set.

use crate::document::node::{Node, Value};
use crate::model::criterion::{Leaf, Rated};
use crate::model::datum::Datum;
use crate::model::gate::{Gate, Test};
use crate::model::load::fields::{Fields, listed, wrong_type};
use crate::model::load::ratings::datum;
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Span;

const WHAT: &str = "a table, as in { at-least = 6, because = \"…\" }, or false";
const TESTS: &[&str] = &["at-least", "at-most", "between", "is", "one-of", "none-of"];

/// Reads the gate of a leaf.
pub fn of_leaf(node: Option<&Node>, leaf: &Leaf, sink: &mut Diagnostics) -> Option<Gate> {
    let opened = open(node, sink)?;
    let value = &opened.node.value;
    let one = |sink: &mut Diagnostics| datum(opened.node, leaf, sink);
    let test = match opened.test {
        "is" => Test::Is(one(sink)?),
        "one-of" | "none-of" => {
            let Value::Array(items) = value else {
                sink.push(wrong_type(opened.node, "an array"));
                return None;
            };
            let bounds: Vec<Datum> =
                items.iter().filter_map(|item| datum(item, leaf, sink)).collect();
            if items.is_empty() {
                let message = format!("`{}` names nothing", opened.test);
                sink.push(Diagnostic::error("wrong-length", opened.node.span, message));
            }
            if opened.test == "one-of" { Test::OneOf(bounds) } else { Test::NoneOf(bounds) }
        }
        "between" => {
            let Value::Array(items) = value else {
                sink.push(wrong_type(opened.node, "two bounds, as in [2, 8]"));
                return None;
            };
            let bounds: Vec<Datum> =
                items.iter().filter_map(|item| datum(item, leaf, sink)).collect();
            let [low, high] = bounds.as_slice() else {
                let message = "expected two bounds, as in [2, 8]";
                sink.push(Diagnostic::error("wrong-length", opened.node.span, message));
                return None;
            };
            Test::Between(low.clone(), high.clone())
        }
        "at-least" => Test::AtLeast(one(sink)?),
        _ => Test::AtMost(one(sink)?),
    };
    check_order(&test, leaf, opened.test, opened.node.span, sink);
    Some(Gate { test, because: opened.because, span: opened.node.span })
}

/// Reads the gate of a group: percentages of what it can reach.
pub fn of_group(node: Option<&Node>, sink: &mut Diagnostics) -> Option<Gate> {
    let opened = open(node, sink)?;
    let test = match opened.test {
        "at-least" => Test::ReachesAtLeast(percentage(opened.node, sink)?),
        "at-most" => Test::ReachesAtMost(percentage(opened.node, sink)?),
        "between" => {
            let Value::Array(items) = &opened.node.value else {
                sink.push(wrong_type(opened.node, "two percentages, as in [\"20%\", \"80%\"]"));
                return None;
            };
            let bounds: Vec<f64> = items.iter().filter_map(|item| percentage(item, sink)).collect();
            let [low, high] = bounds.as_slice() else {
                let message = "expected two percentages, as in [\"20%\", \"80%\"]";
                sink.push(Diagnostic::error("wrong-length", opened.node.span, message));
                return None;
            };
            if low > high {
                let message = "the lower bound lies above the upper one";
                sink.push(Diagnostic::error("out-of-order", opened.node.span, message));
            }
            Test::ReachesBetween(*low, *high)
        }
        other => {
            let message = format!("`{other}` cannot be tested on a group");
            let help = "a group takes `at-least`, `at-most` or `between`, in per cent of what it can reach";
            sink.push(Diagnostic::error("wrong-gate", opened.node.span, message).help(help));
            return None;
        }
    };
    Some(Gate { test, because: opened.because, span: opened.node.span })
}

struct Opened<'a> {
    test: &'static str,
    node: &'a Node,
    because: Option<String>,
}

fn open<'a>(node: Option<&'a Node>, sink: &mut Diagnostics) -> Option<Opened<'a>> {
    let node = node?;
    if node.value == Value::Boolean(false) {
        return None;
    }
    let mut fields = Fields::of(node, Place::Gate, WHAT, sink)?;
    let because = fields.string("because", sink).map(|because| because.value);
    let found: Vec<(&'static str, &Node)> =
        TESTS.iter().filter_map(|test| fields.node(test).map(|node| (*test, node))).collect();
    let stray = matches!(&node.value, Value::Table(table)
        if table.entries.iter().any(|entry| entry.key.name != "because" && !TESTS.contains(&entry.key.name.as_str())));
    fields.close(sink);
    match found.as_slice() {
        [(test, inner)] => Some(Opened { test, node: inner, because }),
        [] => {
            // A misspelt test has already been reported as an unknown key.
            if !stray {
                let message = "a gate that tests nothing";
                let help = format!("give it one of {}", listed(TESTS));
                sink.push(Diagnostic::error("missing-key", node.span, message).help(help));
            }
            None
        }
        [_, (_, second), ..] => {
            let message = "a gate has one test";
            let help = "for both ends use between = [low, high]";
            sink.push(Diagnostic::error("contradiction", second.span, message).help(help));
            None
        }
    }
}

fn check_order(test: &Test, leaf: &Leaf, name: &str, span: Span, sink: &mut Diagnostics) {
    let ordered = matches!(leaf.rated, Rated::Number | Rated::Levels(_));
    let needs_order = matches!(test, Test::AtLeast(_) | Test::AtMost(_) | Test::Between(..));
    if needs_order && !ordered {
        let message = format!("`{name}` needs an order, and these ratings have none");
        let help = "use `is`, `one-of` or `none-of`";
        sink.push(Diagnostic::error("wrong-gate", span, message).help(help));
    }
    let is_reversed = match test {
        Test::Between(Datum::Number(low), Datum::Number(high)) => low > high,
        Test::Between(Datum::Level(low), Datum::Level(high)) => low > high,
        _ => false,
    };
    if is_reversed {
        let message = "the lower bound lies above the upper one";
        sink.push(Diagnostic::error("out-of-order", span, message));
    }
}

/// `"50%"` as 0.5.
fn percentage(node: &Node, sink: &mut Diagnostics) -> Option<f64> {
    const WHAT: &str = "a percentage in quotes, as in \"50%\"";
    let Value::String(text) = &node.value else {
        sink.push(wrong_type(node, WHAT));
        return None;
    };
    let number = text.trim().strip_suffix('%').and_then(|digits| digits.trim().parse::<f64>().ok());
    match number {
        Some(percent) if (0.0..=100.0).contains(&percent) => Some(percent / 100.0),
        _ => {
            let message = format!("expected {WHAT}, found `{text}`");
            sink.push(Diagnostic::error("wrong-type", node.span, message));
            None
        }
    }
}
