//! A numeric what-if is the model with those words in its files.

use proptest::prelude::{prop_assert_eq, proptest};

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::completion::Completion;
use rationale::decide::run::evaluate;
use rationale::model::assumption::Status;
use rationale::model::criterion::{Leaf, Rated, Weight};
use rationale::model::datum::{Datum, Quantity};
use rationale::model::evidence::Standing;
use rationale::model::id::{AssumptionId, CriterionId, EvidenceId, VendorId};
use rationale::model::rating::Rating;
use rationale::model::scenario::{AskedShare, Model};
use rationale::text::span::Spanned;

use crate::support::random::{SMALL, scenarios};
use crate::support::read::model;

/// Draws a change that fits the model, from three bytes.
pub fn change(model: &Model, [kind, which, what]: [u8; 3]) -> Option<Change> {
    let [which, number] = [usize::from(which), usize::from(what)];
    let criterion = CriterionId(which % model.criteria.len());
    let vendor = VendorId(number % model.vendors.len());
    match kind % 7 {
        0 | 1 => {
            let leaf = model.criterion(criterion).leaf()?;
            let quantity = quantity(leaf, number);
            Some(Change::Rating { vendor, criterion, quantity })
        }
        2 => Some(Change::Weight { criterion, number: 1.0 + (number % 5) as f64 }),
        3 => {
            let share = (number % 4) as f64 / 8.0;
            (number.is_multiple_of(2)).then_some(Change::Share { criterion, share })
        }
        4 if model.assumptions.is_empty() => None,
        4 => Some(Change::Assumption {
            assumption: AssumptionId(which % model.assumptions.len()),
            status: [Status::Holds, Status::Fails, Status::Pending][number % 3],
        }),
        5 => Some(Change::Withdraw(EvidenceId(which % model.evidence.len()))),
        _ if which.is_multiple_of(2) => Some(Change::Exclude(vendor)),
        _ => Some(Change::Include(vendor)),
    }
}

fn quantity(leaf: &Leaf, number: usize) -> Quantity {
    if number.is_multiple_of(5) {
        return Quantity::Unknown;
    }
    Quantity::Point(match &leaf.rated {
        Rated::Levels(levels) => Datum::Level(number % levels.len()),
        Rated::Boolean => Datum::Boolean(number.is_multiple_of(2)),
        _ => Datum::Number((1 + number % 9) as f64),
    })
}

/// Writes a change into the model.
fn write(model: &mut Model, change: &Change) {
    let span = model.criteria[0].span;
    match change {
        Change::Rating { vendor, criterion, quantity } => {
            let rating = &mut model.vendors[vendor.index()].ratings[criterion.index()];
            let kept = rating.take();
            *rating = Some(Rating {
                quantity: quantity.clone(),
                evidence: Vec::new(),
                because: None,
                requires: kept.as_ref().map_or(Vec::new(), |kept| kept.requires.clone()),
                otherwise: kept.and_then(|kept| kept.otherwise),
                span,
            });
        }
        Change::Weight { criterion, number } => {
            let weight = Weight { number: *number, interval: None, because: None, span };
            model.criteria[criterion.index()].weight = Some(weight);
        }
        Change::Share { criterion, share } => {
            model.asked_shares.push(AskedShare { criterion: *criterion, share: *share, span });
        }
        Change::Assumption { assumption, status } => {
            model.assumptions[assumption.index()].status.value = *status;
        }
        Change::Exclude(vendor) => {
            model.vendors[vendor.index()].excluded = Some(Spanned::new(String::new(), span));
        }
        Change::Withdraw(claim) => model.evidence[claim.index()].standing = Standing::Retracted,
        Change::Include(vendor) => model.vendors[vendor.index()].excluded = None,
    }
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(600))]

    #[test]
    fn changes_are_the_model_edited(
        text in scenarios(SMALL),
        bytes in proptest::collection::vec(proptest::prelude::any::<[u8; 3]>(), 0..6),
    ) {
        let model = model(&text);
        let bench = Bench::new(&model).unwrap();
        let changes: Vec<Change> = bytes.iter().filter_map(|three| change(&model, *three)).collect();
        let mut edited = model.clone();
        for change in &changes {
            write(&mut edited, change);
        }
        let found = bench.run(&changes);
        prop_assert_eq!(&found, &bench.run_plain(&changes));
        match evaluate(&edited, &Completion::default()) {
            Ok(expected) => {
                let found = found.unwrap();
                prop_assert_eq!(found.field, expected.field);
                prop_assert_eq!(found.merits, expected.outcome.merits);
                prop_assert_eq!(found.ranks, expected.ranks);
                prop_assert_eq!(found.chosen, expected.chosen);
                prop_assert_eq!(found.tied, expected.tied);
            }
            Err(error) => prop_assert_eq!(found, Err(error)),
        }
    }
}
