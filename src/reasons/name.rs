//! The name of a fact: its path as in `--set`, or `value:V.C` and its kin for what is derived.
//! Every output names facts this way; `resolve` reads the names back.

use crate::decide::gate_result::Barrier;
use crate::document::path::quote;
use crate::model::id::{CriterionId, StakeholderId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::fact::{Fact, Given};

/// The name of a fact.
pub fn name(model: &Model, fact: Fact) -> String {
    let vendor = |id: VendorId| quote(&model.vendor(id).name);
    let criterion = |id: CriterionId| quote(&model.criterion(id).name);
    match fact {
        Fact::Given(given) => path(model, given),
        Fact::Change(given) => format!("change:{}", path(model, given)),
        Fact::Value(id, leaf) => format!("value:{}.{}", vendor(id), criterion(leaf)),
        Fact::Contribution(id, leaf) => {
            format!("contribution:{}.{}", vendor(id), criterion(leaf))
        }
        Fact::GateResult(id, barrier) => {
            format!("gate:{}.{}", vendor(id), barrier_name(model, barrier))
        }
        Fact::Field => "field".to_owned(),
        Fact::Ballot(who, id) => {
            let who = stakeholder(model, who).unwrap_or_default();
            format!("ballot:{}.{}", quote(who), vendor(id))
        }
        Fact::Score(id) => format!("score:{}", vendor(id)),
        Fact::Lead(ahead, behind) => format!("lead:{}>{}", vendor(ahead), vendor(behind)),
        Fact::Rank(id) => format!("rank:{}", vendor(id)),
        Fact::Verdict(id) => format!("verdict:{}", vendor(id)),
        Fact::Decision => "decision".to_owned(),
    }
}

/// The path of what was written, as `--set` takes it.
pub fn path(model: &Model, given: Given) -> String {
    let vendor = |id: VendorId| quote(&model.vendor(id).name);
    let criterion = |id: CriterionId| quote(&model.criterion(id).name);
    match given {
        Given::Source(id) => format!("sources.{}", quote(&model.source(id).name)),
        Given::Evidence(id) => format!("evidence.{}", quote(&model.claim(id).name)),
        Given::Assumption(id) => format!("assumptions.{}", quote(&model.assumption(id).name)),
        Given::Rating(id, leaf) => format!("vendors.{}.ratings.{}", vendor(id), criterion(leaf)),
        Given::Weight(id) => format!("criteria.{}.weight", criterion(id)),
        Given::Gate(id) => format!("criteria.{}.gate", criterion(id)),
        Given::Exclusion(id) => format!("vendors.{}.excluded", vendor(id)),
        Given::Stakeholder(who) => {
            format!("stakeholders.{}", quote(stakeholder(model, who).unwrap_or_default()))
        }
        Given::Method => "method".to_owned(),
    }
}

/// The name of one of the people, where there are any.
fn stakeholder(model: &Model, id: StakeholderId) -> Option<&str> {
    let people = model.people.as_ref()?;
    people.stakeholders.get(id.index()).map(|who| who.name.as_str())
}

/// A barrier as it stands after the vendor in `gate:V.…`: the criterion, or the assumption, whose
/// table is named only where a criterion has the same id.
pub fn barrier_name(model: &Model, barrier: Barrier) -> String {
    match barrier {
        Barrier::Gate(id) => quote(&model.criterion(id).name).into_owned(),
        Barrier::Assumption(id) => {
            let assumption = &model.assumption(id).name;
            let table = match model.criterion_named(assumption) {
                Some(_) => "assumptions.",
                None => "",
            };
            format!("{table}{}", quote(assumption))
        }
    }
}
