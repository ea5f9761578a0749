//! The facts of the first screen: the decision, what it hangs on, how much is judgement, and one
//! reason for each vendor. Read by `report` for `rank`.

use crate::decide::decision::{Condition, Judgements, Status};
use crate::decide::gate_result::{Barrier, Passing};
use crate::model::assumption::Status as Settled;
use crate::model::id::{AssumptionId, CriterionId, SourceId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::nobody::{Nobody, nobody};
use crate::reasons::origin::origins;
use crate::reasons::query::{ancestors, descendants};
use crate::reasons::reason::{Reason, reason};
use crate::reasons::tie_break::{Breaker, breaker};

/// What the first screen says.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Nobody, tied, conditional or decided.
    pub status: Status,
    /// Best first.
    pub chosen: Vec<VendorId>,
    /// Tied across the edge, in declared order.
    pub tied: Vec<VendorId>,
    /// The best that is not chosen.
    pub over: Option<VendorId>,
    /// Merit of the last chosen minus that of the best not chosen.
    pub margin: Option<f64>,
    /// Whether that is below `close-call`.
    pub close: bool,
    /// What puts the last of the chosen ahead of the best not chosen, where the two are level.
    pub broken: Option<Breaker>,
    /// Who is chosen if what is open turns out otherwise.
    pub conditions: Vec<Condition>,
    /// Pending assumptions that somebody who is not excluded depends on.
    pub pending: Vec<Pending>,
    /// Gates that an unknown rating decides, in declared order.
    pub unknown_gates: Vec<(VendorId, CriterionId)>,
    /// Unknown ratings that were filled to make a score or to break a tie, of the field, in declared
    /// order of vendors.
    pub filled: Vec<(VendorId, CriterionId)>,
    /// How much is judgement.
    pub judgements: Judgements,
    /// The one origin of everything that names evidence, where it is one.
    pub single_origin: Option<SourceId>,
    /// Where nobody passes: who is stopped where, and the cheapest single repair.
    pub nobody: Option<Nobody>,
    /// One reason for each vendor, in the order of places.
    pub reasons: Vec<(VendorId, Reason)>,
}

/// A pending assumption; its claim, owner and due date stand in the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Which.
    pub assumption: AssumptionId,
    /// Whose verdict rests on it, in declared order.
    pub vendors: Vec<VendorId>,
}

/// The first screen of a decision.
pub fn headline(reasons: &Reasons<'_>) -> Headline {
    let decision = reasons.decision;
    let reading = &decision.reading;
    let rests = ancestors(&reasons.graph, Fact::Decision);
    let last = reading.chosen.last().copied();
    let over = last.and_then(|last| reasons.rival(last));
    let edge = last.zip(over);
    Headline {
        status: decision.status,
        chosen: reading.chosen.clone(),
        tied: reading.tied.clone(),
        over,
        broken: edge.and_then(|(last, over)| breaker(reasons.model, reading, [last, over])),
        margin: decision.margin,
        close: decision.close,
        conditions: decision.conditions.clone(),
        pending: pending(reasons),
        unknown_gates: unknown_gates(reasons),
        filled: filled(reasons),
        judgements: decision.judgements,
        single_origin: origins(reasons.model, &reasons.graph, &rests).single(),
        nobody: reading.field.is_empty().then(|| nobody(reasons)),
        reasons: decision
            .places
            .iter()
            .map(|place| (place.vendor, reason(reasons, place.vendor)))
            .collect(),
    }
}

fn pending(reasons: &Reasons<'_>) -> Vec<Pending> {
    let mut found = Vec::new();
    for (idx, assumption) in reasons.model.assumptions.iter().enumerate() {
        if assumption.status.value != Settled::Pending {
            continue;
        }
        let id = AssumptionId(idx);
        let own =
            |fact: &Fact| matches!(fact, Fact::GateResult(..) | Fact::Given(Given::Rating(..)));
        let mut vendors: Vec<VendorId> =
            descendants(&reasons.graph, Fact::Given(Given::Assumption(id)))
                .into_iter()
                .filter(own)
                .filter_map(Fact::vendor)
                .filter(|&vendor| reasons.model.vendor(vendor).excluded.is_none())
                .collect();
        vendors.sort();
        vendors.dedup();
        if !vendors.is_empty() {
            found.push(Pending { assumption: id, vendors });
        }
    }
    found
}

fn unknown_gates(reasons: &Reasons<'_>) -> Vec<(VendorId, CriterionId)> {
    let model = reasons.model;
    let running = model.vendor_ids().filter(|&id| model.vendor(id).excluded.is_none());
    running
        .flat_map(|id| reasons.decision.reading.gates[id.index()].iter().map(move |at| (id, at)))
        .filter(|(_, result)| result.passing == Passing::Unknown)
        .filter_map(|(id, result)| match result.barrier {
            Barrier::Gate(criterion) => Some((id, criterion)),
            Barrier::Assumption(_) => None,
        })
        .collect()
}

fn filled(reasons: &Reasons<'_>) -> Vec<(VendorId, CriterionId)> {
    let reading = &reasons.decision.reading;
    let is_leaf = |id: &CriterionId| reading.column(*id).is_some();
    // What only breaks ties is filled where there is one.
    let breaking: Vec<CriterionId> =
        reasons.model.tie_break.iter().copied().filter(|id| !is_leaf(id)).collect();
    let mut holders = vec![0_usize; reading.field.len() + 1];
    for &rank in &reading.ranks {
        holders[rank] += 1;
    }
    let asked = |(&vendor, &rank): (&VendorId, &usize)| {
        let breaking = if holders[rank] > 1 { breaking.as_slice() } else { &[] };
        reading.leaves.iter().chain(breaking).map(move |&leaf| (vendor, leaf)).collect::<Vec<_>>()
    };
    let field = reading.field.iter().zip(&reading.ranks);
    field
        .flat_map(asked)
        .filter(|(_, leaf)| reasons.model.compared_on(*leaf).is_none())
        .filter(|(id, leaf)| reading.cells[id.index()][leaf.index()].is_filled())
        .collect()
}
