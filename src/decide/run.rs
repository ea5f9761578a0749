//! The two doors of this module: one run of a model, and the decision over all of them.
//! Called by everything above; what they return is all that is ever looked at.

use crate::decide::cell::{Cause, Cell};
use crate::decide::completion::Completion;
use crate::decide::conditions::conditions;
use crate::decide::contest::{Contest, contest};
use crate::decide::decision::{Decision, Judgements, Place, Status, Verdict};
use crate::decide::edits::Edits;
use crate::decide::evaluation::Evaluation;
use crate::decide::field_notices::field_notices;
use crate::decide::frame::Frame;
use crate::decide::put_back::put_back;
use crate::decide::results::results;
use crate::decide::ruler;
use crate::decide::run_error::RunError;
use crate::decide::standpoint::{self, Standpoint};
use crate::decide::state::State;
use crate::decide::table::enters_by_value;
use crate::method::ranks::tie_tolerance;
use crate::model::datum::Quantity;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;

/// One run of a model in one completion, every intermediate kept.
///
/// # Errors
/// If shares cannot be divided, a group's gate is circular, a rating in the field is unknown where
/// that is refused, or the method cannot be applied to the field.
pub fn evaluate(model: &Model, completion: &Completion) -> Result<Evaluation, RunError> {
    let frame = Frame::new(model, Edits::none(model))?;
    evaluate_frame(&frame, completion)
}

/// The decision of a model: verdicts in the reading, and what would change them.
///
/// # Errors
/// As [`evaluate`] for the reading. A departure that cannot be run is noticed in the reading.
pub fn decide(model: &Model) -> Result<Decision, RunError> {
    let frame = Frame::new(model, Edits::none(model))?;
    let mut reading = evaluate_frame(&frame, &Completion::default())?;
    let found = conditions(&frame, &reading);
    reading.notices.extend(found.notices);
    let (put_back, cut) = put_back(&frame, &reading)?;
    reading.notices.extend(cut);
    let mut is_chosen = vec![false; model.vendors.len()];
    for vendor in &reading.chosen {
        is_chosen[vendor.index()] = true;
    }
    let mut places: Vec<Place> = put_back
        .into_iter()
        .enumerate()
        .map(|(idx, put_back)| {
            let vendor = VendorId(idx);
            Place {
                vendor,
                verdict: verdict(&frame, &reading, &is_chosen, vendor),
                conditional: found.conditional[idx],
                tied: reading.tied.binary_search(&vendor).is_ok(),
                rank: reading.rank(vendor),
                put_back,
            }
        })
        .collect();
    sort(&mut places, &reading);
    let margin = margin(&reading);
    Ok(Decision {
        status: status(&reading, !found.conditions.is_empty()),
        places,
        margin,
        close: margin.is_some_and(|margin| margin < model.close_call - reading.tolerance),
        conditions: found.conditions,
        search: found.search,
        judgements: judgements(&frame, &reading),
        reading,
    })
}

/// One run of a frame.
pub fn evaluate_frame(frame: &Frame<'_>, completion: &Completion) -> Result<Evaluation, RunError> {
    let state = frame.state(completion);
    let field = frame.field(&state);
    let mut contest = contest(frame, &state, &field)?;
    let notices = field_notices(frame, &field, &contest);
    let cells = cells(frame, &state, &field, &contest);
    let gates = frame.model.vendor_ids().map(|vendor| results(frame, vendor, &state)).collect();
    let standpoints = standpoints(frame, &field, &mut contest);
    let vendors = |rows: &[usize]| rows.iter().map(|row| field[*row]).collect();
    Ok(Evaluation {
        completion: completion.clone(),
        shares: contest.shared.shares,
        derived: contest.shared.derived,
        standpoints,
        leaves: frame.leaves.clone(),
        cells,
        gates,
        chosen: vendors(&contest.selection.chosen),
        tied: vendors(&contest.selection.tied),
        tolerance: tie_tolerance(&contest.outcome.merits),
        ranks: contest.selection.ranks,
        order: contest.selection.order,
        breakers: contest.breakers,
        problem: contest.problem,
        outcome: contest.outcome,
        notices,
        field,
    })
}

/// What each stakeholder alone would choose: from the vote, or worked out beside the mean of weights.
fn standpoints(
    frame: &Frame<'_>,
    field: &[VendorId],
    contest: &mut Contest,
) -> Vec<Result<Standpoint, RunError>> {
    if contest.shared.each.is_empty() || !contest.standpoints.is_empty() {
        return std::mem::take(&mut contest.standpoints).into_iter().map(Ok).collect();
    }
    standpoint::all(frame, field, &contest.problem, &contest.shared.each, &contest.breakers)
}

fn cells(
    frame: &Frame<'_>,
    state: &State,
    field: &[VendorId],
    contest: &Contest,
) -> Vec<Vec<Cell>> {
    let columns: Vec<Option<usize>> =
        frame.model.criterion_ids().map(|id| frame.leaves.binary_search(&id).ok()).collect();
    let mut rows = field.iter().enumerate().peekable();
    let mut cells = Vec::with_capacity(frame.model.vendors.len());
    for vendor in frame.model.vendor_ids() {
        let row = rows.next_if(|(_, id)| **id == vendor).map(|(row, _)| row);
        let cell = |(idx, column): (usize, &Option<usize>)| {
            let (quantity, cause) = counted(frame, vendor, CriterionId(idx), state);
            let (number, value) = match (column, row) {
                (None, _) => (None, None),
                (Some(column), Some(row)) => (
                    Some(contest.problem.ratings.get(row, *column)),
                    Some(contest.problem.values.get(row, *column)),
                ),
                (Some(column), None) => outside(frame, contest, *column, quantity),
            };
            Cell { quantity: quantity.clone(), cause, number, value }
        };
        cells.push(columns.iter().enumerate().map(cell).collect());
    }
    cells
}

/// What counts of a rating in a completion, and why.
fn counted<'f>(
    frame: &'f Frame<'_>,
    vendor: VendorId,
    criterion: CriterionId,
    state: &State,
) -> (&'f Quantity, Cause) {
    let held = frame.held(vendor, criterion);
    let Some((pending, otherwise)) = held.switch else { return (held.quantity, held.cause) };
    if !pending.iter().any(|id| state.failing[id.index()]) {
        return (held.quantity, held.cause);
    }
    let required = frame.model.vendor(vendor).rating(criterion).map(|rating| &rating.requires);
    let failed = required.into_iter().flatten().find(|id| state.failing[id.value.index()]);
    (otherwise, failed.map_or(held.cause, |id| Cause::Otherwise(id.value)))
}

/// Number and value of a vendor outside the field: the value only where it does not need the field.
fn outside(
    frame: &Frame<'_>,
    contest: &Contest,
    column: usize,
    quantity: &Quantity,
) -> (Option<f64>, Option<f64>) {
    let leaf = frame.leaves.get(column).and_then(|id| frame.model.criterion(*id).leaf());
    let (Some(leaf), Some(ruler)) = (leaf, contest.rulers.get(column)) else { return (None, None) };
    let number = ruler::number(leaf, quantity).unwrap_or(ruler.fill);
    let value = ruler::own(leaf).map(|ruler| ruler::value(leaf, ruler, number));
    (if enters_by_value(frame.model, leaf) { value } else { Some(number) }, value)
}

fn verdict(
    frame: &Frame<'_>,
    reading: &Evaluation,
    is_chosen: &[bool],
    vendor: VendorId,
) -> Verdict {
    if frame.edits.excluded[vendor.index()] {
        Verdict::Excluded
    } else if reading.row(vendor).is_none() {
        Verdict::Rejected
    } else if is_chosen[vendor.index()] {
        Verdict::Chosen
    } else {
        Verdict::Eligible
    }
}

/// Best first: the field in its order, rejected by where they would stand, excluded last.
fn sort(places: &mut [Place], reading: &Evaluation) {
    let mut standing = vec![usize::MAX; places.len()];
    for (at, row) in reading.order.iter().enumerate() {
        if let Some(vendor) = reading.field.get(*row) {
            standing[vendor.index()] = at;
        }
    }
    places.sort_by_key(|place| {
        let class = match place.verdict {
            Verdict::Chosen => 0,
            Verdict::Eligible => 1,
            Verdict::Rejected => 2,
            Verdict::Excluded => 3,
        };
        let would = place.put_back.as_ref().map_or(usize::MAX, |put_back| put_back.rank);
        (class, standing[place.vendor.index()], would, place.vendor)
    });
}

fn status(reading: &Evaluation, is_conditional: bool) -> Status {
    if reading.field.is_empty() {
        Status::Nobody
    } else if !reading.tied.is_empty() {
        Status::Tied
    } else if is_conditional {
        Status::Conditional
    } else {
        Status::Decided
    }
}

/// How far the last chosen lies ahead of the best of the field that is not chosen.
fn margin(reading: &Evaluation) -> Option<f64> {
    reading.outcome.scores.as_ref()?;
    // The chosen are the first of the order.
    let last = reading.order.get(reading.chosen.len().checked_sub(1)?)?;
    let next = reading.order.get(reading.chosen.len())?;
    Some(reading.outcome.merits[*last] - reading.outcome.merits[*next])
}

/// Ratings that count as known for vendors not excluded, and how many of them name no evidence.
fn judgements(frame: &Frame<'_>, reading: &Evaluation) -> Judgements {
    let mut count = Judgements { of: 0, without_evidence: 0 };
    for (vendor, cells) in frame.model.vendors.iter().zip(&reading.cells) {
        if vendor.excluded.is_some() {
            continue;
        }
        for (rating, cell) in vendor.ratings.iter().zip(cells) {
            if let (Some(rating), false) = (rating, cell.is_filled()) {
                count.of += 1;
                count.without_evidence += usize::from(rating.evidence.is_empty());
            }
        }
    }
    count
}
