//! `[[method.interactions]]`: pairs of criteria that strengthen or repeat each other.

use crate::document::node::{Node, Value};
use crate::model::id::CriterionId;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::method::Reader;
use crate::model::load::words::Place;
use crate::model::method::{Interaction, Setting};
use crate::text::diagnostic::{Diagnostic, Diagnostics};

/// Reads them; each pair once.
pub(super) fn interactions(
    reader: &Reader<'_>,
    node: &Node,
    sink: &mut Diagnostics,
) -> Option<Setting> {
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, "tables, as in [[method.interactions]]"));
        return None;
    };
    let mut interactions: Vec<Interaction> = Vec::new();
    for item in items {
        let Some(interaction) = interaction(reader, item, sink) else { continue };
        let [one, two] = interaction.between;
        let is_same =
            |other: &&Interaction| other.between == [one, two] || other.between == [two, one];
        if let Some(first) = interactions.iter().find(is_same) {
            let message = "this pair has an interaction already";
            let diagnostic = Diagnostic::error("named-twice", item.span, message);
            sink.push(diagnostic.and(first.span, "first here"));
        }
        interactions.push(interaction);
    }
    Some(Setting::Interactions(interactions))
}

fn interaction(reader: &Reader<'_>, item: &Node, sink: &mut Diagnostics) -> Option<Interaction> {
    let what = "a table with `between` and `strength`";
    let mut fields = Fields::of(item, Place::Method, what, sink)?;
    let pair = fields.node("between").map_or(item.span, |node| node.span);
    let between = fields.strings("between", sink);
    let is_said = fields.node("strength").is_some();
    let strength = fields.number("strength", sink);
    fields.close(sink);
    if !is_said {
        let message = "an interaction without `strength`";
        sink.push(Diagnostic::error("missing-key", item.span, message));
    }
    let strength = strength.filter(|strength| {
        let is_inside = (-1.0..=1.0).contains(&strength.value);
        if !is_inside {
            let message = format!("{} lies outside -1 to 1", strength.value);
            sink.push(Diagnostic::error("out-of-range", strength.span, message));
        }
        is_inside
    });
    if between.len() != 2 || between[0].value == between[1].value {
        let message = "an interaction is `between` two criteria";
        sink.push(Diagnostic::error("wrong-length", pair, message));
        return None;
    }
    let ids: Vec<CriterionId> = between.iter().filter_map(|name| reader.leaf(name, sink)).collect();
    let [one, two] = ids.as_slice() else { return None };
    Some(Interaction { between: [*one, *two], strength: strength?.value, span: item.span })
}
