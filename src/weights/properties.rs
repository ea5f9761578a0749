//! What every derivation from judgements obeys, over random ones.
//! Each clever step is set against a plain one here.

use proptest::prelude::{Just, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::weights::ahp::{self, Ahp, Priority};
use crate::weights::bwm::{self, Bwm, Model};
use crate::weights::derived::{Derived, Note};
use crate::weights::fault::Fault;
use crate::weights::macbeth::{self, Difference, Macbeth};
use crate::weights::pairwise::{Comparison, Comparisons};
use crate::weights::random_index::RandomIndex;

pub(in crate::weights) fn are_shares(derived: &Derived) -> bool {
    let total: f64 = derived.shares.iter().sum();
    let figures = derived.figures.iter().map(|(_, figure)| figure);
    let columns = derived.columns.iter().flat_map(|(_, column)| column);
    (total - 1.0).abs() < 1e-9
        && derived.shares.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share))
        && figures.chain(columns).all(|figure| figure.is_finite())
}

pub(in crate::weights) fn are_close(left: &[f64], right: &[f64], tolerance: f64) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).all(|(left, right)| (left - right).abs() <= tolerance)
}

fn ahp(criteria: usize, entries: Vec<Comparison>, priority: Priority) -> Ahp {
    let comparisons = Comparisons { criteria, entries };
    Ahp { comparisons, priority, random_index: RandomIndex::default() }
}

/// Every pair of 3 to 7 criteria on Saaty's scale, as (row, column, ratio).
fn saaty() -> impl Strategy<Value = (usize, Vec<Comparison>)> {
    (3_usize..8).prop_flat_map(|criteria| {
        let pairs = criteria * (criteria - 1) / 2;
        let ratios = prop::collection::vec((1_u8..10, any::<bool>()), pairs);
        ratios.prop_map(move |ratios| {
            let places =
                (0..criteria).flat_map(|row| (row + 1..criteria).map(move |column| (row, column)));
            let entry = |((row, column), (size, upside)): ((usize, usize), (u8, bool))| {
                let (row, column) = if upside { (row, column) } else { (column, row) };
                Comparison { row, column, ratio: f64::from(size) }
            };
            (criteria, places.zip(ratios).map(entry).collect())
        })
    })
}

/// Saaty's scale mostly, and numbers that a ratio should not be.
fn ratio() -> impl Strategy<Value = f64> {
    proptest::prop_oneof![
        12 => (1_i32..10).prop_map(f64::from),
        4 => (1_i32..10).prop_map(|size| 1.0 / f64::from(size)),
        1 => Just(1e6),
        1 => Just(1e-6),
        1 => proptest::prop_oneof![Just(0.0), Just(-1.0), Just(f64::NAN), Just(f64::INFINITY)],
    ]
}

fn best_worst() -> impl Strategy<Value = Bwm> {
    (2_usize..6, 1_u8..10).prop_flat_map(|(criteria, to_worst)| {
        let judged = prop::collection::vec((1_u8..10, 1_u8..10), criteria);
        judged.prop_map(move |judged| {
            let mut best_to_others: Vec<f64> =
                judged.iter().map(|pair| f64::from(pair.0)).collect();
            let mut others_to_worst: Vec<f64> =
                judged.iter().map(|pair| f64::from(pair.1)).collect();
            let worst = criteria - 1;
            (best_to_others[0], others_to_worst[worst]) = (1.0, 1.0);
            best_to_others[worst] = f64::from(to_worst);
            others_to_worst[0] = f64::from(to_worst);
            Bwm { best: 0, worst, best_to_others, others_to_worst, model: Model::Linear }
        })
    })
}

/// The largest departure of `shares` from the linear model's statements.
fn linear_departure(bwm: &Bwm, shares: &[f64]) -> f64 {
    (0..shares.len())
        .flat_map(|other| {
            [
                shares[bwm.best] - bwm.best_to_others[other] * shares[other],
                shares[other] - bwm.others_to_worst[other] * shares[bwm.worst],
            ]
        })
        .enumerate()
        // A criterion against itself states nothing.
        .filter(|(index, _)| *index != 2 * bwm.best && *index != 2 * bwm.worst + 1)
        .map(|(_, departure)| departure.abs())
        .fold(0.0, f64::max)
}

/// The largest departure of the ratios of `shares` from the nonlinear model's statements.
fn ratio_departure(bwm: &Bwm, shares: &[f64]) -> f64 {
    (0..shares.len())
        .flat_map(|other| {
            [
                shares[bwm.best] / shares[other] - bwm.best_to_others[other],
                shares[other] / shares[bwm.worst] - bwm.others_to_worst[other],
            ]
        })
        .map(f64::abs)
        .fold(0.0, f64::max)
}

proptest! {
    // Each case solves several linear programs.
    #![proptest_config(proptest::test_runner::Config::with_cases(96))]

    #[test]
    fn consistent_comparisons_give_the_weights_back(
        weights in prop::collection::vec(0.1_f64..10.0, 1..9),
        gaps in prop::collection::vec(any::<bool>(), 36),
    ) {
        let criteria = weights.len();
        let total: f64 = weights.iter().sum();
        let expected: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
        let entries: Vec<Comparison> = (0..criteria)
            .flat_map(|row| (row + 1..criteria).map(move |column| (row, column)))
            .zip(&gaps)
            // The first criterion stays compared with every other one.
            .filter(|((row, _), is_gap)| *row == 0 || !**is_gap)
            .map(|((row, column), _)| Comparison { row, column, ratio: weights[row] / weights[column] })
            .collect();
        for priority in Priority::ALL {
            let derived = ahp::derive(&ahp(criteria, entries.clone(), priority)).unwrap();
            prop_assert!(are_shares(&derived));
            prop_assert!(are_close(&derived.shares, &expected, 1e-10));
            prop_assert!(derived.figure("cr").unwrap().abs() < 1e-10);
            let is_blaming = |note: &Note| matches!(note, Note::MostAtFault { .. });
            prop_assert!(!derived.notes.iter().any(is_blaming));
        }
    }

    #[test]
    fn the_eigenvector_is_one_and_mending_helps((criteria, entries) in saaty()) {
        let derived = ahp::derive(&ahp(criteria, entries.clone(), Priority::Eigenvector)).unwrap();
        prop_assert!(are_shares(&derived));
        let lambda = derived.figure("lambda-max").unwrap();
        let mut rows = vec![vec![1.0; criteria]; criteria];
        for entry in &entries {
            rows[entry.row][entry.column] = entry.ratio;
            rows[entry.column][entry.row] = 1.0 / entry.ratio;
        }
        for (row, share) in rows.iter().zip(&derived.shares) {
            let product: f64 = row.iter().zip(&derived.shares).map(|(ratio, share)| ratio * share).sum();
            prop_assert!((product - lambda * share).abs() < 1e-9);
        }
        for note in &derived.notes {
            let Note::MostAtFault { comparison, mending, ratio_after, .. } = *note else { continue };
            prop_assert!(ratio_after < derived.figure("cr").unwrap() + 1e-9);
            let mut mended = entries.clone();
            mended[comparison].ratio = mending;
            let after = ahp::derive(&ahp(criteria, mended, Priority::Eigenvector)).unwrap();
            prop_assert!((after.figure("cr").unwrap() - ratio_after).abs() < 1e-7);
        }
    }

    #[test]
    fn renaming_criteria_renames_their_shares((criteria, entries) in saaty(), shift in 1_usize..7) {
        let moved = |criterion: usize| (criterion + shift) % criteria;
        let turned: Vec<Comparison> = entries
            .iter()
            .rev()
            .map(|entry| Comparison { row: moved(entry.row), column: moved(entry.column), ..*entry })
            .collect();
        for priority in Priority::ALL {
            let before = ahp::derive(&ahp(criteria, entries.clone(), priority)).unwrap();
            let after = ahp::derive(&ahp(criteria, turned.clone(), priority)).unwrap();
            let back: Vec<f64> = (0..criteria).map(|criterion| after.shares[moved(criterion)]).collect();
            prop_assert!(are_close(&before.shares, &back, 1e-10));
        }
    }

    #[test]
    fn the_linear_best_worst_model_is_optimal(
        bwm in best_worst(),
        steps in prop::collection::vec(-1.0_f64..1.0, 5 * 40),
    ) {
        let derived = bwm::derive(&bwm).unwrap();
        prop_assert!(are_shares(&derived));
        let ksi = derived.figure("ksi").unwrap();
        prop_assert!((linear_departure(&bwm, &derived.shares) - ksi).abs() < 1e-8);
        // A convex problem: were it not optimal, some small step would be better.
        for (round, step) in steps.chunks(5).enumerate() {
            let size = 0.1_f64.powi(1 + (round % 4) as i32);
            let moved: Vec<f64> =
                derived.shares.iter().zip(step).map(|(share, step)| (share + size * step).max(0.0)).collect();
            let total: f64 = moved.iter().sum();
            if total > 0.0 {
                let shares: Vec<f64> = moved.iter().map(|share| share / total).collect();
                prop_assert!(linear_departure(&bwm, &shares) >= ksi - 1e-8);
            }
        }
    }

    #[test]
    fn the_nonlinear_best_worst_model_keeps_to_its_ksi(bwm in best_worst(), shift in 1_usize..5) {
        let bwm = Bwm { model: Model::Nonlinear, ..bwm };
        let derived = bwm::derive(&bwm).unwrap();
        prop_assert!(are_shares(&derived));
        let ksi = derived.figure("ksi").unwrap();
        prop_assert!(ratio_departure(&bwm, &derived.shares) >= ksi - 1e-9);
        let (low, high) = (derived.column("low").unwrap(), derived.column("high").unwrap());
        for criterion in 0..derived.shares.len() {
            prop_assert!(low[criterion] <= high[criterion] + 1e-12);
        }
        if !derived.notes.contains(&Note::NotUnique) {
            prop_assert!((ratio_departure(&bwm, &derived.shares) - ksi).abs() < 1e-6);
        }
        for model in Model::ALL {
            let before = bwm::derive(&Bwm { model, ..bwm.clone() }).unwrap();
            let after = bwm::derive(&turned(&Bwm { model, ..bwm.clone() }, shift)).unwrap();
            let count = before.shares.len();
            let back: Vec<f64> = (0..count).map(|place| after.shares[(place + shift) % count]).collect();
            prop_assert!(
                before.notes.contains(&Note::NotUnique) || are_close(&before.shares, &back, 1e-7)
            );
        }
    }

    #[test]
    fn no_comparisons_give_anything_but_shares_or_faults(
        criteria in 0_usize..6,
        stated in prop::collection::vec((0_usize..6, 0_usize..6, ratio()), 0..16),
    ) {
        let entries: Vec<Comparison> = stated
            .iter()
            .map(|&(row, column, ratio)| Comparison { row, column, ratio })
            .collect();
        for priority in Priority::ALL {
            match ahp::derive(&ahp(criteria, entries.clone(), priority)) {
                Ok(derived) => prop_assert!(are_shares(&derived), "{:?}", derived),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }

    #[test]
    fn no_best_worst_rows_give_anything_but_shares_or_faults(
        ends in (0_usize..5, 0_usize..5),
        rows in prop::collection::vec((ratio(), ratio()), 0..5),
        to_worst in ratio(),
    ) {
        let (mut best_to_others, mut others_to_worst): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
        let (best, worst) = ends;
        if best < best_to_others.len() && worst < best_to_others.len() {
            (best_to_others[best], others_to_worst[worst]) = (1.0, 1.0);
            (best_to_others[worst], others_to_worst[best]) = (to_worst, to_worst);
        }
        for model in Model::ALL {
            let (best_to_others, others_to_worst) = (best_to_others.clone(), others_to_worst.clone());
            match bwm::derive(&Bwm { best, worst, best_to_others, others_to_worst, model }) {
                Ok(derived) => prop_assert!(are_shares(&derived), "{:?}", derived),
                Err(faults) => prop_assert!(!faults.is_empty() && faults != [Fault::Unsolved]),
            }
        }
    }

    #[test]
    fn what_clashes_in_macbeth_is_needed_for_the_clash(
        stated in prop::collection::vec((0_usize..4, 0_usize..5, 0_usize..7, 0_usize..3), 1..9),
    ) {
        let differences: Vec<Difference> = stated
            .into_iter()
            .filter(|&(more, less, ..)| more != less)
            .map(|(more, less, low, width)| Difference {
                more,
                less: (less < 4).then_some(less),
                categories: low..=(low + width).min(6),
            })
            .collect();
        let derived = macbeth::derive(&Macbeth { criteria: 4, differences: differences.clone() });
        match derived {
            Ok(derived) => prop_assert!(are_shares(&derived)),
            Err(faults) => {
                let [Fault::Incompatible { entries }] = &faults[..] else {
                    prop_assert_eq!(faults, vec![Fault::NothingWeighs]);
                    return Ok(());
                };
                let is_clash = |chosen: Vec<usize>| {
                    let differences = chosen.iter().map(|&entry| differences[entry].clone()).collect();
                    let derived = macbeth::derive(&Macbeth { criteria: 4, differences });
                    matches!(derived, Err(faults) if matches!(faults[..], [Fault::Incompatible { .. }]))
                };
                prop_assert!(is_clash(entries.clone()));
                for left_out in entries {
                    prop_assert!(!is_clash(entries.iter().copied().filter(|entry| entry != left_out).collect()));
                }
            }
        }
    }

    #[test]
    fn every_judged_difference_holds_on_the_scale(
        worth in prop::collection::vec(0_usize..6, 2..5),
    ) {
        // Judgements read off a true scale never clash.
        let criteria = worth.len();
        let mut differences = Vec::new();
        for more in 0..criteria {
            for less in (0..criteria).map(Some).chain([None]) {
                let gap = worth[more] as i64 - less.map_or(0, |less| worth[less] as i64);
                if gap >= 0 && less != Some(more) {
                    let category = gap.min(6) as usize;
                    differences.push(Difference { more, less, categories: category..=category });
                }
            }
        }
        match macbeth::derive(&Macbeth { criteria, differences }) {
            Ok(derived) => {
                prop_assert!(are_shares(&derived));
                let total: usize = worth.iter().sum();
                for (share, worth) in derived.shares.iter().zip(&worth) {
                    prop_assert!((share - *worth as f64 / total as f64).abs() < 1e-6);
                }
            }
            Err(_) => prop_assert!(worth.iter().all(|&worth| worth == 0)),
        }
    }
}

/// The same judgements with criterion k renamed k + shift.
fn turned(bwm: &Bwm, shift: usize) -> Bwm {
    let count = bwm.best_to_others.len();
    let moved = |row: &Vec<f64>| {
        (0..count).map(|place| row[(place + count * shift - shift) % count]).collect()
    };
    Bwm {
        best: (bwm.best + shift) % count,
        worst: (bwm.worst + shift) % count,
        best_to_others: moved(&bwm.best_to_others),
        others_to_worst: moved(&bwm.others_to_worst),
        model: bwm.model,
    }
}
