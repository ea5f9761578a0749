//! What any sensible decision obeys, whatever the numbers.

use proptest::prelude::{prop_assert, prop_assert_eq, prop_assume, proptest};

use rationale::decide::completion::Completion;
use rationale::decide::decision::Verdict;
use rationale::decide::run::{decide, evaluate};
use rationale::model::criterion::Kind;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::support::random::{SMALL, scenarios};
use crate::support::read::model;

fn names(model: &Model, vendors: &[VendorId]) -> Vec<String> {
    let mut names: Vec<String> =
        vendors.iter().map(|vendor| model.vendor(*vendor).name.clone()).collect();
    names.sort();
    names
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn removing_a_rejected_vendor_never_changes_the_choice(text in scenarios(SMALL)) {
        let model = model(&text);
        let decision = decide(&model).unwrap();
        for place in &decision.places {
            if !matches!(place.verdict, Verdict::Rejected | Verdict::Excluded)
                || model.vendors.len() == 1
            {
                continue;
            }
            let mut without = model.clone();
            without.vendors.remove(place.vendor.index());
            let run = evaluate(&without, &Completion::default()).unwrap();
            prop_assert_eq!(
                names(&without, &run.chosen), names(&model, &decision.reading.chosen));
            prop_assert_eq!(run.outcome.merits, decision.reading.outcome.merits.clone());
        }
    }

    #[test]
    fn only_proportions_among_sibling_weights_count(text in scenarios(SMALL)) {
        let model = model(&text);
        let mut scaled = model.clone();
        for criterion in &mut scaled.criteria {
            // Another factor for each set of siblings; powers of two, so that nothing is rounded.
            let factor = if criterion.under.is_some() { 8.0 } else { 0.25 };
            if let Some(weight) = &mut criterion.weight {
                weight.number *= factor;
            }
        }
        let [a, b] = [&model, &scaled].map(|model| decide(model).unwrap());
        prop_assert_eq!(a, b);
    }

    #[test]
    fn the_order_of_vendors_is_only_shown(text in scenarios(SMALL)) {
        let model = model(&text);
        let mut turned = model.clone();
        turned.vendors.reverse();
        let [a, b] = [&model, &turned].map(|model| decide(model).unwrap());
        prop_assert_eq!(a.status, b.status);
        prop_assert_eq!(names(&model, &a.reading.chosen), names(&turned, &b.reading.chosen));
        prop_assert_eq!(names(&model, &a.reading.tied), names(&turned, &b.reading.tied));
        prop_assert_eq!(a.conditions.len(), b.conditions.len());
        for place in &a.places {
            let other = VendorId(model.vendors.len() - 1 - place.vendor.index());
            let twin = b.places.iter().find(|place| place.vendor == other).unwrap();
            prop_assert_eq!((place.rank, place.verdict), (twin.rank, twin.verdict));
            prop_assert_eq!((place.conditional, place.tied), (twin.conditional, twin.tied));
        }
    }

    #[test]
    fn at_least_as_good_everywhere_never_ranks_below(text in scenarios(SMALL)) {
        let run = evaluate(&model(&text), &Completion::default()).unwrap();
        let values = &run.problem.values;
        for a in 0..run.field.len() {
            for b in 0..run.field.len() {
                if (0..values.columns()).all(|c| values.get(a, c) >= values.get(b, c)) {
                    prop_assert!(run.ranks[a] <= run.ranks[b]);
                }
            }
        }
    }

    #[test]
    fn a_twin_of_the_best_ties_with_it_and_is_listed(text in scenarios(SMALL)) {
        let mut model = model(&text);
        model.choose = 1;
        let before = evaluate(&model, &Completion::default()).unwrap();
        let [chosen] = before.chosen.as_slice() else { return Ok(()) };
        let mut twin = model.vendor(*chosen).clone();
        twin.name = "twin".into();
        model.vendors.push(twin);
        let decision = decide(&model).unwrap();
        prop_assert!(decision.reading.chosen.is_empty());
        let both = [*chosen, VendorId(model.vendors.len() - 1)];
        prop_assert!(both.iter().all(|vendor| decision.reading.tied.contains(vendor)));
    }

    #[test]
    fn a_criterion_of_weight_zero_changes_no_score(text in scenarios(SMALL)) {
        let model = model(&text);
        let mut more = model.clone();
        let Kind::Leaf(_) = &more.criteria[more.criteria.len() - 1].kind else { return Ok(()) };
        let mut idle = more.criteria[more.criteria.len() - 1].clone();
        prop_assume!(idle.under.is_none());
        idle.name = "idle".into();
        idle.gate = None;
        if let Some(weight) = &mut idle.weight {
            weight.number = 0.0;
        }
        let from = CriterionId(more.criteria.len() - 1);
        more.criteria.push(idle);
        for vendor in &mut more.vendors {
            let rating = vendor.rating(from).cloned();
            vendor.ratings.push(rating);
        }
        let [a, b] = [&model, &more].map(|m| evaluate(m, &Completion::default()).unwrap());
        prop_assert_eq!(a.outcome.merits, b.outcome.merits);
        prop_assert_eq!((a.chosen, a.tied), (b.chosen, b.tied));
    }
}
