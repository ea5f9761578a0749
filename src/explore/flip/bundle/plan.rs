//! Bundles by knapsack, in the criteria's own units: exact where ratings act on the vendor's own
//! score alone. The plan is in values; what is stated has been run as it is printed.

use crate::answer::flip::bundle::{Bundle as Plan, cheapest, fewest};
use crate::answer::flip::raise::{Movement, Raise, Reach};
use crate::decide::change::Change;
use crate::decide::ruler::{own, value};
use crate::explore::flip::bisect::{Search, turning};
use crate::explore::flip::bundle::start::Start;
use crate::explore::flip::bundle::tighten::{
    Whose, is_chosen, line_of, move_back, moved, round, step_back,
};
use crate::explore::flip::bundle::{Bundle, Goal, bundle};
use crate::explore::flip::entry::Entry;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::{search, stated};
use crate::explore::flip::room::{Moves, Room, own_value};
use crate::explore::flip::step::RatingStep;
use crate::model::criterion::Leaf;
use crate::model::datum::Datum;
use crate::model::value_function::ValueFunction;

/// The knapsack's plan in the criteria's own units, rounded until the engine agrees.
pub fn plan(
    probe: &Probe<'_>,
    entry: &Entry,
    rooms: &[Room],
    start: &Start,
    goal: Goal,
) -> Option<Bundle> {
    let reaches: Vec<Reach> = rooms
        .iter()
        .enumerate()
        .map(|(column, room)| reach(probe, room, start.values.get(start.row(), column)))
        .collect();
    let raise = Raise { contest: start.contest(), vendor: start.row(), reaches: &reaches };
    // A forced rating changes anyway: raising it further adds none to the count.
    let is_forced = |column: &usize| {
        entry.ratings.iter().any(|step| step.criterion == rooms[*column].criterion)
    };
    let moving: Vec<usize> = (0..rooms.len()).filter(is_forced).collect();
    let plan: Plan = match goal {
        Goal::Fewest => fewest(&raise, &moving)?,
        Goal::Cheapest => cheapest(&raise)?,
    };
    let mut steps: Vec<RatingStep> = entry.ratings.clone();
    for change in &plan.changes {
        let room = &rooms[change.criterion];
        let to = reaching(probe, room, change.to)?;
        let step = stated(probe, room, to, None);
        match steps.iter_mut().find(|other| other.criterion == room.criterion) {
            Some(other) => *other = step,
            None => steps.push(step),
        }
    }
    let base = entry.base();
    let steps = mend(probe, &base, rooms, steps)?;
    let steps = step_back(probe, &base, rooms, steps);
    // The plan knows nothing of what groups have to reach.
    // And a rating that nobody knew leaps as far as its gate asks, which may be more than planned.
    let leaps = steps.iter().any(|step| step.from.is_none());
    let whose = if probe.is_free_of_groups && !leaps { Whose::Partial } else { Whose::All };
    let steps = move_back(probe, &base, rooms, steps, whose);
    let steps = round(probe, &base, rooms, steps)?;
    // Nor does it know of ties: where something breaks them, drawing level may be enough.
    let is_exact = plan.is_exact && probe.is_free_of_groups && probe.model.tie_break.is_empty();
    Some(bundle(probe, entry, steps, goal, is_exact))
}

fn reach(probe: &Probe<'_>, room: &Room, start: f64) -> Reach {
    let model = probe.model;
    let leaf = model.criterion(room.criterion).leaf();
    let worth = |datum: &Datum| own_value(model, room.criterion, datum).unwrap_or(0.0);
    let movement = match (&room.moves, leaf.map(|leaf| &leaf.value_function)) {
        (Moves::Fixed, _) => Movement::Fixed,
        (Moves::Line(line), Some(ValueFunction::Steps(points))) => {
            let within = |rating: f64| (line.low..=line.high).contains(&rating);
            let points = points.iter().map(|point| point[0]).filter(|rating| within(*rating));
            let ends = [line.low, line.high, line.best];
            Movement::Steps(rising(points.chain(ends).map(|x| worth(&Datum::Number(x))), start))
        }
        (Moves::Line(line), _) => {
            let top = worth(&Datum::Number(line.best)).max(start);
            // Where nobody knows the rating, its gate may ask for more than what it counts as.
            let ends = [line.low, line.high].map(|end| worth(&Datum::Number(end)));
            let least = ends[0].min(ends[1]);
            match room.today {
                None if least > start => Movement::Leap { least, top },
                _ => Movement::UpTo(top),
            }
        }
        (Moves::Steps(steps), _) => Movement::Steps(rising(steps.iter().map(worth), start)),
    };
    Reach { movement, floor: None, effort: leaf.map_or(1.0, |leaf| leaf.effort) }
}

fn rising(values: impl Iterator<Item = f64>, above: f64) -> Vec<f64> {
    let mut values: Vec<f64> = values.filter(|value| *value > above).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

/// The rating nearest to today's with at least this value.
fn reaching(probe: &Probe<'_>, room: &Room, target: f64) -> Option<Datum> {
    let model = probe.model;
    match &room.moves {
        Moves::Fixed => None,
        Moves::Steps(steps) => {
            let worth = |datum: &&Datum| own_value(model, room.criterion, datum).unwrap_or(0.0);
            let mut enough: Vec<&Datum> =
                steps.iter().filter(|step| worth(step) >= target).collect();
            enough.sort_by(|a, b| worth(a).total_cmp(&worth(b)));
            enough.first().map(|datum| (*datum).clone())
        }
        Moves::Line(line) => {
            let leaf: &Leaf = model.criterion(room.criterion).leaf()?;
            let ruler = own(leaf)?;
            let is_enough = |rating: f64| {
                (line.low..=line.high).contains(&rating) && value(leaf, ruler, rating) >= target
            };
            if is_enough(line.start) {
                return Some(Datum::Number(line.start));
            }
            let found = turning(line.start, line.best, Search::Once, is_enough)?;
            Some(Datum::Number(found.after))
        }
    }
}

/// What a plan misses by rounding, the last change that has room makes good.
fn mend(
    probe: &Probe<'_>,
    base: &[Change],
    rooms: &[Room],
    steps: Vec<RatingStep>,
) -> Option<Vec<RatingStep>> {
    if is_chosen(probe, base, &steps) {
        return Some(steps);
    }
    (0..steps.len()).rev().find_map(|idx| {
        let line = line_of(rooms, &steps[idx])?;
        let Datum::Number(planned) = steps[idx].to else { return None };
        let works = |rating: f64| is_chosen(probe, base, &moved(&steps, idx, rating));
        let found = turning(planned, line.best, search(probe), works)?;
        Some(moved(&steps, idx, found.after))
    })
}
