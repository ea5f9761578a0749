//! The same scenario under every method, held against runs with `[method]` changed by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use rationale::decide::completion::Completion;
use rationale::decide::run::evaluate;
use rationale::explore::methods::dissent::{Cause, Dissent, Turn};
use rationale::explore::methods::{Comparison, Reason, compare};
use rationale::method::id::MethodId;
use rationale::method::normalise::Normalise;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::support::read::model;

fn compared(model: &Model) -> Comparison {
    compare(model, &evaluate(model, &Completion::default()).unwrap())
}

const PHONES: &str = r#"
[criteria.price]
weight = 55
scale = [0, 100]
direction = "minimize"
[criteria.quality]
weight = 45
scale = [0, 100]
[vendors.cheap.ratings]
price = 40
quality = 50
[vendors.good.ratings]
price = 45
quality = 60
[vendors.rejected.ratings]
price = 1
quality = 99
licence = false
[criteria.licence]
gate = { is = true }
"#;

#[test]
fn every_method_stands_as_if_the_file_had_named_it() {
    let model = model(PHONES);
    let found = compared(&model);
    assert_eq!(found.field, [VendorId(0), VendorId(1)]);
    assert_eq!(found.ran.len() + found.left_out.len(), MethodId::ALL.len());
    for ran in &found.ran {
        let text = format!("[method]\nkind = \"{}\"\n{PHONES}", ran.method.id());
        let named = self::model(&text);
        let alone = evaluate(&named, &Completion::default()).unwrap();
        assert_eq!(alone.ranks, ran.evaluation.ranks, "{}", ran.method.id());
        assert_eq!(alone.outcome, ran.evaluation.outcome);
    }
    for left in &found.left_out {
        assert!(matches!(left.reason, Reason::Refused(_)));
    }
    let topsis = found.ran.iter().any(|ran| ran.method == MethodId::Topsis);
    let ahp = found.left_out.iter().any(|left| left.method == MethodId::Ahp);
    assert!(topsis && ahp);
}

#[test]
fn agreement_is_with_oneself_whole_and_pairs_come_once() {
    let found = compared(&model(PHONES));
    let count = found.ran.len();
    assert_eq!(found.agreement.len(), count * (count - 1) / 2);
    assert!(found.agreement[..count - 1].iter().all(|pair| pair.a == found.own));
    for pair in &found.agreement {
        // Two vendors: the same order, the reverse, or a tie that correlates with nothing.
        let tau = pair.kendall.map(|tau| tau.abs());
        assert!(tau.is_none_or(|tau| (tau - 1.0).abs() < 1e-12), "{pair:?}");
    }
}

#[test]
fn a_range_that_the_field_sets_turns_a_pair_and_is_named() {
    // On the declared scales quality outweighs price, 0.045 to 0.0275; stretched to the field's own
    // ranges the larger weight wins.
    let found = compared(&model(PHONES));
    let reading = found.ran.iter().find(|ran| ran.method == found.own).unwrap();
    assert_eq!(reading.evaluation.chosen, [VendorId(1)]);
    let mabac = found.dissent.iter().find(|own| own.method == MethodId::Mabac).unwrap();
    assert_eq!((mabac.ahead, mabac.instead), (VendorId(1), VendorId(0)));
    let Cause::Normalisation { normalise: Normalise::MinMax, carried: Some(carried) } = mabac.cause
    else {
        panic!("{mabac:?}")
    };
    // Quality has 0.045 of 0.0725 before and 0.45 of 1 after; price loses as much.
    assert!((carried.before - carried.after - (0.045 / 0.0725 - 0.45)).abs() < 1e-9, "{carried:?}");
    assert!(found.dissent.iter().all(|own| own.ahead == VendorId(1)));
}

#[test]
fn a_veto_is_named_where_it_turns_the_pair() {
    let text = r#"
[criteria.reach]
weight = 8
scale = [0, 10]
[criteria.care]
weight = 2
scale = [0, 10]
[vendors.far.ratings]
reach = 9
care = 1
[vendors.near.ratings]
reach = 7
care = 8
"#;
    let found = compared(&model(text));
    let electre: &Dissent =
        found.dissent.iter().find(|own| own.method == MethodId::ElectreI).unwrap();
    assert_eq!(electre.ahead, VendorId(0));
    assert_eq!(electre.cause, Cause::Veto { criteria: vec![CriterionId(1)] });
}

#[test]
fn a_vendor_ranked_below_one_that_is_nowhere_better_is_named() {
    let vendors = [("three", 3), ("one", 1), ("ten", 10)]
        .map(|(name, mark)| format!("[vendors.{name}.ratings]\na = {mark}\nb = {mark}\n"));
    let criteria =
        "[criteria.a]\nweight = 6\nscale = [0, 20]\n[criteria.b]\nweight = 4\nscale = [0, 20]\n";
    let found = compared(&model(&format!("{criteria}{}", vendors.concat())));
    let [overturned] = found.overturned[..] else { panic!("{:?}", found.overturned) };
    assert_eq!(overturned.method, MethodId::Probid);
    assert_eq!([overturned.better, overturned.worse], [VendorId(0), VendorId(1)]);
    // Every other method has the vendor that dominates first, among those that have an order.
    for ran in found.ran.iter().filter(|ran| ran.method != MethodId::Probid) {
        assert_eq!(ran.evaluation.rank(VendorId(2)), Some(1), "{}", ran.method.id());
    }
}

#[test]
fn a_pair_that_a_method_has_level_is_called_level_or_turned_by_the_tie_break() {
    let text = "[criteria.a]\nweight = 6\nscale = [0, 10]\n[criteria.b]\nweight = 4\nscale = [0, 10]\n\
                [vendors.left.ratings]\na = 9\nb = 1\n[vendors.right.ratings]\na = 2\nb = 8\n";
    let turn = |text: &str| {
        let found = compared(&model(text));
        let electre = found.dissent.iter().find(|own| own.method == MethodId::ElectreI);
        electre.expect("a dissent").turn
    };
    assert_eq!(turn(text), Turn::Level);
    assert_eq!(turn(&format!("tie-break = [\"b\"]\n{text}")), Turn::TieBreak);
}

#[test]
fn of_a_tie_across_the_edge_the_pair_is_one_that_stands_level() {
    // Two are chosen; under ELECTRE I the second ties with others behind the first, who leads alone.
    let text = "choose = 2\n[criteria.a]\nweight = 2\nscale = [0, 10]\n[criteria.b]\nweight = 1\nscale = [0, 10]\n\
                [vendors.first.ratings]\na = 9\nb = 9\n[vendors.second.ratings]\na = 8\nb = 3\n\
                [vendors.third.ratings]\na = 3\nb = 8\n";
    let found = compared(&model(text));
    let electre = found.ran.iter().find(|ran| ran.method == MethodId::ElectreI).unwrap();
    assert_eq!(electre.evaluation.chosen, [VendorId(0)]);
    assert_eq!(electre.evaluation.tied, [VendorId(1), VendorId(2)]);
    let dissent = found.dissent.iter().find(|own| own.method == MethodId::ElectreI).unwrap();
    assert_eq!((dissent.ahead, dissent.instead), (VendorId(1), VendorId(2)));
    assert_eq!(dissent.turn, Turn::Level);
}

#[test]
fn where_people_vote_the_one_whose_ranking_turns_is_named() {
    let text = format!(
        "[group]\ncombine = \"borda\"\n[stakeholders.buyer.weights]\nprice = 60\nquality = 40\n\
         [stakeholders.user.weights]\nprice = 1\nquality = 99\n[stakeholders.chief.weights]\n\
         price = 50\nquality = 50\n{PHONES}"
    );
    let model = model(&text);
    let found = compared(&model);
    assert!(!found.dissent.is_empty());
    for dissent in &found.dissent {
        let Cause::Vote { stakeholder: Some(who) } = dissent.cause else { panic!("{dissent:?}") };
        // The user wants quality under every method; the others have reason to turn.
        assert_ne!(who.index(), 1, "{dissent:?}");
    }
}

#[test]
fn what_is_compared_in_pairs_is_not_ranked_by_ratings_that_nobody_gave() {
    let text = "[method]\nkind = \"ahp\"\n[criteria.x]\nweight = 1\n\
                compare = [[\"a\", \"b\", 3]]\n[vendors.a]\n[vendors.b]\n";
    let found = compared(&model(text));
    assert_eq!(found.ran.iter().map(|ran| ran.method).collect::<Vec<_>>(), [MethodId::Ahp]);
    assert!(found.left_out.iter().all(|left| left.reason == Reason::NotRated(CriterionId(0))));
}

#[test]
fn the_number_of_threads_does_not_show() {
    let model = model(PHONES);
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(alone.install(|| compared(&model)), compared(&model));
}
