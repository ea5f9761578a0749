//! What a vote of stakeholders says of a pair of vendors: who ranks whom first, who has the
//! majority, and whose ballot the order hangs on. Read off the ballots that a run keeps.

use crate::decide::evaluation::Evaluation;
use crate::decide::standpoint::Standpoint;
use crate::decide::vote::combine;
use crate::method::ranks::tie_tolerance;
use crate::model::id::{StakeholderId, VendorId};
use crate::model::people::Combine;
use crate::model::scenario::Model;

/// One ballot on a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vote {
    /// Whose.
    pub stakeholder: StakeholderId,
    /// How much it counts; all of them add up to 1.
    pub amount: f64,
    /// Where it ranks the first and the second.
    pub ranks: [usize; 2],
    /// What it adds to the score of each, where scores add up over ballots.
    pub credits: Option<[f64; 2]>,
}

/// Whom a ballot speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first.
    For,
    /// The second.
    Against,
    /// Neither.
    Level,
}

/// A vote on a pair of the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Votes {
    /// Ballots that rank the first before the second, in declared order.
    pub before: Vec<Vote>,
    /// Ballots that rank the second before the first.
    pub after: Vec<Vote>,
    /// Ballots that rank both the same.
    pub level: Vec<Vote>,
    /// Those without whose ballot the first would not be ahead; `None` where it is not ahead now.
    pub pivotal: Option<Vec<StakeholderId>>,
}

/// Whom a vendor has a majority over, and who has one over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duels {
    /// Those it has a majority over, in declared order.
    pub won: Vec<VendorId>,
    /// Those that have a majority over it.
    pub lost: Vec<VendorId>,
}

/// The vote on a pair; `None` where nobody votes or either stands outside the field.
pub fn votes(model: &Model, run: &Evaluation, [first, second]: [VendorId; 2]) -> Option<Votes> {
    let way = way(model)?;
    let rows = [run.row(first)?, run.row(second)?];
    let ballots: Vec<&Standpoint> = run.standpoints.iter().flatten().collect();
    let mut votes =
        Votes { before: Vec::new(), after: Vec::new(), level: Vec::new(), pivotal: None };
    for own in &ballots {
        let ranks = rows.map(|row| own.ranks[row]);
        let credits = (way == Combine::Borda)
            .then(|| rows.map(|row| own.amount * borda_points(&own.ranks, row)));
        let vote = Vote { stakeholder: own.stakeholder, amount: own.amount, ranks, credits };
        match ranks[0].cmp(&ranks[1]) {
            std::cmp::Ordering::Less => votes.before.push(vote),
            std::cmp::Ordering::Greater => votes.after.push(vote),
            std::cmp::Ordering::Equal => votes.level.push(vote),
        }
    }
    if is_ahead(way, &ballots, rows) {
        let without = |left_out: &&&Standpoint| {
            let rest: Vec<&Standpoint> = ballots
                .iter()
                .copied()
                .filter(|own| own.stakeholder != left_out.stakeholder)
                .collect();
            !is_ahead(way, &rest, rows)
        };
        votes.pivotal = Some(ballots.iter().filter(without).map(|own| own.stakeholder).collect());
    }
    Some(votes)
}

/// The duels of a vendor of the field, where people vote by majorities won and lost.
pub fn duels(model: &Model, run: &Evaluation, vendor: VendorId) -> Option<Duels> {
    way(model).filter(|way| *way == Combine::Copeland)?;
    let own = run.row(vendor)?;
    let balance = |other: usize| -> f64 {
        let ballots = run.standpoints.iter().flatten();
        let sides = ballots.map(|ballot| match ballot.ranks[own].cmp(&ballot.ranks[other]) {
            std::cmp::Ordering::Less => ballot.amount,
            std::cmp::Ordering::Greater => -ballot.amount,
            std::cmp::Ordering::Equal => 0.0,
        });
        sides.sum()
    };
    // Amounts add up to 1: what differs by less is rounding.
    const TOLERANCE: f64 = 1e-9;
    let mut duels = Duels { won: Vec::new(), lost: Vec::new() };
    for (row, &other) in run.field.iter().enumerate().filter(|(row, _)| *row != own) {
        let balance = balance(row);
        if balance > TOLERANCE {
            duels.won.push(other);
        } else if balance < -TOLERANCE {
            duels.lost.push(other);
        }
    }
    Some(duels)
}

/// Borda's points of a row on one ballot: one for each ranked below, a half for each level with it.
pub fn borda_points(ranks: &[usize], row: usize) -> f64 {
    let below = ranks.iter().filter(|rank| **rank > ranks[row]).count();
    let level = ranks.iter().filter(|rank| **rank == ranks[row]).count() - 1;
    below as f64 + level as f64 / 2.0
}

fn way(model: &Model) -> Option<Combine> {
    model.people.as_ref().map(|people| people.combine.value).filter(|way| way.is_vote())
}

/// Whether these ballots together put the first row ahead of the second; none put nobody ahead.
fn is_ahead(way: Combine, ballots: &[&Standpoint], [first, second]: [usize; 2]) -> bool {
    combine(way, ballots).is_ok_and(|outcome| {
        let tie = tie_tolerance(&outcome.merits);
        outcome.merits[first] - outcome.merits[second] > tie
    })
}

#[cfg(test)]
mod tests {
    use super::borda_points;

    #[test]
    fn points_count_those_below_and_half_of_those_level() {
        let ranks = [1, 2, 2, 4];
        let points: Vec<f64> = (0..4).map(|row| borda_points(&ranks, row)).collect();
        assert_eq!(points, [3.0, 1.5, 1.5, 0.0]);
    }
}
