//! What it would take for a vendor to be chosen, or why nothing does; for a chosen one, the mirror.
//! Exact where `answer` is, bracketed elsewhere; everything stated has been run as it is printed.

pub mod bisect;
pub mod bundle;
pub mod certificate;
pub mod entry;
pub mod keeps;
pub mod probe;
pub mod rating;
pub mod room;
pub mod settle;
pub mod step;
pub mod weight;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::decide::decision::Verdict;
use crate::decide::evaluation::Evaluation;
use crate::decide::gate_result::Barrier;
use crate::decide::run_error::RunError;
use crate::explore::flip::bundle::start::start;
use crate::explore::flip::bundle::{Bundle, bundles, everything};
use crate::explore::flip::certificate::{Certificate, certificate};
use crate::explore::flip::entry::{Entry, Repair, entry, repairs};
use crate::explore::flip::keeps::{Keeps, keeps};
use crate::explore::flip::probe::Probe;
use crate::explore::flip::rating::nearest;
use crate::explore::flip::room::{Within, room};
use crate::explore::flip::settle::settled_otherwise;
use crate::explore::flip::step::{RatingStep, ShareStep, Step};
use crate::explore::flip::weight::{Joint, joint, singles};
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;

/// What it would take.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// Who was asked about.
    pub vendor: VendorId,
    /// Its verdict in the reading.
    pub verdict: Verdict,
    /// Whether it is tied across the edge.
    pub is_tied: bool,
    /// Ratings, each of which alone is enough.
    pub ratings: Vec<RatingStep>,
    /// The fewest and the cheapest ratings that are enough together, gates repaired.
    pub bundles: Vec<Bundle>,
    /// Whether the ratings are exact rather than bracketed.
    pub is_exact_in_ratings: bool,
    /// Shares, each of which alone is enough, the other leaves keeping their proportions.
    pub weights: Vec<ShareStep>,
    /// All shares by least movement.
    pub joint: Option<Joint>,
    /// Whether the weights are exact rather than bracketed.
    pub is_exact_in_weights: bool,
    /// Smallest sets of assumptions that, settled otherwise, make the verdict another.
    pub assumptions: Vec<Vec<Step>>,
    /// Barriers it fails, each with its smallest repair.
    pub repairs: Vec<Repair>,
    /// Barriers that nothing the vendor does gets it past.
    pub closed: Vec<Barrier>,
    /// Why no weights do, where none do.
    pub certificate: Option<Certificate>,
    /// Where it would stand with every rating at its best; for a vendor that no bundle gets chosen.
    pub ceiling: Option<Ceiling>,
    /// Of a chosen vendor: how far things may move.
    pub keeps: Option<Keeps>,
}

/// Where a vendor would stand with every rating at its best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ceiling {
    /// Its score then, where the method has one and it stands in the field.
    pub score: Option<f64>,
    /// The last of the chosen then.
    pub rival: Option<VendorId>,
    /// That one's score.
    pub rival_score: Option<f64>,
}

impl Flip {
    /// Whether it is chosen as things are.
    pub fn is_already(&self) -> bool {
        self.verdict == Verdict::Chosen
    }

    /// Whether anything that was looked at makes it chosen.
    pub fn is_possible(&self) -> bool {
        self.is_already()
            || !self.ratings.is_empty()
            || !self.bundles.is_empty()
            || !self.weights.is_empty()
            || self.joint.is_some()
            || !self.assumptions.is_empty()
    }
}

/// What it would take for a vendor to be chosen.
///
/// An excluded vendor is asked about as it stands: nothing makes it chosen but including it.
///
/// # Errors
/// As `evaluate` of the model.
pub fn flip(reasons: &Reasons<'_>, vendor: VendorId) -> Result<Flip, RunError> {
    let reading = &reasons.decision.reading;
    let probe = Probe::new(reasons.model, &reading.leaves, vendor)?;
    let place = reasons.place(vendor);
    let verdict = place.map_or(Verdict::Excluded, |place| place.verdict);
    let mut flip = Flip {
        vendor,
        verdict,
        is_tied: place.is_some_and(|place| place.tied),
        ratings: Vec::new(),
        bundles: Vec::new(),
        is_exact_in_ratings: probe.is_alone,
        weights: Vec::new(),
        joint: None,
        is_exact_in_weights: false,
        assumptions: Vec::new(),
        repairs: Vec::new(),
        closed: Vec::new(),
        certificate: None,
        ceiling: None,
        keeps: None,
    };
    match verdict {
        Verdict::Excluded => {}
        Verdict::Chosen => {
            flip.keeps = Some(keeps(&probe, reading, reasons.basis.as_ref()));
            flip.assumptions = settled_otherwise(&probe, false);
        }
        Verdict::Eligible | Verdict::Rejected => {
            let entry = entry(&probe, reading);
            let found = single_ratings(&probe, reading);
            flip.ratings = found;
            flip.bundles = bundles(&probe, &entry);
            if flip.bundles.is_empty() {
                flip.ceiling = Some(ceiling(&probe, &entry));
            }
            weigh(&mut flip, &probe, reasons, &entry);
            flip.assumptions = settled_otherwise(&probe, true);
            flip.repairs = repairs(&probe, reading);
            flip.closed = entry.closed;
        }
    }
    Ok(flip)
}

fn single_ratings(probe: &Probe<'_>, reading: &Evaluation) -> Vec<RatingStep> {
    let counts = |id: &CriterionId| {
        let has_gate = probe.model.criterion(*id).gate.is_some();
        reading.column(*id).is_some() || has_gate || probe.model.tie_break.contains(id)
    };
    let leaves: Vec<CriterionId> = probe.model.criterion_ids().filter(counts).collect();
    let found = leaves.par_iter().filter_map(|id| {
        let place = [probe.vendor.index(), id.index()];
        nearest(probe, &[], &room(probe.model, reading, place, Within::Gate))
    });
    found.collect()
}

fn weigh(flip: &mut Flip, probe: &Probe<'_>, reasons: &Reasons<'_>, entry: &Entry) {
    let reading = &reasons.decision.reading;
    let basis = reasons.basis.as_ref();
    let start = start(probe, entry).filter(|_| entry.closed.is_empty());
    flip.certificate = certificate(probe, reading, basis, start.as_ref());
    flip.is_exact_in_weights = basis.is_some();
    // A vendor outside the field gets in by weights only where a group's gate keeps it out.
    let is_kept_out =
        !entry.closed.is_empty() || !entry.ratings.is_empty() || !entry.assumptions.is_empty();
    // Who is never ahead may still be level, and a tie-break decide for it.
    let is_tried = flip.certificate.is_none() || !probe.model.tie_break.is_empty();
    if is_kept_out || !is_tried {
        return;
    }
    let (weights, is_exact) = singles(probe, reading, basis);
    if flip.certificate.is_some() && weights.is_empty() {
        return;
    }
    flip.certificate = None;
    (flip.weights, flip.is_exact_in_weights) = (weights, is_exact);
    flip.joint = joint(probe, reading, basis, &flip.weights);
}

fn ceiling(probe: &Probe<'_>, entry: &Entry) -> Ceiling {
    let nowhere = Ceiling { score: None, rival: None, rival_score: None };
    let Some(standing) = probe.standing(&everything(probe, entry)) else { return nowhere };
    let score = |vendor: VendorId| {
        let row = standing.field.iter().position(|other| *other == vendor)?;
        standing.scores.as_ref().map(|scores| scores[row])
    };
    let rival = standing.chosen.last().copied();
    Ceiling { score: score(probe.vendor), rival, rival_score: rival.and_then(score) }
}
