//! How far a claim is to be believed: independent origins for and against it, each counted once.
//! Posterior odds = π/(1 − π) · Π q/(1 − q) over origins for · Π (1 − q)/q over origins against.

use crate::explore::evidence::age::days_between;
use crate::model::evidence::Standing;
use crate::model::id::{EvidenceId, SourceId};
use crate::model::scenario::Model;

/// What there is for and against one claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Belief {
    /// The claim.
    pub claim: EvidenceId,
    /// The probability that it is true, in (0, 1); the prior where nobody stands behind it.
    pub posterior: f64,
    /// Origins behind it, in declared order.
    pub origins: Vec<Voice>,
    /// Sources named that are no origins: they relay others.
    pub echoes: usize,
    /// Claims that cannot hold beside it and still stand, in declared order.
    pub contradicted_by: Vec<EvidenceId>,
    /// Origins behind those.
    pub against: Vec<Voice>,
}

/// One origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Voice {
    /// Who.
    pub source: SourceId,
    /// How often it is right, q in [0.5, 1).
    pub channel: f64,
    /// How much of its report still counts, in (0, 1]: 2^(−age/half-life).
    pub freshness: f64,
    /// Age of the report in days, where both dates are known.
    pub age: Option<i64>,
}

impl Voice {
    /// ln q/(1 − q), aged: what the logarithm of the odds gains.
    fn weight(self) -> f64 {
        self.freshness * (self.channel / (1.0 - self.channel)).ln()
    }
}

/// One for each claim, in declared order; a retracted one has nobody behind it.
///
/// An origin that stands behind several contradicting claims speaks against but once. Ageing pulls
/// a report towards saying nothing, never past it.
pub fn beliefs(model: &Model) -> Vec<Belief> {
    (0..model.evidence.len()).map(EvidenceId).map(|claim| belief(model, claim)).collect()
}

fn belief(model: &Model, claim: EvidenceId) -> Belief {
    let said = model.claim(claim);
    let origins = voices(model, &[claim]);
    let contradicted_by: Vec<EvidenceId> = (0..model.evidence.len())
        .map(EvidenceId)
        .filter(|other| {
            let names = |one: EvidenceId, other: EvidenceId| {
                model.claim(one).contradicts.iter().any(|id| id.value == other)
            };
            *other != claim
                && stands(model, *other)
                && (names(claim, *other) || names(*other, claim))
        })
        .collect();
    let against = voices(model, &contradicted_by);
    let prior = model.evidence_settings.prior;
    let mut odds = (prior / (1.0 - prior)).ln();
    for voice in &origins {
        odds += voice.weight();
    }
    for voice in &against {
        odds -= voice.weight();
    }
    let echoes =
        said.sources.iter().filter(|source| !model.source(source.value).relays.is_empty()).count();
    Belief { claim, posterior: logistic(odds), origins, echoes, contradicted_by, against }
}

/// Whether a claim counts: neither retracted itself nor without anybody left behind it.
fn stands(model: &Model, claim: EvidenceId) -> bool {
    model.claim(claim).standing == Standing::Stands
}

/// The origins behind some claims, each once and with its freshest report, in declared order.
fn voices(model: &Model, claims: &[EvidenceId]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for &claim in claims.iter().filter(|claim| stands(model, **claim)) {
        let (age, freshness) = freshness(model, claim);
        for &source in &model.claim(claim).origins {
            let channel = model.evidence_settings.channel(model.source(source).reliability);
            let voice = Voice { source, channel, freshness, age };
            match voices.iter_mut().find(|other| other.source == source) {
                Some(other) if other.freshness < freshness => *other = voice,
                Some(_) => {}
                None => voices.push(voice),
            }
        }
    }
    voices.sort_by_key(|voice| voice.source);
    voices
}

/// Age of a claim on the scenario's date, and how much of it still counts.
fn freshness(model: &Model, claim: EvidenceId) -> (Option<i64>, f64) {
    let dates = model.claim(claim).date.as_deref().zip(model.date.as_deref());
    let age = dates.and_then(|(said, today)| days_between(said, today));
    match (age, model.evidence_settings.half_life_days) {
        // What is dated after the scenario has not aged.
        (Some(days), Some(half_life)) if days > 0 => (age, (-(days as f64) / half_life).exp2()),
        _ => (age, 1.0),
    }
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}
