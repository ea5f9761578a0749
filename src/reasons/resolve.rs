//! From a name that a person typed to the fact it means.
//! Whole names of format.md, and bare ids where only one table has them.

use crate::document::path::quote;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, SourceId, StakeholderId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::graph::Graph;
use crate::reasons::name::{name, path};
use crate::text::nearest::nearest;

/// Why a name leads to no single fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// No fact has this name; the nearest name or id, where one is near.
    Unknown {
        /// Did you mean this?
        nearest: Option<String>,
    },
    /// Several tables have this id.
    Ambiguous {
        /// The full name of each, in the order of facts.
        candidates: Vec<String>,
    },
}

/// The fact of a name. Facts in the graph, and every given one whether it stands there or not.
///
/// Beside the full names: a vendor's id or `vendors.V` is its verdict, a criterion's its weight
/// (its gate where it has none), `V.C` a rating; other ids are what their table holds.
///
/// # Errors
/// When none or several facts are meant.
pub fn resolve(model: &Model, graph: &Graph, text: &str) -> Result<Fact, Unresolved> {
    if let Some(fact) = graph.nodes().map(|node| node.fact).find(|&fact| name(model, fact) == text)
    {
        return Ok(fact);
    }
    let all = short_names(model);
    let mut meant: Vec<Fact> =
        all.iter().filter(|(short, _)| short == text).map(|(_, fact)| *fact).collect();
    meant.sort();
    meant.dedup();
    match meant.as_slice() {
        [fact] => Ok(*fact),
        [] => {
            let names: Vec<String> = graph.nodes().map(|node| name(model, node.fact)).collect();
            let candidates = all.iter().map(|(short, _)| short.as_str());
            let nearest = nearest(text, candidates.chain(names.iter().map(String::as_str)));
            Err(Unresolved::Unknown { nearest: nearest.map(str::to_owned) })
        }
        several => Err(Unresolved::Ambiguous {
            candidates: several.iter().map(|&fact| name(model, fact)).collect(),
        }),
    }
}

/// Every short name and every path with the fact it means.
fn short_names(model: &Model) -> Vec<(String, Fact)> {
    let mut names: Vec<(String, Fact)> = Vec::new();
    for (idx, source) in model.sources.iter().enumerate() {
        let fact = Fact::Given(Given::Source(SourceId(idx)));
        names.extend(both("sources", &source.name, fact));
    }
    for (idx, claim) in model.evidence.iter().enumerate() {
        let fact = Fact::Given(Given::Evidence(EvidenceId(idx)));
        names.extend(both("evidence", &claim.name, fact));
    }
    for (idx, assumption) in model.assumptions.iter().enumerate() {
        let fact = Fact::Given(Given::Assumption(AssumptionId(idx)));
        names.extend(both("assumptions", &assumption.name, fact));
    }
    let voters = model.people.iter().filter(|_| model.is_vote()).flat_map(|own| &own.stakeholders);
    for (idx, who) in voters.enumerate() {
        let fact = Fact::Given(Given::Stakeholder(StakeholderId(idx)));
        names.extend(both("stakeholders", &who.name, fact));
    }
    for (idx, criterion) in model.criteria.iter().enumerate() {
        let id = CriterionId(idx);
        let given = match (&criterion.weight, &criterion.gate) {
            (None, Some(_)) => Given::Gate(id),
            _ => Given::Weight(id),
        };
        names.extend(both("criteria", &criterion.name, Fact::Given(given)));
        for other in [Given::Gate(id), Given::Weight(id)] {
            names.push((path(model, other), Fact::Given(other)));
        }
    }
    for (idx, vendor) in model.vendors.iter().enumerate() {
        names.extend(both("vendors", &vendor.name, Fact::Verdict(VendorId(idx))));
        for (column, criterion) in model.criteria.iter().enumerate() {
            let rating = Given::Rating(VendorId(idx), CriterionId(column));
            let short = format!("{}.{}", quote(&vendor.name), quote(&criterion.name));
            names.push((short, Fact::Given(rating)));
            names.push((path(model, rating), Fact::Given(rating)));
        }
    }
    names
}

/// The bare id and the id below its table.
fn both(table: &str, id: &str, fact: Fact) -> [(String, Fact); 2] {
    [(id.to_owned(), fact), (format!("{table}.{}", quote(id)), fact)]
}
