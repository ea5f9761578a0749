//! A vendor's row: rank, score, verdict and why, gates, and what it brings on every leaf.
//! One of a ranking; `ranking` orders them.

use crate::decide::decision::{Place, Verdict};
use crate::report::view::barrier::{BarrierView, barriers};
use crate::report::view::contribution::{ContributionView, contribution};
use crate::report::view::details::own;
use crate::report::view::named::Named;
use crate::report::view::scene::Scene;
use crate::report::view::split::{Split, numbers};

/// A vendor's row.
#[derive(Debug, Clone, PartialEq)]
pub struct VendorView {
    /// The table key.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Rank in the field.
    pub rank: Option<usize>,
    /// Where a rejected one would stand.
    pub would_rank: Option<usize>,
    /// Its score; for a rejected one, what it would be.
    pub score: Option<f64>,
    /// In the reading.
    pub verdict: Verdict,
    /// Whether some completion gives another verdict.
    pub conditional: bool,
    /// Whether it is tied across the edge.
    pub tied: bool,
    /// Why, in a line.
    pub reason: String,
    /// Gates and required assumptions.
    pub barriers: Vec<BarrierView>,
    /// One for each leaf, in declared order.
    pub contributions: Vec<ContributionView>,
    /// One for each part of the split.
    pub parts: Vec<Option<f64>>,
    /// The method's own figures for it.
    pub details: Vec<(&'static str, f64)>,
}

/// The row of a vendor at its place; `reason` says why it stands there.
pub fn vendor(scene: &Scene<'_>, place: &Place, split: &Split, reason: String) -> VendorView {
    let (model, decision) = (scene.model(), scene.reasons.decision);
    let evaluation = &decision.reading;
    let Named { id, label } = Named::vendor(model, place.vendor);
    let put_back = place.put_back.as_ref();
    let leaves = model.criterion_ids().filter(|id| model.criterion(*id).leaf().is_some());
    VendorView {
        id,
        label,
        rank: place.rank,
        would_rank: put_back.map(|back| back.rank),
        score: evaluation.score(place.vendor).or(put_back.and_then(|back| back.score)),
        verdict: place.verdict,
        conditional: place.conditional,
        tied: place.tied,
        reason,
        barriers: barriers(model, evaluation, place.vendor),
        contributions: leaves.map(|leaf| contribution(model, decision, place, leaf)).collect(),
        parts: numbers(model, decision, split, place),
        details: own(decision, place.vendor),
    }
}
