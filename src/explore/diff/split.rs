//! A score change split over facts, preferences and field (explanations by Shapley over three).
//! For `diff`: did the vendor change, what we want, or the others?

use crate::answer::shapley;
use crate::decide::decision::{Place, Verdict};
use crate::explore::diff::facts::{Facts, hybrid};
use crate::explore::effects::standing::standings;
use crate::explore::side::Side;
use crate::model::scenario::Model;

/// One vendor's score change over the three groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// Whose, by id.
    pub vendor: String,
    /// Its own ratings, as they count.
    pub facts: f64,
    /// Weights, value functions, scales, gates.
    pub preferences: f64,
    /// Who else stands in the field, and what they are rated.
    pub field: f64,
}

/// The split of every vendor that has a score on both sides, in the order of the second side.
///
/// φ over the players {facts, preferences, field} of S, each coalition a run of its own; for a
/// weighted sum the first two are the midpoint formula Σ (w̄_j Δu_j + ū_j Δw_j). A vendor of which
/// some mixture cannot be run has no split; nobody has one where the method differs.
pub fn splits(before: Side<'_>, after: Side<'_>) -> Vec<Split> {
    if before.model.method.kind != after.model.method.kind {
        return Vec::new();
    }
    let sides = [Facts::of(before), Facts::of(after)];
    let mut splits = Vec::new();
    for place in &after.decision.places {
        let vendor = after.model.vendor(place.vendor).name.as_str();
        let excluded = |side: Side<'_>| {
            let of = |place: &&Place| side.model.vendor(place.vendor).name == vendor;
            let place = side.decision.places.iter().find(of);
            place.is_none_or(|place| place.verdict == Verdict::Excluded)
        };
        if excluded(before) || excluded(after) {
            continue;
        }
        splits.extend(split([before.model, after.model], &sides, vendor));
    }
    splits
}

fn split(models: [&Model; 2], sides: &[Facts; 2], vendor: &str) -> Option<Split> {
    let mut runs = true;
    let effects = shapley::exact(3, |member| {
        let [facts, preferences, field] = [0, 1, 2].map(|at| usize::from(member[at]));
        let model = hybrid(models[preferences], &sides[field], Some((vendor, &sides[facts])));
        let score = standings(&model)
            .ok()
            .and_then(|found| found.into_iter().find(|standing| standing.vendor == vendor)?.score);
        runs &= score.is_some();
        vec![score.unwrap_or(0.0)]
    });
    let [facts, preferences, field] = [0, 1, 2].map(|at: usize| effects.parts[at][0]);
    runs.then(|| Split { vendor: vendor.to_owned(), facts, preferences, field })
}
