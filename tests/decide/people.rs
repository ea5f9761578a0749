//! Several people: the mean of their weights, or a vote on their rankings.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use rationale::decide::completion::Completion;
use rationale::decide::decision::{Status, Verdict};
use rationale::decide::run::{decide, evaluate};
use rationale::method::outcome::Figures;
use rationale::model::id::VendorId;

use crate::support::random::{SMALL, scenarios};
use crate::support::read::{asked, model};

/// Four parties, each with one criterion of its own; the capital of Tennessee, a textbook vote:
/// 42 say Memphis, Nashville, Chattanooga, Knoxville; 26 N C K M; 15 C K N M; 17 K C N M.
fn tennessee(combine: &str) -> String {
    let mut text = format!("[group]\ncombine = \"{combine}\"\n");
    let ranks = [[1, 2, 3, 4], [4, 1, 2, 3], [4, 3, 1, 2], [4, 3, 2, 1]];
    for (party, share) in [42, 26, 15, 17].iter().enumerate() {
        text += &format!("[criteria.c{party}]\nscale = [0, 3]\n");
        text +=
            &format!("[stakeholders.p{party}]\nshare = {share}\nweights = {{ c{party} = 1 }}\n");
    }
    for (city, name) in ["memphis", "nashville", "chattanooga", "knoxville"].iter().enumerate() {
        text += &format!("[vendors.{name}.ratings]\n");
        for (party, ranks) in ranks.iter().enumerate() {
            text += &format!("c{party} = {}\n", 4 - ranks[city]);
        }
    }
    text
}

#[test]
fn the_textbook_vote_comes_out_as_printed() {
    for (combine, scores) in [
        ("borda", [1.26, 1.94, 1.73, 1.07]),
        ("copeland", [-3.0, 3.0, 1.0, -1.0]),
        ("kemeny", [4.0, 1.0, 2.0, 3.0]),
        // The mean of the weights gives the mean of the values, a third of Borda's points each.
        ("mean-weights", [1.26 / 3.0, 1.94 / 3.0, 1.73 / 3.0, 1.07 / 3.0]),
    ] {
        let decision = decide(&model(&tennessee(combine))).expect("it runs");
        let reading = &decision.reading;
        let found = reading.outcome.scores.as_ref().expect("votes have scores");
        let fits = found.iter().zip(scores).all(|(found, wanted)| (found - wanted).abs() < 1e-9);
        assert!(fits, "{combine}: {found:?}");
        assert_eq!(
            (reading.chosen.as_slice(), decision.status),
            (&[VendorId(1)][..], Status::Decided)
        );
        let own: Vec<VendorId> = reading
            .standpoints
            .iter()
            .map(|own| own.as_ref().expect("it runs").chosen[0])
            .collect();
        assert_eq!(own, [0, 1, 2, 3].map(VendorId));
        let first = reading.standpoints[0].as_ref().expect("it runs");
        assert_eq!((first.ranks.as_slice(), first.amount), (&[1, 2, 3, 4][..], 0.42));
        if combine == "kemeny" {
            let distance = reading.outcome.details.iter().find(|own| own.name == "kemeny-distance");
            let distance = distance.map(|detail| detail.figures.clone());
            assert!(matches!(distance, Some(Figures::Whole(found)) if (found - 2.07).abs() < 1e-9));
        }
    }
}

const SHARED: &str = "
[criteria.quality]
weight = 60
[criteria.speed]
under = \"quality\"
weight = 1
scale = [0, 10]
[criteria.care]
under = \"quality\"
weight = 3
scale = [0, 10]
[criteria.price]
weight = 40
scale = [0, 10]
[group]
combine = \"mean-weights\"
[stakeholders.cfo]
weights = { price = 180 }
[stakeholders.user]
derive = { kind = \"ahp\", compare = [[\"speed\", \"care\", 4]] }
[vendors.a.ratings]
speed = 9
care = 4
price = 5
[vendors.b.ratings]
speed = 4
care = 8
price = 6
";

#[test]
fn siblings_that_somebody_leaves_out_keep_the_files_weights() {
    let run = evaluate(&model(SHARED), &Completion::default()).expect("it runs");
    let shares = |own: &[Option<f64>]| -> Vec<f64> { own.iter().flatten().copied().collect() };
    let close = |found: Vec<f64>, wanted: [f64; 4]| {
        let fits = found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-12);
        assert!(fits, "{found:?} is not {wanted:?}");
    };
    let own = |who: usize| shares(&run.standpoints[who].as_ref().expect("it runs").shares);
    close(own(0), [0.25, 0.0625, 0.1875, 0.75]);
    close(own(1), [0.6, 0.48, 0.12, 0.4]);
    close(shares(&run.shares), [0.425, 0.27125, 0.15375, 0.575]);
    // 0.5931 to 0.5765.
    assert_eq!(run.chosen, [VendorId(0)]);
}

#[test]
fn a_share_asked_for_is_asked_of_everybody_and_of_the_mean() {
    for combine in ["mean-weights", "borda"] {
        let text = SHARED.replace("mean-weights", combine);
        let run =
            evaluate(&asked(&text, &[("price", 0.2)]), &Completion::default()).expect("it runs");
        let price = |own: &[Option<f64>]| own[3].expect("it takes part");
        assert!((price(&run.shares) - 0.2).abs() < 1e-12);
        for own in &run.standpoints {
            assert!((price(&own.as_ref().expect("it runs").shares) - 0.2).abs() < 1e-12);
        }
    }
}

#[test]
fn the_gate_of_a_group_weighs_by_the_mean() {
    // speed and care stand 0.27125 to 0.15375 in the mean: a reaches 0.9 and 0.4 of them.
    let gate = |percent: f64| {
        SHARED
            .replace("weight = 60", &format!("weight = 60\ngate = {{ at-least = \"{percent}%\" }}"))
    };
    let reached = 100.0 * (0.27125 * 0.9 + 0.15375 * 0.4) / 0.425;
    for (percent, stands) in [(reached - 0.01, true), (reached + 0.01, false)] {
        let run = evaluate(&model(&gate(percent)), &Completion::default()).expect("it runs");
        assert_eq!(run.row(VendorId(0)).is_some(), stands);
    }
}

#[test]
fn a_stakeholder_may_leave_the_weights_to_the_data() {
    let text = SHARED.replace("weights = { price = 180 }", "derive = { kind = \"equal\" }");
    let run = evaluate(&model(&text), &Completion::default()).expect("it runs");
    let own = run.standpoints[0].as_ref().expect("it runs");
    let third =
        |index: usize| (own.shares[index].expect("it takes part") - 1.0 / 3.0).abs() < 1e-12;
    assert!(third(1) && third(2) && third(3));
}

#[test]
fn a_vote_may_tie_and_is_shown() {
    let text = tennessee("borda")
        .replace("share = 42", "share = 1")
        .replace("share = 26", "share = 0")
        .replace("share = 15", "share = 0")
        .replace("share = 17", "share = 1");
    // 1 2 3 4 against 4 3 2 1: everybody has the same points.
    let decision = decide(&model(&text)).expect("it runs");
    assert_eq!((decision.status, decision.reading.tied.len()), (Status::Tied, 4));
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn removing_a_rejected_vendor_never_changes_what_people_choose(
        text in scenarios(SMALL), way in 0_usize..4, weights in [[0_u8..4, 1..4], [0..4, 1..4]],
    ) {
        let way = ["mean-weights", "borda", "copeland", "kemeny"][way];
        let [[a, b], [c, d]] = weights;
        let people = format!(
            "\n[group]\ncombine = \"{way}\"\n[stakeholders.p]\nweights = {{ c0 = {a}, c1 = {b} }}\n\
             [stakeholders.q]\nweights = {{ c0 = {d}, c1 = {c} }}\n[stakeholders.r]\n");
        let model = model(&(text + &people));
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
            prop_assert_eq!(&run.outcome.merits, &decision.reading.outcome.merits);
        }
        // Where all want the same vendor, it is chosen whatever the vote.
        let wanted: Vec<&Vec<VendorId>> =
            decision.reading.standpoints.iter().flatten().map(|own| &own.chosen).collect();
        if model.choose == 1 && wanted.windows(2).all(|pair| pair[0] == pair[1]) && !wanted[0].is_empty() {
            prop_assert!(decision.reading.chosen == *wanted[0]);
        }
    }
}
