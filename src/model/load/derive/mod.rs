//! `[weights]` and `[criteria.GROUP.weights]`: weights derived from judgements or from data.
//! Judged weights are put on the criteria they cover, so that nothing downstream need know.

pub mod faults;
pub mod judgements;
pub mod notes;
mod places;

use crate::document::node::{Entry, Node, Value};
use crate::model::criterion::{Criterion, Leaf, Rated, Weight};
use crate::model::derived::{Derived, FromData, Judged};
use crate::model::gate::Test;
use crate::model::id::CriterionId;
use crate::model::load::derive::faults::is_local;
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
    match read(node, names, sink) {
        None => {}
        Some(Given::Data(kind, over)) => {
            if let Some(data) = from_data(kind, group, over, criteria, sink) {
                check_unweighed(&data, criteria, sink);
                derived.from_data = Some(data);
            }
        }
        Some(Given::Judgements(read, kind)) => {
            let covers: Vec<CriterionId> = read.covers.iter().copied().map(CriterionId).collect();
            if read.is_whole {
                check_siblings(&covers, group, criteria, node.span, sink);
            }
            let Some(found) = settle(&read, kind, names, sink) else { return };
            for (id, share) in covers.iter().zip(&found.shares) {
                cover(*id, *share, kind, criteria, sink);
            }
            let (judgements, span) = (read.judgements, node.span);
            derived.judged.push(Judged { group, covers, judgements, derived: found, span });
        }
    }
}

/// A derivation as read, before anything is worked out.
#[derive(Debug)]
pub enum Given {
    /// From what people say, and its kind where it is named.
    Judgements(judgements::Read, Spanned<Kind>),
    /// From the ratings, with what `over` names.
    Data(Spanned<DataKind>, Option<Spanned<Vec<CriterionId>>>),
}

/// Reads a table with `kind`; `None` where something is missing or wrong.
pub fn read(node: &Node, names: &Names<'_>, sink: &mut Diagnostics) -> Option<Given> {
    let Value::Table(table) = &node.value else {
        sink.push(wrong_type(node, WHAT));
        return None;
    };
    let mut fields = Fields::open(table, Place::Weights);
    let kinds: Vec<(&str, Kind)> = Kind::ALL.iter().map(|kind| (kind.id(), *kind)).collect();
    let Some(kind) = fields.word("kind", &kinds, sink) else {
        if table.get("kind").is_none() {
            sink.push(Diagnostic::error("missing-key", node.span, "`kind` is missing"));
        }
        return None;
    };
    let given = fields.node("over").map(|node| node.span);
    let over = fields.strings("over", sink);
    let over: Option<Spanned<Vec<usize>>> = given.map(|span| {
        let found = names.find_all(&over, |index| index, sink);
        let mut indices: Vec<usize> = found.into_iter().map(|index| index.value).collect();
        indices.sort_unstable();
        Spanned::new(indices, span)
    });
    if let Some(data) = DataKind::from_kind(kind.value) {
        fields.close(sink);
        let over = over
            .map(|over| Spanned::new(over.value.into_iter().map(CriterionId).collect(), over.span));
        return Some(Given::Data(Spanned::new(data, kind.span), over));
    }
    let said_before = sink.count();
    let read = judgements::read(kind.value, &mut fields, over.map(|over| over.value), names, sink);
    fields.close(sink);
    if read.is_none() && sink.count() == said_before {
        // It lacks the key that holds the judgements.
        let message = format!("`{}` without its judgements", kind.value.id());
        let help = format!("it needs {}", judgements::needs(kind.value));
        sink.push(Diagnostic::error("missing-key", kind.span, message).help(help));
    }
    read.map(|read| Given::Judgements(read, kind))
}

/// What judgements come to, with what is odd about them said; `None` where they are at fault.
pub fn settle(
    read: &judgements::Read,
    kind: Spanned<Kind>,
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<crate::weights::derived::Derived> {
    match derive_from_judgements(&read.judgements) {
        Err(mistakes) => {
            for fault in mistakes.iter().filter(|own| read.is_whole || is_local(own, read)) {
                sink.push(faults::diagnostic(fault, read, names, kind.span));
            }
            None
        }
        // What was left out was said; the rest gives no weights.
        Ok(_) if !read.is_whole => None,
        Ok(found) => {
            for note in &found.notes {
                sink.extend(notes::diagnostic(note, &found, read, names, kind.span));
            }
            Some(found)
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
pub fn check_siblings(
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

/// Weights from data: what they cover; `None` where they stand in the wrong place or cover nothing.
pub fn from_data(
    kind: Spanned<DataKind>,
    group: Option<CriterionId>,
    over: Option<Spanned<Vec<CriterionId>>>,
    criteria: &[Criterion],
    sink: &mut Diagnostics,
) -> Option<FromData> {
    if group.is_some() {
        let message = "weights from data stand at the top only";
        let help = "they set the shares of leaves: [weights] with `over` naming them";
        sink.push(Diagnostic::error("wrong-level", kind.span, message).help(help));
        return None;
    }
    let covers = match over {
        Some(Spanned { value: covers, span }) => {
            for id in &covers {
                let Some(criterion) = criteria.get(id.index()) else { continue };
                if !criterion.leaf().is_some_and(Leaf::is_valued) {
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
                    let numeric = leaf.rated == Rated::Number;
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
        return None;
    }
    check_no_group_gate(criteria, sink);
    Some(FromData { kind: kind.value, covers, span: kind.span })
}

/// Weights from data share out the whole, so that no weight may be written beside them.
fn check_unweighed(data: &FromData, criteria: &[Criterion], sink: &mut Diagnostics) {
    for (index, criterion) in criteria.iter().enumerate() {
        let Some(weight) = &criterion.weight else { continue };
        if data.covers.contains(&CriterionId(index)) {
            sink.push(covered_and_weighted(&criterion.name, weight.span, data.span));
        } else {
            let message = format!("`{}` has a weight beside weights from data", criterion.name);
            let help = "weights from data share out the whole; take this one out";
            let diagnostic = Diagnostic::error("covered-and-weighted", weight.span, message);
            sink.push(diagnostic.and(data.span, "from data here").help(help));
        }
    }
}

fn check_no_group_gate(criteria: &[Criterion], sink: &mut Diagnostics) {
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
}
