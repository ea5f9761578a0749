//! The mirror for a chosen vendor: how far each rating and each weight may move before it loses.
//! Stated inwards: what is printed still keeps the place, and who takes it beyond is named.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::answer::flip::rounding::{Safe, round_outwards};
use crate::answer::stability::sweep;
use crate::decide::change::Change;
use crate::decide::evaluation::Evaluation;
use crate::explore::flip::bisect::{Search, Turning, turning};
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::search;
use crate::explore::flip::room::{Line, Moves, Within, own_value, room};
use crate::explore::flip::step::rated;
use crate::explore::flip::weight::is_exact;
use crate::model::datum::Datum;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::basis::Basis;

/// A share this near to 0 or 1 is its end.
const END: f64 = 1e-6;

/// How far things may move.
#[derive(Debug, Clone, PartialEq)]
pub struct Keeps {
    /// Ratings of the vendor on which it may lose, in declared order.
    pub ratings: Vec<RatingKeep>,
    /// Weights at which it may lose, in declared order of leaves.
    pub weights: Vec<WeightKeep>,
    /// Whether the weights are exact rather than bracketed.
    pub is_exact_in_weights: bool,
}

/// How far one rating may move, all else unchanged.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingKeep {
    /// On which leaf.
    pub criterion: CriterionId,
    /// Today's rating.
    pub from: Datum,
    /// The worst rating with which it is still chosen.
    pub to: Datum,
    /// Where it turns, unrounded; `None` where ratings move in steps.
    pub threshold: Option<f64>,
    /// What happens beyond.
    pub beyond: Loss,
}

/// How far one share may move, the other leaves keeping their proportions.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightKeep {
    /// Which leaf.
    pub criterion: CriterionId,
    /// Today's share, in [0, 1].
    pub from: f64,
    /// The least share with which it is still chosen; `None` where none is too small.
    pub low: Option<Edge>,
    /// The greatest; `None` where none is too large.
    pub high: Option<Edge>,
}

/// One end of a stretch of shares.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// In per cent, few digits: still chosen as printed.
    pub percent: f64,
    /// Where it turns, in [0, 1], unrounded.
    pub threshold: f64,
    /// What happens beyond.
    pub beyond: Loss,
}

/// What happens to a vendor that loses its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loss {
    /// Who takes the place, in declared order.
    pub to: Vec<VendorId>,
    /// Who is level with it across the edge, itself left out.
    pub tied: Vec<VendorId>,
    /// Whether it leaves the field: a gate or an assumption fails.
    pub is_rejected: bool,
}

/// How far the ratings and weights of a chosen vendor may move.
pub fn keeps(probe: &Probe<'_>, reading: &Evaluation, basis: Option<&Basis>) -> Keeps {
    let all: Vec<CriterionId> = probe.model.criterion_ids().collect();
    let ratings = all.par_iter().flat_map_iter(|id| rating_keeps(probe, reading, *id));
    let basis = basis.filter(|_| is_exact(probe, reading));
    let weights =
        reading.leaves.par_iter().filter_map(|id| weight_keep(probe, reading, basis, *id));
    Keeps {
        ratings: ratings.collect(),
        weights: weights.collect(),
        is_exact_in_weights: basis.is_some(),
    }
}

/// What happens after a change that costs the vendor its place.
pub fn loss(probe: &Probe<'_>, reading: &Evaluation, change: Change) -> Loss {
    let Some(standing) = probe.standing(&[change]) else { return Loss::default() };
    let is_new = |vendor: &VendorId| !reading.chosen.contains(vendor);
    let mut to: Vec<VendorId> = standing.chosen.iter().copied().filter(is_new).collect();
    to.sort_unstable();
    Loss {
        to,
        tied: standing.tied.into_iter().filter(|vendor| *vendor != probe.vendor).collect(),
        is_rejected: !standing.field.contains(&probe.vendor),
    }
}

/// One for each side of a rating on which it loses.
fn rating_keeps(probe: &Probe<'_>, reading: &Evaluation, id: CriterionId) -> Vec<RatingKeep> {
    let room = room(probe.model, reading, [probe.vendor.index(), id.index()], Within::Scale);
    let Some(from) = room.today.clone() else { return Vec::new() };
    let change = |datum: &Datum| rated(probe.vendor, id, datum.clone());
    let loses = |datum: &Datum| !probe.is_chosen(&[change(datum)]);
    let keep = |to: Datum, threshold: Option<f64>, lost: &Datum| RatingKeep {
        criterion: id,
        from: from.clone(),
        to,
        threshold,
        beyond: loss(probe, reading, change(lost)),
    };
    match &room.moves {
        Moves::Fixed => Vec::new(),
        Moves::Line(line) => [line.low, line.high]
            .into_iter()
            .filter_map(|end| {
                let loses = |rating: f64| loses(&Datum::Number(rating));
                let found = turning(line.start, end, search(probe), loses)?;
                let to = inwards(line, found, |rating| !loses(rating))?;
                let beyond = Datum::Number(past(found.after, end));
                Some(keep(Datum::Number(to), Some(found.before), &beyond))
            })
            .collect(),
        Moves::Steps(steps) => {
            // From today's towards the worst one, and towards the best one.
            let worth = |datum: &Datum| own_value(probe.model, id, datum).unwrap_or(0.0);
            let (mut kept, mut found) = (from.clone(), None);
            let mut worse: Vec<&Datum> =
                steps.iter().filter(|step| worth(step) <= worth(&from)).collect();
            worse.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
            for step in worse {
                if loses(step) {
                    found = Some(step.clone());
                    break;
                }
                kept = step.clone();
            }
            found.map(|lost| keep(kept, None, &lost)).into_iter().collect()
        }
    }
}

/// A little past a turning towards the end: on it the two are level, past it one is ahead.
fn past(turning: f64, end: f64) -> f64 {
    turning + (end - turning) * 1e-6
}

/// The farthest number with few digits that still keeps the place.
fn inwards(line: &Line, found: Turning, works: impl Fn(f64) -> bool) -> Option<f64> {
    let safe = if found.after < line.start { Safe::Above } else { Safe::Below };
    let is_on = |rating: f64| (line.low..=line.high).contains(&rating) && works(rating);
    round_outwards(found.before, safe, line.decimals, is_on)
}

fn weight_keep(
    probe: &Probe<'_>,
    reading: &Evaluation,
    basis: Option<&Basis>,
    id: CriterionId,
) -> Option<WeightKeep> {
    // With the whole weight on one leaf the others have no proportions to keep.
    let from = reading.shares[id.index()].filter(|share| *share < 1.0 - END)?;
    let exact = basis.and_then(|basis| {
        sweep(&basis.contest(), reading.row(probe.vendor)?, reading.column(id)?)?.holding
    });
    let loses = |share: f64| !probe.is_chosen(&[Change::Share { criterion: id, share }]);
    let edge = |end: f64, root: Option<f64>| -> Option<Edge> {
        let once = root.and_then(|root| around(root, from, &loses));
        let found = match basis.is_some() && root.is_none() && !loses(end) {
            true => return None,
            false => once.or_else(|| turning(from, end, Search::Steps(probe.points), loses))?,
        };
        // At the very end of the line others may be level with it, and nothing turns.
        if (found.before - end).abs() < END {
            return None;
        }
        let safe = if end < from { Safe::Above } else { Safe::Below };
        let works = |percent: f64| (0.0..=100.0).contains(&percent) && !loses(percent / 100.0);
        let percent = round_outwards(found.before * 100.0, safe, 1, works)?;
        let change = Change::Share { criterion: id, share: past(found.after, end) };
        let beyond = loss(probe, reading, change);
        Some(Edge { percent, threshold: found.before, beyond })
    };
    let low = exact.as_ref().filter(|piece| piece.rival_below.is_some()).map(|piece| piece.from);
    let high = exact.as_ref().filter(|piece| piece.rival_above.is_some()).map(|piece| piece.to);
    let (low, high) = (edge(0.0, low), edge(1.0, high));
    (low.is_some() || high.is_some()).then_some(WeightKeep { criterion: id, from, low, high })
}

/// The two sides of a root that arithmetic found, where the engine agrees that it turns there.
fn around(root: f64, from: f64, loses: &dyn Fn(f64) -> bool) -> Option<Turning> {
    let out = if root < from { -1e-7 } else { 1e-7 };
    let (before, after) = (root - out, root + out);
    let is_inside = (0.0..=1.0).contains(&after);
    if !is_inside || loses(before) || !loses(after) {
        return None;
    }
    turning(before, after, Search::Once, loses)
}
