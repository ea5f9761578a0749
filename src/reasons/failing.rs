//! A gate that a vendor fails: by how much, on what evidence, and the smallest repair.
//! The strongest reason against a vendor; never folded away.

use crate::decide::cell::Cause;
use crate::decide::gate_result::{Barrier, GateResult};
use crate::decide::gate_test::passes;
use crate::model::criterion::Kind;
use crate::model::datum::Datum;
use crate::model::gate::Test;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::bound::{nearest_passing, nearest_reached};

/// A failed gate, or a required assumption that fails.
#[derive(Debug, Clone, PartialEq)]
pub struct Failing {
    /// Who fails.
    pub vendor: VendorId,
    /// At what.
    pub barrier: Barrier,
    /// What the gate asks; `None` for an assumption.
    pub test: Option<Test>,
    /// What was tested; `None` for an assumption, and for text.
    pub tested: Option<f64>,
    /// The rating as it counts; `None` for a group or an assumption.
    pub rating: Option<Datum>,
    /// Distance to the bound, negative.
    pub margin: Option<f64>,
    /// Why the gate is there.
    pub because: Option<String>,
    /// Claims that the rating rests on and that count.
    pub evidence: Vec<EvidenceId>,
    /// The smallest single change that passes it.
    pub repair: Option<Repair>,
}

/// A smallest single change that passes a gate.
#[derive(Debug, Clone, PartialEq)]
pub enum Repair {
    /// The rating.
    Rating {
        /// On which criterion.
        criterion: CriterionId,
        /// To this, in the criterion's own units.
        to: Datum,
    },
    /// What the group's leaves reach together, as a fraction of what they can.
    Group {
        /// Which group.
        group: CriterionId,
        /// To this.
        to: f64,
    },
    /// This assumption holds after all.
    Assumption(AssumptionId),
}

/// Everything a vendor fails in the reading, gates by criterion, then assumptions.
pub fn failing(reasons: &Reasons<'_>, vendor: VendorId) -> Vec<Failing> {
    reasons.decision.reading.gates[vendor.index()]
        .iter()
        .filter(|result| !result.passed)
        .map(|result| failing_at(reasons, vendor, result))
        .collect()
}

fn failing_at(reasons: &Reasons<'_>, vendor: VendorId, result: &GateResult) -> Failing {
    let model = reasons.model;
    let mut failing = Failing {
        vendor,
        barrier: result.barrier,
        test: None,
        tested: result.tested,
        rating: None,
        margin: result.margin,
        because: None,
        evidence: Vec::new(),
        repair: None,
    };
    let id = match result.barrier {
        Barrier::Gate(id) => id,
        Barrier::Assumption(id) => {
            failing.repair = Some(Repair::Assumption(id));
            return failing;
        }
    };
    let criterion = model.criterion(id);
    let Some(gate) = &criterion.gate else {
        return failing;
    };
    failing.test = Some(gate.test.clone());
    failing.because.clone_from(&gate.because);
    match &criterion.kind {
        Kind::Group(_) => {
            let to = nearest_reached(&gate.test, result.tested);
            failing.repair = to.map(|to| Repair::Group { group: id, to });
        }
        Kind::Leaf(leaf) => {
            let cell = &reasons.decision.reading.cells[vendor.index()][id.index()];
            failing.rating = cell.quantity.point();
            let written = model.vendor(vendor).rating(id);
            let named = written.iter().flat_map(|rating| &rating.evidence);
            failing.evidence = named
                .map(|named| named.value)
                .filter(|&claim| model.counted_evidence(claim))
                .collect();
            let by_assumption = match cell.cause {
                Cause::Otherwise(assumption) => written
                    .and_then(|rating| rating.quantity.point())
                    .filter(|rating| passes(&gate.test, rating))
                    .map(|_| Repair::Assumption(assumption)),
                _ => None,
            };
            let by_rating = || {
                nearest_passing(&gate.test, leaf, failing.rating.as_ref())
                    .map(|to| Repair::Rating { criterion: id, to })
            };
            failing.repair = by_assumption.or_else(by_rating);
        }
    }
    failing
}
