//! The answer in the first line: the easiest way for the vendor to be chosen, or that there is none.
//! Then what weights can do, and how far the figures are to be trusted.

use crate::decide::decision::Verdict;
use crate::explore::flip::Flip;
use crate::explore::flip::bundle::Goal;
use crate::model::id::VendorId;
use crate::reasons::tie_break::breaker;
use crate::report::view::flip::FlipView;
use crate::report::view::flip::keep::KeepView;
use crate::report::view::flip::step::{StepKind, StepView, all_in_words, in_words};
use crate::report::view::headline::tied_with;
use crate::report::view::quantity::Rating;
use crate::report::view::scene::Scene;
use crate::report::words::count;

/// The sentences at the top.
pub fn headline(scene: &Scene<'_>, flip: &Flip, view: &FlipView) -> Vec<String> {
    let mut sentences = match view.already {
        true => chosen(view),
        false => wanted(scene, flip, view),
    };
    let states_ratings = !view.ratings.is_empty()
        || !view.bundles.is_empty()
        || view.keeps.iter().any(|keep| keep.kind == StepKind::Rating);
    let states_weights = !view.weights.is_empty()
        || view.joint.is_some()
        || view.keeps.iter().any(|keep| keep.kind == StepKind::Weight);
    let bracketed = (states_ratings && !view.exact_ratings, states_weights && !view.exact_weights);
    let what = match bracketed {
        (true, true) => "Figures",
        (true, false) => "Figures for ratings",
        (false, true) => "Figures for weights",
        (false, false) => return sentences,
    };
    sentences.push(format!(
        "{what} were found by trying points and halving between them: what is stated works, and \
         something nearer may have been missed."
    ));
    sentences
}

fn wanted(scene: &Scene<'_>, flip: &Flip, view: &FlipView) -> Vec<String> {
    let who = scene.vendor(flip.vendor);
    let state = match flip.verdict {
        Verdict::Rejected => {
            let gates = count(view.repairs.len(), "barrier");
            format!("{who} is rejected at {gates}")
        }
        _ if flip.is_tied => tied_with(scene, flip.vendor),
        _ => {
            let rank = scene.reasons.place(flip.vendor).and_then(|place| place.rank);
            match (level(scene, flip.vendor), rank) {
                (Some(level), _) => format!("{who} is {level}"),
                (None, Some(rank)) => format!("{who} is rank {rank}"),
                (None, None) => format!("{who} is not chosen"),
            }
        }
    };
    let fewest = view.bundles.iter().find(|bundle| bundle.goal == Goal::Fewest);
    let cheapest = view.bundles.iter().find(|bundle| bundle.goal == Goal::Cheapest);
    let first = match (view.ratings.iter().min_by(|a, b| nearer(a, b)), fewest.or(cheapest)) {
        (Some(one), _) => {
            format!("{state}; one rating alone would make it chosen: {}.", in_words(one))
        }
        (None, Some(bundle)) => {
            format!("{state}; it would take {}.", all_in_words(&bundle.steps))
        }
        (None, None) => match (view.weights.first(), view.assumptions.first()) {
            (_, Some(set)) => {
                format!(
                    "{state}; no ratings of its own are enough, but it is chosen if {}.",
                    all_in_words(set)
                )
            }
            (Some(weight), None) => format!(
                "{state}; no ratings of its own are enough, but a weight is: {}.",
                in_words(weight)
            ),
            (None, None) if view.joint.is_some() => {
                format!("{state}; only other weights for several criteria make it chosen.")
            }
            (None, None) => format!("{state}, and nothing of its own makes it chosen."),
        },
    };
    let mut sentences = vec![first];
    sentences.extend(view.ceiling.as_ref().map(|ceiling| ceiling.sentence.clone()));
    match (&view.certificate, view.weights.is_empty(), &view.joint) {
        (Some(certificate), _, _) => sentences.push(certificate.sentence.clone()),
        (None, true, None) if flip.verdict == Verdict::Rejected => {
            sentences.push("No weights get it past what bars it.".to_owned());
        }
        _ => {}
    }
    if !view.ratings.is_empty() || !view.bundles.is_empty() {
        let sets = view.assumptions.iter().take(2);
        sentences.extend(
            sets.map(|set| format!("It is also chosen, as it is, if {}.", all_in_words(set))),
        );
    }
    sentences
}

/// With whom it is level, and what puts the other ahead.
fn level(scene: &Scene<'_>, vendor: VendorId) -> Option<String> {
    let rival = scene.reasons.rival(vendor)?;
    let breaker = breaker(scene.model(), &scene.reasons.decision.reading, [rival, vendor])?;
    let (rival, criterion) = (scene.vendor(rival), scene.criterion(breaker.criterion));
    Some(format!("level with {rival}, behind by tie-break on {criterion}"))
}

/// With whom it is tied, and for what.
/// Which of two single changes is the smaller, by value where both have one.
fn nearer(one: &StepView, other: &StepView) -> std::cmp::Ordering {
    let size = |step: &StepView| step.value_change.map_or(f64::INFINITY, f64::abs);
    size(one).total_cmp(&size(other))
}

fn chosen(view: &FlipView) -> Vec<String> {
    let who = &view.vendor.label;
    let ratings = view.keeps.iter().filter(|keep| keep.kind == StepKind::Rating);
    let weights = view.keeps.iter().filter(|keep| keep.kind == StepKind::Weight);
    let mut sentences = Vec::new();
    let closest = |keeps: Vec<&KeepView>| -> Option<KeepView> {
        let size = |keep: &&KeepView| relative(keep);
        keeps.into_iter().min_by(|a, b| size(a).total_cmp(&size(b))).cloned()
    };
    let of_weights = closest(weights.collect());
    sentences.push(match &of_weights {
        Some(keep) => format!(
            "{who} is chosen; of the weights, that of {} comes closest to turning it: {} now, \
             {} at the {} ({} beyond).",
            keep.criterion.label,
            keep.from,
            keep.to,
            side(keep),
            keep.beyond
        ),
        None => format!("{who} is chosen, whatever any one weight is."),
    });
    if let Some(keep) = closest(ratings.collect()) {
        sentences.push(format!(
            "Of its ratings {} has the least to spare: {} now, no worse than {} ({} beyond).",
            keep.criterion.label, keep.from, keep.to, keep.beyond
        ));
    }
    sentences.extend(
        view.assumptions
            .iter()
            .take(3)
            .map(|set| format!("It loses its place if {}.", all_in_words(set))),
    );
    sentences
}

fn side(keep: &KeepView) -> &'static str {
    match (&keep.from_data, &keep.to_data) {
        (Rating::Number(from), Rating::Number(to)) if to < from => "least",
        _ => "most",
    }
}

/// How far it may move, compared with where it is.
fn relative(keep: &KeepView) -> f64 {
    match (&keep.from_data, &keep.to_data) {
        (Rating::Number(from), Rating::Number(to)) => (to - from).abs() / from.abs().max(1e-9),
        _ => 1.0,
    }
}
