//! Fewer ratings than a bundle found, by trying: where something breaks ties, drawing level may do.
//! Complete where ratings act on the vendor's own score alone, since raising one never harms it.

use std::ops::ControlFlow;

use crate::answer::subsets::each_of_size;
use crate::decide::ruler::is_own;
use crate::explore::flip::bundle::tighten::{Whose, is_chosen, move_back, round, step_back};
use crate::explore::flip::bundle::whittle::better;
use crate::explore::flip::bundle::{Bundle, Goal, bundle};
use crate::explore::flip::entry::Entry;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::stated;
use crate::explore::flip::room::Room;
use crate::explore::flip::step::{RatingStep, Step};
use crate::model::id::CriterionId;

/// Runs that a search may cost.
const RUNS: usize = 20_000;

/// What came of looking for fewer.
#[derive(Debug, Clone, PartialEq)]
pub enum Fewer {
    /// Fewer are enough, and no fewer than these.
    Found(Bundle),
    /// Nothing fewer is enough.
    Nothing,
    /// Not every set could be tried.
    Unknown,
}

/// Whether fewer ratings than those of `found` are enough, the smallest sets first. `rooms` are those
/// of every leaf that counts or breaks ties.
pub fn fewer(probe: &Probe<'_>, entry: &Entry, rooms: &[Room], found: &Bundle) -> Fewer {
    let model = probe.model;
    let breaks_own = |id: &CriterionId| {
        model.criterion(*id).leaf().is_none_or(|leaf| !leaf.is_valued() || is_own(leaf))
    };
    if !probe.is_alone || !probe.is_free_of_groups || !model.tie_break.iter().all(breaks_own) {
        return Fewer::Unknown;
    }
    let base = entry.base();
    // What changes in any case may as well go to its best.
    let forced: Vec<RatingStep> =
        entry.ratings.iter().map(|step| at_best(probe, rooms, step)).collect();
    let free: Vec<RatingStep> = rooms
        .iter()
        .filter(|room| forced.iter().all(|step| step.criterion != room.criterion))
        .filter_map(|room| Some(stated(probe, room, better(probe, room)?, None)))
        .collect();
    let count = found.steps.iter().filter(|step| matches!(step, Step::Rating(_))).count();
    let items: Vec<usize> = (0..free.len()).collect();
    let mut left = RUNS;
    for size in 0..count.saturating_sub(forced.len()) {
        let mut enough = None;
        let _ = each_of_size(&items, size, &mut |set| {
            if left == 0 {
                return ControlFlow::Break(());
            }
            left -= 1;
            let mut steps = forced.clone();
            steps.extend(set.iter().map(|idx| free[*idx].clone()));
            if !is_chosen(probe, &base, &steps) {
                return ControlFlow::Continue(());
            }
            enough = Some(steps);
            ControlFlow::Break(())
        });
        if let Some(steps) = enough {
            let steps = step_back(probe, &base, rooms, steps);
            let steps = move_back(probe, &base, rooms, steps, Whose::All);
            let steps = round(probe, &base, rooms, steps);
            let bundle = steps.map(|steps| bundle(probe, entry, steps, Goal::Fewest, true));
            return bundle.map_or(Fewer::Unknown, Fewer::Found);
        }
        if left == 0 {
            return Fewer::Unknown;
        }
    }
    Fewer::Nothing
}

fn at_best(probe: &Probe<'_>, rooms: &[Room], step: &RatingStep) -> RatingStep {
    let room = rooms.iter().find(|room| room.criterion == step.criterion);
    let best = room.and_then(|room| room.best(probe.model));
    RatingStep { to: best.unwrap_or_else(|| step.to.clone()), ..step.clone() }
}
