//! Works out again what only the method as a whole can say, from the table of the field.
//! The part of `replay` for methods whose score is no sum of what each vendor has by itself.

use crate::decide::alike;
use crate::method::ranks::competition_ranks;
use crate::model::id::VendorId;
use crate::reasons::Reasons;
use crate::reasons::fact::Fact;
use crate::reasons::lead::LeadFigure;
use crate::reasons::node::{Figure, Node, Rank, Table};

/// The figure of a contribution, a score, a lead or a rank, by running the method over the table.
/// What a lead is argued with, and what `tie-break` says, are taken over as they stand.
pub fn by_method(reasons: &Reasons<'_>, node: &Node, table: &Table) -> Option<Figure> {
    let method = reasons.method.as_ref()?;
    let outcome = alike::solve(method, &table.problem).ok()?;
    let row = |vendor: VendorId| table.vendors.iter().position(|&id| id == vendor);
    match (node.fact, &node.figure) {
        (Fact::Contribution(vendor, criterion), _) => {
            let column = table.leaves.iter().position(|&id| id == criterion)?;
            Some(Figure::Number(outcome.parts.as_ref()?.cells.get(row(vendor)?, column)))
        }
        (Fact::Score(vendor), _) => Some(Figure::Number(outcome.scores.as_ref()?[row(vendor)?])),
        (Fact::Lead(ahead, behind), Figure::Lead(stored)) => {
            let (first, second) = (row(ahead)?, row(behind)?);
            let lead = alike::lead(method, &table.problem, &outcome, first, second).ok()?;
            Some(Figure::Lead(Box::new(LeadFigure {
                amount: lead.amount,
                unit: lead.unit,
                parts: table.leaves.iter().copied().zip(lead.parts).collect(),
                how: lead.how,
                ..LeadFigure::clone(stored)
            })))
        }
        (Fact::Rank(vendor), Figure::Rank(stored)) => {
            let ranks = competition_ranks(&outcome.merits);
            Some(Figure::Rank(Rank { rank: ranks[row(vendor)?], ..*stored }))
        }
        _ => None,
    }
}
