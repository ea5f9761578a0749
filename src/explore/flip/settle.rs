//! Assumptions settled otherwise that make the vendor chosen, or cost it its place.
//! Smallest sets first, by search over the reading's own engine.

use crate::answer::smallest_sets::changing_sets;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::step::{Step, all};
use crate::model::assumption::Status;
use crate::model::id::AssumptionId;

/// Runs that a search may cost.
const RUNS: usize = 1500;

/// The smallest sets of assumptions that, settled otherwise, make the verdict another: chosen where
/// `wanted`, not chosen else. Sets of up to three, fewer where there are many assumptions.
pub fn settled_otherwise(probe: &Probe<'_>, wanted: bool) -> Vec<Vec<Step>> {
    let turned: Vec<Step> = (0..probe.model.assumptions.len())
        .map(|idx| {
            let from = probe.model.assumptions[idx].status.value;
            let to = if from == Status::Fails { Status::Holds } else { Status::Fails };
            Step::Assumption { assumption: AssumptionId(idx), from, to }
        })
        .collect();
    let count = turned.len();
    let pairs = count * count.saturating_sub(1) / 2;
    let largest = match () {
        () if count + pairs + pairs * count.saturating_sub(2) / 3 <= RUNS => 3,
        () if count + pairs <= RUNS => 2,
        () => 1,
    };
    let steps =
        |set: &[usize]| -> Vec<Step> { set.iter().map(|idx| turned[*idx].clone()).collect() };
    let sets = changing_sets(count, largest, |set| probe.is_chosen(&all(&steps(set))) == wanted);
    sets.iter().map(|set| steps(set)).collect()
}
