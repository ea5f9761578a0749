//! One rating alone that makes the vendor chosen, the smallest change of each.
//! Exact where ratings act on the vendor's own score alone; bracketed elsewhere.

use crate::answer::flip::rounding::{Safe, round_outwards};
use crate::decide::change::Change;
use crate::explore::flip::bisect::{Search, turning};
use crate::explore::flip::probe::Probe;
use crate::explore::flip::room::{Line, Moves, Room, own_value};
use crate::explore::flip::step::{RatingStep, rated};
use crate::model::datum::Datum;

/// How a line of ratings is searched.
pub fn search(probe: &Probe<'_>) -> Search {
    if probe.is_alone { Search::Once } else { Search::Steps(probe.points) }
}

/// The smallest change of one rating that makes the vendor chosen beside the changes in `base`.
pub fn nearest(probe: &Probe<'_>, base: &[Change], room: &Room) -> Option<RatingStep> {
    let rate = |datum: &Datum| rated(probe.vendor, room.criterion, datum.clone());
    let is_chosen = |datum: &Datum| probe.is_chosen_with(base, rate(datum));
    let (to, threshold) = match &room.moves {
        Moves::Fixed => return None,
        Moves::Steps(steps) => (steps.iter().find(|step| is_chosen(step))?.clone(), None),
        Moves::Line(line) => {
            let works = |rating: f64| is_chosen(&Datum::Number(rating));
            let turning = turning(line.start, line.best, search(probe), works)?;
            let to = outwards(line, turning.after, works)?;
            (Datum::Number(to), Some(turning.after))
        }
    };
    Some(stated(probe, room, to, threshold))
}

/// The nearest number with few digits, on the far side of a threshold as seen from `start`, that
/// works and lies on the line.
pub fn outwards(line: &Line, threshold: f64, works: impl Fn(f64) -> bool) -> Option<f64> {
    let safe = if threshold >= line.start { Safe::Above } else { Safe::Below };
    let is_on = |rating: f64| (line.low..=line.high).contains(&rating) && works(rating);
    round_outwards(threshold, safe, line.decimals, is_on)
}

/// A change as it is stated.
pub fn stated(probe: &Probe<'_>, room: &Room, to: Datum, threshold: Option<f64>) -> RatingStep {
    let worth = |datum: &Datum| own_value(probe.model, room.criterion, datum);
    let from = room.today.as_ref().and_then(worth);
    RatingStep {
        vendor: probe.vendor,
        criterion: room.criterion,
        from: room.today.clone(),
        value_change: from.zip(worth(&to)).map(|(from, to)| to - from),
        to,
        threshold,
    }
}
