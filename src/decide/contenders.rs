//! Who could be chosen at all, and who is chosen in a completion: short where scores stand alone.
//! Asked by `conditions` for many completions of one frame.

use crate::decide::completion::{Completion, Departure};
use crate::decide::contest::{contest, refuse_unknown};
use crate::decide::departures::{is_sure, possible, touching};
use crate::decide::frame::Frame;
use crate::decide::put_back::{scores_alone, work};
use crate::decide::ruler;
use crate::decide::run_error::RunError;
use crate::decide::selection::{Selection, select};
use crate::decide::solution::solve;
use crate::decide::state::State;
use crate::decide::table::tabulate;
use crate::decide::tie_break::breakers_of;
use crate::method::ranks::tie_tolerance;
use crate::model::id::{CriterionId, VendorId};

/// Who is chosen in a completion, and who is tied across the edge; both in declared order but for
/// `best_first`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The chosen, best first.
    pub best_first: Vec<VendorId>,
    /// The chosen in declared order.
    pub chosen: Vec<VendorId>,
    /// Tied across the edge.
    pub tied: Vec<VendorId>,
}

/// Who could be chosen, and how to find out who is.
#[derive(Debug)]
pub struct Contenders<'f, 'm> {
    frame: &'f Frame<'m>,
    /// Vendors that could be chosen in some completion, in declared order.
    vendors: Vec<VendorId>,
    /// What is open and touches one of them: gates first, then assumptions.
    pub departures: Vec<Departure>,
    /// Whether scores stand alone, so that only contenders need be looked at.
    alone: bool,
    /// No tie tolerance of any completion is larger.
    tolerance: f64,
    /// Merits and tie-break values of the contenders for the last pattern of broken requirements.
    table: Option<Table>,
}

#[derive(Debug)]
struct Table {
    broken: Vec<bool>,
    merits: Vec<f64>,
    breakers: Vec<Vec<f64>>,
}

/// Why nobody can say who is chosen in a completion.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    /// The method refuses the field.
    Refused,
    /// Two contenders lie so close that vendors out of the contest decide whether it is a tie.
    NearTie,
}

impl From<RunError> for Obstacle {
    fn from(_: RunError) -> Self {
        Self::Refused
    }
}

impl<'f, 'm> Contenders<'f, 'm> {
    /// Everybody who may stand in some field, with everything open that touches them.
    pub fn all(frame: &'f Frame<'m>) -> Self {
        let alone = scores_alone(frame) && used(frame).iter().all(|id| is_own(frame, *id));
        let vendors = possible(frame);
        let departures = touching(frame, &vendors, &used(frame));
        Self { frame, vendors, departures, alone, tolerance: 0.0, table: None }
    }

    /// Those who could be chosen, as far as bounds on their merits tell.
    ///
    /// Invariant: let E be the merit that `choose` vendors who stand in every field never fall
    /// below, and t the largest tie tolerance of any completion. A vendor whose best merit lies
    /// below E − t ranks behind those `choose` vendors in every completion and ties with none of
    /// them, so it is never chosen nor tied across the edge, and whether it stands moves nobody
    /// above it. A departure that touches no other vendor therefore leaves the chosen set alone,
    /// unless it moves the tolerance across the distance of two contenders: that is watched for as
    /// [`Obstacle::NearTie`], and then [`Contenders::all`] is asked instead.
    pub fn likely(frame: &'f Frame<'m>) -> Result<Self, Obstacle> {
        let mut all = Self::all(frame);
        if !all.alone {
            return Ok(all);
        }
        let bounds = bounds(frame, &all.vendors)?;
        let lowest = bounds.iter().map(|bound| bound[0]).fold(f64::INFINITY, f64::min);
        let highest = bounds.iter().map(|bound| bound[1]).fold(f64::NEG_INFINITY, f64::max);
        if !lowest.is_finite() || !highest.is_finite() {
            return Ok(all);
        }
        let mut sure: Vec<f64> = all
            .vendors
            .iter()
            .zip(&bounds)
            .filter(|(vendor, _)| is_sure(frame, **vendor))
            .map(|(_, bound)| bound[0])
            .collect();
        sure.sort_by(|a, b| b.total_cmp(a));
        all.tolerance = tie_tolerance(&[lowest, highest]);
        if let Some(edge) = sure.get(frame.model.choose.saturating_sub(1)) {
            // Twice the tolerance, to stay clear of rounding in the bounds themselves.
            let reach = edge - 2.0 * all.tolerance;
            let mut bound = bounds.iter();
            all.vendors.retain(|_| bound.next().is_some_and(|bound| bound[1] >= reach));
            all.departures = touching(frame, &all.vendors, &used(frame));
        } else {
            // Everybody is a contender, so every tolerance is the field's own.
            all.tolerance = 0.0;
        }
        Ok(all)
    }

    /// Whether scores stand alone, so that a contender who misses a gate moves nobody but those
    /// that the edge lets in.
    pub fn are_alone(&self) -> bool {
        self.alone
    }

    /// How many cells one run looks at, roughly.
    pub fn work(&self) -> usize {
        if self.alone { self.vendors.len() * 8 } else { work(self.frame, self.vendors.len()) }
    }

    /// Who is chosen in a completion.
    pub fn choice(&mut self, completion: &Completion) -> Result<Choice, Obstacle> {
        let state = self.frame.state(completion);
        let stands = |vendor: &VendorId| self.frame.stands(*vendor, &state);
        if !self.alone {
            let field: Vec<VendorId> = self.vendors.iter().copied().filter(stands).collect();
            let contest = contest(self.frame, &state, &field)?;
            return Ok(pick(&contest.selection, &field));
        }
        let standing: Vec<usize> =
            (0..self.vendors.len()).filter(|idx| stands(&self.vendors[*idx])).collect();
        let field: Vec<VendorId> = standing.iter().map(|idx| self.vendors[*idx]).collect();
        if self.table.as_ref().is_none_or(|table| table.broken != state.broken) {
            self.table = Some(table(self.frame, &self.vendors, state.clone())?);
        }
        let Some(table) = &self.table else { return Err(Obstacle::Refused) };
        let of = |column: &Vec<f64>| standing.iter().map(|idx| column[*idx]).collect::<Vec<f64>>();
        let merits = of(&table.merits);
        if has_near_tie(&merits, self.tolerance) {
            return Err(Obstacle::NearTie);
        }
        let breakers: Vec<Vec<f64>> = table.breakers.iter().map(of).collect();
        refuse_unknown(self.frame, &field)?;
        Ok(pick(&select(&merits, &breakers, self.frame.model.choose), &field))
    }
}

/// The leaves that enter scores or break ties, in declared order.
fn used(frame: &Frame<'_>) -> Vec<CriterionId> {
    let mut used = frame.leaves.clone();
    used.extend_from_slice(&frame.model.tie_break);
    used.sort_unstable();
    used.dedup();
    used
}

fn is_own(frame: &Frame<'_>, id: CriterionId) -> bool {
    frame.model.criterion(id).leaf().is_none_or(ruler::is_own)
}

fn pick(selection: &Selection, field: &[VendorId]) -> Choice {
    let best_first: Vec<VendorId> = selection.chosen.iter().map(|row| field[*row]).collect();
    let mut chosen = best_first.clone();
    chosen.sort_unstable();
    Choice { best_first, chosen, tied: selection.tied.iter().map(|row| field[*row]).collect() }
}

fn table(frame: &Frame<'_>, vendors: &[VendorId], state: State) -> Result<Table, RunError> {
    let problem = tabulate(frame, &state, vendors)?.problem;
    let merits = solve(frame, &problem, vendors)?.merits;
    let breakers = breakers_of(frame, &state, vendors, &problem)?;
    Ok(Table { broken: state.broken, merits, breakers })
}

/// The least and greatest merit of each vendor over all completions: every rating that hangs on
/// something taken at its worse and at its better value. A weighted sum never falls when a value
/// rises, so the two contain every completion.
fn bounds(frame: &Frame<'_>, vendors: &[VendorId]) -> Result<Vec<[f64; 2]>, RunError> {
    let state = frame.state(&Completion::default());
    let kept = tabulate(frame, &state, vendors)?.problem;
    let all_broken = State { broken: vec![true; frame.requirements.len()], ..state };
    let broken = tabulate(frame, &all_broken, vendors)?.problem;
    let (mut low, mut high) = (kept.clone(), kept);
    for column in 0..broken.criteria() {
        for (row, &other) in broken.values.column(column).iter().enumerate() {
            let own = low.values.get(row, column);
            low.values.set(row, column, own.min(other));
            high.values.set(row, column, own.max(other));
        }
    }
    let lows = solve(frame, &low, vendors)?.merits;
    let highs = solve(frame, &high, vendors)?.merits;
    Ok(lows.into_iter().zip(highs).map(|(low, high)| [low, high]).collect())
}

/// Whether two merits lie further apart than the tolerance among these alone and within the largest
/// that vendors out of the contest could make it.
fn has_near_tie(merits: &[f64], largest: f64) -> bool {
    let tolerance = tie_tolerance(merits);
    if largest <= tolerance {
        return false;
    }
    let mut sorted = merits.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut above = 0;
    sorted.iter().any(|low| {
        while above < sorted.len() && sorted[above] - low <= tolerance {
            above += 1;
        }
        sorted.get(above).is_some_and(|high| high - low <= largest)
    })
}
