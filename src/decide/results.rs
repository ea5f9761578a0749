//! A vendor's results at its barriers, with margins, risks and what they hang on.
//! Made once for each evaluation; `frame` alone decides who stands, these say why.

use crate::decide::check::{Check, Says};
use crate::decide::frame::Frame;
use crate::decide::gate_result::{Barrier, GateResult, Passing};
use crate::decide::gate_test::{Kleene, at_risk, margin, tested};
use crate::decide::group_gate::GroupGate;
use crate::decide::state::State;
use crate::model::datum::Quantity;
use crate::model::id::{AssumptionId, CriterionId, VendorId};

/// The results of one vendor in a completion, in the order of its checks.
pub fn results(frame: &Frame<'_>, vendor: VendorId, state: &State) -> Vec<GateResult> {
    frame.checks[vendor.index()].iter().map(|check| result(frame, vendor, check, state)).collect()
}

fn result(frame: &Frame<'_>, vendor: VendorId, check: &Check, state: &State) -> GateResult {
    let (passing, pending) = passing(frame, vendor, check);
    let mut result = GateResult {
        barrier: check.barrier,
        passing,
        passed: frame.is_past(vendor, check, state),
        margin: None,
        tested: None,
        at_risk: None,
        pending,
    };
    let Barrier::Gate(id) = check.barrier else { return result };
    let criterion = frame.model.criterion(id);
    let Some(gate) = &criterion.gate else { return result };
    if let Some(leaf) = criterion.leaf() {
        let quantity = quantity(frame, vendor, id, state);
        result.tested = quantity.point().as_ref().and_then(tested);
        result.at_risk = at_risk(&gate.test, quantity, leaf);
    } else if let Some(group) = frame.groups.iter().find(|group| group.criterion == id) {
        result.tested =
            group.fraction(|member| frame.number(vendor, member.leaf, state), frame.model);
        result.at_risk =
            group.at_risk(frame.model, |member| quantity(frame, vendor, member, state));
    }
    result.margin = result.tested.and_then(|tested| margin(&gate.test, tested));
    result
}

/// What is known of a rating in a completion.
pub fn quantity<'f>(
    frame: &'f Frame<'_>,
    vendor: VendorId,
    criterion: CriterionId,
    state: &State,
) -> &'f Quantity {
    let held = frame.held(vendor, criterion);
    match held.switch {
        Some((pending, otherwise)) if pending.iter().any(|id| state.failing[id.index()]) => {
            otherwise
        }
        _ => held.quantity,
    }
}

/// The result over all completions, and the pending assumptions that decide it.
///
/// Where it differs from completion to completion it is pending, even if one of the answers is that
/// nobody knows: the assumptions come first.
pub fn passing(frame: &Frame<'_>, vendor: VendorId, check: &Check) -> (Passing, Vec<AssumptionId>) {
    match &check.says {
        Says::Always(kleene) => (settled(*kleene), Vec::new()),
        Says::Hangs { on, .. } => (Passing::Pending, frame.requirements[*on].clone()),
        Says::Group(idx) => group_passing(frame, vendor, &frame.groups[*idx]),
    }
}

/// The result of a group's gate over all completions of the assumptions its members hang on.
///
/// Beyond twelve assumptions nobody counts: the gate is then called pending on all of them.
fn group_passing(
    frame: &Frame<'_>,
    vendor: VendorId,
    group: &GroupGate,
) -> (Passing, Vec<AssumptionId>) {
    let Some(answers) = answers(frame, vendor, group) else {
        return (Passing::Pending, hangs_on(frame, vendor, group));
    };
    let all = &answers.by_mask;
    let decides = |bit: usize| (0..all.len()).any(|mask| all[mask] != all[mask ^ (1 << bit)]);
    let deciding: Vec<AssumptionId> = (0..answers.pending.len())
        .filter(|bit| decides(*bit))
        .map(|bit| answers.pending[bit])
        .collect();
    match all.first() {
        Some(first) if deciding.is_empty() => (settled(*first), deciding),
        _ => (Passing::Pending, deciding),
    }
}

/// What a group's gate says in every completion that concerns it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The pending assumptions its members hang on, in declared order.
    pub pending: Vec<AssumptionId>,
    /// One answer for each subset of them that fails, bit by bit.
    pub by_mask: Vec<Kleene>,
}

/// What a group's gate says in every completion; `None` beyond twelve assumptions.
pub fn answers(frame: &Frame<'_>, vendor: VendorId, group: &GroupGate) -> Option<Answers> {
    let pending = hangs_on(frame, vendor, group);
    if pending.len() > 12 {
        return None;
    }
    let by_mask = (0..1_usize << pending.len())
        .map(|mask| {
            let fails =
                |id: &AssumptionId| pending.binary_search(id).is_ok_and(|at| mask >> at & 1 == 1);
            let state = State {
                broken: frame.requirements.iter().map(|list| list.iter().any(fails)).collect(),
                failing: Vec::new(),
                missed: Vec::new(),
            };
            frame.group_says(group, vendor, &state)
        })
        .collect();
    Some(Answers { pending, by_mask })
}

fn hangs_on(frame: &Frame<'_>, vendor: VendorId, group: &GroupGate) -> Vec<AssumptionId> {
    let mut pending: Vec<AssumptionId> = group
        .members
        .iter()
        .filter_map(|member| frame.switch(vendor, member.leaf))
        .flat_map(|switch| frame.requirements[switch.on].iter().copied())
        .collect();
    pending.sort_unstable();
    pending.dedup();
    pending
}

fn settled(kleene: Kleene) -> Passing {
    match kleene {
        Kleene::Pass => Passing::Pass,
        Kleene::Fail => Passing::Fail,
        Kleene::Unknown => Passing::Unknown,
    }
}
