//! What a set of weights settles, as it is shown.
//! Part of `robust`.

use crate::answer::ladder::PairVerdict;
use crate::explore::robust::ladder::Rung;
use crate::explore::robust::weight_space::Weights;
use crate::model::id::VendorId;
use crate::report::view::robust::headline::weights_words;
use crate::report::view::scene::Scene;

/// One set of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct RungView {
    /// The set.
    pub weights: Weights,
    /// In words.
    pub label: String,
    /// Whether it settles the choice.
    pub is_settled: bool,
    /// Where sampled: the share of draws with another choice.
    pub changes: Option<f64>,
    /// How many draws that were.
    pub draws: u64,
    /// Pairs of ids with their verdict.
    pub pairs: Vec<(String, String, PairVerdict)>,
}

/// A rung with its set in words.
pub fn rung_view(scene: &Scene<'_>, rung: &Rung) -> RungView {
    let id = |vendor: VendorId| scene.model().vendor(vendor).name.clone();
    RungView {
        weights: rung.weights,
        label: match (rung.weights, scene.model().weight_constraints.is_empty()) {
            (Weights::Exactly, _) | (_, true) => weights_words(rung.weights),
            (_, false) => format!("{}, constraints kept", weights_words(rung.weights)),
        },
        is_settled: rung.is_settled,
        changes: rung.changes,
        draws: rung.draws,
        pairs: rung.pairs.iter().map(|(a, b, verdict)| (id(*a), id(*b), *verdict)).collect(),
    }
}
