//! What each stakeholder alone would choose: the field ranked by their own weights.
//! Ballots where people vote on ranks; kept in `Evaluation` in any case, for whoever asks who agrees.

use crate::decide::frame::Frame;
use crate::decide::run_error::RunError;
use crate::decide::selection::select;
use crate::decide::solution::solve;
use crate::decide::table::weigh;
use crate::method::outcome::Outcome;
use crate::method::problem::Problem;
use crate::model::id::{StakeholderId, VendorId};

/// One stakeholder's own ranking of a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Standpoint {
    /// Who.
    pub stakeholder: StakeholderId,
    /// How much they count; the shares of all add up to 1.
    pub amount: f64,
    /// Share of the whole of each criterion and group; `None` takes no part for them.
    pub shares: Vec<Option<f64>>,
    /// What the method answers with these shares, one merit for each vendor of the field.
    pub outcome: Outcome,
    /// Competition rank of each vendor of the field, before tie-break.
    pub ranks: Vec<usize>,
    /// Whom they alone would choose, best first.
    pub chosen: Vec<VendorId>,
    /// Who would be tied across the edge, in declared order.
    pub tied: Vec<VendorId>,
}

/// Everybody's ranking of a field, in declared order; none where there are no stakeholders.
///
/// Each is an error of its own where the method has no value with those weights.
///
/// `each` holds everybody's shares, `breakers` the values of the tie-break criteria, which are common.
pub fn all(
    frame: &Frame<'_>,
    field: &[VendorId],
    problem: &Problem,
    each: &[Vec<Option<f64>>],
    breakers: &[Vec<f64>],
) -> Vec<Result<Standpoint, RunError>> {
    let amounts = frame.opinions.amounts();
    let each = each.iter().zip(amounts).enumerate();
    each.map(|(idx, (shares, amount))| {
        let stakeholder = StakeholderId(idx);
        let mut problem = problem.clone();
        weigh(&mut problem.axes, &frame.leaves, shares);
        let outcome = solve(frame, &problem, field)
            .map_err(|error| RunError::Stakeholder { stakeholder, error: Box::new(error) })?;
        let selection = select(&outcome.merits, breakers, frame.model.choose);
        let vendors = |rows: &[usize]| rows.iter().map(|row| field[*row]).collect();
        Ok(Standpoint {
            stakeholder,
            amount,
            shares: shares.clone(),
            chosen: vendors(&selection.chosen),
            tied: vendors(&selection.tied),
            ranks: selection.ranks,
            outcome,
        })
    })
    .collect()
}
