//! The nearest weights that make a vendor chosen, by least total movement ½‖w' − w‖₁.
//! Greedy where one rival is to beat, a linear program where there are several or an order.

use crate::answer::contest::{Contest, HAIR, dot};
use crate::answer::lead::falling;
use crate::answer::linear_program::{HalfSpace, LinearProgram, distribution, minimise};
use crate::answer::never_best::{Prospect, is_exhaustive, prospect};
use crate::answer::subsets::each_of_size;
use std::ops::ControlFlow;

/// What the new shares must respect.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Smallest share of each criterion.
    pub lower: Vec<f64>,
    /// Largest share of each criterion.
    pub upper: Vec<f64>,
    /// Pairs (heavier, lighter) whose order has to stay: share of the first ≥ that of the second.
    pub order: Vec<(usize, usize)>,
}

impl Limits {
    /// Any shares at all.
    pub fn none(criteria: usize) -> Self {
        Self { lower: vec![0.0; criteria], upper: vec![1.0; criteria], order: Vec::new() }
    }

    fn are_met(&self, shares: &[f64]) -> bool {
        const SLACK: f64 = 1e-9;
        shares.iter().zip(&self.lower).all(|(share, lower)| *share >= lower - SLACK)
            && shares.iter().zip(&self.upper).all(|(share, upper)| *share <= upper + SLACK)
            && self.order.iter().all(|&(a, b)| shares[a] >= shares[b] - SLACK)
    }
}

/// New shares and what they cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// One for each criterion, adding up to 1.
    pub shares: Vec<f64>,
    /// ½ Σ |w'_j − w_j|: the share of the whole that changes hands.
    pub moved: f64,
    /// Whether nothing nearer exists; false where not every set of rivals that may stay ahead was
    /// searched.
    pub is_exact: bool,
}

/// The nearest shares under which the vendor is chosen; `None` where none within the limits do.
///
/// For `choose` = k every set of k − 1 rivals that may stay ahead is tried where
/// [`is_exhaustive`]; beyond, those furthest ahead today and those of a witness only, and `None`
/// is then no proof: ask [`prospect`] for one.
pub fn nearest_shares(contest: &Contest<'_>, vendor: usize, limits: &Limits) -> Option<Shift> {
    if contest.is_chosen(vendor, &contest.scores()) && limits.are_met(contest.shares) {
        return Some(Shift { shares: contest.shares.to_vec(), moved: 0.0, is_exact: true });
    }
    let rivals = contest.rivals(vendor);
    let spared = contest.choose.checked_sub(1)?.min(rivals.len());
    let is_exact = is_exhaustive(rivals.len(), spared);
    let mut best: Option<Shift> = None;
    let mut consider = |ahead: &[usize]| {
        if let Some(shares) = nearest_past(contest, vendor, limits, ahead) {
            let moved = movement(contest.shares, &shares);
            if best.as_ref().is_none_or(|best| moved < best.moved) {
                best = Some(Shift { shares, moved, is_exact });
            }
        }
        ControlFlow::Continue(())
    };
    if is_exact {
        let _ = each_of_size(&rivals, spared, &mut consider);
    } else {
        let mut scores = contest.scores();
        scores[vendor] = f64::NEG_INFINITY;
        let _ = consider(&falling(&scores)[..spared]);
        if let Prospect::CanBeBest(witness) = prospect(contest, vendor) {
            let _ = consider(&witness.ahead);
        }
    }
    best
}

/// ½ ‖b − a‖₁.
pub fn movement(from: &[f64], to: &[f64]) -> f64 {
    from.iter().zip(to).map(|(a, b)| (b - a).abs()).sum::<f64>() / 2.0
}

fn nearest_past(
    contest: &Contest<'_>,
    vendor: usize,
    limits: &Limits,
    ahead: &[usize],
) -> Option<Vec<f64>> {
    let leads: Vec<Vec<f64>> = contest
        .rivals(vendor)
        .into_iter()
        .filter(|rival| !ahead.contains(rival))
        .map(|rival| contest.differences(vendor, rival))
        .collect();
    let is_good =
        |shares: &[f64]| limits.are_met(shares) && contest.is_chosen_under(vendor, shares);
    // Nearest past one rival alone is never further than past all: if the furthest of these
    // passes everyone, it is the answer. With an order among the weights greedy is not exact.
    if limits.order.is_empty() && limits.are_met(contest.shares) {
        let need = contest.tie + HAIR;
        let mut furthest = contest.shares.to_vec();
        for lead in leads.iter().filter(|lead| dot(lead, contest.shares) < need) {
            let shares = greedy(contest.shares, lead, limits, need)?;
            if movement(contest.shares, &shares) >= movement(contest.shares, &furthest) {
                furthest = shares;
            }
        }
        if is_good(&furthest) {
            return Some(furthest);
        }
    }
    // The solver is feasible to about 1e-9 only: ask for a little more until evaluation agrees.
    [HAIR, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6]
        .into_iter()
        .filter_map(|hair| solve(contest, &leads, limits, contest.tie + hair))
        .find(|shares| is_good(shares))
}

/// Moves weight from where the lead is smallest to where it is largest until it reaches `need`.
fn greedy(shares: &[f64], lead: &[f64], limits: &Limits, need: f64) -> Option<Vec<f64>> {
    let order = falling(lead);
    let mut shares = shares.to_vec();
    let mut lack = need - dot(&shares, lead);
    let (mut taker, mut giver) = (0, order.len().checked_sub(1)?);
    while lack > 0.0 {
        if taker >= giver {
            return None;
        }
        let (to, from) = (order[taker], order[giver]);
        let room = (limits.upper[to] - shares[to]).max(0.0);
        let stock = (shares[from] - limits.lower[from]).max(0.0);
        let gain = lead[to] - lead[from];
        if gain <= 0.0 {
            return None;
        }
        let closing = lack / gain;
        let moved = room.min(stock).min(closing);
        shares[to] += moved;
        shares[from] -= moved;
        if moved == closing {
            break;
        }
        lack -= gain * moved;
        if room <= stock {
            taker += 1;
        }
        if stock <= room {
            giver -= 1;
        }
    }
    Some(shares)
}

/// min Σp over w' = w + p − m with p, m ≥ 0, Σp = Σm, the limits, and every lead at least `need`.
fn solve(
    contest: &Contest<'_>,
    leads: &[Vec<f64>],
    limits: &Limits,
    need: f64,
) -> Option<Vec<f64>> {
    let shares = contest.shares;
    let n = shares.len();
    let both = |plus: &[f64]| -> Vec<f64> {
        plus.iter().copied().chain(plus.iter().map(|x| -x)).collect()
    };
    let mut at_least: Vec<HalfSpace> = leads
        .iter()
        .map(|lead| HalfSpace { coefficients: both(lead), bound: need - dot(lead, shares) })
        .collect();
    for &(heavier, lighter) in &limits.order {
        let mut row = vec![0.0; n];
        row[heavier] += 1.0;
        row[lighter] -= 1.0;
        at_least
            .push(HalfSpace { coefficients: both(&row), bound: shares[lighter] - shares[heavier] });
    }
    for j in 0..n {
        let mut row = vec![0.0; n];
        row[j] = 1.0;
        if shares[j] < limits.lower[j] {
            at_least
                .push(HalfSpace { coefficients: both(&row), bound: limits.lower[j] - shares[j] });
        }
        if shares[j] > limits.upper[j] {
            row[j] = -1.0;
            at_least
                .push(HalfSpace { coefficients: both(&row), bound: shares[j] - limits.upper[j] });
        }
    }
    let rise = (0..n).map(|j| (limits.upper[j] - shares[j]).max(0.0));
    let fall = (0..n).map(|j| (shares[j] - limits.lower[j]).max(0.0));
    let program = LinearProgram {
        objective: (0..2 * n).map(|idx| if idx < n { 1.0 } else { 0.0 }).collect(),
        lower: vec![0.0; 2 * n],
        upper: rise.chain(fall).collect(),
        at_least,
        equal: vec![HalfSpace { coefficients: both(&vec![1.0; n]), bound: 0.0 }],
    };
    let point = minimise(&program).ok()?;
    let moved: Vec<f64> = (0..n).map(|j| shares[j] + point[j] - point[n + j]).collect();
    distribution(&moved)
}
