//! Which vendors stand in the graph.
//! Everyone up to fifty, or to as many as asked; beyond, those that the choice and the question are about.

use std::collections::BTreeSet;

use crate::decide::decision::Decision;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::reasons::build::{Asked, WHOLE};

/// The vendors of the graph, in declared order.
pub fn scope(model: &Model, decision: &Decision, asked: &Asked) -> Vec<VendorId> {
    if model.vendors.len() <= asked.whole.unwrap_or(WHOLE) {
        return model.vendor_ids().collect();
    }
    let reading = &decision.reading;
    let best_not_chosen = reading
        .order
        .iter()
        .map(|&row| reading.field[row])
        .find(|vendor| !reading.chosen.contains(vendor));
    let named = asked.vendors.iter().chain(asked.pairs.iter().flat_map(|(a, b)| [a, b]));
    let kept: BTreeSet<VendorId> = reading
        .chosen
        .iter()
        .chain(&reading.tied)
        .chain(&best_not_chosen)
        .chain(named)
        .copied()
        .collect();
    kept.into_iter().collect()
}
