//! Every run, condition and rank over random scenarios agrees with the plain reading.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use rationale::decide::completion::{Completion, Departure};
use rationale::decide::decision::{Decision, Search, Verdict};
use rationale::decide::run::{decide, evaluate};
use rationale::model::id::VendorId;
use rationale::model::scenario::Model;

use crate::oracle::{Answer, Turn, open_assumptions, open_gates, rank, run, stands};
use crate::support::random::{SMALL, Shape, scenarios};
use crate::support::read::model;

/// Everything open, whether it matters or not.
fn unknowns(model: &Model) -> Vec<Departure> {
    let assumptions = open_assumptions(model);
    let mut found: Vec<Departure> = assumptions.iter().map(|id| Departure::Fails(*id)).collect();
    for mask in 0..1_usize << assumptions.len() {
        let failing: Vec<_> = (0..assumptions.len())
            .filter(|bit| mask >> bit & 1 == 1)
            .map(|bit| assumptions[bit])
            .collect();
        for vendor in model.vendor_ids() {
            let gates = open_gates(model, vendor, &failing);
            found.extend(gates.into_iter().map(|id| Departure::Misses(vendor, id)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn turn(departures: &[Departure]) -> Turn {
    let mut turn = Turn::default();
    for departure in departures {
        match departure {
            Departure::Fails(id) => turn.fails.push(*id),
            Departure::Misses(vendor, id) => turn.misses.push((*vendor, *id)),
        }
    }
    turn
}

fn subsets(of: &[Departure], largest: usize) -> Vec<Vec<Departure>> {
    let mut found: Vec<Vec<Departure>> = vec![Vec::new()];
    for departure in of {
        let longer: Vec<_> = found
            .iter()
            .filter(|set| set.len() < largest)
            .map(|set| set.iter().copied().chain([*departure]).collect())
            .collect();
        found.extend(longer);
    }
    found.sort_by_key(Vec::len);
    found
}

fn verdict(answer: &Answer, vendor: VendorId) -> Verdict {
    if answer.chosen.contains(&vendor) {
        Verdict::Chosen
    } else if answer.field.contains(&vendor) {
        Verdict::Eligible
    } else {
        Verdict::Rejected
    }
}

/// Smallest departures that change the chosen set, from every subset of everything open.
fn smallest(model: &Model, largest: usize) -> (Vec<(Vec<Departure>, Answer)>, Vec<bool>) {
    let reading = run(model, &Turn::default());
    let mut found: Vec<(Vec<Departure>, Answer)> = Vec::new();
    let mut varies = vec![false; model.vendors.len()];
    for set in subsets(&unknowns(model), largest) {
        let answer = run(model, &turn(&set));
        for vendor in model.vendor_ids().filter(|id| model.vendor(*id).excluded.is_none()) {
            varies[vendor.index()] |= verdict(&answer, vendor) != verdict(&reading, vendor);
        }
        let contains = |(small, _): &(Vec<Departure>, _)| small.iter().all(|d| set.contains(d));
        if answer.chosen != reading.chosen && !found.iter().any(contains) {
            found.push((set, answer));
        }
    }
    (found, varies)
}

fn sorted(vendors: &[VendorId]) -> Vec<VendorId> {
    let mut sorted = vendors.to_vec();
    sorted.sort_unstable();
    sorted
}

fn same_conditions(
    decision: &Decision,
    expected: &[(Vec<Departure>, Answer)],
) -> Result<(), proptest::test_runner::TestCaseError> {
    let mut wanted: Vec<_> = expected
        .iter()
        .map(|(set, answer)| (set.len(), set.clone(), answer.chosen.clone(), answer.tied.clone()))
        .collect();
    wanted.sort();
    let found: Vec<_> = decision
        .conditions
        .iter()
        .map(|found| {
            let departures = found.departures.clone();
            (departures.len(), departures, sorted(&found.chosen), found.tied.clone())
        })
        .collect();
    prop_assert_eq!(found, wanted);
    Ok(())
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(500))]

    #[test]
    fn every_completion_is_as_read_plainly(text in scenarios(SMALL)) {
        let model = model(&text);
        let open = unknowns(&model);
        for set in subsets(&open, if open.len() > 6 { 2 } else { 6 }) {
            let found = evaluate(&model, &Completion { departures: set.clone() }).unwrap();
            let expected = run(&model, &turn(&set));
            prop_assert_eq!(&found.field, &expected.field);
            for (row, score) in expected.scores.iter().enumerate() {
                let own = found.outcome.merits[row];
                prop_assert!((own - score).abs() < 1e-9, "{own} is not {score} of {row}\n{text}");
                let parts = found.outcome.parts.as_ref().unwrap().cells.row(row);
                prop_assert!((parts.iter().sum::<f64>() - score).abs() < 1e-9);
            }
            prop_assert_eq!(&found.ranks, &expected.ranks, "{}", text);
            prop_assert_eq!(sorted(&found.chosen), expected.chosen, "{}", text);
            prop_assert_eq!(found.tied, expected.tied, "{}", text);
        }
    }

    #[test]
    fn conditions_agree_with_every_completion(text in scenarios(SMALL)) {
        let model = model(&text);
        let decision = decide(&model).unwrap();
        let open = unknowns(&model).len();
        proptest::prop_assume!(open <= 7);
        let (expected, varies) = smallest(&model, open);
        prop_assert!(matches!(decision.search, Search::Exact(_)));
        same_conditions(&decision, &expected)?;
        for place in &decision.places {
            let expected = varies[place.vendor.index()];
            prop_assert_eq!(place.conditional, expected, "{:?}\n{}", place.vendor, text);
        }
    }

    #[test]
    fn put_back_stands_where_the_field_plus_it_alone_puts_it(text in scenarios(SMALL)) {
        let model = model(&text);
        let decision = decide(&model).unwrap();
        for place in &decision.places {
            let is_rejected = model.vendor(place.vendor).excluded.is_none()
                && !stands(&model, place.vendor, &Turn::default());
            prop_assert_eq!(is_rejected, place.verdict == Verdict::Rejected);
            prop_assert_eq!(is_rejected, place.put_back.is_some());
            let Some(put_back) = &place.put_back else { continue };
            let mut field = decision.reading.field.clone();
            field.push(place.vendor);
            field.sort_unstable();
            let expected = rank(&model, &Turn::default(), field);
            let row = expected.field.binary_search(&place.vendor).unwrap();
            prop_assert_eq!(put_back.rank, expected.ranks[row]);
            prop_assert!((put_back.score.unwrap() - expected.scores[row]).abs() < 1e-9);
        }
    }
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(16))]

    #[test]
    fn beyond_sixteen_unknowns_departures_of_up_to_two_agree(
        text in scenarios(Shape { vendors: 14, assumptions: 4, relative: true, unknown: 2, gates: 1 }),
    ) {
        let model = model(&text);
        let decision = decide(&model).unwrap();
        proptest::prop_assume!(matches!(decision.search, Search::UpToTwo(_)));
        let (expected, _) = smallest(&model, 2);
        same_conditions(&decision, &expected)?;
    }
}
