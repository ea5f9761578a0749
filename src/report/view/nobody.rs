//! When nobody passes: which gate stopped how many, and the cheapest single repair.
//! The headline of a decision with status `nobody`.

use crate::decide::decision::Decision;
use crate::decide::gate_result::{Barrier, GateResult};
use crate::model::criterion::{Criterion, Range, Rated};
use crate::model::gate::Test;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::view::barrier::requirement;
use crate::report::view::quantity::cell_words;
use crate::report::words::{count, list};

/// Why nobody passes, and what would take the least to let somebody pass.
pub fn nobody(model: &Model, decision: &Decision) -> Vec<String> {
    let standing: Vec<VendorId> =
        model.vendor_ids().filter(|id| model.vendor(*id).excluded.is_none()).collect();
    if standing.is_empty() {
        return vec!["Nobody is chosen: every vendor is excluded.".to_owned()];
    }
    let vendors = count(standing.len(), "vendor");
    let mut sentences = vec![format!("Nobody is chosen: none of {vendors} passes.")];
    let stops: Vec<String> = stops(decision, &standing)
        .into_iter()
        .map(|(barrier, number)| format!("{} stops {number}", label(model, barrier)))
        .collect();
    if !stops.is_empty() {
        sentences.push(format!("{}.", crate::report::words::capitalised(&list(&stops))));
    }
    sentences.push(match repair(model, decision, &standing) {
        Some(repair) => format!("The cheapest single repair: {repair}."),
        None => "Nobody is stopped by one thing alone, so no single repair helps.".to_owned(),
    });
    sentences
}

/// How many vendors each barrier stops, the most first, equal ones in order of barriers.
fn stops(decision: &Decision, standing: &[VendorId]) -> Vec<(Barrier, usize)> {
    let mut stops: Vec<(Barrier, usize)> = Vec::new();
    for vendor in standing {
        for result in decision.reading.gates[vendor.index()].iter().filter(|each| !each.passed) {
            match stops.iter_mut().find(|(barrier, _)| *barrier == result.barrier) {
                Some((_, number)) => *number += 1,
                None => stops.push((result.barrier, 1)),
            }
        }
    }
    stops.sort_by_key(|(barrier, number)| (std::cmp::Reverse(*number), *barrier));
    stops
}

fn label(model: &Model, barrier: Barrier) -> &str {
    match barrier {
        Barrier::Gate(criterion) => model.criterion(criterion).label(),
        Barrier::Assumption(assumption) => &model.assumption(assumption).name,
    }
}

/// Of the vendors that one barrier alone stops, the one that misses it by the least of its range.
fn repair(model: &Model, decision: &Decision, standing: &[VendorId]) -> Option<String> {
    let single = |vendor: &VendorId| {
        let mut failing =
            decision.reading.gates[vendor.index()].iter().filter(|result| !result.passed);
        match (failing.next(), failing.next()) {
            (Some(result), None) => Some((*vendor, result)),
            _ => None,
        }
    };
    let size = |result: &GateResult| relative_miss(model, result);
    let (vendor, result) =
        standing.iter().filter_map(single).min_by(|(_, a), (_, b)| size(a).total_cmp(&size(b)))?;
    let who = model.vendor(vendor).label();
    Some(match result.barrier {
        Barrier::Assumption(id) => format!("{} holds, and {who} passes", model.assumption(id).name),
        Barrier::Gate(id) => {
            let criterion = model.criterion(id);
            let cell = &decision.reading.cells[vendor.index()][id.index()];
            let is = cell_words(criterion, cell, result.tested);
            let asked = criterion.gate.as_ref();
            let asked = asked.map_or_else(String::new, |gate| requirement(criterion, &gate.test));
            format!("{} of {who} from {is} to {asked}", criterion.label())
        }
    })
}

/// How far a gate is missed as a fraction of the criterion's range; 1 where nothing measures it.
fn relative_miss(model: &Model, result: &GateResult) -> f64 {
    let Barrier::Gate(id) = result.barrier else { return 1.0 };
    let criterion = model.criterion(id);
    match (result.margin, span_of(criterion)) {
        (Some(margin), Some(span)) if span > 0.0 => (-margin / span).clamp(0.0, 1.0),
        _ => 1.0,
    }
}

/// The width of what a criterion's ratings may be, in the unit of a gate's margin.
fn span_of(criterion: &Criterion) -> Option<f64> {
    let Some(leaf) = criterion.leaf() else { return Some(1.0) };
    match (&leaf.range, &leaf.rated, criterion.gate.as_ref().map(|gate| &gate.test)) {
        (Range::Scale { low, high }, ..) => Some(high - low),
        (Range::Anchors { worst, best }, ..) => Some((worst - best).abs()),
        (_, Rated::Levels(levels), _) => Some(levels.len() as f64 - 1.0),
        (_, Rated::Number, Some(Test::AtLeast(bound) | Test::AtMost(bound))) => match bound {
            crate::model::datum::Datum::Number(bound) => Some(bound.abs()),
            _ => None,
        },
        _ => None,
    }
}
