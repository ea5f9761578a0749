//! `[weights]` and `[criteria.GROUP.weights]`: weights derived from judgements or from data.
//! Judged weights are put on the criteria they cover, so that nothing downstream need know.

mod faults;
mod judgements;
mod notes;
mod places;

use crate::document::node::{Entry, Node, Table, Value};
use crate::model::criterion::{Criterion, Weight};
use crate::model::derived::{Derived, FromData, Judged};
use crate::model::gate::Test;
use crate::model::id::CriterionId;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::{Span, Spanned};
use crate::weights::derivation::{DataKind, derive_from_judgements};
use crate::weights::kind::Kind;

const WHAT: &str = "a table with `kind`, as in { kind = \"swing\", points = { … } }";

/// Reads every derivation and puts judged weights on the criteria they cover.
pub fn load(
    top: Option<&Node>,
    entries: &[&Entry],
    criteria: &mut [Criterion],
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Derived {
    let mut derived = Derived::default();
    if let Some(node) = top {
        one(node, None, criteria, names, &mut derived, sink);
    }
    for (index, entry) in entries.iter().enumerate() {
        let Some(node) = own_weights(entry) else { continue };
        let group = CriterionId(index);
        if criteria.get(index).is_some_and(|criterion| criterion.members().is_empty()) {
            let message = format!("`weights` on `{}`, which has no members", entry.key.name);
            sink.push(Diagnostic::error("group-as-leaf", node.span, message));
            continue;
        }
        one(node, Some(group), criteria, names, &mut derived, sink);
    }
    derived
}

fn own_weights(entry: &Entry) -> Option<&Node> {
    let Value::Table(table) = &entry.node.value else { return None };
    table.get("weights").map(|entry| &entry.node)
}

fn one(
    node: &Node,
    group: Option<CriterionId>,
    criteria: &mut [Criterion],
    names: &Names<'_>,
    derived: &mut Derived,
    sink: &mut Diagnostics,
) {
    let Value::Table(table) = &node.value else {
        sink.push(wrong_type(node, WHAT));
        return;
    };
    let mut fields = Fields::open(table, Place::Weights);
    let kinds: Vec<(&str, Kind)> = Kind::ALL.iter().map(|kind| (kind.id(), *kind)).collect();
    let Some(kind) = fields.word("kind", &kinds, sink) else {
        if table.get("kind").is_none() {
            sink.push(Diagnostic::error("missing-key", node.span, "`kind` is missing"));
        }
        return;
    };
    let over_given = fields.node("over").map(|node| node.span);
    let over = fields.strings("over", sink);
    let over: Option<Vec<CriterionId>> = over_given.map(|_| {
        let found = names.find_all(&over, CriterionId, sink);
        let mut ids: Vec<CriterionId> = found.into_iter().map(|id| id.value).collect();
        ids.sort();
        ids
    });
    if let Some(data) = DataKind::from_kind(kind.value) {
        fields.close(sink);
        let kind = Spanned::new(data, kind.span);
        let given = over.map(|ids| (ids, over_given.unwrap_or(kind.span)));
        from_data(kind, group, given, criteria, derived, sink);
        return;
    }
    let said_before = sink.count();
    let read = judgements::read(kind.value, &mut fields, over, names, sink);
    fields.close(sink);
    let Some(read) = read else {
        // Something was said about it, or it lacks the key that holds the judgements.
        if sink.count() == said_before {
            let message = format!("`{}` without its judgements", kind.value.id());
            let help = format!("it needs {}", judgements::needs(kind.value));
            sink.push(Diagnostic::error("missing-key", kind.span, message).help(help));
        }
        return;
    };
    check_siblings(&read.covers, group, criteria, node.span, sink);
    match derive_from_judgements(&read.judgements) {
        Err(mistakes) => {
            for fault in mistakes {
                sink.push(faults::diagnostic(&fault, &read, criteria, kind.span));
            }
        }
        Ok(found) => {
            for note in &found.notes {
                sink.extend(notes::diagnostic(note, &found, &read, criteria, kind.span));
            }
            for (id, share) in read.covers.iter().zip(&found.shares) {
                cover(*id, *share, kind, criteria, sink);
            }
            let judgements::Read { covers, judgements, .. } = read;
            let span = node.span;
            derived.judged.push(Judged { group, covers, judgements, derived: found, span });
        }
    }
}

fn cover(
    id: CriterionId,
    share: f64,
    kind: Spanned<Kind>,
    criteria: &mut [Criterion],
    sink: &mut Diagnostics,
) {
    let Some(criterion) = criteria.get_mut(id.index()) else { return };
    if let Some(written) = &criterion.weight {
        sink.push(covered_and_weighted(&criterion.name, written.span, kind.span));
        return;
    }
    let because = Some(format!("derived: {}", kind.value.id()));
    criterion.weight = Some(Weight { number: share, interval: None, because, span: kind.span });
}

fn covered_and_weighted(name: &str, written: Span, kind: Span) -> Diagnostic {
    let message = format!("`{name}` has a weight, and one is derived for it");
    let help = "take one of them out; `over = […]` lists what is derived";
    Diagnostic::error("covered-and-weighted", written, message).and(kind, "derived here").help(help)
}

/// What is covered must be siblings, and all of those that take part.
fn check_siblings(
    covers: &[CriterionId],
    group: Option<CriterionId>,
    criteria: &[Criterion],
    span: Span,
    sink: &mut Diagnostics,
) {
    let place = group
        .and_then(|group| criteria.get(group.index()))
        .map_or(String::from("at the top level"), |group| format!("under `{}`", group.name));
    for id in covers {
        let Some(criterion) = criteria.get(id.index()) else { continue };
        if criterion.under != group {
            let message = format!("`{}` does not stand {place}", criterion.name);
            let help = "a `weights` table weighs siblings: [weights] the top level, [criteria.GROUP.weights] that group's members";
            sink.push(Diagnostic::error("wrong-level", span, message).help(help));
        }
        if criterion.leaf().is_some_and(|leaf| !leaf.is_valued()) {
            let message = format!("`{}` is text and has no weight", criterion.name);
            sink.push(Diagnostic::error("weighted-text", span, message));
        }
    }
    for (index, criterion) in criteria.iter().enumerate() {
        let is_left_out = criterion.under == group && !covers.contains(&CriterionId(index));
        if let (Some(weight), true) = (&criterion.weight, is_left_out) {
            let message = format!("`{}` has a weight beside derived ones {place}", criterion.name);
            let help = "a number cannot be compared with derived shares; cover it too, or take its weight out";
            sink.push(Diagnostic::error("covered-and-weighted", weight.span, message).help(help));
        }
    }
}

fn from_data(
    kind: Spanned<DataKind>,
    group: Option<CriterionId>,
    over: Option<(Vec<CriterionId>, Span)>,
    criteria: &[Criterion],
    derived: &mut Derived,
    sink: &mut Diagnostics,
) {
    if group.is_some() {
        let message = "weights from data stand at the top only";
        let help = "they set the shares of leaves: [weights] with `over` naming them";
        sink.push(Diagnostic::error("wrong-level", kind.span, message).help(help));
        return;
    }
    let covers = match over {
        Some((covers, span)) => {
            for id in &covers {
                let Some(criterion) = criteria.get(id.index()) else { continue };
                if !criterion.leaf().is_some_and(crate::model::criterion::Leaf::is_valued) {
                    let message = format!("`{}` has no ratings with values", criterion.name);
                    sink.push(Diagnostic::error("no-values", span, message));
                }
            }
            covers
        }
        None => criteria
            .iter()
            .enumerate()
            .filter(|(_, criterion)| {
                criterion.leaf().is_some_and(|leaf| {
                    let numeric = leaf.rated == crate::model::criterion::Rated::Number;
                    numeric && criterion.gate.is_none() && !criterion.info
                })
            })
            .map(|(index, _)| CriterionId(index))
            .collect(),
    };
    if covers.is_empty() {
        let message = "there is no leaf to weigh from data";
        let help = "name them: over = [\"…\"]";
        sink.push(Diagnostic::error("no-weights", kind.span, message).help(help));
        return;
    }
    for (index, criterion) in criteria.iter().enumerate() {
        let Some(weight) = &criterion.weight else { continue };
        if covers.contains(&CriterionId(index)) {
            sink.push(covered_and_weighted(&criterion.name, weight.span, kind.span));
        } else {
            let message = format!("`{}` has a weight beside weights from data", criterion.name);
            let help = "weights from data share out the whole; take this one out";
            let diagnostic = Diagnostic::error("covered-and-weighted", weight.span, message);
            sink.push(diagnostic.and(kind.span, "from data here").help(help));
        }
    }
    for criterion in criteria {
        let is_group_gate = criterion.gate.as_ref().is_some_and(|gate| {
            matches!(
                gate.test,
                Test::ReachesAtLeast(_) | Test::ReachesAtMost(_) | Test::ReachesBetween(..)
            )
        });
        if let (Some(gate), true) = (&criterion.gate, is_group_gate) {
            let message = format!("a gate on `{}` over weights from data", criterion.name);
            let help = "those weights depend on who passes the gate; gate its members instead";
            sink.push(Diagnostic::error("circular-gate", gate.span, message).help(help));
        }
    }
    derived.from_data = Some(FromData { kind: kind.value, covers, span: kind.span });
}

/// The table of a node, where a judgement is keyed by criterion.
fn keyed<'a>(node: &'a Node, what: &str, sink: &mut Diagnostics) -> Option<&'a Table> {
    match &node.value {
        Value::Table(table) => Some(table),
        _ => {
            sink.push(wrong_type(node, what));
            None
        }
    }
}
