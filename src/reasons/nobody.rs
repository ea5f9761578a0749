//! Nobody passes: which barrier stops how many, and the cheapest single repair.
//! The first screen's answer when there is nothing to rank.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::decide::gate_result::Barrier;
use crate::model::criterion::{Kind, Range, Rated};
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::failing::{Failing, failing};

/// Why nobody passes.
#[derive(Debug, Clone, PartialEq)]
pub struct Nobody {
    /// Who is stopped where; the barrier that stops most comes first.
    pub stopped: Vec<Stopped>,
    /// The cheapest single repair that lets somebody pass.
    pub cheapest: Option<Box<Failing>>,
}

/// Those that one barrier stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// Which barrier.
    pub barrier: Barrier,
    /// Whom, in declared order.
    pub vendors: Vec<VendorId>,
}

/// Who is stopped where among those that are not excluded. The cheapest repair is that of the
/// vendor that fails at one barrier only and misses it by the smallest part of the scale.
pub fn nobody(reasons: &Reasons<'_>) -> Nobody {
    let mut stopped: BTreeMap<Barrier, Vec<VendorId>> = BTreeMap::new();
    let mut cheapest: Option<(f64, Failing)> = None;
    for vendor in reasons.model.vendor_ids() {
        if reasons.model.vendor(vendor).excluded.is_some() {
            continue;
        }
        let failures = failing(reasons, vendor);
        for failure in &failures {
            stopped.entry(failure.barrier).or_default().push(vendor);
        }
        if let [only] = failures.as_slice()
            && only.repair.is_some()
        {
            let distance = distance(reasons.model, only);
            if cheapest.as_ref().is_none_or(|(least, _)| distance < *least) {
                cheapest = Some((distance, only.clone()));
            }
        }
    }
    let mut stopped: Vec<Stopped> =
        stopped.into_iter().map(|(barrier, vendors)| Stopped { barrier, vendors }).collect();
    stopped.sort_by_key(|stopped| (Reverse(stopped.vendors.len()), stopped.barrier));
    Nobody { stopped, cheapest: cheapest.map(|(_, failing)| Box::new(failing)) }
}

/// By how much of the scale a gate is missed; an assumption or a word counts as the whole of it.
fn distance(model: &Model, failing: &Failing) -> f64 {
    match (failing.barrier, failing.margin) {
        (Barrier::Gate(id), Some(margin)) => margin.abs() / width(model, id),
        _ => 1.0,
    }
}

/// The width of a criterion's scale in the units in which margins are measured; 1 where it has none.
pub fn width(model: &Model, criterion: CriterionId) -> f64 {
    let Kind::Leaf(leaf) = &model.criterion(criterion).kind else {
        return 1.0;
    };
    let width = match (&leaf.rated, leaf.range) {
        (Rated::Levels(levels), _) => levels.len().saturating_sub(1) as f64,
        (_, Range::Scale { low, high }) => high - low,
        (_, Range::Anchors { worst, best }) => (best - worst).abs(),
        _ => 1.0,
    };
    if width > 0.0 { width } else { 1.0 }
}
