//! What is open and what it would change, in words: pending assumptions, unknown gates, conditions.
//! The part of the first screen that says what the choice hangs on.

use crate::decide::completion::Departure;
use crate::decide::decision::{Condition, Decision, Search};
use crate::model::assumption::Assumption;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::digits::percent;
use crate::report::view::named::Named;
use crate::report::words::{count, is, list};

/// One thing that turns out otherwise than in the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Premise {
    /// Name of the fact: `assumptions.X` or `gate:V.C`.
    pub fact: String,
    /// `cac-approval fails`, `Tencent fails price`.
    pub words: String,
}

/// Who is chosen when something turns out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionView {
    /// What turns out otherwise, all of it together.
    pub premises: Vec<Premise>,
    /// Who is chosen then, best first.
    pub chosen: Vec<Named>,
    /// Who ties across the edge then.
    pub tied: Vec<Named>,
    /// `if cac-approval fails: Tencent is chosen`.
    pub sentence: String,
}

/// `approval is pending: the regulator approves (Legal by 2026-01-31, 80% likely)`.
pub fn pending_words(assumption: &Assumption) -> String {
    let due = assumption.due.as_ref().map(|due| format!("by {due}"));
    let who: Vec<String> = assumption.owner.iter().cloned().chain(due).collect();
    let chance = assumption.probability.map(|chance| format!("{} likely", percent(chance)));
    let who = (!who.is_empty()).then(|| who.join(" "));
    let asides: Vec<String> = who.into_iter().chain(chance).collect();
    let asides =
        if asides.is_empty() { String::new() } else { format!(" ({})", asides.join(", ")) };
    format!("{} is pending: {}{asides}", assumption.name, assumption.claim)
}

/// Every condition, in the decision's order.
pub fn conditions(model: &Model, decision: &Decision) -> Vec<ConditionView> {
    decision.conditions.iter().map(|each| condition(model, each)).collect()
}

/// What has to be said where not every completion was run.
pub fn search(decision: &Decision) -> Option<String> {
    match decision.search {
        Search::Exact(_) => None,
        Search::UpToTwo(unknowns) => Some(format!(
            "{} are open: only what one or two of them change was looked at",
            count(unknowns, "thing")
        )),
        Search::UpToOne(unknowns) => Some(format!(
            "{} are open: only what one of them changes was looked at",
            count(unknowns, "thing")
        )),
    }
}

/// What has to hold for the choice to stand, where single things decide: `cac-approval holds`.
pub fn provisos(model: &Model, decision: &Decision) -> Vec<String> {
    let single =
        decision.conditions.iter().filter_map(|condition| match condition.departures[..] {
            [departure] => Some(departure),
            _ => None,
        });
    single
        .map(|departure| match departure {
            Departure::Fails(id) => format!("{} holds", model.assumption(id).name),
            Departure::Misses(vendor, criterion) => format!(
                "{} passes {}",
                model.vendor(vendor).label(),
                model.criterion(criterion).label()
            ),
        })
        .collect()
}

/// One condition in words.
pub fn condition(model: &Model, condition: &Condition) -> ConditionView {
    let premises: Vec<Premise> =
        condition.departures.iter().map(|departure| premise(model, *departure)).collect();
    let chosen = Named::all(model, &condition.chosen);
    let tied = Named::all(model, &condition.tied);
    let words: Vec<&str> = premises.iter().map(|premise| premise.words.as_str()).collect();
    let sentence = format!("if {}: {}", list(&words), outcome(model, condition));
    ConditionView { premises, chosen, tied, sentence }
}

fn outcome(model: &Model, condition: &Condition) -> String {
    let labels = |ids: &[VendorId]| {
        let labels: Vec<&str> = ids.iter().map(|id| model.vendor(*id).label()).collect();
        list(&labels)
    };
    let (chosen, tied) = (&condition.chosen, &condition.tied);
    match (chosen.len(), tied.len()) {
        (0, 0) => "nobody passes".to_owned(),
        (0, _) => format!("{} tie", labels(tied)),
        (number, 0) => format!("{} {} chosen", labels(chosen), is(number)),
        (number, _) => {
            format!("{} {} chosen, {} tie", labels(chosen), is(number), labels(tied))
        }
    }
}

/// A departure in words.
pub fn premise(model: &Model, departure: Departure) -> Premise {
    match departure {
        Departure::Fails(id) => {
            let name = &model.assumption(id).name;
            Premise { fact: format!("assumptions.{name}"), words: format!("{name} fails") }
        }
        Departure::Misses(vendor, criterion) => {
            let (vendor, criterion) = (model.vendor(vendor), model.criterion(criterion));
            let fact = format!("gate:{}.{}", vendor.name, criterion.name);
            let words = format!("{} misses {}", vendor.label(), criterion.label());
            Premise { fact, words }
        }
    }
}
