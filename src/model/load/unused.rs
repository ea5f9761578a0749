//! Warnings about what a file says to no effect: idle criteria, claims without a source.
//! Runs last, on tables that are otherwise in order.

use crate::model::compared::Compared;
use crate::model::criterion::Criterion;
use crate::model::evidence::Evidence;
use crate::model::id::CriterionId;
use crate::model::people::{People, Stakeholder};
use crate::model::vendor::Vendor;
use crate::text::diagnostic::{Diagnostic, Diagnostics};

/// A leaf that weighs nothing and gates nobody, or that nobody is rated on.
///
/// What a stakeholder weighs is not idle, and neither is what breaks ties or what vendors are compared
/// on.
pub fn criteria(
    criteria: &[Criterion],
    vendors: &[Vendor],
    people: Option<&People>,
    compared: &[Compared],
    tie_break: &[CriterionId],
    sink: &mut Diagnostics,
) {
    let stakeholders = people.map_or(&[][..], |people| &people.stakeholders);

    for (index, criterion) in criteria.iter().enumerate() {
        if criterion.leaf().is_none() || criterion.info {
            continue;
        }
        let weighs_nothing = criterion.weight.as_ref().is_some_and(|weight| weight.number == 0.0);
        let weighs = |who: &Stakeholder| who.weights.iter().any(|(id, _)| id.index() == index);
        let is_of_use = criterion.gate.is_some()
            || stakeholders.iter().any(weighs)
            || tie_break.contains(&CriterionId(index));
        if weighs_nothing && !is_of_use {
            let message = format!("`{}` weighs nothing and gates nobody", criterion.name);
            let help = "`info = true` shows a criterion without weighing it";
            let diagnostic = Diagnostic::warning("unused-criterion", criterion.span, message);
            sink.push(diagnostic.help(help));
        }
        let is_rated = |vendor: &Vendor| vendor.ratings.get(index).is_some_and(Option::is_some);
        let is_compared = compared.iter().any(|compared| compared.criterion.index() == index);
        if !vendors.is_empty() && !vendors.iter().any(is_rated) && !is_compared {
            let message = format!("nobody is rated on `{}`", criterion.name);
            sink.push(Diagnostic::warning("unused-criterion", criterion.span, message));
        }
    }
}

/// A claim that names no source.
pub fn evidence(evidence: &[Evidence], sink: &mut Diagnostics) {
    for claim in evidence.iter().filter(|claim| claim.sources.is_empty()) {
        let message = format!("the claim `{}` names no source", claim.name);
        let help = "say who reports it: sources = [\"…\"], or source = \"in words\"";
        sink.push(Diagnostic::warning("unsourced-evidence", claim.span, message).help(help));
    }
}
