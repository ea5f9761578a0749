//! Weights that make the vendor chosen: one alone, or all of them by least movement.
//! Exact where the score is linear in the weights; bracketed elsewhere.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::answer::contest::Contest;
use crate::answer::flip::all_weights::{Limits, movement, nearest_shares};
use crate::answer::flip::one_weight::single_weights;
use crate::answer::flip::rounding::{Safe, round_outwards, round_shares};
use crate::answer::stability::shares_at;
use crate::decide::change::Change;
use crate::decide::evaluation::Evaluation;
use crate::explore::flip::bisect::{Search, Turning, turning};
use crate::explore::flip::probe::Probe;
use crate::explore::flip::step::ShareStep;
use crate::model::id::CriterionId;
use crate::reasons::basis::Basis;

/// Shares that differ by less are one.
const NEARER: f64 = 1e-6;

/// Decimals of a percentage that people read.
const DECIMALS: usize = 1;

/// New shares for all leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// Every leaf, in declared order.
    pub steps: Vec<ShareStep>,
    /// ½ Σ |w' − w|: the share of the whole that changes hands.
    pub moved: f64,
    /// Whether no smaller movement exists, but for rounding.
    pub is_exact: bool,
}

/// For each leaf the nearest share that makes the vendor chosen, where there is one.
pub fn singles(
    probe: &Probe<'_>,
    reading: &Evaluation,
    basis: Option<&Basis>,
) -> (Vec<ShareStep>, bool) {
    let row = reading.row(probe.vendor);
    let exact = basis.zip(row).filter(|_| is_exact(probe, reading));
    let found = match exact {
        Some((basis, row)) => {
            let ahead = single_weights(&basis.contest(), row);
            let leaves = reading.leaves.iter().enumerate();
            leaves
                .filter_map(|(column, criterion)| {
                    let ahead = ahead.iter().find(|change| change.criterion == column);
                    let ahead = ahead.and_then(|change| {
                        let threshold = level(probe, *criterion, change.from, change.to);
                        stated(probe, *criterion, change.from, threshold, change.safe)
                    });
                    let far = |step: &ShareStep| (step.threshold - step.from).abs();
                    let level = isolated(probe, reading, basis, [row, column]);
                    let level = level.filter(|level| {
                        ahead.as_ref().is_none_or(|ahead| far(level) < far(ahead) - NEARER)
                    });
                    level.or(ahead)
                })
                .collect()
        }
        None => {
            let leaves = reading.leaves.par_iter();
            leaves.filter_map(|criterion| bracketed(probe, reading, *criterion)).collect()
        }
    };
    (found, exact.is_some())
}

/// Where a share turns the choice: `ahead`, where it puts the vendor ahead, or a hair before, where
/// it draws level and a tie-break does the rest.
fn level(probe: &Probe<'_>, criterion: CriterionId, from: f64, ahead: f64) -> f64 {
    if probe.model.tie_break.is_empty() {
        return ahead;
    }
    let works = |share: f64| probe.is_chosen(&[Change::Share { criterion, share }]);
    turning(from, ahead, Search::Once, works).map_or(ahead, |found| found.after)
}

/// The nearest share at which the vendor is only level with a rival, and a tie-break decides for it:
/// at an end, where the others count for nothing or alone, where three vendors meet, or past a meeting
/// where another is level with it all along.
fn isolated(
    probe: &Probe<'_>,
    reading: &Evaluation,
    basis: &Basis,
    [row, column]: [usize; 2],
) -> Option<ShareStep> {
    if probe.model.tie_break.is_empty() {
        return None;
    }
    let from = basis.shares[column];
    let scores = |share| {
        let shares = shares_at(&basis.shares, column, share)?;
        Some(crate::answer::contest::scores(&basis.values, &shares))
    };
    let (low, high) = (scores(0.0)?, scores(1.0)?);
    let meeting = |rival: usize| {
        let [start, end] = [low[row] - low[rival], high[row] - high[rival]];
        start / (start - end)
    };
    let mut shares: Vec<f64> = (0..low.len()).map(meeting).chain([0.0, 1.0]).collect();
    // With a rival that is level all along, past a meeting it is still the tie-break that decides.
    let is_level = |rival: usize| {
        let ends = [low[row] - low[rival], high[row] - high[rival]];
        rival != row && ends.iter().all(|lead| lead.abs() <= basis.tie)
    };
    if (0..low.len()).any(is_level) {
        let beside = |share: &f64| [share - NEARER, share + NEARER];
        let beside: Vec<f64> = shares.iter().flat_map(beside).collect();
        shares.extend(beside);
    }
    shares.retain(|share| (0.0..=1.0).contains(share) && *share != from);
    shares.sort_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()));
    let criterion = reading.leaves[column];
    let works = |share: f64| probe.is_chosen(&[Change::Share { criterion, share }]);
    shares.into_iter().find_map(|share| {
        let safe = if share > from { Safe::Above } else { Safe::Below };
        works(share).then_some(())?;
        // It turns there, or between there and just before.
        let short = share - (share - from).signum() * (share - from).abs().min(NEARER);
        let threshold = turning(short, share, Search::Once, works)?.after;
        stated(probe, criterion, from, threshold, safe)
    })
}

/// Whether a share moves scores along straight lines and nothing else.
pub fn is_exact(probe: &Probe<'_>, reading: &Evaluation) -> bool {
    let model = probe.model;
    let are_written = model.asked_shares.is_empty() && model.people.is_none();
    are_written && reading.derived.is_none() && probe.is_free_of_groups
}

fn bracketed(probe: &Probe<'_>, reading: &Evaluation, criterion: CriterionId) -> Option<ShareStep> {
    let from = reading.shares[criterion.index()]?;
    let works = |share: f64| probe.is_chosen(&[Change::Share { criterion, share }]);
    let far = |turning: &Turning| (turning.after - from).abs();
    let up = turning(from, 1.0, Search::Steps(probe.points), works);
    let down = turning(from, 0.0, Search::Steps(probe.points), works);
    let nearest = up.into_iter().chain(down).min_by(|a, b| far(a).total_cmp(&far(b)))?;
    let safe = if nearest.after > from { Safe::Above } else { Safe::Below };
    stated(probe, criterion, from, nearest.after, safe)
}

/// A share as a percentage of few digits that works as printed.
fn stated(
    probe: &Probe<'_>,
    criterion: CriterionId,
    from: f64,
    threshold: f64,
    safe: Safe,
) -> Option<ShareStep> {
    let works = |percent: f64| {
        (0.0..=100.0).contains(&percent)
            && probe.is_chosen(&[Change::Share { criterion, share: percent / 100.0 }])
    };
    let percent = round_outwards(threshold * 100.0, safe, DECIMALS, works)?;
    Some(ShareStep { criterion, from, percent, threshold })
}

/// The nearest shares of all leaves under which the vendor is chosen.
pub fn joint(
    probe: &Probe<'_>,
    reading: &Evaluation,
    basis: Option<&Basis>,
    singles: &[ShareStep],
) -> Option<Joint> {
    let today: Vec<f64> =
        reading.leaves.iter().map(|id| reading.shares[id.index()].unwrap_or(0.0)).collect();
    let works = |shares: &[f64]| probe.is_chosen(&asked(reading, &printed(shares)));
    let round = |shares: &[f64]| round_shares(shares, DECIMALS + 2, works);
    let exact = basis.zip(reading.row(probe.vendor)).and_then(|(basis, row)| {
        let contest = basis.contest_under_any_shares();
        let shift = nearest_shares(&contest, row, &Limits::none(today.len()))?;
        let rounded =
            inside(&contest, row, shift.moved, &round).or_else(|| round(&shift.shares))?;
        let is_exact = shift.is_exact && probe.is_free_of_groups;
        Some((shift.shares, rounded, is_exact && probe.model.tie_break.is_empty()))
    });
    // Elsewhere weights may put rivals out of the field, or the vendor into it, or leave it level
    // where a tie-break decides for it.
    let found = match exact {
        Some(exact) if probe.is_free_of_groups => Some(exact),
        exact => {
            let tried = toward_corners(probe, reading, &today, singles);
            let tried = tried.and_then(|shares| Some((round(&shares)?, shares)));
            let tried = tried.map(|(rounded, shares)| (shares, rounded, false));
            let far = |found: &(Vec<f64>, Vec<f64>, bool)| movement(&today, &found.0);
            exact.into_iter().chain(tried).min_by(|a, b| far(a).total_cmp(&far(b)))
        }
    };
    let (shares, rounded, is_exact) = found?;
    let steps = reading.leaves.iter().zip(&today).zip(rounded.iter().zip(&shares));
    let steps: Vec<ShareStep> = steps
        .map(|((criterion, from), (to, threshold))| ShareStep {
            criterion: *criterion,
            from: *from,
            percent: as_percent(*to),
            threshold: *threshold,
        })
        .collect();
    let moved = movement(&today, &printed(&rounded));
    Some(Joint { steps, moved, is_exact })
}

/// Shares of few digits a little inside the edge, since those on it seldom survive rounding; beyond
/// the `least` movement by no more than a unit of the last digit for each share.
fn inside(
    contest: &Contest<'_>,
    row: usize,
    least: f64,
    round: &dyn Fn(&[f64]) -> Option<Vec<f64>>,
) -> Option<Vec<f64>> {
    let scores = contest.scores();
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let limits = Limits::none(contest.criteria());
    let unit = 10.0_f64.powi(DECIMALS as i32);
    let most = least + contest.criteria() as f64 / (unit * 100.0);
    let is_near = |shares: &Vec<f64>| movement(contest.shares, shares) <= most;
    let is_short = |shares: &Vec<f64>| {
        let is_whole = |share: &f64| {
            let count = as_percent(*share) * unit;
            (count - count.round()).abs() < 1e-9
        };
        shares.iter().all(is_whole)
    };
    [0.0, 0.0003, 0.001, 0.003, 0.01].into_iter().find_map(|more| {
        let tie = contest.tie + more * (highest - lowest);
        let shift = nearest_shares(&Contest { tie, ..*contest }, row, &limits)?;
        round(&shift.shares).filter(is_short).filter(is_near)
    })
}

/// Shares as the flags that state them read.
fn printed(shares: &[f64]) -> Vec<f64> {
    shares.iter().map(|share| as_percent(*share) / 100.0).collect()
}

/// A share as the percentage that is printed: the shortest decimal within its digits.
fn as_percent(share: f64) -> f64 {
    format!("{:.13}", share * 100.0).parse().unwrap_or(share * 100.0)
}

fn asked(reading: &Evaluation, shares: &[f64]) -> Vec<Change> {
    let leaves = reading.leaves.iter().zip(shares);
    leaves
        .map(|(criterion, share)| Change::Share { criterion: *criterion, share: *share })
        .collect()
}

/// The least movement found along the lines from today's shares to all weight on one or two leaves.
fn toward_corners(
    probe: &Probe<'_>,
    reading: &Evaluation,
    today: &[f64],
    singles: &[ShareStep],
) -> Option<Vec<f64>> {
    let mut best: Option<Vec<f64>> = None;
    let mut consider = |shares: Vec<f64>| {
        let is_nearer = |best: &Vec<f64>| movement(today, &shares) < movement(today, best);
        if best.as_ref().is_none_or(is_nearer) {
            best = Some(shares);
        }
    };
    for step in singles {
        if let Some(column) = reading.column(step.criterion)
            && let Some(shares) = shares_at(today, column, step.threshold)
        {
            consider(shares);
        }
    }
    let mut corners: Vec<Vec<f64>> = Vec::new();
    for one in 0..today.len() {
        for other in one..today.len().min(one + probe.points / 5 + 1) {
            let mut corner = vec![0.0; today.len()];
            corner[one] += 0.5;
            corner[other] += 0.5;
            corners.push(corner);
        }
    }
    // Each line by itself, so that cores can share them; the nearest of all is taken in their order.
    let found: Vec<Option<Vec<f64>>> = corners
        .par_iter()
        .map(|corner| {
            let at = |t: f64| -> Vec<f64> {
                today.iter().zip(corner).map(|(from, to)| from * (1.0 - t) + to * t).collect()
            };
            let works = |t: f64| probe.is_chosen(&asked(reading, &at(t)));
            turning(0.0, 1.0, Search::Steps(8), works).map(|found| at(found.after))
        })
        .collect();
    for shares in found.into_iter().flatten() {
        consider(shares);
    }
    best
}
