//! What the graph shows that its owner should know: one origin behind everything, claims nobody
//! cites. Warnings for `check` and the first screen; silenced by `[lints]` with a reason.

use crate::model::id::{EvidenceId, SourceId};
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::origin::{claim_origins, origins};
use crate::reasons::query::ancestors;
use crate::text::diagnostic::Diagnostic;

/// Something to warn about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Every claim that the decision rests on comes from this one origin.
    SingleOriginDecision {
        /// Which.
        source: SourceId,
        /// The claims, in declared order.
        claims: Vec<EvidenceId>,
    },
    /// A claim names several sources, and they all come down to one origin.
    SingleOriginClaim {
        /// The claim.
        claim: EvidenceId,
        /// The origin.
        source: SourceId,
        /// How many sources it names.
        outlets: usize,
    },
    /// No rating names this claim, and no claim contradicts it.
    UnusedEvidence(EvidenceId),
}

impl Finding {
    /// Stable kebab-case code, as `[lints] allow` takes it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SingleOriginDecision { .. } | Self::SingleOriginClaim { .. } => "single-origin",
            Self::UnusedEvidence(_) => "unused-evidence",
        }
    }

    /// The facts it is about.
    pub fn nodes(&self) -> Vec<Fact> {
        let evidence = |id: &EvidenceId| Fact::Given(Given::Evidence(*id));
        match self {
            Self::SingleOriginDecision { source, claims } => {
                let source = Fact::Given(Given::Source(*source));
                [source].into_iter().chain(claims.iter().map(evidence)).collect()
            }
            Self::SingleOriginClaim { claim, source, .. } => {
                vec![evidence(claim), Fact::Given(Given::Source(*source))]
            }
            Self::UnusedEvidence(claim) => vec![evidence(claim)],
        }
    }
}

/// All findings that are not silenced, by what they are about.
///
/// Where the whole decision has one origin, that is said once and not claim by claim.
pub fn findings(reasons: &Reasons<'_>) -> Vec<Finding> {
    let model = reasons.model;
    let rests = ancestors(&reasons.graph, Fact::Decision);
    let behind = origins(model, &reasons.graph, &rests);
    let mut found = Vec::new();
    // One claim says nothing that its own source does not show; two look like confirmation.
    if let (Some(source), [_, _, ..]) = (behind.single(), behind.claims.as_slice()) {
        let claims = behind.claims.iter().map(|claim| claim.claim).collect();
        found.push(Finding::SingleOriginDecision { source, claims });
    } else {
        for claim in &behind.claims {
            if let ([source], [_, ..]) = (claim.origins.as_slice(), claim.echoes.as_slice())
                && claim.outlets > 1
            {
                found.push(Finding::SingleOriginClaim {
                    claim: claim.claim,
                    source: *source,
                    outlets: claim.outlets,
                });
            }
        }
    }
    found.extend(unused(model).into_iter().map(Finding::UnusedEvidence));
    found.retain(|finding| !model.lints.iter().any(|lint| lint.code == finding.code()));
    found
}

/// A finding as a warning that points into the file.
pub fn warn(model: &Model, finding: &Finding) -> Diagnostic {
    let code = finding.code();
    match finding {
        Finding::SingleOriginDecision { source, claims } => {
            let origin = model.source(*source);
            let message = format!(
                "all {} claims that the decision rests on come from one origin, `{}`",
                claims.len(),
                origin.name
            );
            let mut warning =
                Diagnostic::warning(code, origin.span, message).labelled("the origin");
            for &claim in claims {
                for &echo in &claim_origins(model, claim).echoes {
                    let span = model.source(echo).span;
                    if warning.labels.iter().all(|label| label.span != span) {
                        warning = warning.and(span, "an echo of it");
                    }
                }
            }
            warning.help("look for a report that does not go back to it, or allow `single-origin` under [lints] with a reason")
        }
        Finding::SingleOriginClaim { claim, source, outlets } => {
            let evidence = model.claim(*claim);
            let message = format!(
                "`{}` is reported by {outlets} sources, and all of them go back to `{}`",
                evidence.name,
                model.source(*source).name
            );
            Diagnostic::warning(code, evidence.span, message)
                .and(model.source(*source).span, "the only origin")
        }
        Finding::UnusedEvidence(claim) => {
            let evidence = model.claim(*claim);
            let message = format!("no rating names the claim `{}`", evidence.name);
            let help = "name it in a rating's `evidence`, or take it out";
            Diagnostic::warning(code, evidence.span, message).help(help)
        }
    }
}

fn unused(model: &Model) -> Vec<EvidenceId> {
    let mut is_used = vec![false; model.evidence.len()];
    for rating in model.vendors.iter().flat_map(|vendor| vendor.ratings.iter().flatten()) {
        for named in &rating.evidence {
            is_used[named.value.index()] = true;
        }
    }
    for claim in &model.evidence {
        for other in &claim.contradicts {
            is_used[other.value.index()] = true;
        }
    }
    for (idx, claim) in model.evidence.iter().enumerate() {
        // A claim written down to contradict another is of use by that alone.
        is_used[idx] |= !claim.contradicts.is_empty();
    }
    (0..is_used.len()).filter(|&idx| !is_used[idx]).map(EvidenceId).collect()
}
