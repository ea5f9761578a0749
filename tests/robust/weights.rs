//! Weight sets: the ladder against draws, given intervals, constraints that cannot be kept.

use proptest::prelude::{ProptestConfig, proptest};
use rationale::decide::run::decide;
use rationale::explore::robust::failure::Failure;
use rationale::explore::robust::weight_space::{NoWeights, Weights};

use crate::support::random::{Shape, scenarios};
use crate::support::read::model;
use crate::{ONLY_WEIGHTS, robust};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_settled_rung_is_never_left_by_a_draw(
        text in scenarios(Shape { vendors: 5, assumptions: 0, relative: true, unknown: 9, gates: 3 })
    ) {
        let model = model(&text);
        let Ok(decision) = decide(&model) else { return Ok(()) };
        for weights in [Weights::Any, Weights::Order, Weights::Within(0.1)] {
            let found = robust(&model, weights, ONLY_WEIGHTS, 300).unwrap();
            let rung = found.ladder.iter().find(|rung| rung.weights == weights).unwrap();
            let is_kept = decision.reading.chosen.iter().all(|id| {
                let shares = &found.acceptability.vendors;
                shares.iter().any(|share| share.vendor == *id && share.chosen.figure == 1.0)
            });
            let nobody_else = found.acceptability.vendors.iter().all(|share| {
                decision.reading.chosen.contains(&share.vendor) || share.chosen.figure == 0.0
            });
            if rung.is_settled && rung.changes.is_none() {
                assert!(is_kept && nobody_else, "{rung:?}\n{:?}\n{text}", found.acceptability);
            }
        }
    }
}

#[test]
fn given_weights_are_drawn_between_their_ends() {
    let text = "
[criteria.a]
weight = { value = 2, low = 1, high = 3 }
scale = [0, 10]
[criteria.b]
weight = 2
scale = [0, 10]
[vendors.x.ratings]
a = 10
b = 0
[vendors.y.ratings]
a = 0
b = 10
[vendors.z.ratings]
a = 4
b = 4
";
    let found = robust(&model(text), Weights::Given, ONLY_WEIGHTS, 20_000).unwrap();
    // x leads where its weight is above 2: half of the interval.
    let [x, y, z] = [0, 1, 2].map(|idx| found.acceptability.vendors[idx].ranks[0]);
    assert!((x.figure - 0.5).abs() < 4.5 * x.error && (y.figure - 0.5).abs() < 4.5 * y.error);
    assert_eq!(z.figure, 0.0);
    let central = found.acceptability.vendors[0].central_shares.as_ref().unwrap();
    // Mean of w/(w + 2) over w in [2, 3]: 1 − 2 ln(5/4).
    assert!((central[0].figure - (1.0 - 2.0 * 1.25_f64.ln())).abs() < 5.0 * central[0].error);
    let refused =
        robust(&model(&text.replace(", low = 1, high = 3", "")), Weights::Given, ONLY_WEIGHTS, 1);
    assert_eq!(refused, Err(Failure::Weights(NoWeights::NoIntervals)));
}

#[test]
fn constraints_that_contradict_each_other_are_named() {
    let text = "
[criteria.a]
weight = 1
scale = [0, 10]
[criteria.b]
weight = 1
scale = [0, 10]
[vendors.x.ratings]
a = 5
[[weight-constraints]]
more = \"a\"
less = \"b\"
times = 3
[[weight-constraints]]
terms = { a = 1, b = -1 }
at-most = 0.9
[[weight-constraints]]
terms = { b = 1 }
at-least = 0.4
";
    let found = robust(&model(text), Weights::Any, ONLY_WEIGHTS, 1);
    assert_eq!(found, Err(Failure::Weights(NoWeights::Contradiction(vec![0, 2]))));
}

#[test]
fn the_ladder_says_what_has_to_be_agreed() {
    let text = |y: &str| {
        format!(
            "
[criteria.a]
weight = 3
scale = [0, 10]
[criteria.b]
weight = 2
scale = [0, 10]
[vendors.x.ratings]
a = 8
b = 5
[vendors.y.ratings]
{y}
"
        )
    };
    let settled = |y: &str| {
        let found = robust(&model(&text(y)), Weights::Any, ONLY_WEIGHTS, 1).unwrap();
        found.ladder.iter().find(|rung| rung.is_settled).unwrap().weights
    };
    assert_eq!(settled("a = 7\nb = 4"), Weights::Any);
    assert_eq!(settled("a = 5\nb = 6"), Weights::Order);
    assert_eq!(settled("a = 6.2\nb = 7.2"), Weights::Within(0.1));
    assert_eq!(settled("a = 6.2\nb = 7.6"), Weights::Exactly);
}

/// Where the two are level, at any weights or at the one end, the choice is as sure as the tie-break.
#[test]
fn what_a_tie_break_settles_needs_no_weights() {
    let settled = |[x, y]: [&str; 2]| {
        let text = format!(
            "tie-break = [\"c\"]\n[criteria.a]\nweight = 3\nscale = [0, 10]\n\
             [criteria.b]\nweight = 2\nscale = [0, 10]\n\
             [criteria.c]\ninfo = true\nscale = [0, 10]\n\
             [vendors.x.ratings]\n{x}\n[vendors.y.ratings]\n{y}\n"
        );
        let found = robust(&model(&text), Weights::Any, ONLY_WEIGHTS, 1).unwrap();
        found.ladder.iter().find(|rung| rung.is_settled).map(|rung| rung.weights)
    };
    assert_eq!(settled(["a = 8\nb = 5\nc = 2", "a = 8\nb = 5\nc = 1"]), Some(Weights::Any));
    assert_eq!(settled(["a = 8\nb = 5\nc = 2", "a = 8\nb = 4\nc = 1"]), Some(Weights::Any));
    // With all the weight on a, which the order allows, y would be chosen.
    let nearly = Some(Weights::Within(0.1));
    assert_eq!(settled(["a = 8\nb = 5\nc = 1", "a = 8\nb = 4\nc = 2"]), nearly);
    assert_eq!(settled(["a = 8\nb = 5\nc = 2", "a = 8\nb = 5\nc = 2"]), None);
}

/// Two are wanted and one stands; the other enters when the weights inside its group move a little.
#[test]
fn a_place_left_open_is_not_settled_while_somebody_may_enter() {
    let model = model(
        "choose = 2
[criteria.g]
weight = 1
gate = { at-least = \"50%\" }
[criteria.a]
under = \"g\"
weight = 1
scale = [0, 10]
[criteria.b]
under = \"g\"
weight = 1.05
scale = [0, 10]
[vendors.x.ratings]
a = 9
b = 9
[vendors.y.ratings]
a = 9
b = 1
",
    );
    let found = robust(&model, Weights::Within(0.1), ONLY_WEIGHTS, 1000).unwrap();
    assert!(found.acceptability.vendors[1].chosen.figure > 0.1);
    let settled = |wanted: Weights| {
        found.ladder.iter().find(|rung| rung.weights == wanted).map(|rung| rung.is_settled)
    };
    assert_eq!(settled(Weights::Within(0.1)), Some(false));
    assert_eq!(settled(Weights::Exactly), Some(true));
}

/// Where nothing is exact a rung takes as many draws as the ranks, up to its own limit.
#[test]
fn a_rung_takes_no_more_draws_than_the_ranks() {
    let model = model(
        "[method]
kind = \"topsis\"
[criteria.a]
weight = 3
scale = [0, 10]
[criteria.b]
weight = 2
scale = [0, 10]
[vendors.x.ratings]
a = 8
b = 3
[vendors.y.ratings]
a = 5
b = 6
",
    );
    let rungs = |draws: u64| robust(&model, Weights::Any, ONLY_WEIGHTS, draws).unwrap().ladder;
    let any = &rungs(50)[0];
    assert_eq!((any.weights, any.draws), (Weights::Any, 50));
    let changed = any.changes.unwrap() * 50.0;
    assert!(changed > 0.0 && (changed - changed.round()).abs() < 1e-9, "{changed}");
    let many: Vec<u64> = rungs(10_000).iter().map(|rung| rung.draws).collect();
    assert_eq!(many, [4096, 4096, 4096, 0]);
}
