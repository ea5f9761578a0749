//! `[vendors.*.ratings]`: bare values and tables, in the criterion's type and on its scale.
//! A name that is no criterion, or a group's, is an error.

use crate::document::node::{Entry, Node, Table, Value};
use crate::model::criterion::{Criterion, Leaf, Range, Rated};
use crate::model::datum::{Datum, Quantity};
use crate::model::id::{AssumptionId, EvidenceId};
use crate::model::load::Directory;
use crate::model::load::fields::{Fields, not_a_word, number, string, wrong_type};
use crate::model::load::words::Place;
use crate::model::rating::Rating;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::{Span, Spanned};

/// Reads the ratings of one vendor, one place for each criterion.
pub fn load(
    table: &Table,
    criteria: &[Criterion],
    directory: &Directory<'_>,
    sink: &mut Diagnostics,
) -> Vec<Option<Rating>> {
    let mut ratings: Vec<Option<Rating>> = vec![None; criteria.len()];
    for entry in &table.entries {
        let name = Spanned::new(entry.key.name.clone(), entry.key.span);
        let Some(index) = directory.criteria.get(&name.value) else {
            let diagnostic = directory.criteria.nowhere(&name);
            sink.push(match entry.node.value {
                Value::Cell(_) => diagnostic.help(format!(
                    "to pass the column over: vendors-from = {{ file = \"…\", ignore = [{:?}] }}",
                    name.value
                )),
                _ => diagnostic,
            });
            continue;
        };
        let Some(criterion) = criteria.get(index) else { continue };
        let Some(leaf) = criterion.leaf() else {
            let message = format!("`{}` is a group, and groups are not rated", criterion.name);
            let help = "rate its members; the group's share follows from them";
            sink.push(Diagnostic::error("group-rated", entry.key.span, message).help(help));
            continue;
        };
        if let Some(slot) = ratings.get_mut(index) {
            *slot = rating(entry, leaf, directory, sink);
        }
    }
    ratings
}

fn rating(
    entry: &Entry,
    leaf: &Leaf,
    directory: &Directory<'_>,
    sink: &mut Diagnostics,
) -> Option<Rating> {
    let node = &entry.node;
    let Value::Table(table) = &node.value else {
        let quantity = quantity(node, leaf, sink)?;
        return Some(Rating {
            quantity,
            evidence: Vec::new(),
            because: None,
            requires: Vec::new(),
            otherwise: None,
            span: node.span,
        });
    };
    let mut fields = Fields::open(table, Place::Rating);
    let value = fields.node("value");
    let low = fields.node("low");
    let high = fields.node("high");
    let sd = fields.node("sd");
    let because = fields.string("because", sink).map(|because| because.value);
    let cited = fields.strings("evidence", sink);
    let required = fields.strings("requires", sink);
    let otherwise = fields.node("otherwise");
    fields.close(sink);
    let spread = Spread { value, low, high, sd, whole: node.span };
    let quantity = spread.quantity(leaf, sink);
    if let (Some(otherwise), true) = (otherwise, required.is_empty()) {
        let message = "`otherwise` without `requires`";
        let help = "name the assumptions that it depends on: requires = [\"…\"]";
        sink.push(Diagnostic::error("missing-key", otherwise.span, message).help(help));
    }
    let evidence = directory.evidence.find_all(&cited, EvidenceId, sink);
    let requires = directory.assumptions.find_all(&required, AssumptionId, sink);
    let otherwise = otherwise.and_then(|node| {
        self::quantity(node, leaf, sink).map(|quantity| Spanned::new(quantity, node.span))
    });
    let span = value.or(low).map_or(node.span, |node| node.span);
    Some(Rating { quantity: quantity?, evidence, because, requires, otherwise, span })
}

/// What a rating written as a table says of its number.
struct Spread<'a> {
    value: Option<&'a Node>,
    low: Option<&'a Node>,
    high: Option<&'a Node>,
    sd: Option<&'a Node>,
    whole: Span,
}

impl Spread<'_> {
    fn quantity(&self, leaf: &Leaf, sink: &mut Diagnostics) -> Option<Quantity> {
        if let (None, None, None) = (self.low, self.high, self.sd) {
            let Some(value) = self.value else {
                let message = "a rating without `value`";
                let help = "give it `value`, or `low` and `high`; or say value = \"unknown\"";
                sink.push(Diagnostic::error("missing-key", self.whole, message).help(help));
                return None;
            };
            return quantity(value, leaf, sink);
        }
        if leaf.rated != Rated::Number {
            let message = "only numbers can be uncertain";
            sink.push(Diagnostic::error("contradiction", self.whole, message));
            return None;
        }
        let mut read = |node: Option<&Node>| match node {
            Some(node) => scaled(node, leaf, sink).map(Some),
            None => Some(None),
        };
        let (value, low, high) = (read(self.value)?, read(self.low)?, read(self.high)?);
        match (value, low, high, self.sd) {
            (None, Some(low), Some(high), None) if low < high => {
                Some(Quantity::Uniform { low, high })
            }
            (Some(value), Some(low), Some(high), None)
                if low <= value && value <= high && low < high =>
            {
                Some(Quantity::Triangular { low, value, high })
            }
            (Some(value), None, None, Some(sd)) => {
                let sd = number(sd, "a standard deviation", sink)?;
                if sd.value <= 0.0 {
                    let message = format!("the standard deviation {} must be above 0", sd.value);
                    sink.push(Diagnostic::error("out-of-range", sd.span, message));
                    return None;
                }
                Some(Quantity::Normal { value, sd: sd.value })
            }
            (_, Some(_), Some(_), None) => {
                let message = "an uncertain rating must rise: low, value, high";
                sink.push(Diagnostic::error("out-of-order", self.whole, message));
                None
            }
            _ => {
                let message = "this mix of `value`, `low`, `high` and `sd` says nothing clear";
                let help = "write low and high; value, low and high; or value and sd";
                sink.push(Diagnostic::error("contradiction", self.whole, message).help(help));
                None
            }
        }
    }
}

/// A point, or unknown.
fn quantity(node: &Node, leaf: &Leaf, sink: &mut Diagnostics) -> Option<Quantity> {
    if matches!(&node.value, Value::String(text) if text == "unknown") {
        return Some(Quantity::Unknown);
    }
    datum(node, leaf, sink).map(Quantity::Point)
}

/// A value of the leaf's type, on its scale.
pub fn datum(node: &Node, leaf: &Leaf, sink: &mut Diagnostics) -> Option<Datum> {
    match &leaf.rated {
        Rated::Number => scaled(node, leaf, sink).map(Datum::Number),
        Rated::Boolean => match &node.value {
            Value::Boolean(value) => Some(Datum::Boolean(*value)),
            Value::Cell(cell) if boolean(cell).is_some() => boolean(cell).map(Datum::Boolean),
            _ => {
                sink.push(wrong_type(node, "true or false"));
                None
            }
        },
        Rated::Levels(levels) => {
            let name = string(node, "the name of a level in quotes", sink)?;
            let found = levels.iter().position(|level| level.name == name.value);
            if found.is_none() {
                sink.push(not_a_word(&name, levels.iter().map(|level| level.name.as_str())));
            }
            found.map(Datum::Level)
        }
        Rated::Text => string(node, "text in quotes", sink).map(|text| Datum::Text(text.value)),
    }
}

/// Yes or no as tables say it.
pub fn boolean(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "true" | "yes" | "y" => Some(true),
        "false" | "no" | "n" => Some(false),
        _ => None,
    }
}

fn scaled(node: &Node, leaf: &Leaf, sink: &mut Diagnostics) -> Option<f64> {
    let number = number(node, "a number", sink)?;
    if let Range::Scale { low, high } = leaf.range
        && !(low..=high).contains(&number.value)
    {
        let message = format!("{} lies off the scale {low} to {high}", number.value);
        let diagnostic = Diagnostic::error("off-scale", number.span, message);
        sink.push(diagnostic.labelled(format!("expected {low} to {high}")));
        return None;
    }
    Some(number.value)
}
