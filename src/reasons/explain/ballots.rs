//! What is said of a pair where people vote: who ranks whom first, whose ballot it hangs on, and
//! under Copeland's rule whom each has a majority over.

use crate::model::id::{StakeholderId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::statement::{Says, Statement};
use crate::reasons::votes::{Side, Vote, duels, votes};

/// The statements about one pair; none where one set of weights makes the ranks.
pub fn of(reasons: &Reasons<'_>, ahead: VendorId, behind: VendorId) -> Vec<Statement> {
    let run = &reasons.decision.reading;
    let Some(votes) = votes(reasons.model, run, [ahead, behind]) else { return Vec::new() };
    let mut statements = Vec::new();
    for (side, ballots) in
        [(Side::For, &votes.before), (Side::Against, &votes.after), (Side::Level, &votes.level)]
    {
        if !ballots.is_empty() {
            let voters = ballots.iter().map(|vote: &Vote| vote.stakeholder);
            let nodes = cited(reasons, [ahead, behind], voters);
            let ballots = ballots.clone();
            let says = Says::Ballots { ahead, behind, side, ballots };
            statements.push(Statement { says, nodes });
        }
    }
    for vendor in [ahead, behind] {
        if let Some(duels) = duels(reasons.model, run, vendor) {
            let nodes = vec![Fact::Score(vendor)];
            statements.push(Statement { says: Says::Duels { vendor, duels }, nodes });
        }
    }
    if let Some(voters) = votes.pivotal {
        let everybody = run.standpoints.iter().flatten().map(|own| own.stakeholder);
        let said: Vec<StakeholderId> =
            if voters.is_empty() { everybody.collect() } else { voters.clone() };
        let nodes = cited(reasons, [ahead, behind], said.into_iter());
        statements.push(Statement { says: Says::Pivotal { ahead, behind, voters }, nodes });
    }
    statements.retain(|statement| !statement.nodes.is_empty());
    statements
}

/// The scores of both, the ballots and whose they are.
fn cited(
    reasons: &Reasons<'_>,
    pair: [VendorId; 2],
    voters: impl Iterator<Item = StakeholderId>,
) -> Vec<Fact> {
    let mut nodes = pair.map(Fact::Score).to_vec();
    for voter in voters {
        nodes.extend(pair.map(|vendor| Fact::Ballot(voter, vendor)));
        nodes.push(Fact::Given(Given::Stakeholder(voter)));
    }
    nodes.retain(|&fact| reasons.graph.contains(fact));
    nodes
}
