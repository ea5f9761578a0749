//! One number moved from end to end: who is chosen on each stretch, and exactly where that changes.
//! Break points, not a grid; where a question is not exact the answer is bracketed and says so.

pub mod candidates;
pub mod probe;
pub mod subject;

use crate::decide::run_error::RunError;
use crate::explore::sweep::candidates::{Candidates, candidates};
use crate::explore::sweep::probe::{Probe, probe};
use crate::explore::sweep::subject::{Subject, today};
use crate::model::id::VendorId;
use crate::model::scenario::Model;

/// Probes where break points are bracketed rather than computed.
pub const PROBES: usize = 128;

/// Halvings of a bracket: from its width to the last digit.
const HALVINGS: usize = 60;

/// Candidates closer than this share of the range are one.
const SAME: f64 = 1e-12;

/// A number moved from end to end.
#[derive(Debug, Clone, PartialEq)]
pub struct Sweep {
    /// What is moved.
    pub subject: Subject,
    /// From here, in the subject's units.
    pub low: f64,
    /// To here, above `low`.
    pub high: f64,
    /// Where it stands without the sweep; `None` where it has no number.
    pub today: Option<f64>,
    /// Whether break points are computed or bracketed.
    pub method: Found,
    /// Stretches from `low` to `high`, neighbours with different outcomes.
    pub pieces: Vec<Piece>,
    /// One between each two neighbours, then single points where the outcome differs from both sides.
    pub points: Vec<Point>,
}

/// How break points were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Roots and thresholds computed: none is missing.
    Exact,
    /// So many probes, then bisection: a stretch narrower than their distance may be missing.
    Bracketed(usize),
}

/// A stretch with one outcome; what happens at its very ends stands with the points.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// Who is chosen, in declared order; empty for nobody.
    pub chosen: Vec<VendorId>,
    /// Who is tied across the edge, in declared order.
    pub tied: Vec<VendorId>,
}

/// A place where the outcome changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Where.
    pub at: f64,
    /// Who is chosen from here on and was not before.
    pub gains: Vec<VendorId>,
    /// Who was chosen up to here and is not beyond.
    pub loses: Vec<VendorId>,
    /// What happens here.
    pub cause: Cause,
    /// Who is chosen at the very point.
    pub chosen: Vec<VendorId>,
    /// Who is tied at the very point.
    pub tied: Vec<VendorId>,
}

/// What happens at a break point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Scores cross.
    Overtaking,
    /// These come to pass their gates.
    Enters(Vec<VendorId>),
    /// These come to fail a gate.
    Drops(Vec<VendorId>),
}

/// Moves a number of a model from `low` to `high`, everything else as it is.
///
/// # Errors
/// If the model cannot be run on the inner part of the range.
pub fn sweep(model: &Model, subject: Subject, low: f64, high: f64) -> Result<Sweep, RunError> {
    let Candidates { at, method } = candidates(model, subject, low, high)?;
    let mut places: Vec<f64> = vec![low];
    let width = high - low;
    for place in at {
        let last = places.last().copied().unwrap_or(low);
        if place - last > SAME * width && high - place > SAME * width {
            places.push(place);
        }
    }
    places.push(high);
    let mut gaps = Vec::new();
    for pair in places.windows(2) {
        gaps.push((pair[0], pair[1], probe(model, subject, pair[0] + (pair[1] - pair[0]) / 2.0)?));
    }
    if let Found::Bracketed(_) = method {
        gaps = bisected(model, subject, gaps)?;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut points = Vec::new();
    for (idx, (from, to, state)) in gaps.iter().enumerate() {
        let before = idx.checked_sub(1).and_then(|before| gaps.get(before));
        if let Some((_, _, before)) = before {
            points.extend(point(model, subject, *from, [before, state]));
        }
        match pieces.last_mut() {
            Some(last) if last.chosen == state.chosen && last.tied == state.tied => last.to = *to,
            _ => pieces.push(Piece {
                from: *from,
                to: *to,
                chosen: state.chosen.clone(),
                tied: state.tied.clone(),
            }),
        }
    }
    Ok(Sweep { subject, low, high, today: today(model, subject), method, pieces, points })
}

/// The point between two stretches, where it is one: the outcome differs on its sides or on it.
fn point(model: &Model, subject: Subject, at: f64, [left, right]: [&Probe; 2]) -> Option<Point> {
    let here = probe(model, subject, at).ok();
    let changes = left.outcome() != right.outcome();
    let touches = here.as_ref().is_some_and(|here| here.outcome() != left.outcome());
    if !changes && !touches {
        return None;
    }
    let here = here.unwrap_or_else(|| right.clone());
    let only = |these: &[VendorId], those: &[VendorId]| -> Vec<VendorId> {
        these.iter().copied().filter(|vendor| !those.contains(vendor)).collect()
    };
    let (entered, dropped) = (only(&right.field, &left.field), only(&left.field, &right.field));
    let cause = if !entered.is_empty() {
        Cause::Enters(entered)
    } else if !dropped.is_empty() {
        Cause::Drops(dropped)
    } else {
        Cause::Overtaking
    };
    Some(Point {
        at,
        gains: only(&right.chosen, &left.chosen),
        loses: only(&left.chosen, &right.chosen),
        cause,
        chosen: here.chosen,
        tied: here.tied,
    })
}

/// Stretches whose ends are where the outcome changes, found between probes by halving.
fn bisected(
    model: &Model,
    subject: Subject,
    gaps: Vec<(f64, f64, Probe)>,
) -> Result<Vec<(f64, f64, Probe)>, RunError> {
    let Some((first, _, _)) = gaps.first() else { return Ok(gaps) };
    let mut start = *first;
    let mut found: Vec<(f64, f64, Probe)> = Vec::new();
    let same = |a: &Probe, b: &Probe| a.outcome() == b.outcome() && a.field == b.field;
    for pair in gaps.windows(2) {
        let middle = |gap: &(f64, f64, Probe)| gap.0 + (gap.1 - gap.0) / 2.0;
        let (mut left, goal) =
            ((middle(&pair[0]), pair[0].2.clone()), (middle(&pair[1]), &pair[1].2));
        // Each round finds the first change after `left`; more than a few between two probes are
        // beyond what brackets promise.
        for _ in 0..4 {
            if same(&left.1, goal.1) {
                break;
            }
            let (mut below, mut above) = (left.0, goal.0);
            let mut beyond = goal.1.clone();
            for _ in 0..HALVINGS {
                let middle = below + (above - below) / 2.0;
                if middle <= below || middle >= above {
                    break;
                }
                let state = probe(model, subject, middle)?;
                if same(&state, &left.1) {
                    below = middle;
                } else {
                    (above, beyond) = (middle, state);
                }
            }
            // A tie at the crossing itself is as narrow as the tolerance: step over it.
            if !beyond.tied.is_empty() && goal.1.tied.is_empty() {
                let step = (goal.0 - left.0) * 1e-6;
                beyond = probe(model, subject, (above + step).min(goal.0))?;
            }
            found.push((start, above, left.1));
            start = above;
            left = (above, beyond);
        }
    }
    if let Some((_, end, state)) = gaps.last() {
        found.push((start, *end, state.clone()));
    }
    Ok(found)
}
