//! The check that something is weighed at all.
//! Runs last, when derived weights have been put on the criteria they cover.

use crate::model::criterion::Criterion;
use crate::model::derived::{Derived, FromData};
use crate::model::id::CriterionId;
use crate::model::people::{People, Stakeholder};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Span;

/// A leaf needs a weight or a gate, unless it is shown only.
pub fn check_purpose(
    criteria: &[Criterion],
    derived: &Derived,
    people: Option<&People>,
    sink: &mut Diagnostics,
) {
    let own = people.map_or(&[][..], |people| &people.stakeholders);
    for (index, criterion) in criteria.iter().enumerate() {
        let Some(leaf) = criterion.leaf() else { continue };
        let from_data = derived.from_data.as_ref();
        let id = CriterionId(index);
        let is_covered =
            |data: Option<&FromData>| data.is_some_and(|data| data.covers.contains(&id));
        let is_weighed_by = |who: &Stakeholder| {
            who.weights.iter().any(|(own, _)| *own == id) || is_covered(who.from_data.as_ref())
        };
        let is_weighed =
            criterion.weight.is_some() || is_covered(from_data) || own.iter().any(is_weighed_by);
        if !is_weighed && criterion.gate.is_none() && !criterion.info {
            let message = format!("`{}` has neither a weight nor a gate", criterion.name);
            let help = "give it `weight = …`, `gate = { … }`, or `info = true` to show it only";
            sink.push(Diagnostic::error("idle-criterion", criterion.span, message).help(help));
        }
        if let (Some(weight), false) = (&criterion.weight, leaf.is_valued()) {
            let message = format!("`{}` is text and has a weight", criterion.name);
            let help = "text takes a gate only; to weigh it, give its words values with `levels`";
            sink.push(Diagnostic::error("weighted-text", weight.span, message).help(help));
        }
    }
}

/// Something must be weighed, and a leaf among it.
///
/// Where stakeholders have weights, each one's own set is checked instead.
pub fn check_any(
    criteria: &[Criterion],
    derived: &Derived,
    people: Option<&People>,
    end: Span,
    sink: &mut Diagnostics,
) {
    if people.is_some() || criteria.is_empty() || derived.from_data.is_some() {
        return;
    }
    let weighted = weighted(criteria);
    let Some(first) = weighted.iter().find_map(|criterion| criterion.weight.as_ref()) else {
        let message = "no criterion has a weight, so there is nothing to score";
        let help = "give at least one criterion `weight = 1`";
        sink.push(Diagnostic::error("no-weights", end, message).help(help));
        return;
    };
    let is_leaf_weighted = weighted.iter().any(|criterion| criterion.leaf().is_some());
    if !is_leaf_weighted {
        let message = "no leaf has a weight, so there is nothing to score";
        let help = "a group shares its weight out among members that have weights";
        sink.push(Diagnostic::error("no-weights", first.span, message).help(help));
    }
}

/// Among siblings that have weights, one at least must be above 0; people are checked by themselves.
pub fn check_siblings(
    criteria: &[Criterion],
    derived: &Derived,
    people: Option<&People>,
    sink: &mut Diagnostics,
) {
    if people.is_some() || derived.from_data.is_some() {
        return;
    }
    let weighted = weighted(criteria);
    let mut parents: Vec<_> = weighted.iter().map(|criterion| criterion.under).collect();
    parents.sort();
    parents.dedup();
    for parent in parents {
        let siblings: Vec<_> =
            weighted.iter().filter(|criterion| criterion.under == parent).collect();
        let sum: f64 =
            siblings.iter().filter_map(|sibling| sibling.weight.as_ref()).map(|w| w.number).sum();
        if sum <= 0.0
            && let Some(weight) = siblings.first().and_then(|sibling| sibling.weight.as_ref())
        {
            let place = parent
                .and_then(|group| criteria.get(group.index()))
                .map_or(String::from("at the top level"), |group| {
                    format!("under `{}`", group.name)
                });
            let message = format!("all weights {place} are 0");
            let help = "one of them at least must be above 0";
            sink.push(Diagnostic::error("zero-weights", weight.span, message).help(help));
        }
    }
}

fn weighted(criteria: &[Criterion]) -> Vec<&Criterion> {
    criteria.iter().filter(|criterion| criterion.weight.is_some()).collect()
}
