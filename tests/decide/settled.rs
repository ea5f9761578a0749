//! A settled model that is drawn again and again stands where one laid out anew stands.

use proptest::prelude::{any, prop_assert_eq, proptest};

use rationale::decide::change::Change;
use rationale::decide::settled::Settled;
use rationale::model::datum::{Datum, Quantity};
use rationale::model::id::{CriterionId, VendorId};

use crate::changes::change;
use crate::support::random_model::{recipes, recipes_for_any_method, text};
use crate::support::read::model;

/// What a draw puts in place: shares, and perhaps a rating.
type Draw = (Vec<u8>, Option<[u8; 3]>);

fn draws() -> impl proptest::prelude::Strategy<Value = Vec<Draw>> {
    let shares = proptest::collection::vec(1..=u8::MAX, 12);
    proptest::collection::vec((shares, any::<Option<[u8; 3]>>()), 1..6)
}

fn check(text: &str, draws: &[Draw]) -> Result<(), proptest::test_runner::TestCaseError> {
    let model = model(text);
    let Ok(mut again) = Settled::new(&model, &[]) else { return Ok(()) };
    let mut rated: Vec<(VendorId, CriterionId, Datum)> = Vec::new();
    for (at, (parts, bytes)) in draws.iter().enumerate() {
        let rating = bytes.and_then(|bytes| match change(&model, bytes)? {
            Change::Rating { vendor, criterion, quantity: Quantity::Point(datum) } => {
                Some((vendor, criterion, datum))
            }
            _ => None,
        });
        if let Some((vendor, criterion, datum)) = &rating {
            again.rate(*vendor, *criterion, datum.clone());
        }
        rated.extend(rating);
        let parts: Vec<f64> =
            again.leaves().iter().zip(parts).map(|(_, part)| f64::from(*part)).collect();
        let whole: f64 = parts.iter().sum();
        let shares: Vec<f64> = parts.iter().map(|part| part / whole).collect();
        let Ok(mut anew) = Settled::new(&model, &[]) else { return Ok(()) };
        for (vendor, criterion, datum) in &rated {
            anew.rate(*vendor, *criterion, datum.clone());
        }
        // The first draw keeps the shares of the model.
        if at > 0 {
            again.weigh(&shares);
            anew.weigh(&shares);
        }
        prop_assert_eq!(again.run(), anew.run(), "draw {}", at);
    }
    Ok(())
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn of_a_weighted_sum(recipe in recipes(), draws in draws()) {
        check(&text(&recipe), &draws)?;
    }

    #[test]
    fn of_any_method(recipe in recipes_for_any_method(), draws in draws()) {
        check(&text(&recipe), &draws)?;
    }
}
