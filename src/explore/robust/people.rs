//! Where stakeholders part ways: what each alone would choose, and which criterion divides them.
//! Read off their own rankings of today's field.

use crate::answer::contest::dot;
use crate::decide::evaluation::Evaluation;
use crate::method::id::MethodId;
use crate::model::id::{CriterionId, StakeholderId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::basis::Basis;

/// What one stakeholder alone would choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Voter {
    /// Who.
    pub stakeholder: StakeholderId,
    /// How much they count; all add up to 1.
    pub amount: f64,
    /// Whom they would choose, best first; `None` where the method has no answer for them.
    pub chosen: Option<Vec<VendorId>>,
    /// Who would be tied across the edge.
    pub tied: Vec<VendorId>,
    /// Whether that is today's choice.
    pub agrees: bool,
}

/// The stakeholders, and what divides them.
#[derive(Debug, Clone, PartialEq)]
pub struct Voters {
    /// In declared order.
    pub voters: Vec<Voter>,
    /// What divides those who agree from those who do not; `None` where nobody disagrees.
    pub divide: Option<Divide>,
}

/// The criterion over which two choices part.
#[derive(Debug, Clone, PartialEq)]
pub struct Divide {
    /// The leaf.
    pub criterion: CriterionId,
    /// Today's choice, the last of it.
    pub vendor: VendorId,
    /// Whom the one furthest from it would rather have.
    pub rival: VendorId,
    /// The stakeholder who leans most to today's choice on that leaf, and the one who leans least.
    pub between: [StakeholderId; 2],
    /// How far their weighted differences of value on it lie apart.
    pub apart: f64,
    /// Whether that is in units of the score: each ranks by a sum over the criteria.
    pub is_score: bool,
}

/// What each would choose; `None` where there are no stakeholders.
///
/// For two vendors and stakeholder p the part of leaf j in the lead is w_pj (u_aj − u_bj); the leaf
/// on which these lie furthest apart among the stakeholders is what divides them. Where scores are no
/// sums it is by the values all the same, and said so.
pub fn voters(model: &Model, reading: &Evaluation, basis: Option<&Basis>) -> Option<Voters> {
    if reading.standpoints.is_empty() {
        return None;
    }
    let mut today = reading.chosen.clone();
    today.sort_unstable();
    let total = reading.standpoints.len() as f64;
    let voters: Vec<Voter> = reading
        .standpoints
        .iter()
        .enumerate()
        .map(|(idx, standpoint)| match standpoint {
            Ok(own) => {
                let mut chosen = own.chosen.clone();
                chosen.sort_unstable();
                Voter {
                    stakeholder: own.stakeholder,
                    amount: own.amount,
                    agrees: chosen == today,
                    chosen: Some(own.chosen.clone()),
                    tied: own.tied.clone(),
                }
            }
            Err(_) => Voter {
                stakeholder: StakeholderId(idx),
                amount: 1.0 / total,
                chosen: None,
                tied: Vec::new(),
                agrees: false,
            },
        })
        .collect();
    let is_score = basis.is_some_and(|basis| basis.is_value)
        || matches!(model.method.kind, MethodId::WeightedSum);
    Some(Voters { voters, divide: divide(reading, is_score) })
}

fn divide(reading: &Evaluation, is_score: bool) -> Option<Divide> {
    let values = &reading.problem.values;
    let vendor = *reading.chosen.last()?;
    let own: Vec<(StakeholderId, Vec<f64>)> = reading
        .standpoints
        .iter()
        .flatten()
        .map(|own| {
            let share = |id: &CriterionId| own.shares[id.index()].unwrap_or(0.0);
            (own.stakeholder, reading.leaves.iter().map(share).collect())
        })
        .collect();
    let row = reading.row(vendor)?;
    let differences = |rival: VendorId| -> Option<Vec<f64>> {
        let other = reading.row(rival)?;
        let column = |j: usize| values.get(row, j) - values.get(other, j);
        Some((0..reading.leaves.len()).map(column).collect())
    };
    // The rival that somebody would rather have by the widest lead.
    let mut furthest: Option<(f64, VendorId)> = None;
    for standpoint in reading.standpoints.iter().flatten() {
        for &rival in standpoint.chosen.iter().filter(|id| !reading.chosen.contains(id)) {
            let at = own.iter().find(|(id, _)| *id == standpoint.stakeholder)?;
            let lead = dot(&differences(rival)?, &at.1);
            if furthest.is_none_or(|(least, _)| lead < least) {
                furthest = Some((lead, rival));
            }
        }
    }
    let (_, rival) = furthest?;
    let differences = differences(rival)?;
    let spread = |j: usize| -> Option<Divide> {
        let part = |(_, shares): &&(StakeholderId, Vec<f64>)| shares[j] * differences[j];
        let most = own.iter().max_by(|a, b| part(a).total_cmp(&part(b)))?;
        let least = own.iter().min_by(|a, b| part(a).total_cmp(&part(b)))?;
        Some(Divide {
            criterion: reading.leaves[j],
            vendor,
            rival,
            between: [most.0, least.0],
            apart: part(&most) - part(&least),
            is_score,
        })
    };
    // The first of equals.
    (0..differences.len())
        .filter_map(spread)
        .reduce(|best, next| if next.apart > best.apart { next } else { best })
}
