//! The generator itself: what it writes loads.

mod support;

use proptest::prelude::{ProptestConfig, proptest};

use support::random_model::{model, recipes, text};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_random_scenario_loads(recipe in recipes()) {
        let model = model(&text(&recipe));
        assert_eq!(model.vendors.len(), recipe.vendors);
    }
}
