//! Several ratings together, gates repaired first: the fewest, and the cheapest by effort.
//! Exact by knapsack where ratings act on the vendor's own score alone; elsewhere what is left when
//! nothing more can be left out.

use crate::answer::contest::Contest;
use crate::answer::flip::bundle::{Bundle as Plan, cheapest, fewest};
use crate::answer::flip::raise::{Movement, Raise, Reach};
use crate::decide::change::Change;
use crate::decide::ruler::{own, value};
use crate::explore::flip::bisect::{Search, turning};
use crate::explore::flip::entry::Entry;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::{outwards, search, stated};
use crate::explore::flip::room::{Line, Moves, Room, own_value, rooms};
use crate::explore::flip::step::{RatingStep, Step, rated};
use crate::method::matrix::Matrix;
use crate::model::criterion::Leaf;
use crate::model::datum::Datum;
use crate::model::value_function::ValueFunction;

/// What a bundle is the least of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Of changes.
    Fewest,
    /// Of effort.
    Cheapest,
}

/// Changes that together make the vendor chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// What it is the least of.
    pub goal: Goal,
    /// In the order: assumptions, then ratings by criterion.
    pub steps: Vec<Step>,
    /// Σ effort × change of value over the ratings; `None` where values depend on the field.
    pub effort: Option<f64>,
    /// Whether nothing smaller exists.
    pub is_exact: bool,
}

/// Shares, values and rooms of the vendor once it stands in the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// The field with the vendor as its last row, gates repaired.
    pub values: Matrix,
    /// One for each leaf.
    pub shares: Vec<f64>,
    /// Rows of the field; the vendor itself comes after them.
    pub rivals: Vec<crate::model::id::VendorId>,
    /// Largest tie tolerance there can be.
    pub tie: f64,
    /// How many are chosen.
    pub choose: usize,
}

impl Start {
    /// The same as what `answer` asks for.
    pub fn contest(&self) -> Contest<'_> {
        let Self { values, shares, tie, choose, .. } = self;
        Contest { values, shares, choose: *choose, tie: *tie }
    }

    /// The vendor's row.
    pub fn row(&self) -> usize {
        self.rivals.len()
    }
}

/// The contest with the vendor in it; `None` where values depend on the field.
pub fn start(probe: &Probe<'_>, entry: &Entry) -> Option<Start> {
    if !probe.is_alone {
        return None;
    }
    let evaluation = &entry.evaluation;
    let keep: Vec<usize> =
        (0..evaluation.field.len()).filter(|row| evaluation.field[*row] != probe.vendor).collect();
    let own = evaluation
        .leaves
        .iter()
        .map(|id| {
            let forced = entry.ratings.iter().find(|step| step.criterion == *id);
            match forced {
                Some(step) => own_value(probe.model, *id, &step.to),
                None => evaluation.cells[probe.vendor.index()][id.index()].value,
            }
        })
        .collect::<Option<Vec<f64>>>()?;
    let field = &evaluation.problem.values;
    let values = Matrix::from_fn(keep.len() + 1, own.len(), |row, column| match keep.get(row) {
        Some(&row) => field.get(row, column),
        None => own[column],
    });
    let shares = evaluation.leaves.iter();
    Some(Start {
        values,
        shares: shares.map(|id| evaluation.shares[id.index()].unwrap_or(0.0)).collect(),
        rivals: keep.iter().map(|row| evaluation.field[*row]).collect(),
        tie: evaluation.tolerance.max(1e-9),
        choose: probe.model.choose,
    })
}

/// The fewest and the cheapest bundle, where any makes the vendor chosen.
pub fn bundles(probe: &Probe<'_>, entry: &Entry) -> Vec<Bundle> {
    if !entry.closed.is_empty() {
        return Vec::new();
    }
    let rooms = rooms(probe.model, &entry.evaluation, probe.vendor, &entry.evaluation.leaves);
    let all = rooms_of_all(probe, entry);
    let planned = start(probe, entry).filter(|_| entry.groups.is_empty());
    [Goal::Fewest, Goal::Cheapest]
        .into_iter()
        .filter_map(|goal| {
            let exact = planned.as_ref().and_then(|start| plan(probe, entry, &rooms, start, goal));
            exact.or_else(|| whittle(probe, entry, &all, goal))
        })
        .collect()
}

/// Changes for everything at its best beside what gates force; what no bundle can exceed.
pub fn everything(probe: &Probe<'_>, entry: &Entry) -> Vec<Change> {
    let leaves = &entry.evaluation.leaves;
    let rooms = rooms(probe.model, &entry.evaluation, probe.vendor, leaves);
    let mut changes = forced(entry);
    let best = rooms
        .iter()
        .filter_map(|room| Some(rated(probe.vendor, room.criterion, better(probe, room)?)));
    changes.extend(best);
    changes
}

/// Of leaves that take part in scores, and of those that only break ties.
fn rooms_of_all(probe: &Probe<'_>, entry: &Entry) -> Vec<Room> {
    let mut leaves = [entry.evaluation.leaves.as_slice(), &probe.model.tie_break].concat();
    leaves.sort_unstable();
    leaves.dedup();
    rooms(probe.model, &entry.evaluation, probe.vendor, &leaves)
}

fn forced(entry: &Entry) -> Vec<Change> {
    let mut changes = entry.base();
    changes.extend(entry.ratings.iter().map(RatingStep::change));
    changes
}

/// Its best rating, where that is not today's.
fn better(probe: &Probe<'_>, room: &Room) -> Option<Datum> {
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

/// The knapsack's plan in the criteria's own units, rounded until the engine agrees.
fn plan(
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
    let whose = if probe.is_free_of_groups { Whose::Partial } else { Whose::All };
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
        (Moves::Line(line), _) => Movement::UpTo(worth(&Datum::Number(line.best)).max(start)),
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

/// Which ratings on a line are moved back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Each.
    All,
    /// Those that a plan did not move to their best: it filled the others first on purpose.
    Partial,
}

/// Moves ratings on a line back as far as the others let them.
fn move_back(
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
fn round(
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

fn is_chosen(probe: &Probe<'_>, base: &[Change], steps: &[RatingStep]) -> bool {
    let changes: Vec<Change> =
        base.iter().cloned().chain(steps.iter().map(RatingStep::change)).collect();
    probe.is_chosen(&changes)
}

fn moved(steps: &[RatingStep], idx: usize, rating: f64) -> Vec<RatingStep> {
    let mut steps = steps.to_vec();
    steps[idx].to = Datum::Number(rating);
    steps
}

fn line_of(rooms: &[Room], step: &RatingStep) -> Option<Line> {
    let room = rooms.iter().find(|room| room.criterion == step.criterion)?;
    match room.moves {
        Moves::Line(line) => Some(line),
        Moves::Fixed | Moves::Steps(_) => None,
    }
}

/// Starts from everything at its best and leaves out what it can, the least useful first.
fn whittle(probe: &Probe<'_>, entry: &Entry, rooms: &[Room], goal: Goal) -> Option<Bundle> {
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

/// Lets ratings that move in steps fall back to the nearest step that is still enough.
fn step_back(
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

fn bundle(
    probe: &Probe<'_>,
    entry: &Entry,
    ratings: Vec<RatingStep>,
    goal: Goal,
    is_exact: bool,
) -> Bundle {
    let effort = ratings
        .iter()
        .map(|step| {
            let leaf = probe.model.criterion(step.criterion).leaf();
            let unit = leaf.map_or(1.0, |leaf| leaf.effort);
            // A pure gate is no part of the score, and costs nothing in values.
            if entry.evaluation.column(step.criterion).is_none() {
                return Some(0.0);
            }
            step.value_change.map(|change| unit * change.abs())
        })
        .collect::<Option<Vec<f64>>>()
        .map(|efforts| efforts.iter().sum());
    let steps = entry.assumptions.iter().cloned().chain(ratings.into_iter().map(Step::Rating));
    Bundle { goal, steps: steps.collect(), effort, is_exact }
}
