//! `flip --format json`: every way in which the vendor is chosen, or the proof that there is none.
//! Made from the view; `json.md` fixes the keys.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::explore::flip::bundle;
use crate::report::json::words::{Rating, Verdict};
use crate::report::view::flip::keep::KeepView;
use crate::report::view::flip::step::{StepKind, StepView};
use crate::report::view::flip::{BundleView, FlipView, RepairView};

/// What it would take.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Flip {
    /// Id of the vendor asked about.
    pub vendor: String,
    /// Its verdict as things are.
    pub verdict: Verdict,
    /// Whether it is chosen as things are.
    pub already: bool,
    /// Whether anything that was looked at makes it chosen.
    pub possible: bool,
    /// The answer in sentences.
    pub headline: Vec<String>,
    /// λ by vendor, adding up to 1, where no weights make it first; one vendor with λ 1 dominates it.
    pub certificate: Option<BTreeMap<String, f64>>,
    /// All of the proof: `choose` mixes or more, each shaped as `certificate`.
    pub certificates: Vec<BTreeMap<String, f64>>,
    /// Ratings, each of which alone is enough.
    pub ratings: Vec<Change>,
    /// Changes that are enough together, gates repaired.
    pub bundles: Vec<Bundle>,
    /// Weights, as leaf shares.
    pub weights: Weights,
    /// Smallest sets of assumptions that turn the verdict.
    pub assumptions: Vec<Vec<Change>>,
    /// Barriers it fails, with their repairs.
    pub gates: Vec<Repair>,
    /// Where it would stand with every rating at its best, where no bundle is enough.
    pub ceiling: Option<Ceiling>,
    /// Of a chosen vendor: how far each thing may move before it loses its place.
    pub keeps: Vec<Keep>,
    /// Whether figures are exact, or bracketed by trying points.
    pub exact: Exact,
}

/// One stated change: applied exactly as given it works.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The criterion, where it is of a rating or a weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The assumption, where it is of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumption: Option<String>,
    /// Today's rating, share or status.
    pub from: Rating,
    /// The one to change it to, in the criterion's own units.
    pub to: Rating,
    /// By how much the value in [0, 1] changes; null where values depend on the field.
    pub value_change: Option<f64>,
    /// Where it turns, unrounded; null where it moves in steps.
    pub threshold: Option<f64>,
    /// The flag that applies it, as a shell takes it.
    pub flag: String,
}

/// Changes that are enough together.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Bundle {
    /// What it is the least of.
    pub goal: Goal,
    /// The changes.
    pub changes: Vec<Change>,
    /// Σ effort × change of value; null where values depend on the field.
    pub effort: Option<f64>,
    /// Whether nothing smaller exists.
    pub exact: bool,
}

/// What a bundle is the least of.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    /// Of changes.
    Fewest,
    /// Of effort.
    Cheapest,
}

/// Weights that make it chosen.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Weights {
    /// Each alone, the other leaves keeping their proportions.
    pub single: Vec<Change>,
    /// All of them by least movement.
    pub joint: Option<Joint>,
}

/// All shares by least movement.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Joint {
    /// The share of the whole that changes hands.
    pub moved: f64,
    /// Every leaf with its share.
    pub weights: BTreeMap<String, f64>,
    /// The flags that apply them together.
    pub flags: Vec<String>,
    /// Whether nothing smaller exists, but for rounding.
    pub exact: bool,
}

/// A barrier it fails.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Repair {
    /// Criterion or group, where it is a gate.
    pub criterion: Option<String>,
    /// Assumption, where the vendor requires one.
    pub assumption: Option<String>,
    /// In a sentence.
    pub text: String,
    /// What gets it past this one barrier; empty where nothing does.
    pub changes: Vec<Change>,
    /// Whether that alone makes it chosen.
    pub enough: bool,
}

/// Where it would stand at its best.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Ceiling {
    /// Its score.
    pub score: Option<f64>,
    /// The last of the chosen.
    pub rival: Option<String>,
    /// That one's score.
    pub rival_score: Option<f64>,
}

/// How far one thing may move.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Keep {
    /// The criterion.
    pub criterion: String,
    /// `rating` or `weight`.
    pub kind: &'static str,
    /// Today's rating or share.
    pub from: Rating,
    /// The last that keeps the place.
    pub to: Rating,
    /// Where it turns, unrounded.
    pub threshold: Option<f64>,
    /// Who takes the place beyond.
    pub rivals: Vec<String>,
    /// Whether it leaves the field there.
    pub rejected: bool,
}

/// Whether figures are exact.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Exact {
    /// Those of ratings.
    pub ratings: bool,
    /// Those of weights.
    pub weights: bool,
}

impl From<&FlipView> for Flip {
    fn from(view: &FlipView) -> Self {
        let mixes = view.certificate.iter().flat_map(|certificate| &certificate.mixes);
        let certificates: Vec<BTreeMap<String, f64>> =
            mixes.map(|mix| mix.iter().cloned().collect()).collect();
        Self {
            vendor: view.vendor.id.clone(),
            verdict: Verdict::from(view.verdict),
            already: view.already,
            possible: view.possible,
            headline: view.headline.clone(),
            certificate: certificates.first().cloned(),
            certificates,
            ratings: changes(&view.ratings),
            bundles: view.bundles.iter().map(bundle).collect(),
            weights: Weights {
                single: changes(&view.weights),
                joint: view.joint.as_ref().map(|joint| Joint {
                    moved: joint.moved,
                    weights: joint.steps.iter().filter_map(share).collect(),
                    flags: joint.steps.iter().map(|step| step.flag.clone()).collect(),
                    exact: joint.exact,
                }),
            },
            assumptions: view.assumptions.iter().map(|set| changes(set)).collect(),
            gates: view.repairs.iter().map(repair).collect(),
            ceiling: view.ceiling.as_ref().map(|ceiling| Ceiling {
                score: ceiling.score,
                rival: ceiling.rival.clone(),
                rival_score: ceiling.rival_score,
            }),
            keeps: view.keeps.iter().map(keep).collect(),
            exact: Exact { ratings: view.exact_ratings, weights: view.exact_weights },
        }
    }
}

fn changes(steps: &[StepView]) -> Vec<Change> {
    steps
        .iter()
        .map(|step| {
            let of_criterion = step.kind != StepKind::Assumption;
            let id = step.subject.id.clone();
            Change {
                criterion: of_criterion.then(|| id.clone()),
                assumption: (!of_criterion).then_some(id),
                from: Rating::from(&step.from_data),
                to: Rating::from(&step.to_data),
                value_change: step.value_change,
                threshold: step.threshold,
                flag: step.flag.clone(),
            }
        })
        .collect()
}

fn share(step: &StepView) -> Option<(String, f64)> {
    match step.to_data {
        crate::report::view::quantity::Rating::Number(share) => {
            Some((step.subject.id.clone(), share))
        }
        _ => None,
    }
}

fn bundle(bundle: &BundleView) -> Bundle {
    Bundle {
        goal: match bundle.goal {
            bundle::Goal::Fewest => Goal::Fewest,
            bundle::Goal::Cheapest => Goal::Cheapest,
        },
        changes: changes(&bundle.steps),
        effort: bundle.effort,
        exact: bundle.exact,
    }
}

fn repair(repair: &RepairView) -> Repair {
    let name = repair.name.clone();
    Repair {
        criterion: (!repair.is_assumption).then(|| name.clone()),
        assumption: repair.is_assumption.then_some(name),
        text: repair.sentence.clone(),
        changes: changes(&repair.steps),
        enough: repair.enough,
    }
}

fn keep(keep: &KeepView) -> Keep {
    Keep {
        criterion: keep.criterion.id.clone(),
        kind: if keep.kind == StepKind::Weight { "weight" } else { "rating" },
        from: Rating::from(&keep.from_data),
        to: Rating::from(&keep.to_data),
        threshold: keep.threshold,
        rivals: keep.rivals.clone(),
        rejected: keep.rejected,
    }
}
