//! `value-function`: from a rating to a value, checked against direction and range.
//! A word or a table with one key that names the shape.

use crate::document::node::{Node, Value};
use crate::method::problem::Direction;
use crate::model::criterion::Range;
use crate::model::load::fields::{Fields, not_a_word, pair, wrong_type};
use crate::model::load::words::Place;
use crate::model::value_function::ValueFunction;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

const WHAT: &str = "`linear`, or a table such as { piecewise = [[0, 0], [5, 0.8], [10, 1]] }";

const RELATIVES: &[(&str, ValueFunction)] = &[
    ("lowest-ratio", ValueFunction::LowestRatio),
    ("highest-ratio", ValueFunction::HighestRatio),
    ("lowest-difference", ValueFunction::LowestDifference),
];

/// Reads a value function.
pub fn load(node: &Node, sink: &mut Diagnostics) -> Option<Spanned<ValueFunction>> {
    if let Value::String(word) = &node.value {
        if word == "linear" {
            return Some(Spanned::new(ValueFunction::Linear, node.span));
        }
        let text = Spanned::new(word.clone(), node.span);
        sink.push(not_a_word(&text, ["linear"].into_iter()).help(format!("expected {WHAT}")));
        return None;
    }
    let mut fields = Fields::of(node, Place::ValueFunction, WHAT, sink)?;
    let mut found = Vec::new();
    if let Some(linear) = fields.boolean("linear", sink)
        && linear.value
    {
        found.push(ValueFunction::Linear);
    }
    if let Some(points) = fields.node("piecewise").and_then(|node| points(node, sink)) {
        found.push(ValueFunction::Piecewise(points));
    }
    if let Some(points) = fields.node("steps").and_then(|node| points(node, sink)) {
        found.push(ValueFunction::Steps(points));
    }
    found.extend(fields.node("target").and_then(|node| target(node, sink)));
    found.extend(fields.node("exponential").and_then(|node| exponential(node, sink)));
    found.extend(fields.node("logistic").and_then(|node| logistic(node, sink)));
    found.extend(fields.word("relative", RELATIVES, sink).map(|word| word.value));
    let empty = matches!(&node.value, Value::Table(table) if table.entries.is_empty());
    fields.close(sink);
    if empty || found.len() > 1 {
        let message = "a value function has exactly one shape";
        sink.push(Diagnostic::error("contradiction", node.span, message));
        return None;
    }
    found.pop().map(|function| Spanned::new(function, node.span))
}

/// The direction that a shape implies; `None` where it fits both.
pub fn direction(function: &ValueFunction) -> Option<Direction> {
    match function {
        ValueFunction::Piecewise(points) | ValueFunction::Steps(points) => {
            let first = points.first()?[1];
            let last = points.last()?[1];
            match last.total_cmp(&first) {
                std::cmp::Ordering::Greater => Some(Direction::Maximize),
                std::cmp::Ordering::Less => Some(Direction::Minimize),
                std::cmp::Ordering::Equal => None,
            }
        }
        ValueFunction::LowestRatio | ValueFunction::LowestDifference => Some(Direction::Minimize),
        ValueFunction::HighestRatio => Some(Direction::Maximize),
        ValueFunction::Linear
        | ValueFunction::Target { .. }
        | ValueFunction::Exponential { .. }
        | ValueFunction::Logistic { .. } => None,
    }
}

/// Checks a shape against itself and the range.
pub fn check(function: &Spanned<ValueFunction>, range: Option<Range>, sink: &mut Diagnostics) {
    let own = direction(&function.value);
    if let Some(Range::Anchors { worst, best }) = range {
        let anchored = if best > worst { Direction::Maximize } else { Direction::Minimize };
        if own.is_some_and(|own| own != anchored) {
            let message = "this value function contradicts the anchors";
            sink.push(Diagnostic::error("contradiction", function.span, message));
        }
    }
    if let ValueFunction::Piecewise(points) | ValueFunction::Steps(points) = &function.value {
        let sign = own.map_or(0.0, Direction::sign);
        let turns = points.windows(2).any(|pair| match pair {
            [a, b] => (b[1] - a[1]) * sign < 0.0 || (sign == 0.0 && a[1] != b[1]),
            _ => false,
        });
        if turns {
            let message = "this value function turns round on its way";
            let help = "values rise all the way or fall all the way; for a best in the middle use `target`";
            sink.push(Diagnostic::error("contradiction", function.span, message).help(help));
        }
    }
    let needs_ends = matches!(
        function.value,
        ValueFunction::Exponential { .. } | ValueFunction::Logistic { .. }
    );
    if needs_ends && range.is_none() {
        let message = "this value function needs ends to reach 0 and 1 at";
        let help = "give the criterion a `scale`, or `worst` and `best`";
        sink.push(Diagnostic::error("missing-key", function.span, message).help(help));
    }
}

fn points(node: &Node, sink: &mut Diagnostics) -> Option<Vec<[f64; 2]>> {
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, "points, as in [[0, 0], [5, 0.8], [10, 1]]"));
        return None;
    };
    let read: Vec<[f64; 2]> =
        items.iter().filter_map(|item| pair(item, "a rating and its value", sink)).collect();
    if read.len() != items.len() {
        return None;
    }
    if read.is_empty() {
        sink.push(Diagnostic::error("wrong-length", node.span, "no points"));
        return None;
    }
    for (point, item) in read.iter().zip(items) {
        if !(0.0..=1.0).contains(&point[1]) {
            let message = format!("the value {} lies outside 0 to 1", point[1]);
            sink.push(Diagnostic::error("out-of-range", item.span, message));
        }
    }
    for (pair, item) in read.windows(2).zip(items.iter().skip(1)) {
        if let [before, after] = pair
            && before[0] >= after[0]
        {
            let message = format!("ratings must rise: {} after {}", after[0], before[0]);
            sink.push(Diagnostic::error("out-of-order", item.span, message));
        }
    }
    Some(read)
}

fn target(node: &Node, sink: &mut Diagnostics) -> Option<ValueFunction> {
    let what = "a table, as in { best = 5, zero-at = [0, 10] }";
    let mut fields = Fields::of(node, Place::ValueFunction, what, sink)?;
    let best = fields.node("best");
    let zero_at = fields.node("zero-at");
    fields.close(sink);
    let (Some(best), Some(zero_at)) = (best, zero_at) else {
        sink.push(Diagnostic::error("missing-key", node.span, format!("expected {what}")));
        return None;
    };
    let ideal = match best.value {
        Value::Array(_) => pair(best, "a rating or two", sink)?,
        _ => [crate::model::load::fields::number(best, "a rating", sink)?.value; 2],
    };
    let zero = pair(zero_at, "two ratings, as in [0, 10]", sink)?;
    if !(zero[0] < ideal[0] && ideal[0] <= ideal[1] && ideal[1] < zero[1]) {
        let message = "the best must lie strictly between the two ratings of value 0";
        sink.push(Diagnostic::error("out-of-order", node.span, message));
        return None;
    }
    Some(ValueFunction::Target { best: ideal, zero_at: zero })
}

fn exponential(node: &Node, sink: &mut Diagnostics) -> Option<ValueFunction> {
    let mut fields = Fields::of(node, Place::ValueFunction, "a table, as in { rho = 5 }", sink)?;
    let rho = fields.number("rho", sink);
    fields.close(sink);
    let Some(rho) = rho else {
        sink.push(Diagnostic::error("missing-key", node.span, "`rho` is missing"));
        return None;
    };
    if rho.value == 0.0 {
        let message = "`rho` cannot be 0";
        let help = "a large one is nearly linear; above 0 bends up early, below 0 late";
        sink.push(Diagnostic::error("out-of-range", rho.span, message).help(help));
        return None;
    }
    Some(ValueFunction::Exponential { rho: rho.value })
}

fn logistic(node: &Node, sink: &mut Diagnostics) -> Option<ValueFunction> {
    let what = "a table, as in { midpoint = 5, slope = 1 }";
    let mut fields = Fields::of(node, Place::ValueFunction, what, sink)?;
    let midpoint = fields.number("midpoint", sink);
    let slope = fields.number("slope", sink);
    fields.close(sink);
    let (Some(midpoint), Some(slope)) = (midpoint, slope) else {
        sink.push(Diagnostic::error("missing-key", node.span, format!("expected {what}")));
        return None;
    };
    if slope.value <= 0.0 {
        let message = format!("the slope {} must be above 0", slope.value);
        let help = "the direction says whether values rise or fall";
        sink.push(Diagnostic::error("out-of-range", slope.span, message).help(help));
        return None;
    }
    Some(ValueFunction::Logistic { midpoint: midpoint.value, slope: slope.value })
}
