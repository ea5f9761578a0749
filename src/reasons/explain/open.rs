//! What is open and what would turn it: pending assumptions, unknown gates, fills, gates at risk.
//! And what a what-if sets, so that an explanation says by itself "because this what-if sets …".

use std::collections::BTreeSet;

use crate::decide::gate_result::{Barrier, Passing};
use crate::model::assumption::Status;
use crate::model::id::VendorId;
use crate::reasons::Reasons;
use crate::reasons::explanation::Subject;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Work};
use crate::reasons::statement::{Says, Statement};
use crate::reasons::turn::Turn;

/// What would turn it, as a statement.
pub fn turn(turn: &Turn) -> Statement {
    let mut nodes = turn.facts();
    match turn {
        Turn::Condition(condition) => {
            nodes.insert(0, Fact::Decision);
            nodes.extend(condition.chosen.iter().map(|&id| Fact::Verdict(id)));
        }
        Turn::Weight { rival, .. } => nodes.extend(rival.map(Fact::Score)),
        Turn::Value { vendor, .. } => nodes.push(Fact::Score(*vendor)),
    }
    Statement { says: Says::Turns(turn.clone()), nodes }
}

/// Everything open among the facts that the subject rests on.
pub fn open(reasons: &Reasons<'_>, subject: Subject, rests: &BTreeSet<Fact>) -> Vec<Statement> {
    let about = |vendor: VendorId| match subject {
        Subject::Choice => reasons.decision.reading.chosen.contains(&vendor),
        Subject::Vendor(id) => id == vendor,
        Subject::Over(id, other) => id == vendor || other == vendor,
    };
    let mut statements = Vec::new();
    for &fact in rests {
        let Some(node) = reasons.graph.node(fact) else {
            continue;
        };
        let says = match (fact, &node.figure, &node.work) {
            (Fact::Given(Given::Assumption(assumption)), Figure::Status(Status::Pending), _) => {
                Says::Pending { assumption }
            }
            (
                Fact::GateResult(vendor, Barrier::Gate(criterion)),
                Figure::GateResult { passing: Passing::Unknown, .. },
                _,
            ) => Says::UnknownGate { vendor, criterion },
            (Fact::Value(vendor, criterion), _, Work::Value { number, filled: true, .. })
                if about(vendor) =>
            {
                Says::Filled { vendor, criterion, number: *number }
            }
            (Fact::Change(given), _, _) => Says::Changed { given },
            _ => continue,
        };
        statements.push(Statement { says, nodes: vec![fact] });
    }
    for vendor in reasons.model.vendor_ids().filter(|&vendor| about(vendor)) {
        statements.extend(at_risk(reasons, vendor));
    }
    statements
}

fn at_risk(reasons: &Reasons<'_>, vendor: VendorId) -> Vec<Statement> {
    let results = &reasons.decision.reading.gates[vendor.index()];
    let crossing = results.iter().filter(|result| result.at_risk == Some(true));
    crossing
        .filter_map(|result| {
            let Barrier::Gate(criterion) = result.barrier else {
                return None;
            };
            let fact = Fact::GateResult(vendor, result.barrier);
            let says = Says::AtRisk { vendor, criterion, margin: result.margin };
            reasons.graph.contains(fact).then_some(Statement { says, nodes: vec![fact] })
        })
        .collect()
}
