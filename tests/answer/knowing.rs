//! The value of knowing, Shapley parts, smallest sets of claims: against enumeration and formulas.

use proptest::prelude::*;
use rationale::answer::shapley;
use rationale::answer::smaa::distribution::Distribution;
use rationale::answer::smaa::run::Interrupted;
use rationale::answer::smallest_sets::{changing_sets, sufficient_set};
use rationale::answer::value_of_knowing::{
    Drawing, MOST_COMPLETIONS, Stakes, Unknown, Worth, one_normal_fact, slices, turning_answers,
    value_of_knowing,
};
use std::sync::atomic::{AtomicBool, Ordering};

static GO_ON: AtomicBool = AtomicBool::new(false);

fn drawing(seed: u64) -> Drawing<'static> {
    let draws = MOST_COMPLETIONS as u64;
    Drawing { draws, seed, interrupt: &GO_ON, progress: &|_, _| {} }
}

const STAKES: Stakes = Stakes { vendors: 2, choose: 1, tie: 1e-9 };

/// The design's own case: gates on independent assumptions only.
/// P(b chosen with foresight) = p_b Π over the better (1 − p_c).
#[test]
fn two_assumptions_are_valued_by_hand() {
    let unknowns =
        [Unknown { probabilities: vec![0.4, 0.6] }, Unknown { probabilities: vec![0.1, 0.9] }];
    // S = 0.8 if the first holds, 0.7 if the second holds; answer 1 is "holds".
    let worth = value_of_knowing(&unknowns, STAKES, &drawing(0), |answers| {
        vec![0.8 * answers[0] as f64, 0.7 * answers[1] as f64]
    })
    .unwrap();
    assert_eq!(worth.drawn, None);
    assert_eq!(worth.choice, vec![1]);
    assert!((worth.utility - 0.63).abs() < 1e-12);
    // Knowing the first: 0.6 · 0.8 + 0.4 · 0.63 − 0.63.
    assert!((worth.unknowns[0].value - 0.102).abs() < 1e-12);
    assert!((worth.unknowns[0].change_probability - 0.6).abs() < 1e-12);
    assert_eq!(worth.unknowns[0].turning, vec![(1, vec![0])]);
    // Knowing the second: 0.9 · 0.7 + 0.1 · 0.48 − 0.63.
    assert!((worth.unknowns[1].value - 0.048).abs() < 1e-12);
    // Knowing both: 0.6 · 0.8 + 0.4 · 0.9 · 0.7 − 0.63.
    assert!((worth.everything - 0.102).abs() < 1e-12);
}

#[test]
fn an_unknown_that_changes_nothing_is_worth_nothing() {
    let unknowns = [Unknown { probabilities: vec![1.0, 1.0, 1.0] }];
    let worth = value_of_knowing(&unknowns, STAKES, &drawing(0), |answers| {
        vec![0.9, 0.3 + 0.2 * answers[0] as f64]
    })
    .unwrap();
    assert_eq!((worth.unknowns[0].value, worth.unknowns[0].change_probability), (0.0, 0.0));
    assert!(worth.unknowns[0].turning.is_empty());
}

/// The closed form against quadrature over the same normal fact, and a cut that lowers it.
#[test]
fn one_normal_fact_agrees_with_quadrature() {
    for (lead, spread) in [(0.05, 0.1), (-0.02, 0.03), (0.0, 0.2)] {
        let free = Distribution::Normal {
            mean: lead,
            sd: spread,
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
        };
        let (unknown, ratings) = slices(&free, 1000, &[]);
        let worth = value_of_knowing(&[unknown], STAKES, &drawing(0), |answers| {
            vec![ratings[answers[0]], 0.0]
        })
        .unwrap();
        let closed = one_normal_fact(lead, spread);
        assert!((worth.unknowns[0].value - closed).abs() < 1e-6, "{worth:?} {closed}");
    }
    assert_eq!(one_normal_fact(0.1, 0.0), 0.0);
}

#[test]
fn too_many_completions_are_drawn() {
    let unknowns: Vec<Unknown> =
        (0..20).map(|_| Unknown { probabilities: vec![0.5, 0.5] }).collect();
    let utilities = |answers: &[usize]| vec![0.5, if answers[3] == 1 { 0.9 } else { 0.0 }];
    let worth = value_of_knowing(&unknowns, STAKES, &drawing(3), utilities).unwrap();
    assert_eq!(worth.drawn, Some(MOST_COMPLETIONS as u64));
    // Exactly 0.5 · 0.9 + 0.5 · 0.5 − 0.5.
    assert!((worth.unknowns[3].value - 0.2).abs() < 0.01);
    assert!(worth.unknowns[4].value < 1e-12);
}

/// Stopped after any number of draws: the figures are those of so many draws.
#[test]
fn draws_that_are_interrupted_count_as_so_many() {
    let unknowns: Vec<Unknown> =
        (0..20).map(|_| Unknown { probabilities: vec![0.3, 0.7] }).collect();
    let utilities = |answers: &[usize]| vec![0.5, 0.9 * answers[3] as f64];
    for wanted in [1, 7, 1000] {
        let stop = AtomicBool::new(false);
        let progress = |done: u64, _: u64| stop.store(done >= wanted, Ordering::Relaxed);
        let stopped = Drawing { interrupt: &stop, progress: &progress, ..drawing(5) };
        let stopped = value_of_knowing(&unknowns, STAKES, &stopped, utilities).unwrap();
        assert!(stopped.is_interrupted);
        let whole = Drawing { draws: wanted, ..drawing(5) };
        let whole = value_of_knowing(&unknowns, STAKES, &whole, utilities).unwrap();
        assert_eq!(Worth { is_interrupted: false, ..stopped }, whole);
    }
    let stop = AtomicBool::new(true);
    let never = Drawing { interrupt: &stop, ..drawing(5) };
    assert_eq!(value_of_knowing(&unknowns, STAKES, &never, utilities), Err(Interrupted));
}

#[test]
fn turning_answers_are_read_one_at_a_time() {
    let unknowns =
        [Unknown { probabilities: vec![3.0, 1.0] }, Unknown { probabilities: vec![1.0] }];
    let found = turning_answers(&unknowns, &[1, 0], |answers| vec![answers[0]]);
    assert!((found[0].change_probability - 0.75).abs() < 1e-12);
    assert_eq!(found[0].turning, vec![(0, vec![0])]);
    assert!(found[1].turning.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// EVPPI as its definition says, summed the long way.
    #[test]
    fn knowing_is_its_definition(
        probabilities in prop::collection::vec(prop::collection::vec(1..9u8, 1..4), 1..4),
        salt in any::<u32>(),
        choose in 1..3usize,
    ) {
        let unknowns: Vec<Unknown> = probabilities
            .iter()
            .map(|p| Unknown { probabilities: p.iter().copied().map(f64::from).collect() })
            .collect();
        let stakes = Stakes { vendors: 4, choose, tie: 0.0 };
        let utilities = |answers: &[usize]| -> Vec<f64> {
            (0..4)
                .map(|vendor| {
                    let code = answers.iter().fold(salt ^ vendor, |hash, &answer| {
                        (hash ^ answer as u32).wrapping_mul(2_654_435_761).rotate_left(13)
                    });
                    f64::from(code % 1000) / 1000.0
                })
                .collect()
        };
        let mut completions: Vec<(Vec<usize>, f64)> = vec![(Vec::new(), 1.0)];
        for unknown in &unknowns {
            let sum: f64 = unknown.probabilities.iter().sum();
            completions = completions
                .into_iter()
                .flat_map(|(answers, p)| {
                    unknown.probabilities.iter().enumerate().map(move |(answer, q)| {
                        let mut answers = answers.clone();
                        answers.push(answer);
                        (answers, p * q / sum)
                    })
                })
                .collect();
        }
        let best_of = |subset: &[&(Vec<usize>, f64)]| -> f64 {
            let mut sums = [0.0; 4];
            for (answers, p) in subset {
                for (sum, utility) in sums.iter_mut().zip(utilities(answers)) {
                    *sum += p * utility;
                }
            }
            sums.sort_by(|a, b| b.total_cmp(a));
            sums[..choose].iter().sum()
        };
        let worth = value_of_knowing(&unknowns, stakes, &drawing(0), utilities).unwrap();
        let all: Vec<_> = completions.iter().collect();
        for (idx, unknown) in unknowns.iter().enumerate() {
            let informed: f64 = (0..unknown.probabilities.len())
                .map(|answer| {
                    let matching: Vec<_> =
                        completions.iter().filter(|(answers, _)| answers[idx] == answer).collect();
                    best_of(&matching)
                })
                .sum();
            prop_assert!((worth.unknowns[idx].value - (informed - best_of(&all))).abs() < 1e-9);
            prop_assert!(worth.unknowns[idx].value <= worth.everything + 1e-9);
        }
    }

    /// Shapley: the mean marginal over all orders of entry.
    #[test]
    fn shapley_is_the_mean_over_all_orders(worths in prop::collection::vec(0..100u8, 16)) {
        let worth = |member: &[bool]| {
            let mask = (0..4).filter(|&i| member[i]).map(|i| 1 << i).sum::<usize>();
            vec![f64::from(worths[mask])]
        };
        let found = shapley::exact(4, worth).parts;
        let mut sums = [0.0; 4];
        for order in permutations(&[0, 1, 2, 3]) {
            let mut member = [false; 4];
            let mut before = worth(&member)[0];
            for player in order {
                member[player] = true;
                let after = worth(&member)[0];
                sums[player] += (after - before) / 24.0;
                before = after;
            }
        }
        for player in 0..4 {
            prop_assert!((found[player][0] - sums[player]).abs() < 1e-9);
        }
        let sampled = shapley::sampled(4, 400, 1, worth);
        for player in 0..4 {
            let slack = 5.0 * sampled.standard_error + 1e-9;
            prop_assert!((sampled.parts[player][0] - sums[player]).abs() <= slack);
        }
    }

    /// Every inclusion-minimal set up to three, and no other, monotone or not.
    #[test]
    fn changing_sets_are_all_minimal_ones(changing in prop::collection::vec(any::<bool>(), 64)) {
        let mask_of = |set: &[usize]| set.iter().map(|item| 1 << item).sum::<usize>();
        let changes = |mask: usize| mask != 0 && changing[mask] && changing[mask / 3];
        let found = changing_sets(6, 3, |set| changes(mask_of(set)));
        let mut expected: Vec<Vec<usize>> = (1..64_usize)
            .filter(|mask| {
                mask.count_ones() <= 3
                    && changes(*mask)
                    && (1..*mask).all(|sub| sub & mask != sub || !changes(sub))
            })
            .map(|mask| (0..6).filter(|item| mask >> item & 1 == 1).collect())
            .collect();
        expected.sort_by_key(|set: &Vec<usize>| (set.len(), set.clone()));
        prop_assert_eq!(found, expected);
    }

    /// Sufficient, and nothing in it can go.
    #[test]
    fn sufficient_sets_are_minimal(holds in prop::collection::vec(any::<bool>(), 64)) {
        let mask_of = |set: &[usize]| set.iter().map(|item| 1 << item).sum::<usize>();
        let suffices = |set: &[usize]| holds[mask_of(set)];
        let found = sufficient_set(6, suffices);
        prop_assert_eq!(found.is_some(), holds[63]);
        if let Some(found) = found {
            prop_assert!(suffices(&found));
            for item in &found {
                let without: Vec<usize> = found.iter().copied().filter(|kept| kept != item).collect();
                prop_assert!(!suffices(&without));
            }
        }
    }
}

#[test]
fn sixty_claims_ask_at_most_all_triples() {
    let mut asked = 0;
    let found = changing_sets(60, 3, |set| {
        asked += 1;
        set == [3] || set == [10, 50] || set == [10, 20, 50] || set == [1, 2, 59]
    });
    assert_eq!(found, vec![vec![3], vec![10, 50], vec![1, 2, 59]]);
    assert!(asked <= 60 + 1770 + 34_220);
}

fn permutations(items: &[usize]) -> Vec<Vec<usize>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    items
        .iter()
        .flat_map(|&first| {
            let rest: Vec<usize> = items.iter().copied().filter(|item| *item != first).collect();
            permutations(&rest).into_iter().map(move |mut order| {
                order.insert(0, first);
                order
            })
        })
        .collect()
}
