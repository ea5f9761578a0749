//! Bundles by leaving out: everything at its best, and then what turns out not to be needed goes.
//! For where no plan is exact; what is left has nothing to spare, but may not be the least.

use crate::decide::change::Change;
use crate::explore::flip::bundle::tighten::{Whose, is_chosen, move_back, round, step_back};
use crate::explore::flip::bundle::{Bundle, Goal, bundle};
use crate::explore::flip::entry::Entry;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::stated;
use crate::explore::flip::room::{Moves, Room, own_value, rooms};
use crate::explore::flip::step::RatingStep;
use crate::model::datum::Datum;

/// Starts from everything at its best and leaves out what it can, the least useful first.
pub fn whittle(probe: &Probe<'_>, entry: &Entry, rooms: &[Room], goal: Goal) -> Option<Bundle> {
    let base = entry.base();
    let shares = &entry.evaluation.shares;
    let mut steps: Vec<RatingStep> = entry.ratings.clone();
    let mut free: Vec<(&Room, RatingStep)> = Vec::new();
    for room in rooms {
        let Some(best) = better(probe, room) else { continue };
        let step = stated(probe, room, best, None);
        match steps.iter_mut().find(|other| other.criterion == room.criterion) {
            Some(_) => {}
            None => free.push((room, step)),
        }
    }
    let weight = |room: &Room| {
        let share = shares[room.criterion.index()].unwrap_or(0.0);
        let effort = probe.model.criterion(room.criterion).leaf().map_or(1.0, |leaf| leaf.effort);
        match goal {
            Goal::Fewest => share,
            Goal::Cheapest => share / effort,
        }
    };
    free.sort_by(|a, b| weight(a.0).total_cmp(&weight(b.0)));
    let chosen = |steps: &[RatingStep]| is_chosen(probe, &base, steps);
    // Forced ratings as far as their gate asks, and then as far as they go.
    let with_free = |steps: &[RatingStep], free: &[(&Room, RatingStep)]| -> Vec<RatingStep> {
        steps.iter().cloned().chain(free.iter().map(|(_, step)| step.clone())).collect()
    };
    if !chosen(&with_free(&steps, &free)) {
        for step in &mut steps {
            let room = rooms.iter().find(|room| room.criterion == step.criterion);
            if let Some(best) = room.and_then(|room| room.best(probe.model)) {
                step.to = best;
            }
        }
        if !chosen(&with_free(&steps, &free)) {
            return None;
        }
    }
    let mut idx = 0;
    while idx < free.len() {
        let mut trial = free.clone();
        trial.remove(idx);
        if chosen(&with_free(&steps, &trial)) {
            free = trial;
        } else {
            idx += 1;
        }
    }
    let steps = with_free(&steps, &free);
    let steps = step_back(probe, &base, rooms, steps);
    let steps = move_back(probe, &base, rooms, steps, Whose::All);
    let steps = round(probe, &base, rooms, steps)?;
    Some(bundle(probe, entry, steps, goal, false))
}

/// Of leaves that take part in scores, and of those that only break ties.
pub fn rooms_of_all(probe: &Probe<'_>, entry: &Entry) -> Vec<Room> {
    let mut leaves = [entry.evaluation.leaves.as_slice(), &probe.model.tie_break].concat();
    leaves.sort_unstable();
    leaves.dedup();
    rooms(probe.model, &entry.evaluation, probe.vendor, &leaves)
}

/// The changes that let the vendor into the field.
pub fn forced(entry: &Entry) -> Vec<Change> {
    let mut changes = entry.base();
    changes.extend(entry.ratings.iter().map(RatingStep::change));
    changes
}

/// Its best rating, where that is not today's.
pub fn better(probe: &Probe<'_>, room: &Room) -> Option<Datum> {
    let best = room.best(probe.model)?;
    let worth = |datum: &Datum| own_value(probe.model, room.criterion, datum);
    let is_worse = match room.today.as_ref().and_then(worth).zip(worth(&best)) {
        // A rating that its gate forbids moves whatever it is worth.
        Some((today, then)) => then <= today && room.today.as_ref() != room.nearest().as_ref(),
        None => false,
    };
    let is_allowed = match (&room.moves, &room.today) {
        (Moves::Line(line), Some(Datum::Number(today))) => (line.low..=line.high).contains(today),
        _ => true,
    };
    (Some(&best) != room.today.as_ref() && !(is_worse && is_allowed)).then_some(best)
}
