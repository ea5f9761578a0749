//! What-ifs on columns of numbers are the what-ifs of the model laid out anew, bit for bit.

use proptest::prelude::{any, prop_assert_eq, proptest};

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::model::id::VendorId;
use rationale::model::scenario::Model;

use crate::changes::change;
use crate::support::random_model::{Recipe, recipes, recipes_for_any_method, text};
use crate::support::read::model;

type Bytes = Vec<Vec<[u8; 3]>>;

fn bytes() -> impl proptest::prelude::Strategy<Value = Bytes> {
    let changes = proptest::collection::vec(any::<[u8; 3]>(), 0..5);
    proptest::collection::vec(changes, 1..6)
}

fn what_ifs(model: &Model, bytes: &Bytes) -> Vec<Vec<Change>> {
    let one =
        |bytes: &Vec<[u8; 3]>| bytes.iter().filter_map(|three| change(model, *three)).collect();
    bytes.iter().map(one).collect()
}

fn check(model: &Model, bytes: &Bytes) -> Result<(), proptest::test_runner::TestCaseError> {
    let Ok(bench) = Bench::new(model) else { return Ok(()) };
    let what_ifs = what_ifs(model, bytes);
    let many = bench.run_many(&what_ifs);
    for (at, changes) in what_ifs.iter().enumerate() {
        let plain = bench.run_plain(changes);
        prop_assert_eq!(&bench.run(changes), &plain, "{:?}", changes);
        let refused = many.refused().iter().find(|(refused, _)| *refused == at);
        prop_assert_eq!(refused.map(|(_, error)| error), plain.as_ref().err());
        for vendor in model.vendor_ids() {
            let row = plain.as_ref().ok().and_then(|plain| {
                Some((plain, plain.field.iter().position(|other| *other == vendor)?))
            });
            prop_assert_eq!(many.rank(at, vendor), row.map(|(plain, row)| plain.ranks[row]));
            let score = row.and_then(|(plain, row)| Some(plain.scores.as_ref()?[row]));
            prop_assert_eq!(many.score(at, vendor), score);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn of_a_weighted_sum(recipe in recipes(), bytes in bytes()) {
        check(&model(&text(&recipe)), &bytes)?;
    }

    #[test]
    fn of_vendors_compared_in_pairs(recipe in recipes(), bytes in bytes()) {
        check(&model(&text(&Recipe { method: Some("ahp"), ..recipe })), &bytes)?;
    }

    #[test]
    fn of_any_method(recipe in recipes_for_any_method(), bytes in bytes()) {
        check(&model(&text(&recipe)), &bytes)?;
    }
}

#[test]
fn plain_models_have_a_sheet_under_any_method() {
    for method in [None, Some("topsis"), Some("electre-iii")] {
        let recipe = Recipe { seed: 7, vendors: 3, criteria: 3, method, fixed: true, open: false };
        assert!(
            Bench::new(&model(&text(&recipe))).is_ok_and(|bench| bench.has_sheet()),
            "{method:?}"
        );
    }
}

#[test]
fn nobody_and_nothing() {
    let recipe =
        Recipe { seed: 7, vendors: 2, criteria: 2, method: None, fixed: true, open: false };
    let model = model(&text(&recipe));
    let bench = Bench::new(&model).unwrap();
    let nobody: Vec<Change> = model.vendor_ids().map(Change::Exclude).collect();
    let many = bench.run_many(&[nobody, Vec::new()]);
    assert_eq!(many.rank(0, VendorId(0)), None);
    assert!(many.rank(1, VendorId(0)).is_some() && many.refused().is_empty());
    assert_eq!(many.rank(2, VendorId(0)), None);
}
