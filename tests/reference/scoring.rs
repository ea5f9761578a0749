//! Every expectation about a scoring method: scores, ranks, the method's own figures, refusals.
//! Runs through `Method::solve`, the way the program does.

use rationale::method::kind::Method;
use rationale::method::normalise::Normalise;
use rationale::method::outcome::{Figures, Outcome};
use rationale::method::problem::Problem;
use rationale::method::ranks::competition_ranks;
use rationale::method::scoring::cocoso::Cocoso;
use rationale::method::scoring::codas::Codas;
use rationale::method::scoring::grey_relational::GreyRelational;
use rationale::method::scoring::spotis::Spotis;
use rationale::method::scoring::todim::Todim;
use rationale::method::scoring::topsis::Topsis;
use rationale::method::scoring::vikor::Vikor;
use rationale::method::scoring::waspas::Waspas;
use rationale::method::scoring::weighted_product::WeightedProduct;
use rationale::method::scoring::weighted_sum::WeightedSum;
use toml::{Table, Value};

use crate::case::{Case, Expectation, all, as_number, as_numbers, assert_close, is_close};

/// The cases' names of our methods, and how many expectations each has.
const EXPECTED: [(&str, usize); 22] = [
    ("aras", 11),
    ("cocoso", 8),
    ("codas", 8),
    ("comet_topsis", 1),
    ("copras", 14),
    ("edas", 16),
    ("fmf", 4),
    ("grey", 2),
    ("mabac", 13),
    ("marcos", 12),
    ("moora", 14),
    ("moora_ref", 4),
    ("multimoora", 7),
    ("rim", 1),
    ("rov", 1),
    ("saw", 51),
    ("spotis", 5),
    ("todim", 3),
    ("topsis", 40),
    ("vikor", 30),
    ("waspas", 15),
    ("wpm", 11),
];

#[test]
fn every_expectation_holds() {
    let mut counts = vec![0; EXPECTED.len()];
    for case in all() {
        for (index, expectation) in case.expect.iter().enumerate() {
            let known = EXPECTED.iter().position(|(name, _)| *name == expectation.method);
            let Some(place) = known else { continue };
            counts[place] += 1;
            let context = format!("{} #{index} {}", case.id, expectation.method);
            check(&context, &case, expectation);
        }
    }
    assert_eq!(counts, EXPECTED.map(|(_, count)| count));
}

fn check(context: &str, case: &Case, expectation: &Expectation) {
    let mut problem = case.problem(expectation);
    let method = method(expectation, &mut problem);
    let outcome = method.solve(&problem);
    if expectation.is_undefined() {
        assert!(outcome.is_err(), "{context}: expected a refusal, found {outcome:?}");
        return;
    }
    let outcome = outcome.unwrap_or_else(|refusal| panic!("{context}: refused, {refusal:?}"));
    if expectation.method == "fmf" {
        let logarithms = per_vendor(&outcome, "log-full-multiplicative");
        return expectation.check_scores(context, &logarithms, &competition_ranks(&logarithms));
    }
    let scores = outcome.scores.clone().expect("a score");
    expectation.check_scores(context, &scores, &competition_ranks(&outcome.merits));
    let tolerance = expectation.tolerance.unwrap_or(1e-9);
    check_extras(context, &outcome, &expectation.extra, tolerance);
    if let Some(tolerance) = expectation.published_extra.get("tolerance").and_then(as_number) {
        check_extras(context, &outcome, &expectation.published_extra, tolerance);
    }
}

fn method(expectation: &Expectation, problem: &mut Problem) -> Method {
    let normalise = expectation.word("normalization").map(|name| match name {
        "minmax" => Normalise::MinMax,
        "linear" => Normalise::Ratio,
        "vector" | "vector_raw" => Normalise::Vector,
        "max" => Normalise::Max,
        "sum" => Normalise::Sum,
        other => panic!("normalisation `{other}`"),
    });
    let lambda = expectation.number("lam");
    match (expectation.method.as_str(), normalise) {
        ("saw", Some(normalise)) => Method::WeightedSum(WeightedSum { normalise }),
        ("wpm", Some(normalise)) => Method::WeightedProduct(WeightedProduct { normalise }),
        ("topsis", Some(normalise)) => Method::Topsis(Topsis { normalise }),
        ("waspas", None) => Method::Waspas(Waspas { lambda: lambda.expect("lam") }),
        ("cocoso", None) => Method::Cocoso(Cocoso { lambda: lambda.expect("lam") }),
        ("vikor", None) => Method::Vikor(Vikor { v: expectation.number("v").expect("v") }),
        ("codas", None) => Method::Codas(Codas { tau: expectation.number("tau").expect("tau") }),
        ("spotis", None) => {
            set_scales(problem, &expectation.rows("bounds").expect("bounds"));
            let ideal = expectation.numbers("esp").unwrap_or_default();
            Method::Spotis(Spotis { ideal: ideal.into_iter().map(Some).collect() })
        }
        ("rim", None) => {
            set_scales(problem, &expectation.rows("ranges").expect("ranges"));
            let ideals = expectation.rows("ideals").expect("ideals");
            for (axis, ideal) in problem.axes.iter_mut().zip(ideals) {
                axis.target = Some([ideal[0], ideal[1]]);
            }
            Method::Rim(Default::default())
        }
        ("aras", None) => Method::Aras(Default::default()),
        ("grey", None) => {
            Method::GreyRelational(GreyRelational { rho: expectation.number("rho").expect("rho") })
        }
        ("todim", None) => {
            Method::Todim(Todim { theta: expectation.number("theta").expect("theta") })
        }
        ("rov", None) => Method::Rov(Default::default()),
        ("comet_topsis", None) => Method::Comet(Default::default()),
        ("copras", None) => Method::Copras(Default::default()),
        ("edas", None) => Method::Edas(Default::default()),
        ("mabac", None) => Method::Mabac(Default::default()),
        ("marcos", None) => Method::Marcos(Default::default()),
        ("moora", None) => Method::Moora(Default::default()),
        ("moora_ref", None) => Method::MooraReference(Default::default()),
        ("multimoora" | "fmf", None) => Method::Multimoora(Default::default()),
        (other, normalise) => panic!("`{other}` with {normalise:?}"),
    }
}

fn set_scales(problem: &mut Problem, rows: &[Vec<f64>]) {
    for (axis, row) in problem.axes.iter_mut().zip(rows) {
        axis.scale = Some([row[0], row[1]]);
    }
}

/// Every extra is a detail under another name; one that we do not have fails.
fn check_extras(context: &str, outcome: &Outcome, extras: &Table, tolerance: f64) {
    for (name, expected) in extras {
        let detail = match name.as_str() {
            "tolerance" | "seen_in" => continue,
            "rank_fmf" => "rank-full-multiplicative".to_owned(),
            other => other.to_lowercase().replace('_', "-"),
        };
        let found = figures(outcome, &detail);
        match (found, expected) {
            (Figures::PerVendor(found) | Figures::PerCriterion(found), _) => {
                let expected = as_numbers(expected).expect("numbers");
                assert_close(context, name, found, &expected, tolerance);
            }
            (Figures::Whole(found), Value::Boolean(holds)) => {
                assert_eq!(*found, f64::from(u8::from(*holds)), "{context}: {name}");
            }
            (Figures::Whole(found), _) => {
                let expected = as_number(expected).expect("a number");
                assert!(is_close(*found, expected, tolerance), "{context}: {name} is {found}");
            }
            (Figures::Set(found), _) => {
                let mut expected = as_numbers(expected).expect("indices");
                // The cases list the set by Q, ours by row.
                expected.sort_by(f64::total_cmp);
                let found: Vec<f64> = found.iter().map(|&row| row as f64).collect();
                assert_eq!(found, expected, "{context}: {name}");
            }
            (Figures::Relations(_), _) => panic!("{context}: no relations are expected here"),
        }
    }
}

fn figures<'a>(outcome: &'a Outcome, name: &str) -> &'a Figures {
    let detail = outcome.details.iter().find(|detail| detail.name == name);
    &detail.unwrap_or_else(|| panic!("no detail `{name}`")).figures
}

fn per_vendor(outcome: &Outcome, name: &str) -> Vec<f64> {
    match figures(outcome, name) {
        Figures::PerVendor(figures) => figures.clone(),
        other => panic!("`{name}` is {other:?}"),
    }
}
