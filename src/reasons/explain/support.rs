//! Whom an explanation rests on: origins, echoes, contradictions, judgement.
//! Said last; nothing here is folded into a number.

use std::collections::BTreeSet;

use crate::model::id::EvidenceId;
use crate::reasons::Reasons;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::origin::Origins;
use crate::reasons::statement::{Says, Statement};

/// What is said about the origins of the facts it rests on.
pub fn support(reasons: &Reasons<'_>, origins: &Origins, rests: &BTreeSet<Fact>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let evidence = |id: EvidenceId| Fact::Given(Given::Evidence(id));
    if let Some(source) = origins.single() {
        let claims: Vec<EvidenceId> = origins.claims.iter().map(|claim| claim.claim).collect();
        let mut nodes = vec![Fact::Given(Given::Source(source))];
        nodes.extend(claims.iter().map(|&id| evidence(id)));
        statements.push(Statement { says: Says::SingleOrigin { source, claims }, nodes });
    } else {
        for claim in &origins.claims {
            if let [origin] = claim.origins.as_slice() {
                let nodes = vec![evidence(claim.claim), Fact::Given(Given::Source(*origin))];
                let says =
                    Says::Echoed { claim: claim.claim, origin: *origin, outlets: claim.outlets };
                statements.push(Statement { says, nodes });
            }
        }
    }
    for &(first, second) in &origins.contradictions {
        let nodes = vec![evidence(first), evidence(second)];
        statements.push(Statement { says: Says::Contradicted { first, second }, nodes });
    }
    if !origins.judged.is_empty() {
        let judged = origins.judged.clone();
        let nodes: Vec<Fact> = judged
            .iter()
            .map(|&(vendor, criterion)| Fact::Given(Given::Rating(vendor, criterion)))
            .filter(|fact| rests.contains(fact) && reasons.graph.contains(*fact))
            .collect();
        let of = origins.ratings.len();
        statements.push(Statement { says: Says::Judgement { judged, of }, nodes });
    }
    statements
}
