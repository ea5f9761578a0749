//! Robustness to weights against `tests/cases`: sampled ranks, critical weights, intervals.
//! Methods `smaa_exact3`, `smaa_sample`, `weight_stability` and `stability_interval`.

use std::sync::atomic::AtomicBool;

use rationale::answer::contest::{Contest, scores};
use rationale::answer::criticality::{
    Pairs as CriticalPairs, critical as most_critical, levellings,
};
use rationale::answer::smaa::acceptability::{Acceptability, acceptability};
use rationale::answer::smaa::linear::{LinearSmaa, count_block};
use rationale::answer::smaa::run::{Draws, Run, run};
use rationale::answer::smaa::sampler::Sampler;
use rationale::answer::smaa::tallies::{Pairs, Tallies};
use rationale::answer::stability::sweep;
use rationale::answer::weight_set::WeightSet;
use rationale::method::ranks::competition_ranks;

use crate::case::{self, Case, Expectation, as_rows, assert_close, assert_close_rows};

#[test]
fn robustness_meets_every_reference_case() {
    let mut counted = 0;
    for case in case::all() {
        for expectation in &case.expect {
            let context = format!("{} {}", case.id, expectation.method);
            match expectation.method.as_str() {
                "smaa_exact3" => sampled(&context, &case, expectation),
                "smaa_sample" => listed(&context, &case, expectation),
                "weight_stability" => critical(&context, &case, expectation),
                "stability_interval" => intervals(&context, &case, expectation),
                _ => continue,
            }
            counted += 1;
        }
    }
    assert_eq!(counted, 3 + 2);
}

/// Exact areas of polygons, met within four standard errors of a million draws.
fn sampled(context: &str, case: &Case, expectation: &Expectation) {
    let values = case.ratings();
    let set = match expectation.rows("order") {
        None => WeightSet::Any,
        Some(pairs) => {
            // Pairs (heavier, lighter) that name a chain.
            let mut chain = vec![pairs[0][0] as usize];
            for pair in &pairs {
                assert_eq!(Some(&(pair[0] as usize)), chain.last(), "{context}: a chain");
                chain.push(pair[1] as usize);
            }
            WeightSet::Order(chain.into_iter().map(|criterion| vec![criterion]).collect())
        }
    };
    let sampler = Sampler::prepare(&set, values.columns()).expect(context);
    let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Counted };
    let never = AtomicBool::new(false);
    let plan =
        Run { draws: Draws::Exactly(1_000_000), seed: 1, interrupt: &never, progress: &|_, _| {} };
    let none = || Tallies::none(values.rows(), values.columns(), Pairs::Counted);
    let counted = run(&plan, none, |block, draws, tallies| {
        count_block(&smaa, plan.seed, block, draws, tallies);
    });
    check(context, expectation, &acceptability(&counted.expect(context).counts), 4.0);
}

/// Figures over a list of weights, met exactly.
fn listed(context: &str, case: &Case, expectation: &Expectation) {
    let values = case.ratings();
    let (vendors, criteria) = (values.rows(), values.columns());
    let mut tallies = Tallies::none(vendors, criteria, Pairs::Counted);
    for shares in expectation.rows("weights").expect(context) {
        let sampler = Sampler::prepare(&WeightSet::Exactly(shares), criteria).expect(context);
        let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Counted };
        count_block(&smaa, 0, 0, 1, &mut tallies);
    }
    check(context, expectation, &acceptability(&tallies), 0.0);
}

/// Within `errors` standard errors, or to the case's tolerance (central weights are counted in
/// units of 2⁻⁴⁰, far below it).
fn check(context: &str, expectation: &Expectation, found: &Acceptability, errors: f64) {
    let tolerance = expectation.tolerance.expect(context);
    let expected = as_rows(&expectation.extra["rank_acceptability"]).expect(context);
    for (found, expected) in found.ranks.iter().flatten().zip(expected.iter().flatten()) {
        // Where nothing was seen the error reads 0: take that of the exact share.
        let error = (expected * (1.0 - expected) / 1e6).sqrt().max(found.error);
        let slack = if errors > 0.0 { errors * error + tolerance } else { tolerance };
        assert!((found.figure - expected).abs() <= slack, "{context}: {found:?} {expected}");
    }
    let expected = as_rows(&expectation.extra["central_weights"]).expect(context);
    for (found, expected) in found.central_shares.iter().zip(&expected) {
        let Some(found) = found else {
            assert!(expected.iter().all(|share| share.is_nan()), "{context}: {expected:?}");
            continue;
        };
        for (found, expected) in found.iter().zip(expected) {
            let slack = errors * found.error + tolerance;
            assert!((found.figure - expected).abs() <= slack, "{context}: {found:?} {expected}");
        }
    }
}

/// Rows: ahead, behind, criterion, change, percent of the weight, feasible.
fn critical(context: &str, case: &Case, expectation: &Expectation) {
    let problem = case.problem(expectation);
    let (values, weights) = (&problem.ratings, problem.shares());
    let found: Vec<Vec<f64>> = levellings(values, &weights)
        .iter()
        .map(|found| {
            let feasible = if found.is_feasible { 1.0 } else { 0.0 };
            let (ahead, behind) = (found.ahead as f64, found.behind as f64);
            let percent = 100.0 * found.relative;
            vec![ahead, behind, found.criterion as f64, found.change, percent, feasible]
        })
        .collect();
    let expected = as_rows(&expectation.extra["changes"]).expect(context);
    let tolerance = expectation.tolerance.expect(context);
    assert_close_rows(context, "changes", &found, &expected, tolerance);
    // The critical criterion, read off the expected table the long way.
    for (pairs, top) in [(CriticalPairs::Any, false), (CriticalPairs::Top, true)] {
        let least = expected
            .iter()
            .filter(|row| row[5] == 1.0 && (!top || row[0] == 0.0))
            .min_by(|a, b| a[4].abs().total_cmp(&b[4].abs()))
            .expect(context);
        let found = most_critical(&levellings(values, &weights), pairs).expect(context);
        assert_eq!((found.criterion as f64, found.behind as f64), (least[2], least[1]));
    }
    let scores = scores(values, &weights);
    expectation.check_scores(context, &scores, &competition_ranks(&scores));
}

/// The interval of each weight in which the winner stays first; ties do not end it here.
fn intervals(context: &str, case: &Case, expectation: &Expectation) {
    let problem = case.problem(expectation);
    let shares = problem.shares();
    let contest = Contest { values: &problem.ratings, shares: &shares, choose: 1, tie: 0.0 };
    let scores = contest.scores();
    let ranks = competition_ranks(&scores);
    expectation.check_scores(context, &scores, &ranks);
    let best = ranks.iter().position(|rank| *rank == 1).expect(context);
    let found: Vec<Vec<f64>> = (0..shares.len())
        .map(|criterion| {
            let piece = sweep(&contest, best, criterion).and_then(|sweep| sweep.holding);
            let piece = piece.expect(context);
            assert_eq!(piece.rival_above.is_none(), piece.to == 1.0, "{context}: {piece:?}");
            assert_eq!(piece.rival_below.is_none(), piece.from == 0.0, "{context}: {piece:?}");
            vec![piece.from, piece.to]
        })
        .collect();
    let expected = as_rows(&expectation.extra["intervals"]).expect(context);
    let tolerance = expectation.tolerance.expect(context);
    for (found, expected) in found.iter().zip(&expected) {
        assert_close(context, "interval", found, expected, tolerance);
    }
}
