//! What a vendor has to get past before its score counts: failing gates and assumptions, repaired.
//! The first part of every bundle for a rejected vendor.

use crate::decide::cell::Cause;
use crate::decide::change::Change;
use crate::decide::evaluation::Evaluation;
use crate::decide::gate_result::Barrier;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::stated;
use crate::explore::flip::room::{Room, Within, room};
use crate::explore::flip::step::{RatingStep, Step, all};
use crate::model::assumption::Status;
use crate::model::criterion::Unknown;
use crate::model::id::{AssumptionId, CriterionId};
use crate::model::scenario::Model;

/// A barrier that the vendor fails, and the smallest repair of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// Which barrier.
    pub barrier: Barrier,
    /// The changes that get it past this one barrier; empty where none does.
    pub steps: Vec<Step>,
    /// Whether they alone make it chosen.
    pub is_enough: bool,
}

/// What it takes to stand in the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Assumptions that have to hold.
    pub assumptions: Vec<Step>,
    /// Ratings that a gate forces, each at the nearest one it lets pass.
    pub ratings: Vec<RatingStep>,
    /// Gates of groups that are missed: ratings of several members may repair them.
    pub groups: Vec<CriterionId>,
    /// Barriers that nothing the vendor does gets it past.
    pub closed: Vec<Barrier>,
    /// The run with the assumptions settled so.
    pub evaluation: Evaluation,
}

impl Entry {
    /// The numeric what-ifs of its assumptions.
    pub fn base(&self) -> Vec<Change> {
        all(&self.assumptions)
    }
}

/// Works out what it takes. Where the method refuses the field with the assumptions settled so, they
/// stay as they are, and what they bar stays closed.
pub fn entry(probe: &Probe<'_>, reading: &Evaluation) -> Entry {
    let mut assumptions = needed_assumptions(probe, reading);
    let settled = match assumptions.is_empty() {
        true => None,
        false => probe.bench.evaluate(&all(&assumptions)).ok(),
    };
    let evaluation = settled.unwrap_or_else(|| {
        assumptions.clear();
        reading.clone()
    });
    let mut entry = Entry {
        assumptions,
        ratings: Vec::new(),
        groups: Vec::new(),
        closed: Vec::new(),
        evaluation,
    };
    let model = probe.model;
    for result in &entry.evaluation.gates[probe.vendor.index()] {
        let Barrier::Gate(id) = result.barrier else {
            if !result.passed {
                entry.closed.push(result.barrier);
            }
            continue;
        };
        if result.passed {
            continue;
        }
        if model.criterion(id).leaf().is_none() {
            entry.groups.push(id);
            continue;
        }
        let room = vendor_room(probe, &entry.evaluation, id);
        match room.nearest() {
            Some(to) => entry.ratings.push(stated(probe, &room, to, None)),
            None => entry.closed.push(result.barrier),
        }
    }
    let refused = refused_unknown(probe, &entry.evaluation);
    entry.ratings.extend(refused);
    entry.ratings.sort_by_key(|step| step.criterion);
    entry.ratings.dedup_by_key(|step| step.criterion);
    entry
}

/// Each failing barrier of the reading with its own smallest repair.
pub fn repairs(probe: &Probe<'_>, reading: &Evaluation) -> Vec<Repair> {
    let failing = reading.gates[probe.vendor.index()].iter().filter(|result| !result.passed);
    failing
        .map(|result| {
            let steps = match result.barrier {
                Barrier::Assumption(id) => settle(probe.model, id),
                Barrier::Gate(id) => gate_repair(probe, reading, id),
            };
            let is_enough = !steps.is_empty() && probe.is_chosen(&all(&steps));
            Repair { barrier: result.barrier, steps, is_enough }
        })
        .collect()
}

fn gate_repair(probe: &Probe<'_>, reading: &Evaluation, id: CriterionId) -> Vec<Step> {
    if probe.model.criterion(id).leaf().is_none() {
        return Vec::new();
    }
    let cell = &reading.cells[probe.vendor.index()][id.index()];
    if let Cause::Otherwise(assumption) = cell.cause {
        return settle(probe.model, assumption);
    }
    let room = vendor_room(probe, reading, id);
    let to = room.nearest();
    to.map(|to| Step::Rating(stated(probe, &room, to, None))).into_iter().collect()
}

fn vendor_room(probe: &Probe<'_>, evaluation: &Evaluation, id: CriterionId) -> Room {
    room(probe.model, evaluation, [probe.vendor.index(), id.index()], Within::Gate)
}

/// Assumptions that fail and stand between the vendor and the field.
fn needed_assumptions(probe: &Probe<'_>, reading: &Evaluation) -> Vec<Step> {
    let cells = &reading.cells[probe.vendor.index()];
    let mut steps = Vec::new();
    for result in reading.gates[probe.vendor.index()].iter().filter(|result| !result.passed) {
        match result.barrier {
            Barrier::Assumption(id) => steps.extend(settle(probe.model, id)),
            Barrier::Gate(id) => {
                if let Cause::Otherwise(assumption) = cells[id.index()].cause {
                    steps.extend(settle(probe.model, assumption));
                }
            }
        }
    }
    let id = |step: &Step| match step {
        Step::Assumption { assumption, .. } => *assumption,
        Step::Rating(_) | Step::Share(_) => AssumptionId(usize::MAX),
    };
    steps.sort_by_key(id);
    steps.dedup_by_key(|step| id(step));
    steps
}

/// What has to hold for an assumption to hold: itself and everything it requires, as far as it fails.
fn settle(model: &Model, id: AssumptionId) -> Vec<Step> {
    let mut seen = vec![false; model.assumptions.len()];
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut seen[id.index()], true) {
            open.extend(model.assumption(id).requires.iter().map(|id| id.value));
        }
    }
    (0..seen.len())
        .filter(|idx| seen[*idx] && model.assumptions[*idx].status.value == Status::Fails)
        .map(|idx| Step::Assumption {
            assumption: AssumptionId(idx),
            from: Status::Fails,
            to: Status::Holds,
        })
        .collect()
}

/// Unknown ratings that are refused in the field: the least valuable known one has to be there.
fn refused_unknown(probe: &Probe<'_>, evaluation: &Evaluation) -> Vec<RatingStep> {
    let model = probe.model;
    let refuses = |id: &CriterionId| {
        let leaf = model.criterion(*id).leaf();
        leaf.is_some_and(|leaf| leaf.unknown == Unknown::Refuse)
            && evaluation.cells[probe.vendor.index()][id.index()].quantity.point().is_none()
    };
    model
        .criterion_ids()
        .filter(refuses)
        .filter_map(|id| {
            let room = vendor_room(probe, evaluation, id);
            let to = room.nearest()?;
            Some(stated(probe, &room, to, None))
        })
        .collect()
}
