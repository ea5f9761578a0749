//! `[criteria.*]`: the tree of groups and leaves.
//! First who stands under whom, then what each one is.

use crate::document::node::{Entry, Value};
use crate::model::criterion::{Criterion, Kind, Leaf, Weight};
use crate::model::id::CriterionId;
use crate::model::load::cycles::find_cycles;
use crate::model::load::fields::{Fields, number, wrong_type};
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::model::load::{gates, leaf, table_of};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

/// Keys that only a leaf has.
const LEAF_KEYS: &[&str] = &[
    "type",
    "direction",
    "scale",
    "worst",
    "best",
    "value-function",
    "levels",
    "unit",
    "unknown",
    "preference",
    "thresholds",
    "compare",
    "effort",
];

/// Reads every criterion; the ids of the result are those of `names`.
pub fn load(
    entries: &[&Entry],
    names: &Names<'_>,
    vendors: &[&Entry],
    sink: &mut Diagnostics,
) -> Vec<Criterion> {
    let parents: Vec<Option<Spanned<usize>>> =
        entries.iter().map(|entry| parent(entry, names, sink)).collect();
    for cycle in find_cycles(entries.len(), |index| {
        parents[index].iter().map(|parent| parent.value).collect()
    }) {
        let named: Vec<&str> =
            cycle.iter().map(|index| entries[*index].key.name.as_str()).collect();
        let message = format!("groups stand under each other: {}", named.join(" → "));
        let span = cycle.first().and_then(|first| parents[*first]).map(|parent| parent.span);
        if let Some(span) = span {
            sink.push(Diagnostic::error("under-cycle", span, message));
        }
    }
    let mut members: Vec<Vec<CriterionId>> = vec![Vec::new(); entries.len()];
    for (index, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            members[parent.value].push(CriterionId(index));
        }
    }
    let mut criteria = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let under = parents[index].map(|parent| CriterionId(parent.value));
        let own = std::mem::take(&mut members[index]);
        criteria.push(criterion(entry, under, own, vendors, sink));
    }
    check_circular(&criteria, sink);
    criteria
}

fn parent(entry: &Entry, names: &Names<'_>, sink: &mut Diagnostics) -> Option<Spanned<usize>> {
    let Value::Table(table) = &entry.node.value else { return None };
    let under = Fields::open(table, Place::Criterion).string("under", sink)?;
    names.find(&under, sink).map(|index| Spanned::new(index, under.span))
}

fn criterion(
    entry: &Entry,
    under: Option<CriterionId>,
    members: Vec<CriterionId>,
    vendors: &[&Entry],
    sink: &mut Diagnostics,
) -> Criterion {
    let mut criterion = Criterion {
        name: entry.key.name.clone(),
        span: entry.key.span,
        title: None,
        under,
        weight: None,
        gate: None,
        kind: Kind::Group(members),
        cost_of_asking: None,
        info: false,
    };
    let Some(table) = table_of(entry, "a table, as in [criteria.NAME]", sink) else {
        criterion.kind = Kind::Leaf(Leaf::number());
        return criterion;
    };
    let is_group = !criterion.members().is_empty();
    let said_before = sink.count();
    let mut fields = Fields::open(table, Place::Criterion);
    fields.entry("under");
    fields.entry("weights");
    fields.entry("new");
    criterion.title = fields.string("title", sink).map(|title| title.value);
    criterion.info = fields.boolean("info", sink).is_some_and(|info| info.value);
    criterion.cost_of_asking = fields.at_least_zero("cost-of-asking", sink);
    criterion.weight = weight(&mut fields, sink);
    if is_group {
        for key in LEAF_KEYS {
            if let Some(stray) = fields.entry(key) {
                let message = format!("`{key}` on the group `{}`", criterion.name);
                let help = "a group has no ratings of its own; its members have";
                sink.push(Diagnostic::error("group-as-leaf", stray.key.span, message).help(help));
            }
        }
        criterion.gate = gates::of_group(fields.node("gate"), sink);
    } else {
        // Read once all vendors are known.
        fields.entry("compare");
        let leaf = leaf::load(&mut fields, entry, vendors, sink);
        criterion.gate = gates::of_leaf(fields.node("gate"), &leaf, sink);
        criterion.kind = Kind::Leaf(leaf);
    }
    fields.close(sink);
    if sink.count() > said_before && criterion.weight.is_none() && criterion.gate.is_none() {
        // What is wrong here may have been meant as its weight: say it once, not again as missing.
        let number = 1.0;
        criterion.weight =
            Some(Weight { number, interval: None, because: None, span: entry.key.span });
    }
    criterion
}

/// A weight: a number, or a table that says how sure its owner is and why.
fn weight(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<Weight> {
    let node = fields.node("weight")?;
    let weight = match &node.value {
        Value::Table(table) => {
            let mut inner = Fields::open(table, Place::Weight);
            let value = inner.number("value", sink);
            let low = inner.number("low", sink);
            let high = inner.number("high", sink);
            let because = inner.string("because", sink).map(|because| because.value);
            inner.close(sink);
            let Some(value) = value else {
                if table.get("value").is_none() {
                    sink.push(wrong_type(node, "a weight with `value`"));
                }
                return None;
            };
            let interval = match (low, high) {
                (None, None) => None,
                (low, high) => {
                    let low = low.map_or(value.value, |low| low.value);
                    let high = high.map_or(value.value, |high| high.value);
                    if low > value.value || value.value > high {
                        let message =
                            format!("weight {} lies outside {low} to {high}", value.value);
                        sink.push(Diagnostic::error("out-of-order", node.span, message));
                    }
                    if low < 0.0 {
                        let message = format!("weight {low} is negative");
                        sink.push(Diagnostic::error("negative-weight", node.span, message));
                    }
                    Some([low, high])
                }
            };
            Weight { number: value.value, interval, because, span: value.span }
        }
        _ => {
            let number = number(node, "a weight, which is a number or a table", sink)?;
            Weight { number: number.value, interval: None, because: None, span: number.span }
        }
    };
    if weight.number < 0.0 {
        let message = format!("weight {} is negative", weight.number);
        let help = "weights are 0 or more; for a criterion where less is better say direction = \"minimize\"";
        sink.push(Diagnostic::error("negative-weight", weight.span, message).help(help));
        return None;
    }
    Some(weight)
}

/// A group's gate over a relative criterion would decide the field that the criterion is relative to.
fn check_circular(criteria: &[Criterion], sink: &mut Diagnostics) {
    for criterion in criteria {
        let relative = criterion
            .leaf()
            .is_some_and(|leaf| leaf.value_function.is_relative() && criterion.weight.is_some());
        if !relative {
            continue;
        }
        let mut above = criterion.under;
        // A cycle among groups is an error of its own; the walk must end all the same.
        for _ in 0..criteria.len() {
            let Some(group) = above.and_then(|group| criteria.get(group.index())) else { break };
            if let Some(gate) = &group.gate {
                let message = format!("a gate on `{}` over a relative criterion", group.name);
                let help = "its values depend on who passes the gate; gate the criterion itself";
                let diagnostic = Diagnostic::error("circular-gate", gate.span, message).help(help);
                sink.push(diagnostic.and(criterion.span, "relative to the field"));
            }
            above = group.under;
        }
    }
}
