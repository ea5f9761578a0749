//! Warnings about what a file says to no effect: idle criteria and assumptions, claims without a source.
//! Runs last, on tables that are otherwise in order.

use crate::model::assumption::{Assumption, Status};
use crate::model::compared::Compared;
use crate::model::criterion::Criterion;
use crate::model::evidence::Evidence;
use crate::model::id::{AssumptionId, CriterionId};
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

/// Something pending that nobody requires: however it turns out, nothing changes.
pub fn assumptions(assumptions: &[Assumption], vendors: &[Vendor], sink: &mut Diagnostics) {
    let ratings = |vendor: &Vendor| {
        let required = vendor.ratings.iter().flatten().flat_map(|rating| &rating.requires);
        required.map(|id| id.value).collect::<Vec<_>>()
    };
    let mut required: Vec<AssumptionId> = vendors.iter().flat_map(ratings).collect();
    required.extend(vendors.iter().flat_map(|vendor| &vendor.requires).map(|id| id.value));
    required.extend(assumptions.iter().flat_map(|other| &other.requires).map(|id| id.value));
    for (index, assumption) in assumptions.iter().enumerate() {
        if assumption.status.value == Status::Pending && !required.contains(&AssumptionId(index)) {
            let message = format!("nothing requires the assumption `{}`", assumption.name);
            let help = "name it in a vendor's or a rating's `requires`, or take it out";
            let warning = Diagnostic::warning("unused-assumption", assumption.span, message);
            sink.push(warning.help(help));
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
