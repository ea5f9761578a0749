//! `[method]`: which method, with its parameters.
//! A parameter that the method does not have is an error that names those it has.

pub mod coverage;

mod interactions;
mod profiles;
mod rising;

use crate::document::node::{Node, Value};
use crate::method::id::MethodId;
use crate::model::criterion::{Criterion, Leaf};
use crate::model::datum::Datum;
use crate::model::ends::Ends;
use crate::model::id::CriterionId;
use crate::model::load::fields::{Fields, listed, not_a_word, number, numbers, string, wrong_type};
use crate::model::load::method::interactions::interactions;
use crate::model::load::method::profiles::profiles;
use crate::model::load::names::Names;
use crate::model::load::parameters::{Shape, parameters};
use crate::model::load::ratings::datum;
use crate::model::load::words::Place;
use crate::model::method::{MethodChoice, Parameter, Setting};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;
use crate::text::span::Spanned;

const DEFAULT: MethodChoice =
    MethodChoice { kind: MethodId::WeightedSum, span: None, parameters: Vec::new() };

/// Reads the method; weighted sum where the file names none.
pub fn load(
    node: Option<&Node>,
    criteria: &[Criterion],
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> MethodChoice {
    let Some(node) = node else { return DEFAULT };
    let what = "a table with `kind`, as in { kind = \"weighted-sum\" }";
    let Value::Table(table) = &node.value else {
        sink.push(wrong_type(node, what));
        return DEFAULT;
    };
    let kinds: Vec<(&str, MethodId)> =
        MethodId::ALL.iter().map(|kind| (kind.id(), *kind)).collect();
    let mut fields = Fields::open(table, Place::Method);
    let Some(kind) = fields.word("kind", &kinds, sink) else {
        if table.get("kind").is_none() {
            let message = "`[method]` without `kind`";
            sink.push(Diagnostic::error("missing-key", node.span, message));
        }
        return DEFAULT;
    };
    let mut choice =
        MethodChoice { kind: kind.value, span: Some(kind.span), parameters: Vec::new() };
    let allowed = parameters(kind.value);
    let reader = Reader { criteria, names };
    for entry in table.entries.iter().filter(|entry| entry.key.name != "kind") {
        let spelt = if entry.key.name == "normalize" { "normalise" } else { &entry.key.name };
        let Some(&(name, shape)) = allowed.iter().find(|(name, _)| *name == spelt) else {
            sink.push(stray(&entry.key.name, kind.value, entry.key.span));
            continue;
        };
        if let Some(setting) = reader.setting(&entry.node, shape, sink) {
            choice.parameters.push(Parameter { name, setting, span: entry.node.span });
        }
    }
    rising::check(&choice, sink);
    choice
}

fn stray(name: &str, kind: MethodId, span: crate::text::span::Span) -> Diagnostic {
    let message = format!("`{}` has no parameter `{name}`", kind.id());
    let diagnostic = Diagnostic::error("unknown-parameter", span, message);
    let allowed: Vec<&str> = parameters(kind).iter().map(|(name, _)| *name).collect();
    if let Some(word) = nearest(name, allowed.iter().copied()) {
        return diagnostic.help(format!("did you mean `{word}`?"));
    }
    if allowed.is_empty() {
        return diagnostic.help("it has none");
    }
    diagnostic.help(format!("it has {}", listed(&allowed)))
}

/// What a parameter's criteria refer to.
struct Reader<'a> {
    criteria: &'a [Criterion],
    names: &'a Names<'a>,
}

impl Reader<'_> {
    fn setting(&self, node: &Node, shape: Shape, sink: &mut Diagnostics) -> Option<Setting> {
        match shape {
            Shape::Number(low, high) => {
                let number = number(node, "a number", sink)?;
                if !(low..=high).contains(&number.value) {
                    let message = if high.is_finite() {
                        format!("{} lies outside {low} to {high}", number.value)
                    } else {
                        format!("{} lies under {low}", number.value)
                    };
                    sink.push(Diagnostic::error("out-of-range", number.span, message));
                    return None;
                }
                Some(Setting::Number(number.value))
            }
            Shape::Word(words) => {
                let text = string(node, "a word in quotes", sink)?;
                if !words.contains(&text.value.as_str()) {
                    sink.push(not_a_word(&text, words.iter().copied()));
                    return None;
                }
                Some(Setting::Word(text.value))
            }
            Shape::Shares => self.shares(node, sink),
            Shape::PerCriterion => {
                let read = self.per_criterion(node, sink)?;
                let single = read.into_iter().map(|(id, rating)| (id, vec![rating.value]));
                Some(Setting::PerCriterion(single.collect()))
            }
            Shape::RisingPerCriterion => self.rising_per_criterion(node, sink),
            Shape::Profiles => profiles(self, node, sink),
            Shape::Interactions => interactions(self, node, sink),
        }
    }

    fn shares(&self, node: &Node, sink: &mut Diagnostics) -> Option<Setting> {
        let read = numbers(node, "numbers, as in [0.4, 0.3, 0.3]", sink)?;
        for share in &read {
            if share.value < 0.0 {
                let message = format!("the weight {} is negative", share.value);
                sink.push(Diagnostic::error("negative-weight", share.span, message));
            }
        }
        if read.iter().map(|share| share.value).sum::<f64>() <= 0.0 {
            let message = "all of these weights are 0";
            sink.push(Diagnostic::error("zero-weights", node.span, message));
            return None;
        }
        Some(Setting::Numbers(read.into_iter().map(|share| share.value).collect()))
    }

    /// The id of a leaf that has values, or a complaint.
    fn leaf(&self, name: &Spanned<String>, sink: &mut Diagnostics) -> Option<CriterionId> {
        let index = self.names.find(name, sink)?;
        let criterion = self.criteria.get(index)?;
        if criterion.leaf().is_some_and(Leaf::is_valued) {
            return Some(CriterionId(index));
        }
        let message = format!("`{}` has no ratings with values", criterion.name);
        sink.push(Diagnostic::error("no-values", name.span, message));
        None
    }

    /// A rating of a leaf as a number in its own units, levels by their value, booleans 0 or 1.
    fn rating(&self, node: &Node, id: CriterionId, sink: &mut Diagnostics) -> Option<f64> {
        let leaf = self.criteria.get(id.index())?.leaf()?;
        match datum(node, leaf, sink)? {
            Datum::Number(number) => Some(number),
            Datum::Boolean(value) => Some(f64::from(u8::from(value))),
            Datum::Level(index) => leaf.level(index).map(|level| level.value),
            Datum::Text(_) => None,
        }
    }

    /// The number that enters a method for such a rating: with a target its value, as the vendors'
    /// ratings do.
    ///
    /// Invariant: the one method that reads targets in their own units has no such parameter.
    fn entering(&self, rating: f64, id: CriterionId) -> f64 {
        match self.criteria.get(id.index()).and_then(Criterion::leaf) {
            Some(leaf) if leaf.is_target() => leaf.value_function.apply(rating, Ends::UNIT),
            _ => rating,
        }
    }

    /// One rating for each criterion named, in declared order, as it enters a method.
    fn per_criterion(
        &self,
        node: &Node,
        sink: &mut Diagnostics,
    ) -> Option<Vec<(CriterionId, Spanned<f64>)>> {
        let Value::Table(table) = &node.value else {
            sink.push(wrong_type(node, "a table by criterion, as in { price = 10 }"));
            return None;
        };
        let mut read = Vec::new();
        for entry in &table.entries {
            let name = Spanned::new(entry.key.name.clone(), entry.key.span);
            let Some(id) = self.leaf(&name, sink) else { continue };
            let Some(rating) = self.rating(&entry.node, id, sink) else { continue };
            read.push((id, Spanned::new(self.entering(rating, id), entry.node.span)));
        }
        read.sort_by_key(|(id, _)| *id);
        Some(read)
    }

    /// Two ratings or more for each criterion named, rising, as they enter a method.
    fn rising_per_criterion(&self, node: &Node, sink: &mut Diagnostics) -> Option<Setting> {
        let what = "a table by criterion, as in { price = [1, 5, 10] }";
        let Value::Table(table) = &node.value else {
            sink.push(wrong_type(node, what));
            return None;
        };
        let mut read = Vec::new();
        for entry in &table.entries {
            let name = Spanned::new(entry.key.name.clone(), entry.key.span);
            let Some(id) = self.leaf(&name, sink) else { continue };
            let Value::Array(items) = &entry.node.value else {
                sink.push(wrong_type(&entry.node, "two ratings or more, as in [1, 5, 10]"));
                continue;
            };
            let ratings: Vec<f64> =
                items.iter().filter_map(|item| self.rating(item, id, sink)).collect();
            if ratings.len() == items.len() {
                let is_rising = ratings.windows(2).all(|pair| pair[0] < pair[1]);
                if ratings.len() < 2 {
                    let message = format!("`{}` needs two ratings at least", name.value);
                    sink.push(Diagnostic::error("wrong-length", entry.node.span, message));
                } else if !is_rising {
                    let message = format!("the ratings of `{}` must rise", name.value);
                    sink.push(Diagnostic::error("out-of-order", entry.node.span, message));
                }
            }
            let mut entering: Vec<f64> =
                ratings.iter().map(|rating| self.entering(*rating, id)).collect();
            entering.sort_by(f64::total_cmp);
            entering.dedup();
            if ratings.len() > 1 && entering.len() == 1 {
                let message = format!("the ratings of `{}` all have the same value", name.value);
                sink.push(Diagnostic::error("out-of-order", entry.node.span, message));
            }
            read.push((id, entering));
        }
        read.sort_by_key(|(id, _): &(CriterionId, Vec<f64>)| *id);
        Some(Setting::PerCriterion(read))
    }
}

#[cfg(test)]
mod tests {
    use super::stray;
    use crate::method::id::MethodId;
    use crate::text::source::{Origin, Text, Texts};
    use crate::text::span::Span;

    #[test]
    fn a_stray_parameter_names_those_there_are() {
        let mut texts = Texts::default();
        let (name, content) = ("x".to_owned(), String::new());
        let text = texts.add(Text { name, content, origin: Origin::Flags });
        let span = Span { text, start: 0, end: 0 };
        let diagnostic = stray("lamda", MethodId::WeightedSum, span);
        assert_eq!(diagnostic.message, "`weighted-sum` has no parameter `lamda`");
        assert_eq!(diagnostic.help, ["it has `normalise`"]);
    }
}
