//! What is open in a model: the departures that can matter, and whom they touch.
//! Looked through once before conditions are searched.

use crate::decide::check::{Check, RequirementId, Says};
use crate::decide::completion::{Completion, Departure};
use crate::decide::frame::Frame;
use crate::decide::gate_result::Barrier;
use crate::decide::gate_test::Kleene;
use crate::decide::results::answers;
use crate::model::id::{AssumptionId, CriterionId, VendorId};

/// Vendors that stand in the field of some completion as far as single barriers tell: not excluded,
/// and no barrier that is always missed. In declared order.
pub fn possible(frame: &Frame<'_>) -> Vec<VendorId> {
    let is_possible = |vendor: &VendorId| {
        let checks = &frame.checks[vendor.index()];
        !frame.edits.excluded[vendor.index()]
            && !checks.iter().any(|check| check.says == Says::Always(Kleene::Fail))
    };
    frame.model.vendor_ids().filter(is_possible).collect()
}

/// Whether a vendor stands in the field of every completion.
pub fn is_sure(frame: &Frame<'_>, vendor: VendorId) -> bool {
    let checks = &frame.checks[vendor.index()];
    !frame.edits.excluded[vendor.index()]
        && checks.iter().all(|check| check.says == Says::Always(Kleene::Pass))
}

/// The departures that touch any of these vendors: first the gates that unknown ratings may miss,
/// then the pending assumptions, each in rising order.
///
/// `used` lists the leaves that enter scores or break ties.
pub fn touching(frame: &Frame<'_>, vendors: &[VendorId], used: &[CriterionId]) -> Vec<Departure> {
    let mut departures = Vec::new();
    let mut is_used = vec![false; frame.requirements.len()];
    for &vendor in vendors {
        for check in &frame.checks[vendor.index()] {
            if let (Barrier::Gate(id), true) = (check.barrier, may_be_unknown(frame, vendor, check))
            {
                departures.push(Departure::Misses(vendor, id));
            }
            for on in requirements_of(frame, vendor, check) {
                is_used[on] = true;
            }
        }
    }
    let mut listed = vec![false; frame.model.vendors.len()];
    for vendor in vendors {
        listed[vendor.index()] = true;
    }
    for switch in used.iter().flat_map(|id| &frame.switches[id.index()]) {
        is_used[switch.on] |= listed[switch.vendor.index()];
    }
    let mut assumptions: Vec<AssumptionId> = (0..is_used.len())
        .filter(|on| is_used[*on])
        .flat_map(|on| frame.requirements[on].iter().copied())
        .filter(|id| frame.settlement.is_open(*id))
        .collect();
    assumptions.sort_unstable();
    assumptions.dedup();
    departures.extend(assumptions.into_iter().map(Departure::Fails));
    departures
}

/// The lists of assumptions that a barrier hangs on.
pub fn requirements_of(frame: &Frame<'_>, vendor: VendorId, check: &Check) -> Vec<RequirementId> {
    match &check.says {
        Says::Always(_) => Vec::new(),
        Says::Hangs { on, .. } => vec![*on],
        Says::Group(idx) => frame.groups[*idx]
            .members
            .iter()
            .filter_map(|member| frame.switch(vendor, member.leaf).map(|switch| switch.on))
            .collect(),
    }
}

/// Whether a vendor that stands or falls in the reading does otherwise in some completion.
pub fn standing_varies(frame: &Frame<'_>, vendor: VendorId, stands: bool) -> bool {
    if frame.edits.excluded[vendor.index()] {
        return false;
    }
    let checks = &frame.checks[vendor.index()];
    if stands {
        checks.iter().any(|check| match &check.says {
            Says::Always(kleene) => *kleene != Kleene::Pass,
            Says::Hangs { kept, broken, .. } => *kept != Kleene::Pass || *broken != Kleene::Pass,
            Says::Group(idx) => answers(frame, vendor, &frame.groups[*idx])
                .is_none_or(|found| found.by_mask.iter().any(|kleene| *kleene != Kleene::Pass)),
        })
    } else {
        may_stand(frame, vendor, checks)
    }
}

/// Whether some departure of assumptions lets a rejected vendor past all its barriers.
///
/// All subsets of up to 16 assumptions; beyond, departures of up to two.
fn may_stand(frame: &Frame<'_>, vendor: VendorId, checks: &[Check]) -> bool {
    if checks.iter().any(|check| check.says == Says::Always(Kleene::Fail)) {
        return false;
    }
    let mut open: Vec<AssumptionId> = checks
        .iter()
        .flat_map(|check| requirements_of(frame, vendor, check))
        .flat_map(|on| frame.requirements[on].iter().copied())
        .collect();
    open.sort_unstable();
    open.dedup();
    let stands = |failing: &[AssumptionId]| {
        let departures = failing.iter().map(|id| Departure::Fails(*id)).collect();
        let state = frame.state(&Completion { departures });
        checks.iter().all(|check| frame.is_past(vendor, check, &state))
    };
    if open.len() <= 16 {
        return (0..1_usize << open.len()).any(|mask| {
            let failing: Vec<AssumptionId> =
                (0..open.len()).filter(|bit| mask >> bit & 1 == 1).map(|bit| open[bit]).collect();
            stands(&failing)
        });
    }
    open.iter().enumerate().any(|(at, &first)| {
        stands(&[first]) || open[..at].iter().any(|&second| stands(&[second, first]))
    })
}

fn may_be_unknown(frame: &Frame<'_>, vendor: VendorId, check: &Check) -> bool {
    match &check.says {
        Says::Always(kleene) => *kleene == Kleene::Unknown,
        Says::Hangs { kept, broken, .. } => *kept == Kleene::Unknown || *broken == Kleene::Unknown,
        Says::Group(idx) => frame.groups[*idx].members.iter().any(|member| {
            let written = frame.numbers[member.leaf.index()][vendor.index()];
            let otherwise = frame.switch(vendor, member.leaf);
            written.is_none() || otherwise.is_some_and(|switch| switch.otherwise.is_none())
        }),
    }
}
