//! Rankings combined and compared against `tests/cases`.
//! Methods `borda`, `copeland`, `kemeny` and `correlations`.

use rationale::method::ranks::competition_ranks;
use rationale::weights::agreement::compare;
use rationale::weights::group::ballots::Tally;
use rationale::weights::group::{borda, copeland, kemeny};

use crate::case::{self, Case, Expectation, as_number, as_rows, assert_close_rows, is_close};

#[test]
fn rankings_meet_every_reference_case() {
    let mut counted = [0; 3];
    for case in case::all().iter().filter(|case| case.kind == "rankings") {
        for expectation in &case.expect {
            let context = format!("{} {}", case.id, expectation.method);
            let tally = tally(case, expectation);
            check_pairwise(&context, expectation, &tally);
            match expectation.method.as_str() {
                "borda" => {
                    counted[0] += 1;
                    check_scores(&context, expectation, &borda::points(&tally));
                }
                "copeland" => {
                    counted[1] += 1;
                    check_scores(&context, expectation, &copeland::scores(&tally));
                }
                "kemeny" => {
                    counted[2] += 1;
                    check_kemeny(&context, expectation, &tally);
                }
                other => panic!("{context}: {other}"),
            }
        }
    }
    assert_eq!(counted, [4, 5, 4]);
}

#[test]
fn agreement_meets_every_reference_case() {
    let mut counted = 0;
    for case in case::all().iter().filter(|case| case.kind == "ranking-pair") {
        for expectation in &case.expect {
            counted += 1;
            let rows = &case.input.as_ref().expect("two rankings").rows;
            let agreement = compare(&rows[0], &rows[1]).expect("coefficients");
            for (name, value) in &expectation.extra {
                let found = match name.as_str() {
                    "spearman" => agreement.spearman,
                    "kendall_tau_b" => agreement.kendall_tau_b,
                    "weighted_spearman" => agreement.weighted_spearman,
                    "ws" => agreement.ws,
                    other => panic!("{}: `{other}` is not checked", case.id),
                };
                let (found, expected) = (found.expect("a value"), as_number(value).expect("one"));
                let tolerance = expectation.tolerance.expect("a tolerance");
                assert!(is_close(found, expected, tolerance), "{} {name}: {found}", case.id);
            }
            assert_eq!(expectation.extra.len(), 4);
        }
    }
    assert_eq!(counted, 2);
}

fn tally(case: &Case, expectation: &Expectation) -> Tally {
    let ballots = &case.input.as_ref().expect("ballots").rows;
    let counts = expectation.numbers("counts").unwrap_or_else(|| vec![1.0; ballots.len()]);
    Tally::count(ballots, &counts).expect("a tally")
}

fn check_scores(context: &str, expectation: &Expectation, scores: &[f64]) {
    expectation.check_scores(context, scores, &competition_ranks(scores));
}

fn check_pairwise(context: &str, expectation: &Expectation, tally: &Tally) {
    let expected = as_rows(&expectation.extra["pairwise"]).expect("rows");
    let vendors = 0..tally.vendors();
    let found: Vec<Vec<f64>> = vendors
        .clone()
        .map(|first| vendors.clone().map(|second| tally.before(first, second)).collect())
        .collect();
    assert_close_rows(context, "pairwise", &found, &expected, 1e-9);
}

fn check_kemeny(context: &str, expectation: &Expectation, tally: &Tally) {
    let consensus = kemeny::consensus(tally);
    let orders: Vec<Vec<f64>> = consensus
        .orders
        .iter()
        .map(|order| order.iter().map(|&vendor| vendor as f64).collect())
        .collect();
    for figures in [&expectation.extra, &expectation.published_extra] {
        if let Some(expected) = figures.get("distance").and_then(as_number) {
            assert!(is_close(consensus.distance, expected, 1e-9), "{context}");
            assert!(is_close(consensus.bound, expected, 1e-9), "{context}");
        }
        if let Some(expected) = figures.get("optimal_orders").and_then(as_rows) {
            assert_eq!(orders, expected, "{context}");
        }
    }
}
