//! What would turn a verdict: something open that turns out otherwise, one weight, one rating.
//! The cheap answers only; `explore` searches further.

use crate::answer::contest::{Contest, scores};
use crate::answer::flip::one_weight::single_weights;
use crate::answer::flip::raise::{Movement, Raise, Reach};
use crate::answer::flip::rating::single_ratings;
use crate::answer::stability::{shares_at, sweep};
use crate::decide::completion::Departure;
use crate::decide::decision::Condition;
use crate::decide::gate_result::Barrier;
use crate::decide::ruler::{is_own, value_span};
use crate::model::criterion::Rated;
use crate::model::datum::Datum;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::basis::Basis;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::needed::needed;

/// A share this near to 0 or 1 is its end.
const END: f64 = 1e-6;

/// One thing that would turn a verdict.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// What is open turns out otherwise: another set is chosen.
    Condition(Condition),
    /// The share of one criterion, the others keeping their proportions.
    Weight {
        /// Which.
        criterion: CriterionId,
        /// Today's share.
        from: f64,
        /// The share at which it turns.
        to: f64,
        /// Who is level there; `None` where it is the vendor itself that comes in.
        rival: Option<VendorId>,
    },
    /// One value of the vendor itself, all else unchanged.
    Value {
        /// Whose.
        vendor: VendorId,
        /// On which criterion.
        criterion: CriterionId,
        /// Today's value.
        from: f64,
        /// The value at which it is chosen.
        to: f64,
        /// The nearest rating that has it, in the criterion's own units, not rounded.
        rating: Option<Datum>,
    },
}

impl Turn {
    /// The facts that it would change.
    pub fn facts(&self) -> Vec<Fact> {
        match self {
            Self::Condition(condition) => {
                condition.departures.iter().map(|&departure| departure_fact(departure)).collect()
            }
            Self::Weight { criterion, .. } => vec![Fact::Given(Given::Weight(*criterion))],
            Self::Value { vendor, criterion, .. } => vec![Fact::Value(*vendor, *criterion)],
        }
    }
}

/// The fact that a departure is about.
pub fn departure_fact(departure: Departure) -> Fact {
    match departure {
        Departure::Fails(assumption) => Fact::Given(Given::Assumption(assumption)),
        Departure::Misses(vendor, criterion) => Fact::GateResult(vendor, Barrier::Gate(criterion)),
    }
}

/// What would turn the choice: every condition, then the weights nearest to turning it.
pub fn turns_of_choice(reasons: &Reasons<'_>) -> Vec<Turn> {
    let mut turns: Vec<Turn> =
        reasons.decision.conditions.iter().cloned().map(Turn::Condition).collect();
    if let Some(&last) = reasons.decision.reading.chosen.last() {
        turns.extend(weights_that_lose(reasons, last));
    }
    turns
}

/// What would turn the verdict on one vendor, nearest first within each sort.
pub fn turns_of_vendor(reasons: &Reasons<'_>, vendor: VendorId) -> Vec<Turn> {
    let reading = &reasons.decision.reading;
    let is_chosen = reading.chosen.contains(&vendor);
    let conditions = reasons.decision.conditions.iter();
    let mut turns: Vec<Turn> = conditions
        .filter(|condition| condition.chosen.contains(&vendor) != is_chosen)
        .cloned()
        .map(Turn::Condition)
        .collect();
    let (Some(basis), Some(row)) = (&reasons.basis, reading.row(vendor)) else {
        return turns;
    };
    if is_chosen {
        turns.extend(weights_that_lose(reasons, vendor));
        return turns;
    }
    let mut weights = single_weights(&basis.contest(), row);
    weights.sort_by(|a, b| (a.to - a.from).abs().total_cmp(&(b.to - b.from).abs()));
    turns.extend(weights.into_iter().map(|change| Turn::Weight {
        criterion: reading.leaves[change.criterion],
        from: change.from,
        to: change.to,
        rival: None,
    }));
    turns.extend(values_that_win(reasons, basis, vendor, row));
    turns
}

/// Shares at which a chosen vendor loses its place, nearest first.
fn weights_that_lose(reasons: &Reasons<'_>, vendor: VendorId) -> Vec<Turn> {
    let reading = &reasons.decision.reading;
    let (Some(basis), Some(row)) = (&reasons.basis, reading.row(vendor)) else {
        return Vec::new();
    };
    let contest = basis.contest();
    let mut ends = Vec::new();
    for (column, &criterion) in reading.leaves.iter().enumerate() {
        let from = basis.shares[column];
        let Some(piece) = sweep(&contest, row, column).and_then(|sweep| sweep.holding) else {
            ends.extend(level_rivals(reasons, &contest, row, column).map(|(to, rival)| {
                Turn::Weight { criterion, from, to, rival: Some(reading.field[rival]) }
            }));
            continue;
        };
        let sides = [(piece.from, piece.rival_below), (piece.to, piece.rival_above)];
        // At the very ends of the line others are level with it, and nothing turns.
        let sides = sides.into_iter().filter(|(to, _)| (END..=1.0 - END).contains(to));
        ends.extend(sides.filter_map(|(to, rival)| {
            let rival = Some(reading.field[rival?]);
            Some(Turn::Weight { criterion, from, to, rival })
        }));
    }
    ends.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    ends
}

/// Where only `tie-break` holds a vendor's place: whoever is level with it and gets ahead as soon as
/// the share of one criterion falls, or rises; with the neighbour of today's share on that side.
fn level_rivals(
    reasons: &Reasons<'_>,
    contest: &Contest<'_>,
    row: usize,
    column: usize,
) -> impl Iterator<Item = (f64, usize)> {
    let reading = &reasons.decision.reading;
    let today = contest.scores();
    let is_level = |rival: &usize| {
        !reading.chosen.contains(&reading.field[*rival])
            && (today[*rival] - today[row]).abs() <= contest.tie
    };
    let level: Vec<usize> = (0..today.len()).filter(is_level).collect();
    let share = contest.shares[column];
    let sides = [(0.0, share.next_down()), (1.0, share.next_up())];
    sides.into_iter().filter(move |(end, _)| share != *end).filter_map(move |(end, to)| {
        let then = scores(contest.values, &shares_at(contest.shares, column, end)?);
        // Leads are linear in the share, so who gains most by the end gains most at once.
        let ahead = level.iter().copied().filter(|rival| then[*rival] - then[row] > contest.tie);
        ahead
            .reduce(|first, other| if then[other] > then[first] { other } else { first })
            .map(|rival| (to, rival))
    })
}

/// One value of its own that would make a vendor of the field chosen, smallest change first.
/// Only where no value depends on the field and gates are met, as they are in the field.
fn values_that_win(
    reasons: &Reasons<'_>,
    basis: &Basis,
    vendor: VendorId,
    row: usize,
) -> Vec<Turn> {
    let reading = &reasons.decision.reading;
    if !basis.is_value || reasons.model.weighs_by_field() {
        return Vec::new();
    }
    let reaches: Vec<Reach> = reading.leaves.iter().map(|&leaf| reach(reasons, leaf)).collect();
    let raise = Raise { contest: basis.contest(), vendor: row, reaches: &reaches };
    let mut turns: Vec<Turn> = single_ratings(&raise)
        .into_iter()
        .map(|change| {
            let criterion = reading.leaves[change.criterion];
            let today = reading.cells[vendor.index()][criterion.index()].quantity.point();
            let leaf = reasons.model.criterion(criterion).leaf();
            let rating = leaf.and_then(|leaf| needed(leaf, change.to, today.as_ref()));
            Turn::Value { vendor, criterion, from: change.from, to: change.to, rating }
        })
        .collect();
    turns.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    turns
}

fn reach(reasons: &Reasons<'_>, criterion: CriterionId) -> Reach {
    let fixed = Reach { movement: Movement::Fixed, ..Reach::free() };
    let Some(leaf) = reasons.model.criterion(criterion).leaf() else {
        return fixed;
    };
    if !is_own(leaf) {
        return fixed;
    }
    match &leaf.rated {
        Rated::Number => Reach { movement: Movement::UpTo(value_span(leaf)[1]), ..Reach::free() },
        Rated::Boolean => Reach { movement: Movement::Steps(vec![0.0, 1.0]), ..Reach::free() },
        Rated::Levels(levels) => {
            let steps = levels.iter().map(|level| level.value).collect();
            Reach { movement: Movement::Steps(steps), ..Reach::free() }
        }
        Rated::Text => fixed,
    }
}

fn distance(turn: &Turn) -> f64 {
    match turn {
        Turn::Condition(_) => 0.0,
        Turn::Weight { from, to, .. } | Turn::Value { from, to, .. } => (to - from).abs(),
    }
}
