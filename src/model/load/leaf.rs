//! What a leaf is rated in, over which range, and how a rating becomes a value.
//! The type is inferred from what the criterion says, and failing that from its ratings.

use crate::document::node::{Entry, Node, Value};
use crate::method::problem::Direction;
use crate::model::criterion::{Leaf, Range, Rated, Unknown};
use crate::model::load::fields::{Fields, number, pair};
use crate::model::load::ratings::boolean;
use crate::model::load::value_functions;
use crate::model::load::{comparison, levels};
use crate::model::value_function::ValueFunction;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

const DIRECTIONS: &[(&str, Direction)] = &[
    ("maximize", Direction::Maximize),
    ("minimize", Direction::Minimize),
    ("maximise", Direction::Maximize),
    ("minimise", Direction::Minimize),
];

const UNKNOWNS: &[(&str, Unknown)] = &[
    ("worst", Unknown::Worst),
    ("midpoint", Unknown::Midpoint),
    ("best", Unknown::Best),
    ("refuse", Unknown::Refuse),
];

const TYPES: &[(&str, Type)] = &[
    ("number", Type::Number),
    ("boolean", Type::Boolean),
    ("levels", Type::Levels),
    ("text", Type::Text),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Boolean,
    Levels,
    Text,
}

/// Reads the leaf's own keys.
pub fn load(
    fields: &mut Fields<'_>,
    entry: &Entry,
    vendors: &[&Entry],
    sink: &mut Diagnostics,
) -> Leaf {
    let said = fields.word("type", TYPES, sink);
    let levels = fields.node("levels").map(|node| (node.span, levels::levels(node, sink)));
    let range = range(fields, sink);
    let rated_as = match (&said, &levels) {
        (Some(said), _) => said.value,
        (None, Some(_)) => Type::Levels,
        (None, None) if range.is_some() => Type::Number,
        (None, None) => infer(fields, entry, vendors),
    };
    if let (Some(said), Some((span, _))) = (&said, &levels)
        && said.value != Type::Levels
    {
        let message = "`levels` on a criterion that is said to be of another type";
        sink.push(Diagnostic::error("contradiction", *span, message).and(said.span, "this type"));
    }
    let rated = match rated_as {
        Type::Number => Rated::Number,
        Type::Boolean => Rated::Boolean,
        Type::Text => Rated::Text,
        Type::Levels => match levels {
            Some((_, levels)) => Rated::Levels(levels),
            None => {
                let message = format!("`{}` has the type levels and no `levels`", entry.key.name);
                sink.push(Diagnostic::error("missing-key", entry.key.span, message));
                Rated::Levels(Vec::new())
            }
        },
    };
    if let (Some(found), true) = (&range, rated != Rated::Number) {
        let message = "only numbers have a scale or anchors";
        sink.push(Diagnostic::error("contradiction", found.span, message));
    }
    let direction = fields.word("direction", DIRECTIONS, sink);
    let value_function = fields.node("value-function");
    let function = value_function.and_then(|node| value_functions::load(node, sink));
    let implied = implied_direction(range.as_ref(), function.as_ref());
    let direction = settle_direction(direction, implied, &rated, sink);
    if let (Some(function), false) = (&function, rated == Rated::Number) {
        let message = "only numbers have a value function";
        let help = "levels carry their values; booleans are 0 or 1";
        sink.push(Diagnostic::error("contradiction", function.span, message).help(help));
    }
    if let Some(function) = &function {
        value_functions::check(function, range.as_ref().map(|range| range.value), sink);
    }
    let unknown = fields.word("unknown", UNKNOWNS, sink).map_or(Unknown::Worst, |word| word.value);
    Leaf {
        range: match (&rated, range) {
            (Rated::Number, Some(range)) => range.value,
            (Rated::Number, None) => Range::Observed,
            _ => Range::Fixed,
        },
        rated,
        direction,
        value_function: function.map_or(ValueFunction::Linear, |found| found.value),
        unknown,
        unit: fields.string("unit", sink).map(|unit| unit.value),
        effort: effort(fields, sink),
        preference: comparison::preference(fields, sink),
        thresholds: comparison::thresholds(fields, sink),
    }
}

/// What it costs to move a rating's value by 1; 1 where nothing is said.
fn effort(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> f64 {
    let Some(effort) = fields.number("effort", sink) else { return 1.0 };
    if effort.value > 0.0 {
        return effort.value;
    }
    let message = format!("`effort` is {}, and it must be above 0", effort.value);
    let help = "it is what moving a rating's value by 1 costs, compared with the other criteria";
    sink.push(Diagnostic::error("not-positive", effort.span, message).help(help));
    1.0
}

/// The type of a criterion that says nothing about it: its gate's, else that of its ratings.
fn infer(fields: &mut Fields<'_>, entry: &Entry, vendors: &[&Entry]) -> Type {
    if let Some(Value::Table(gate)) = fields.node("gate").map(|node| &node.value) {
        for gated in &gate.entries {
            let value = match (gated.key.name.as_str(), &gated.node.value) {
                ("one-of" | "none-of", Value::Array(items)) => {
                    items.first().map(|item| &item.value)
                }
                ("is" | "at-least" | "at-most", value) => Some(value),
                _ => None,
            };
            match value {
                Some(Value::Boolean(_)) => return Type::Boolean,
                Some(Value::String(_)) => return Type::Text,
                Some(Value::Integer(_) | Value::Float(_)) => return Type::Number,
                _ => {}
            }
        }
    }
    vendors
        .iter()
        .filter_map(|vendor| rating_of(vendor, &entry.key.name))
        .find_map(|value| match value {
            Value::Boolean(_) => Some(Type::Boolean),
            Value::Integer(_) | Value::Float(_) => Some(Type::Number),
            Value::Cell(cell) if boolean(cell).is_some() => Some(Type::Boolean),
            Value::Cell(cell) if cell.parse::<f64>().is_ok() => Some(Type::Number),
            _ => None,
        })
        .unwrap_or(Type::Number)
}

fn rating_of<'a>(vendor: &'a Entry, criterion: &str) -> Option<&'a Value> {
    let Value::Table(vendor) = &vendor.node.value else { return None };
    let Value::Table(ratings) = &vendor.get("ratings")?.node.value else { return None };
    match &ratings.get(criterion)?.node.value {
        Value::Table(rating) => Some(&rating.get("value")?.node.value),
        value => Some(value),
    }
}

/// `scale`, or `worst` and `best`.
fn range(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<Spanned<Range>> {
    let scale = fields.node("scale");
    let worst = fields.node("worst");
    let best = fields.node("best");
    if let (Some(scale), Some(anchor)) = (scale, worst.or(best)) {
        let message = "a criterion has a `scale` or anchors, not both";
        sink.push(Diagnostic::error("contradiction", anchor.span, message).and(scale.span, "here"));
    }
    if let Some(scale) = scale {
        let [low, high] = pair(scale, "two numbers, as in scale = [0, 10]", sink)?;
        if low >= high {
            let message = format!("the scale [{low}, {high}] has no width from low to high");
            let diagnostic = Diagnostic::error("out-of-order", scale.span, message);
            let help = format!(
                "write scale = [{high}, {low}]; where less is better say direction = \"minimize\""
            );
            sink.push(if low > high { diagnostic.help(help) } else { diagnostic });
            return None;
        }
        return Some(Spanned::new(Range::Scale { low, high }, scale.span));
    }
    match (worst, best) {
        (None, None) => None,
        (Some(worst), Some(best)) => {
            let low = number(worst, "a number", sink)?;
            let high = number(best, "a number", sink)?;
            if low.value == high.value {
                let message = format!("`worst` and `best` are both {}", low.value);
                sink.push(Diagnostic::error("out-of-order", best.span, message));
                return None;
            }
            let range = Range::Anchors { worst: low.value, best: high.value };
            Some(Spanned::new(range, low.span))
        }
        (Some(one), None) => missing_anchor(one, "best", sink),
        (None, Some(one)) => missing_anchor(one, "worst", sink),
    }
}

fn missing_anchor(one: &Node, other: &str, sink: &mut Diagnostics) -> Option<Spanned<Range>> {
    let message = format!("one anchor needs the other: `{other}` is missing");
    sink.push(Diagnostic::error("missing-key", one.span, message));
    None
}

fn implied_direction(
    range: Option<&Spanned<Range>>,
    function: Option<&Spanned<ValueFunction>>,
) -> Option<Direction> {
    if let Some(Range::Anchors { worst, best }) = range.map(|range| range.value) {
        return Some(if best > worst { Direction::Maximize } else { Direction::Minimize });
    }
    function.and_then(|function| value_functions::direction(&function.value))
}

fn settle_direction(
    said: Option<Spanned<Direction>>,
    implied: Option<Direction>,
    rated: &Rated,
    sink: &mut Diagnostics,
) -> Direction {
    if let Some(said) = said {
        if implied.is_some_and(|implied| implied != said.value) {
            let message = "this direction contradicts the anchors or the value function";
            let help = "leave `direction` out: they imply it";
            sink.push(Diagnostic::error("contradiction", said.span, message).help(help));
        }
        if matches!(rated, Rated::Levels(_)) && said.value == Direction::Minimize {
            let message = "levels stand low to high, so that more is always better";
            let help = "turn their order round, or give them values";
            sink.push(Diagnostic::error("contradiction", said.span, message).help(help));
            return Direction::Maximize;
        }
        return said.value;
    }
    implied.unwrap_or(Direction::Maximize)
}
