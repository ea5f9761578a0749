//! How vendors of equal merit stand to each other once `tie-break` has spoken.
//! Read off the figures that a run kept; `build` counts by it, and statements name what settles it.

use crate::decide::evaluation::Evaluation;
use crate::decide::selection::places;
use crate::model::datum::Datum;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;

/// The vendors of the field that share the rank of one, itself among them, in declared order, each
/// with its places on the `tie-break` criteria: more is better, the same is level.
pub fn level(evaluation: &Evaluation, vendor: VendorId) -> Vec<(VendorId, Vec<usize>)> {
    let Some(rank) = evaluation.rank(vendor) else { return Vec::new() };
    let ranks = evaluation.ranks.iter().enumerate();
    let rows: Vec<usize> = ranks.filter(|(_, own)| **own == rank).map(|(row, _)| row).collect();
    let places = places(&rows, &evaluation.breakers);
    rows.into_iter().map(|row| evaluation.field[row]).zip(places).collect()
}

/// Whether `tie-break` puts the first of two vendors of the field ahead wherever they are level.
pub fn puts_ahead(evaluation: &Evaluation, first: VendorId, second: VendorId) -> bool {
    let rows = [first, second].map(|vendor| evaluation.row(vendor));
    let [Some(first), Some(second)] = rows else { return false };
    let places = places(&[first, second], &evaluation.breakers);
    places[0] > places[1]
}

/// What puts one of two vendors of equal merit ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct Breaker {
    /// Who is ahead.
    pub ahead: VendorId,
    /// Who is behind.
    pub behind: VendorId,
    /// The first `tie-break` criterion on which they differ.
    pub criterion: CriterionId,
    /// What each of them has there, the one ahead first.
    pub by: By,
}

/// What two vendors have on a criterion that breaks a tie.
#[derive(Debug, Clone, PartialEq)]
pub enum By {
    /// Ratings; `None` where nobody knows one.
    Ratings([Option<Datum>; 2]),
    /// Priorities, where vendors are compared in pairs.
    Priorities([f64; 2]),
}

/// How `tie-break` sets apart two vendors of the field; `None` where they are not level, or stay so.
pub fn breaker(
    model: &Model,
    evaluation: &Evaluation,
    [first, second]: [VendorId; 2],
) -> Option<Breaker> {
    if evaluation.rank(first)? != evaluation.rank(second)? {
        return None;
    }
    let pair = [evaluation.row(first)?, evaluation.row(second)?];
    let places = places(&pair, &evaluation.breakers);
    let (own, other) = (&places[0], &places[1]);
    let at = own.iter().zip(other).position(|(own, other)| own != other)?;
    let (ahead, behind) = if own[at] > other[at] { (first, second) } else { (second, first) };
    let criterion = *model.tie_break.get(at)?;
    let pair = [ahead, behind];
    let by = if model.compared_on(criterion).is_some() {
        let figures = evaluation.breakers.get(at)?;
        let [ahead, behind] = pair.map(|id| evaluation.row(id).map(|row| figures[row]));
        By::Priorities([ahead?, behind?])
    } else {
        By::Ratings(pair.map(|id| evaluation.cells[id.index()][criterion.index()].quantity.point()))
    };
    Some(Breaker { ahead, behind, criterion, by })
}
