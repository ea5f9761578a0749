//! What it would take, in words: the easiest way first, then every way, then why there is none.
//! `Flip → view → FlipView`; formats turn it into bytes and compute nothing.

mod headline;

use crate::decide::decision::Verdict;
use crate::document::overlay::Flag;
use crate::explore::flip::bundle::{Bundle, Goal};
use crate::explore::flip::entry::Repair;
use crate::explore::flip::keeps::{Edge, Loss};
use crate::explore::flip::step::Step;
use crate::explore::flip::weight::Certificate;
use crate::explore::flip::{Ceiling, Flip};
use crate::model::assumption::Status;
use crate::model::id::VendorId;
use crate::report::digits::percent;
use crate::report::view::barrier::{barrier, shortfall};
use crate::report::view::quantity::{Rating, exact_words, quantity_words, rating};
use crate::report::view::ranking::Named;
use crate::report::view::scene::Scene;
use crate::report::words::list;

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

/// One stated change.
#[derive(Debug, Clone, PartialEq)]
pub struct StepView {
    /// Criterion or assumption.
    pub subject: Named,
    /// What it is.
    pub kind: StepKind,
    /// Today's, in words.
    pub from: String,
    /// The stated one, in words, every digit.
    pub to: String,
    /// Today's as data.
    pub from_data: Rating,
    /// The stated one as data; a share in [0, 1].
    pub to_data: Rating,
    /// By how much the value changes.
    pub value_change: Option<f64>,
    /// Where it turns, unrounded.
    pub threshold: Option<f64>,
    /// The flag that applies it, as a shell takes it.
    pub flag: String,
}

/// What a change is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// A rating of the vendor.
    Rating,
    /// A leaf's share of the whole.
    Weight,
    /// An assumption.
    Assumption,
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

/// How far one thing may move before the vendor loses its place.
#[derive(Debug, Clone, PartialEq)]
pub struct KeepView {
    /// The criterion.
    pub criterion: Named,
    /// A rating or a weight.
    pub kind: StepKind,
    /// Today's, in words.
    pub from: String,
    /// The last that keeps the place, in words.
    pub to: String,
    /// Today's as data; a share in [0, 1].
    pub from_data: Rating,
    /// The last that keeps the place, as data.
    pub to_data: Rating,
    /// Where it turns, unrounded.
    pub threshold: Option<f64>,
    /// Who takes the place beyond, in words.
    pub beyond: String,
    /// Ids of those who take it.
    pub rivals: Vec<String>,
    /// Whether the vendor leaves the field there.
    pub rejected: bool,
}

/// Puts a flip into words.
pub fn view(scene: &Scene<'_>, flip: &Flip) -> FlipView {
    let steps = |steps: &[Step]| steps.iter().map(|one| step(scene, one)).collect();
    let ratings: Vec<Step> = flip.ratings.iter().cloned().map(Step::Rating).collect();
    let weights: Vec<Step> = flip.weights.iter().copied().map(Step::Share).collect();
    let mut view = FlipView {
        vendor: vendor_named(scene, flip.vendor),
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
    view.headline = headline::headline(scene, flip, &view);
    view
}

/// A change in words: `Scale capacity 3 → 8.4`.
pub fn in_words(step: &StepView) -> String {
    match step.kind {
        StepKind::Assumption => match step.to.as_str() {
            "holds" => format!("{} holds", step.subject.label),
            other => format!("{} {other}", step.subject.label),
        },
        StepKind::Rating | StepKind::Weight => {
            format!("{} {} → {}", step.subject.label, step.from, step.to)
        }
    }
}

/// Changes in a sentence.
pub fn all_in_words(steps: &[StepView]) -> String {
    list(&steps.iter().map(in_words).collect::<Vec<String>>())
}

fn vendor_named(scene: &Scene<'_>, id: VendorId) -> Named {
    Named { id: scene.model().vendor(id).name.clone(), label: scene.vendor(id).to_owned() }
}

fn step(scene: &Scene<'_>, step: &Step) -> StepView {
    let model = scene.model();
    let flag = shell(&step.flag(model));
    let criterion_named =
        |id| Named { id: model.criterion(id).name.clone(), label: scene.criterion(id).to_owned() };
    match step {
        Step::Rating(rated) => {
            let criterion = model.criterion(rated.criterion);
            let point = crate::model::datum::Quantity::Point;
            let from = rated.from.clone().map_or(crate::model::datum::Quantity::Unknown, point);
            let to = point(rated.to.clone());
            StepView {
                subject: criterion_named(rated.criterion),
                kind: StepKind::Rating,
                from: quantity_words(criterion, &from),
                to: exact_words(criterion, &rated.to),
                from_data: rating(criterion, &from),
                to_data: rating(criterion, &to),
                value_change: rated.value_change,
                threshold: rated.threshold,
                flag,
            }
        }
        Step::Share(share) => StepView {
            subject: criterion_named(share.criterion),
            kind: StepKind::Weight,
            from: percent(share.from),
            to: format!("{}%", share.percent),
            from_data: Rating::Number(share.from),
            to_data: Rating::Number(share.share()),
            value_change: None,
            threshold: Some(share.threshold),
            flag,
        },
        Step::Assumption { assumption, from, to } => {
            let name = &model.assumption(*assumption).name;
            let [from, to] = [from, to].map(|status| status_word(*status));
            StepView {
                subject: Named { id: name.clone(), label: name.clone() },
                kind: StepKind::Assumption,
                from: from.to_owned(),
                to: to.to_owned(),
                from_data: Rating::Word(from.to_owned()),
                to_data: Rating::Word(to.to_owned()),
                value_change: None,
                threshold: None,
                flag,
            }
        }
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Holds => "holds",
        Status::Fails => "fails",
        Status::Pending => "pending",
    }
}

/// A flag as a shell takes it, quoted where it has to be.
pub fn shell(flag: &Flag) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.=%+/:@".contains(&byte);
    match flag.words.bytes().all(plain) {
        true => format!("{} {}", flag.kind.name(), flag.words),
        false => format!("{} '{}'", flag.kind.name(), flag.words.replace('\'', "'\\''")),
    }
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
            let is_assumption = view.kind == crate::report::view::barrier::BarrierKind::Assumption;
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

fn certificate(scene: &Scene<'_>, flip: &Flip, certificate: &Certificate) -> CertificateView {
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

fn ceiling(scene: &Scene<'_>, vendor: VendorId, ceiling: &Ceiling) -> CeilingView {
    let who = scene.vendor(vendor);
    let sentence = match (ceiling.score, ceiling.rival.zip(ceiling.rival_score)) {
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

fn keeps(scene: &Scene<'_>, flip: &Flip) -> Vec<KeepView> {
    let Some(keeps) = &flip.keeps else { return Vec::new() };
    let model = scene.model();
    let named =
        |id| Named { id: model.criterion(id).name.clone(), label: scene.criterion(id).to_owned() };
    let ids = |loss: &Loss| loss.to.iter().map(|id| model.vendor(*id).name.clone()).collect();
    let mut views = Vec::new();
    for keep in &keeps.ratings {
        let criterion = model.criterion(keep.criterion);
        let point = crate::model::datum::Quantity::Point;
        views.push(KeepView {
            criterion: named(keep.criterion),
            kind: StepKind::Rating,
            from: exact_words(criterion, &keep.from),
            to: exact_words(criterion, &keep.to),
            from_data: rating(criterion, &point(keep.from.clone())),
            to_data: rating(criterion, &point(keep.to.clone())),
            threshold: keep.threshold,
            beyond: lost(scene, &keep.beyond),
            rivals: ids(&keep.beyond),
            rejected: keep.beyond.is_rejected,
        });
    }
    for keep in &keeps.weights {
        let edges: [&Option<Edge>; 2] = [&keep.low, &keep.high];
        views.extend(edges.into_iter().flatten().map(|edge| KeepView {
            criterion: named(keep.criterion),
            kind: StepKind::Weight,
            from: percent(keep.from),
            to: format!("{}%", edge.percent),
            from_data: Rating::Number(keep.from),
            to_data: Rating::Number(edge.percent / 100.0),
            threshold: Some(edge.threshold),
            beyond: lost(scene, &edge.beyond),
            rivals: ids(&edge.beyond),
            rejected: edge.beyond.is_rejected,
        }));
    }
    views
}

/// `Tencent`, `rejected; Tencent`, `tied with Tencent`.
fn lost(scene: &Scene<'_>, loss: &Loss) -> String {
    let mut words = Vec::new();
    if loss.is_rejected {
        words.push("a gate stops it".to_owned());
    }
    match (loss.to.is_empty(), loss.tied.is_empty()) {
        (false, _) => words.push(format!("{} instead", scene.vendors(&loss.to))),
        (true, false) => words.push(format!("tied with {}", scene.vendors(&loss.tied))),
        (true, true) if loss.is_rejected => words.push("nobody instead".to_owned()),
        (true, true) => words.push("not chosen".to_owned()),
    }
    words.join("; ")
}
