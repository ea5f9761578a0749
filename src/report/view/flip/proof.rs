//! Why nothing makes a vendor chosen: the proof that no weights do, and how far its ratings carry it.
//! `Certificate → certificate → CertificateView`, `Ceiling → ceiling → CeilingView`.

use crate::explore::flip::certificate::Certificate;
use crate::explore::flip::{Ceiling, Flip};
use crate::model::id::VendorId;
use crate::report::digits::percent;
use crate::report::view::scene::Scene;
use crate::report::words::list;

/// Why no weights put it first.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateView {
    /// In a sentence.
    pub sentence: String,
    /// Vendors by id with their λ, one list for each mix.
    pub mixes: Vec<Vec<(String, f64)>>,
    /// Whether each mix is one vendor that dominates.
    pub dominance: bool,
}

/// Where it would stand at its best.
#[derive(Debug, Clone, PartialEq)]
pub struct CeilingView {
    /// In a sentence.
    pub sentence: String,
    /// Its score.
    pub score: Option<f64>,
    /// The last of the chosen.
    pub rival: Option<String>,
    /// That one's score.
    pub rival_score: Option<f64>,
}

/// The proof in a sentence.
pub fn certificate(scene: &Scene<'_>, flip: &Flip, certificate: &Certificate) -> CertificateView {
    let who = scene.vendor(flip.vendor);
    let mix = |mix: &Vec<(VendorId, f64)>| {
        let parts: Vec<String> = mix
            .iter()
            .map(|(vendor, share)| format!("{} {}", percent(*share), scene.vendor(*vendor)))
            .collect();
        list(&parts)
    };
    let past = match flip.repairs.is_empty() {
        true => "",
        false => ", even once past its gates",
    };
    let sentence = if certificate.is_dominance {
        let ahead: Vec<VendorId> =
            certificate.mixes.iter().flatten().map(|(vendor, _)| *vendor).collect();
        let are = if ahead.len() == 1 { "is" } else { "are" };
        format!(
            "No weights put {who} in front{past}: {} {are} at least as good on every criterion \
             and better on one.",
            scene.vendors(&ahead)
        )
    } else if certificate.mixes.iter().all(|mix| mix.len() == 1) {
        let level: Vec<VendorId> =
            certificate.mixes.iter().flatten().map(|(vendor, _)| *vendor).collect();
        let are = if level.len() == 1 { "is" } else { "are" };
        let vendors = scene.vendors(&level);
        format!("No weights put {who} in front{past}: {vendors} {are} as good on every criterion.")
    } else {
        let mixes: Vec<String> = certificate.mixes.iter().take(3).map(mix).collect();
        format!(
            "No weights put {who} in front{past}: a mix of {} is at least as good on every \
             criterion, so one of them is always ahead or level.",
            mixes.join(", and one of ")
        )
    };
    let id = |vendor: &VendorId| scene.model().vendor(*vendor).name.clone();
    let mixes = certificate.mixes.iter();
    CertificateView {
        sentence,
        mixes: mixes
            .map(|mix| mix.iter().map(|(vendor, share)| (id(vendor), *share)).collect())
            .collect(),
        dominance: certificate.is_dominance,
    }
}

/// The most its ratings can do, in a sentence.
pub fn ceiling(scene: &Scene<'_>, vendor: VendorId, ceiling: &Ceiling) -> CeilingView {
    let who = scene.vendor(vendor);
    let leaves = &scene.reasons.decision.reading.leaves;
    let is_compared = leaves.iter().all(|leaf| scene.model().compared_on(*leaf).is_some());
    let sentence = match (ceiling.score, ceiling.rival.zip(ceiling.rival_score)) {
        _ if is_compared && !leaves.is_empty() => {
            "Vendors are compared in pairs on every criterion, so no rating counts.".to_owned()
        }
        (Some(score), Some((rival, other))) => format!(
            "With every rating at its best {who} reaches {}; {} has {}.",
            scene.score(score),
            scene.vendor(rival),
            scene.score(other)
        ),
        _ => match ceiling.rival {
            Some(rival) => {
                format!(
                    "With every rating at its best, {} is chosen all the same.",
                    scene.vendor(rival)
                )
            }
            None => format!("No rating of its own gets {who} past what bars it."),
        },
    };
    CeilingView {
        sentence,
        score: ceiling.score,
        rival: ceiling.rival.map(|rival| scene.model().vendor(rival).name.clone()),
        rival_score: ceiling.rival_score,
    }
}
