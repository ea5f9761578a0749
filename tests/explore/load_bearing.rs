//! Load-bearing claims: every set found by brute force and no other; what suffices does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use rationale::decide::run::decide;
use rationale::explore::load_bearing::load_bearing;
use rationale::model::evidence::Standing;
use rationale::model::id::{EvidenceId, VendorId};
use rationale::model::scenario::Model;

use crate::support::random_model::{Recipe, recipes, text};
use crate::support::read::model;

/// Who is chosen when these claims are withdrawn, by the model itself.
fn chosen_without(model: &Model, mask: usize) -> Option<Vec<VendorId>> {
    let mut model = model.clone();
    for (idx, claim) in model.evidence.iter_mut().enumerate() {
        if mask >> idx & 1 == 1 {
            claim.standing = Standing::Retracted;
        }
    }
    let mut chosen = decide(&model).ok()?.reading.chosen;
    chosen.sort_unstable();
    Some(chosen)
}

fn members(mask: usize, of: usize) -> Vec<EvidenceId> {
    (0..of).filter(|idx| mask >> idx & 1 == 1).map(EvidenceId).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_smallest_sets_are_those_of_brute_force(recipe in recipes()) {
        let recipe = Recipe { vendors: recipe.vendors.max(3), ..recipe };
        let model = model(&text(&recipe));
        let decision = decide(&model).unwrap();
        let found = load_bearing(&model, &decision).unwrap();
        let count = model.evidence.len();
        let as_is = chosen_without(&model, 0);
        let counts = |mask: usize| members(mask, count).iter().all(|id| model.counted_evidence(*id));
        let changes: Vec<bool> =
            (0..1 << count).map(|mask| chosen_without(&model, mask) != as_is).collect();
        let mut expected: Vec<Vec<EvidenceId>> = (1..1_usize << count)
            .filter(|mask| mask.count_ones() <= 3 && counts(*mask) && changes[*mask])
            .filter(|mask| !(1..*mask).any(|sub| sub & mask == sub && changes[sub]))
            .map(|mask| members(mask, count))
            .collect();
        expected.sort_by_key(|set| (set.len(), set.clone()));
        prop_assert_eq!(&found.sets, &expected, "{}", text(&recipe));
        let without: usize = (0..count)
            .filter(|idx| !found.sufficient.contains(&EvidenceId(*idx)))
            .map(|idx| 1 << idx)
            .sum();
        prop_assert!(!changes[without] || found.sufficient.is_empty(), "{:?}", found.sufficient);
    }
}
