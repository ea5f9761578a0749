//! What it would take, in words: the easiest way first, then every way, then why there is none.
//! `Flip → view → FlipView`; formats turn it into bytes and compute nothing.

mod headline;
pub mod keep;
pub mod proof;
pub mod step;

use crate::decide::decision::Verdict;
use crate::explore::flip::Flip;
use crate::explore::flip::bundle::{Bundle, Goal};
use crate::explore::flip::entry::Repair;
use crate::explore::flip::step::Step;
use crate::model::id::VendorId;
use crate::report::view::barrier::{BarrierKind, barrier, shortfall};
use crate::report::view::flip::keep::{KeepView, keeps};
use crate::report::view::flip::proof::{CeilingView, CertificateView, ceiling, certificate};
use crate::report::view::flip::step::{StepView, step};
use crate::report::view::named::Named;
use crate::report::view::scene::Scene;
use crate::report::words::closed;

/// What it would take.
#[derive(Debug, Clone, PartialEq)]
pub struct FlipView {
    /// Who was asked about.
    pub vendor: Named,
    /// Its verdict in the reading.
    pub verdict: Verdict,
    /// Whether it is chosen as things are.
    pub already: bool,
    /// Whether anything that was looked at makes it chosen.
    pub possible: bool,
    /// The answer in sentences, the first by itself.
    pub headline: Vec<String>,
    /// Each alone is enough.
    pub ratings: Vec<StepView>,
    /// Together they are enough.
    pub bundles: Vec<BundleView>,
    /// Each alone is enough, the other leaves keeping their proportions.
    pub weights: Vec<StepView>,
    /// All shares by least movement.
    pub joint: Option<JointView>,
    /// Smallest sets of assumptions that turn the verdict.
    pub assumptions: Vec<Vec<StepView>>,
    /// Barriers that it fails.
    pub repairs: Vec<RepairView>,
    /// Why no weights do.
    pub certificate: Option<CertificateView>,
    /// Where it would stand with every rating at its best, where no bundle is enough.
    pub ceiling: Option<CeilingView>,
    /// Of a chosen vendor: how far each thing may move.
    pub keeps: Vec<KeepView>,
    /// Whether ratings are exact rather than bracketed.
    pub exact_ratings: bool,
    /// Whether weights are.
    pub exact_weights: bool,
}

/// Several changes together.
#[derive(Debug, Clone, PartialEq)]
pub struct BundleView {
    /// What it is the least of.
    pub goal: Goal,
    /// The changes.
    pub steps: Vec<StepView>,
    /// Σ effort × change of value.
    pub effort: Option<f64>,
    /// Whether nothing smaller exists.
    pub exact: bool,
}

/// All shares by least movement.
#[derive(Debug, Clone, PartialEq)]
pub struct JointView {
    /// Every leaf.
    pub steps: Vec<StepView>,
    /// The share of the whole that changes hands.
    pub moved: f64,
    /// Whether nothing smaller exists, but for rounding.
    pub exact: bool,
}

/// A barrier that is failed, and its repair.
#[derive(Debug, Clone, PartialEq)]
pub struct RepairView {
    /// Criterion, group or assumption.
    pub name: String,
    /// Whether it is an assumption.
    pub is_assumption: bool,
    /// `Scale capacity is 3, must be at least 6 (3 short)`.
    pub sentence: String,
    /// What gets it past this barrier alone; empty where nothing does.
    pub steps: Vec<StepView>,
    /// Whether that alone makes it chosen.
    pub enough: bool,
}

/// Puts a flip into words.
pub fn view(scene: &Scene<'_>, flip: &Flip) -> FlipView {
    let steps = |steps: &[Step]| steps.iter().map(|one| step(scene, one)).collect();
    let ratings: Vec<Step> = flip.ratings.iter().cloned().map(Step::Rating).collect();
    let weights: Vec<Step> = flip.weights.iter().copied().map(Step::Share).collect();
    let mut view = FlipView {
        vendor: Named::vendor(scene.model(), flip.vendor),
        verdict: flip.verdict,
        already: flip.is_already(),
        possible: flip.is_possible(),
        headline: Vec::new(),
        ratings: steps(&ratings),
        bundles: flip.bundles.iter().map(|one| bundle(scene, one)).collect(),
        weights: steps(&weights),
        joint: flip.joint.as_ref().map(|joint| {
            let all: Vec<Step> = joint.steps.iter().copied().map(Step::Share).collect();
            JointView { steps: steps(&all), moved: joint.moved, exact: joint.is_exact }
        }),
        assumptions: flip.assumptions.iter().map(|set| steps(set)).collect(),
        repairs: flip.repairs.iter().map(|one| repair(scene, flip.vendor, one)).collect(),
        certificate: flip.certificate.as_ref().map(|one| certificate(scene, flip, one)),
        ceiling: flip.ceiling.as_ref().map(|one| ceiling(scene, flip.vendor, one)),
        keeps: keeps(scene, flip),
        exact_ratings: flip.is_exact_in_ratings,
        exact_weights: match &flip.keeps {
            Some(keeps) => keeps.is_exact_in_weights,
            None => flip.is_exact_in_weights,
        },
    };
    view.headline = headline::headline(scene, flip, &view).into_iter().map(closed).collect();
    view
}

fn bundle(scene: &Scene<'_>, bundle: &Bundle) -> BundleView {
    BundleView {
        goal: bundle.goal,
        steps: bundle.steps.iter().map(|one| step(scene, one)).collect(),
        effort: bundle.effort,
        exact: bundle.is_exact,
    }
}

fn repair(scene: &Scene<'_>, vendor: VendorId, repair: &Repair) -> RepairView {
    let model = scene.model();
    let reading = &scene.reasons.decision.reading;
    let results = reading.gates[vendor.index()].iter();
    let found = results.clone().find(|result| result.barrier == repair.barrier);
    let (name, sentence, is_assumption) = match found {
        Some(result) => {
            let view = barrier(model, reading, vendor, result);
            let short = shortfall(model, result).map(|short| format!(" ({short})"));
            let is_assumption = view.kind == BarrierKind::Assumption;
            (view.name, format!("{}{}", view.sentence, short.unwrap_or_default()), is_assumption)
        }
        None => (String::new(), String::new(), false),
    };
    RepairView {
        name,
        is_assumption,
        sentence,
        steps: repair.steps.iter().map(|one| step(scene, one)).collect(),
        enough: repair.is_enough,
    }
}
