//! A bundle that works made tight: nothing in it goes farther than the others make it.
//! Asked by every way of finding a bundle, last of all.

use crate::decide::change::Change;
use crate::explore::flip::bisect::turning;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::{outwards, search, stated};
use crate::explore::flip::room::{Line, Moves, Room};
use crate::explore::flip::step::RatingStep;
use crate::model::datum::Datum;

/// Which ratings on a line are moved back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Each.
    All,
    /// Those that a plan did not move to their best: it filled the others first on purpose.
    Partial,
}

/// Moves ratings on a line back as far as the others let them.
pub fn move_back(
    probe: &Probe<'_>,
    base: &[Change],
    rooms: &[Room],
    mut steps: Vec<RatingStep>,
    whose: Whose,
) -> Vec<RatingStep> {
    for idx in 0..steps.len() {
        let Some(line) = line_of(rooms, &steps[idx]) else { continue };
        let Datum::Number(planned) = steps[idx].to else { continue };
        if whose == Whose::Partial && planned == line.best {
            continue;
        }
        let works = |rating: f64| is_chosen(probe, base, &moved(&steps, idx, rating));
        let nearest = line.start.clamp(line.low, line.high);
        let to = match works(nearest) {
            true => nearest,
            false => {
                turning(nearest, planned, search(probe), works).map_or(planned, |found| found.after)
            }
        };
        steps = moved(&steps, idx, to);
    }
    steps
}

/// States each rating in few digits, the others as they are; drops what turns out to change nothing.
pub fn round(
    probe: &Probe<'_>,
    base: &[Change],
    rooms: &[Room],
    mut steps: Vec<RatingStep>,
) -> Option<Vec<RatingStep>> {
    for idx in 0..steps.len() {
        let room = rooms.iter().find(|room| room.criterion == steps[idx].criterion);
        let (Some(room), Datum::Number(threshold)) = (room, steps[idx].to.clone()) else {
            continue;
        };
        let Moves::Line(line) = room.moves else { continue };
        let works = |rating: f64| is_chosen(probe, base, &moved(&steps, idx, rating));
        let to = outwards(&line, threshold, works)?;
        steps[idx] = stated(probe, room, Datum::Number(to), Some(threshold));
    }
    steps.retain(|step| Some(&step.to) != step.from.as_ref());
    steps.sort_by_key(|step| step.criterion);
    is_chosen(probe, base, &steps).then_some(steps)
}

/// Whether the vendor is chosen with these ratings.
pub fn is_chosen(probe: &Probe<'_>, base: &[Change], steps: &[RatingStep]) -> bool {
    let changes: Vec<Change> =
        base.iter().cloned().chain(steps.iter().map(RatingStep::change)).collect();
    probe.is_chosen(&changes)
}

/// The ratings with one at another number.
pub fn moved(steps: &[RatingStep], idx: usize, rating: f64) -> Vec<RatingStep> {
    let mut steps = steps.to_vec();
    steps[idx].to = Datum::Number(rating);
    steps
}

/// The line that a rating moves on, where it moves on one.
pub fn line_of(rooms: &[Room], step: &RatingStep) -> Option<Line> {
    let room = rooms.iter().find(|room| room.criterion == step.criterion)?;
    match room.moves {
        Moves::Line(line) => Some(line),
        Moves::Fixed | Moves::Steps(_) => None,
    }
}

/// Lets ratings that move in steps fall back to the nearest step that is still enough.
pub fn step_back(
    probe: &Probe<'_>,
    base: &[Change],
    rooms: &[Room],
    mut steps: Vec<RatingStep>,
) -> Vec<RatingStep> {
    for idx in 0..steps.len() {
        let room = rooms.iter().find(|room| room.criterion == steps[idx].criterion);
        let Some(Room { moves: Moves::Steps(options), .. }) = room else { continue };
        for option in options {
            let mut trial = steps.clone();
            trial[idx].to = option.clone();
            if is_chosen(probe, base, &trial) {
                if let Some(room) = room {
                    trial[idx] = stated(probe, room, option.clone(), None);
                }
                steps = trial;
                break;
            }
        }
    }
    steps
}
