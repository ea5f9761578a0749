//! `[assumptions.*]`: what is not settled.
//! A cycle among `requires` is an error.

use crate::document::node::Entry;
use crate::document::node::Value;
use crate::model::assumption::{Assumption, Status};
use crate::model::id::AssumptionId;
use crate::model::load::cycles::find_cycles;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::names::Names;
use crate::model::load::table_of;
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

const STATUS: &[(&str, Status)] =
    &[("holds", Status::Holds), ("fails", Status::Fails), ("pending", Status::Pending)];

/// Reads every assumption; the ids of the result are those of `names`.
pub fn load(entries: &[&Entry], names: &Names<'_>, sink: &mut Diagnostics) -> Vec<Assumption> {
    let assumptions: Vec<Assumption> =
        entries.iter().map(|entry| assumption(entry, names, sink)).collect();
    for cycle in find_cycles(assumptions.len(), |index| {
        assumptions[index].requires.iter().map(|required| required.value.index()).collect()
    }) {
        let named: Vec<&str> =
            cycle.iter().map(|index| assumptions[*index].name.as_str()).collect();
        let message = format!("assumptions require each other: {}", named.join(" → "));
        if let Some(first) = cycle.first() {
            sink.push(Diagnostic::error("requires-cycle", assumptions[*first].span, message));
        }
    }
    assumptions
}

fn assumption(entry: &Entry, names: &Names<'_>, sink: &mut Diagnostics) -> Assumption {
    let mut assumption = Assumption {
        name: entry.key.name.clone(),
        span: entry.key.span,
        claim: entry.key.name.clone(),
        status: Spanned::new(Status::Pending, entry.key.span),
        probability: None,
        owner: None,
        due: None,
        cost_of_asking: None,
        requires: Vec::new(),
    };
    let Some(table) = table_of(entry, "a table, as in [assumptions.NAME]", sink) else {
        return assumption;
    };
    let mut fields = Fields::open(table, Place::Assumption);
    fields.entry("new");
    if let Some(claim) = fields.string("claim", sink) {
        assumption.claim = claim.value;
    }
    if let Some(status) = fields.word("status", STATUS, sink) {
        assumption.status = status;
    }
    if let Some(probability) = fields.number("probability", sink) {
        if (0.0..=1.0).contains(&probability.value) {
            assumption.probability = Some(probability.value);
        } else {
            let message = format!("probability {} lies outside 0 to 1", probability.value);
            sink.push(Diagnostic::error("out-of-range", probability.span, message));
        }
    }
    assumption.owner = fields.string("owner", sink).map(|owner| owner.value);
    assumption.due = due(&mut fields, sink);
    assumption.cost_of_asking = fields.at_least_zero("cost-of-asking", sink);
    let required = fields.strings("requires", sink);
    assumption.requires = names.find_all(&required, AssumptionId, sink);
    fields.close(sink);
    assumption
}

/// A date, or words such as "end of Q2".
fn due(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<String> {
    let node = fields.node("due")?;
    match &node.value {
        Value::Date(due) | Value::String(due) => Some(due.clone()),
        _ => {
            sink.push(wrong_type(node, "a date, or words in quotes"));
            None
        }
    }
}
