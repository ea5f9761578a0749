//! Weight sets, the ladder and minimax regret: closed forms against programs and lattices.

use proptest::prelude::*;
use rationale::answer::contest::{Contest, dot, scores};
use rationale::answer::ladder::{PairVerdict, ladder};
use rationale::answer::linear_program::HalfSpace;
use rationale::answer::regret::worst_regrets;
use rationale::answer::weight_set::WeightSet;
use rationale::method::matrix::Matrix;

fn differences() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    (1..7usize).prop_flat_map(|criteria| {
        let differences = prop::collection::vec(-10..=10i8, criteria);
        let weights = prop::collection::vec(1..=9u8, criteria);
        (differences, weights).prop_map(|(differences, weights)| {
            let sum: f64 = weights.iter().copied().map(f64::from).sum();
            (
                differences.into_iter().map(|d| f64::from(d) / 10.0).collect(),
                weights.into_iter().map(|weight| f64::from(weight) / sum).collect(),
            )
        })
    })
}

/// The same set as rows for the solver.
fn as_rows(set: &WeightSet, criteria: usize) -> WeightSet {
    let row = |parts: &[(usize, f64)], bound: f64| {
        let mut coefficients = vec![0.0; criteria];
        for (criterion, part) in parts {
            coefficients[*criterion] = *part;
        }
        HalfSpace { coefficients, bound }
    };
    let rows = match set {
        WeightSet::Any => Vec::new(),
        WeightSet::Order(tiers) => tiers
            .windows(2)
            .flat_map(|pair| {
                pair[0].iter().flat_map(|&a| pair[1].iter().map(move |&b| [(a, 1.0), (b, -1.0)]))
            })
            .map(|parts| row(&parts, 0.0))
            .collect(),
        WeightSet::Intervals { lower, upper } => (0..criteria)
            .flat_map(|j| [row(&[(j, 1.0)], lower[j]), row(&[(j, -1.0)], -upper[j])])
            .collect(),
        WeightSet::Linear(rows) => rows.clone(),
        WeightSet::Exactly(_) => unreachable!("not asked for"),
    };
    WeightSet::Linear(rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn closed_forms_agree_with_linear_programs((differences, shares) in differences()) {
        let sets = [
            WeightSet::Any,
            WeightSet::order_of(&shares),
            WeightSet::within(&shares, 0.1),
            WeightSet::within(&shares, 0.8),
        ];
        for set in sets {
            let closed = set.minimum(&differences).unwrap();
            prop_assert!(set.contains(&closed.shares, 1e-12));
            prop_assert!((dot(&closed.shares, &differences) - closed.lead).abs() < 1e-12);
            let solved = as_rows(&set, shares.len()).minimum(&differences).unwrap();
            prop_assert!((closed.lead - solved.lead).abs() < 1e-8, "{:?} {:?}", closed, solved);
        }
    }

    /// Wider sets settle less; what a rung says holds for sampled members of its set.
    #[test]
    fn rungs_are_nested_and_true(cells in prop::collection::vec(0..=10u8, 12), choose in 1..3usize) {
        let values = Matrix::from_fn(4, 3, |row, column| f64::from(cells[row * 3 + column]) / 10.0);
        let shares = [0.5, 0.3, 0.2];
        let contest = Contest { values: &values, shares: &shares, choose, tie: 1e-9 };
        let sets = [
            WeightSet::Any,
            WeightSet::order_of(&shares),
            WeightSet::Exactly(shares.to_vec()),
        ];
        let rungs = ladder(&contest, &sets);
        for pair in rungs.windows(2) {
            prop_assert!(!pair[0].is_settled || pair[1].is_settled);
            for (wide, narrow) in pair[0].pairs.iter().flatten().zip(pair[1].pairs.iter().flatten())
            {
                prop_assert!(*wide == PairVerdict::Undecided || *narrow != PairVerdict::Undecided);
            }
        }
        let regrets: Vec<_> = sets.iter().map(|set| worst_regrets(&contest, set).unwrap()).collect();
        let today = contest.scores();
        let chosen: Vec<bool> = (0..4).map(|v| contest.is_chosen(v, &today)).collect();
        let (mut changes, mut worst) = ([false; 3], [[0.0_f64; 4]; 3]);
        for a in 0..=20 {
            for b in 0..=20 - a {
                let point = [f64::from(a) / 20.0, f64::from(b) / 20.0, f64::from(20 - a - b) / 20.0];
                let scores = scores(&values, &point);
                for (idx, set) in sets.iter().enumerate() {
                    if !set.contains(&point, 1e-9) {
                        continue;
                    }
                    changes[idx] |= (0..4).any(|v| contest.is_chosen(v, &scores) != chosen[v]);
                    for v in 0..4 {
                        for rival in 0..4 {
                            worst[idx][v] = worst[idx][v].max(scores[rival] - scores[v]);
                            let verdict = rungs[idx].pairs[v][rival];
                            if verdict == PairVerdict::Wins {
                                prop_assert!(scores[v] > scores[rival]);
                            }
                        }
                    }
                }
            }
        }
        for idx in 0..3 {
            prop_assert!(!(rungs[idx].is_settled && changes[idx]));
            for v in 0..4 {
                // The lattice of twentieths holds every corner of these sets but thirds.
                let slack = if idx == 1 { 0.05 } else { 1e-9 };
                prop_assert!(regrets[idx][v].regret >= worst[idx][v] - 1e-9);
                prop_assert!(regrets[idx][v].regret <= worst[idx][v] + slack);
            }
        }
    }
}
