//! Where what is known comes from: origins behind claims, echoes, judgement.
//! Counted over the ratings that a verdict or the whole decision rests on.

use std::collections::BTreeSet;

use crate::model::datum::Quantity;
use crate::model::evidence::Standing;
use crate::model::id::{CriterionId, EvidenceId, SourceId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::graph::Graph;
use crate::reasons::node::Figure;

/// What some facts rest on, as far as people have to be believed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Origins {
    /// Origins behind the claims that count, in declared order.
    pub sources: Vec<SourceId>,
    /// Claims that count, in declared order.
    pub claims: Vec<ClaimOrigins>,
    /// Ratings that are known, in declared order.
    pub ratings: Vec<(VendorId, CriterionId)>,
    /// Those of them that name no evidence: judgement.
    pub judged: Vec<(VendorId, CriterionId)>,
    /// Claims that cannot both hold and both stand; at least one of each pair counts here.
    pub contradictions: Vec<(EvidenceId, EvidenceId)>,
}

/// A claim and who is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimOrigins {
    /// The claim.
    pub claim: EvidenceId,
    /// Who first reported it, in declared order.
    pub origins: Vec<SourceId>,
    /// How many sources report it.
    pub outlets: usize,
    /// Those of them that only echo others, in the order named.
    pub echoes: Vec<SourceId>,
}

impl Origins {
    /// The one origin that every claim rests on, where there are claims and they have one in
    /// common and no other.
    pub fn single(&self) -> Option<SourceId> {
        match self.sources.as_slice() {
            [only] if self.claims.iter().all(|claim| !claim.origins.is_empty()) => Some(*only),
            _ => None,
        }
    }
}

/// The origins behind these facts.
pub fn origins(model: &Model, graph: &Graph, facts: &BTreeSet<Fact>) -> Origins {
    let mut found = Origins::default();
    let mut claims: BTreeSet<EvidenceId> = BTreeSet::new();
    for &fact in facts {
        let Fact::Given(Given::Rating(vendor, criterion)) = fact else {
            continue;
        };
        let Some(Figure::Rating { quantity, .. }) = graph.node(fact).map(|node| &node.figure)
        else {
            continue;
        };
        if *quantity == Quantity::Unknown {
            continue;
        }
        found.ratings.push((vendor, criterion));
        let rating = model.vendor(vendor).rating(criterion);
        let named: Vec<EvidenceId> =
            rating.iter().flat_map(|rating| &rating.evidence).map(|named| named.value).collect();
        if named.is_empty() {
            found.judged.push((vendor, criterion));
        }
        claims.extend(named.into_iter().filter(|&id| model.counted_evidence(id)));
    }
    let mut sources = BTreeSet::new();
    for &claim in &claims {
        let behind = claim_origins(model, claim);
        sources.extend(behind.origins.iter().copied());
        found.claims.push(behind);
    }
    found.sources = sources.into_iter().collect();
    found.contradictions = contradictions(model, &claims);
    found
}

/// Who is behind one claim.
pub fn claim_origins(model: &Model, id: EvidenceId) -> ClaimOrigins {
    let claim = model.claim(id);
    let mut named: Vec<SourceId> = claim.sources.iter().map(|source| source.value).collect();
    named.sort();
    named.dedup();
    let echoes = claim
        .sources
        .iter()
        .map(|source| source.value)
        .filter(|&source| !model.source(source).relays.is_empty())
        .collect();
    ClaimOrigins { claim: id, origins: claim.origins.clone(), outlets: named.len(), echoes }
}

fn contradictions(model: &Model, claims: &BTreeSet<EvidenceId>) -> Vec<(EvidenceId, EvidenceId)> {
    let mut pairs = BTreeSet::new();
    for (idx, evidence) in model.evidence.iter().enumerate() {
        let id = EvidenceId(idx);
        for other in evidence.contradicts.iter().map(|other| other.value) {
            let counts = claims.contains(&id) || claims.contains(&other);
            let both_stand =
                [id, other].iter().all(|&claim| model.claim(claim).standing == Standing::Stands);
            if counts && both_stand && id != other {
                pairs.insert((id.min(other), id.max(other)));
            }
        }
    }
    pairs.into_iter().collect()
}
