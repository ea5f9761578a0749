//! `[weights]`, `[group]` and `[stakeholders.*]`: weights that are derived rather than written.
//! Also the check that something is weighed at all.

use crate::model::criterion::Criterion;
use crate::model::derived::Derived;
use crate::model::load::fields::Fields;
use crate::model::load::names::Names;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Span;

/// Reads what derives weights.
pub fn load(
    fields: &mut Fields<'_>,
    _criteria: &[Criterion],
    _names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Derived {
    for key in ["weights", "group", "stakeholders"] {
        if let Some(entry) = fields.entry(key) {
            let message = format!("`{key}` is known, not yet supported");
            sink.push(Diagnostic::error("reserved-key", entry.key.span, message));
        }
    }
    Derived::default()
}

/// Among siblings that have weights, one at least must be above 0.
pub fn check(criteria: &[Criterion], derived: &Derived, end: Span, sink: &mut Diagnostics) {
    if criteria.is_empty() || !derived.weights.is_empty() {
        return;
    }
    let weighted: Vec<&Criterion> =
        criteria.iter().filter(|criterion| criterion.weight.is_some()).collect();
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
