//! What a fact is worth: the flag that withdraws it, so that the choice without it can be read.
//! Which facts rest on it is asked of the graph; who is chosen without it, of the engine.

use crate::document::overlay::{Flag, Kind};
use crate::document::path::{quote, show};
use crate::model::assumption::Status;
use crate::model::id::EvidenceId;
use crate::model::scenario::Model;
use crate::reasons::fact::{Fact, Given};

/// The flag that says what if it were not so; `None` where that means nothing, as for a score.
///
/// Claims and sources are retracted, a pending or holding assumption fails and a failing one holds, a
/// rating becomes unknown, a leaf or group loses its weight, a gate is lifted, a vendor leaves or,
/// where it was excluded, comes back. A stakeholder's share becomes 0.
pub fn withdrawal(model: &Model, fact: Fact) -> Option<Flag> {
    let flag = |kind, words: String| Some(Flag { kind, words });
    match fact {
        Fact::Given(given) | Fact::Change(given) => match given {
            Given::Source(id) => {
                // A free text has no table of its own; what cites it does.
                let words = show(["sources", model.source(id).name.as_str()]);
                flag(Kind::Retract, words)
            }
            Given::Evidence(id) => {
                flag(Kind::Retract, show(["evidence", model.claim(id).name.as_str()]))
            }
            Given::Assumption(id) => {
                let assumption = model.assumption(id);
                let turned =
                    if assumption.status.value == Status::Fails { "holds" } else { "fails" };
                flag(Kind::Assume, format!("{}={turned}", quote(&assumption.name)))
            }
            Given::Rating(vendor, criterion) => {
                let names = [&model.vendor(vendor).name, &model.criterion(criterion).name];
                let [vendor, criterion] = names.map(|name| quote(name));
                flag(Kind::Rate, format!("{vendor}.{criterion}=unknown"))
            }
            Given::Weight(id) => {
                flag(Kind::Weight, format!("{}=0%", quote(&model.criterion(id).name)))
            }
            Given::Gate(id) => {
                let path = show(["criteria", model.criterion(id).name.as_str(), "gate"]);
                flag(Kind::Set, format!("{path}=false"))
            }
            Given::Exclusion(id) => flag(Kind::Include, quote(&model.vendor(id).name).into_owned()),
            Given::Stakeholder(id) => {
                let people = &model.people.as_ref()?.stakeholders;
                let path = show(["stakeholders", people[id.index()].name.as_str(), "share"]);
                flag(Kind::Set, format!("{path}=0"))
            }
            Given::Method => None,
        },
        Fact::Verdict(id) => flag(Kind::Exclude, quote(&model.vendor(id).name).into_owned()),
        _ => None,
    }
}

/// Claims among these that contradict each other or another that stands, each pair once.
pub fn contradictions(model: &Model, claims: &[EvidenceId]) -> Vec<(EvidenceId, EvidenceId)> {
    let mut pairs = Vec::new();
    for idx in 0..model.evidence.len() {
        let one = EvidenceId(idx);
        for other in model.claim(one).contradicts.iter().map(|other| other.value) {
            if one != other && (claims.contains(&one) || claims.contains(&other)) {
                pairs.push((one.min(other), one.max(other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
