//! What rests on a claim, an assumption, a source, or any other fact.
//! What happens when it is withdrawn is a run of its own, and `explore`'s to make.

use std::collections::BTreeSet;

use crate::decide::decision::Verdict;
use crate::model::id::{CriterionId, EvidenceId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::origin::{ClaimOrigins, claim_origins};
use crate::reasons::query::{Part, descendants, part};

/// Everything that rests on a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// The fact.
    pub subject: Fact,
    /// Facts downstream, in their order.
    pub rests: Vec<Fact>,
    /// Verdicts among them, in declared order.
    pub verdicts: Vec<(VendorId, Verdict)>,
    /// Claims that no origin is left for without it.
    pub claims_lost: Vec<EvidenceId>,
    /// Ratings whose claims would all be lost: they become unknown.
    pub ratings_lost: Vec<(VendorId, CriterionId)>,
    /// Who is behind the claims concerned.
    pub origins: Vec<ClaimOrigins>,
    /// The subject with everything that rests on it.
    pub part: Part,
}

/// What rests on a fact of the graph.
pub fn impact(reasons: &Reasons<'_>, subject: Fact) -> Impact {
    let rests = descendants(&reasons.graph, subject);
    let mut all: BTreeSet<Fact> = rests.clone();
    all.insert(subject);
    let claims = all.iter().filter_map(|fact| match fact {
        Fact::Given(Given::Evidence(id)) => Some(*id),
        _ => None,
    });
    let origins: Vec<ClaimOrigins> =
        claims.map(|claim| claim_origins(reasons.model, claim)).collect();
    let claims_lost: Vec<EvidenceId> = match subject {
        Fact::Given(Given::Evidence(id)) => vec![id],
        Fact::Given(Given::Source(source)) => origins
            .iter()
            .filter(|claim| {
                reasons.model.counted_evidence(claim.claim) && claim.origins == [source]
            })
            .map(|claim| claim.claim)
            .collect(),
        _ => Vec::new(),
    };
    let verdicts = rests.iter().filter_map(|fact| match fact {
        Fact::Verdict(id) => Some((*id, reasons.place(*id)?.verdict)),
        _ => None,
    });
    Impact {
        subject,
        verdicts: verdicts.collect(),
        ratings_lost: ratings_lost(reasons, &claims_lost),
        claims_lost,
        origins,
        part: part(&reasons.graph, &all),
        rests: rests.into_iter().collect(),
    }
}

fn ratings_lost(reasons: &Reasons<'_>, claims_lost: &[EvidenceId]) -> Vec<(VendorId, CriterionId)> {
    let mut lost = Vec::new();
    for (row, vendor) in reasons.model.vendors.iter().enumerate() {
        for (column, rating) in vendor.ratings.iter().enumerate() {
            let Some(rating) = rating else {
                continue;
            };
            let mut counting = rating
                .evidence
                .iter()
                .map(|named| named.value)
                .filter(|&claim| reasons.model.counted_evidence(claim))
                .peekable();
            if counting.peek().is_some() && counting.all(|claim| claims_lost.contains(&claim)) {
                lost.push((VendorId(row), CriterionId(column)));
            }
        }
    }
    lost
}
