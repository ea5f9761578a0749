//! Who can be chosen and why one leads another, against brute force on random tables.

use proptest::prelude::*;
use rationale::answer::contest::{Contest, dot};
use rationale::answer::decisive::{decisive, sufficient};
use rationale::answer::dominance::{dominators, is_dominated};
use rationale::answer::lead::split;
use rationale::answer::never_best::{Prospect, prospect};
use rationale::answer::never_best_proof::{Mix, Proof, is_mix, is_proof, is_witness};
use rationale::method::matrix::Matrix;

const TIE: f64 = 1e-9;

/// A table on a coarse grid (so that ties and dominance happen) and shares that add up to 1.
fn table() -> impl Strategy<Value = (Matrix, Vec<f64>, usize)> {
    (2..6usize, 2..5usize, 1..3usize).prop_flat_map(|(vendors, criteria, choose)| {
        let cells = prop::collection::vec(0..=10u8, vendors * criteria);
        let weights = prop::collection::vec(1..=9u8, criteria);
        (cells, weights).prop_map(move |(cells, weights)| {
            let values = Matrix::from_fn(vendors, criteria, |row, column| {
                f64::from(cells[row * criteria + column]) / 10.0
            });
            let sum: f64 = weights.iter().copied().map(f64::from).sum();
            let shares = weights.iter().map(|weight| f64::from(*weight) / sum).collect();
            (values, shares, choose)
        })
    })
}

/// Every point of the simplex whose coordinates are multiples of 1/steps.
fn lattice(criteria: usize, steps: usize) -> Vec<Vec<f64>> {
    if criteria == 1 {
        return vec![vec![steps as f64]];
    }
    (0..=steps)
        .flat_map(|first| {
            lattice(criteria - 1, steps - first).into_iter().map(move |rest| {
                let mut point = vec![first as f64];
                point.extend(rest);
                point
            })
        })
        .collect()
}

fn subsets(count: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..1u32 << count).map(move |mask| (0..count).filter(|j| mask >> j & 1 == 1).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is claimed is verified, and a lattice of weights never contradicts it.
    #[test]
    fn prospects_agree_with_a_lattice_of_weights((values, shares, choose) in table()) {
        let contest = Contest { values: &values, shares: &shares, choose, tie: TIE };
        let steps = 12;
        for vendor in 0..values.rows() {
            let wins = lattice(values.columns(), steps).into_iter().any(|point| {
                let shares: Vec<f64> = point.iter().map(|x| x / steps as f64).collect();
                contest.is_chosen_under(vendor, &shares)
            });
            match prospect(&contest, vendor) {
                Prospect::CanBeBest(witness) => {
                    prop_assert!(is_witness(&contest, vendor, &witness));
                }
                Prospect::NeverBest(proof) => {
                    prop_assert!(is_proof(&contest, vendor, &proof));
                    prop_assert!(!wins);
                }
                Prospect::Unclear => prop_assert!(false, "small fields are always settled"),
            }
            if is_dominated(&values, vendor, choose) {
                prop_assert!(!wins);
                prop_assert!(dominators(&values, vendor).len() >= choose);
            }
        }
    }

    /// Decisive and sufficient sets are smallest among all subsets, and survive what they are for.
    #[test]
    fn settling_sets_are_smallest((values, shares, choose) in table()) {
        let contest = Contest { values: &values, shares: &shares, choose, tie: TIE };
        let parts = split(&contest, 0, 1).parts;
        let lead: f64 = parts.iter().sum();
        let cons: f64 = parts.iter().filter(|part| **part < 0.0).sum();
        let decides = |set: &[usize]| {
            set.iter().all(|&j| parts[j] > 0.0)
                && set.iter().map(|&j| parts[j]).sum::<f64>() + cons > TIE
        };
        let suffices = |set: &[usize]| {
            let rest = (0..parts.len()).filter(|j| !set.contains(j));
            set.iter().map(|&j| parts[j]).sum::<f64>() - rest.map(|j| shares[j]).sum::<f64>() > TIE
        };
        // Leads within rounding of the tolerance are nobody's business.
        prop_assume!((lead - TIE).abs() > 1e-10);
        let smallest = |holds: &dyn Fn(&[usize]) -> bool| {
            subsets(parts.len()).filter(|set| holds(set)).map(|set| set.len()).min()
        };
        let found = decisive(&parts, TIE);
        prop_assert_eq!(found.is_some(), lead > TIE);
        if let Some(found) = found {
            prop_assert!(decides(&found.criteria));
            prop_assert_eq!(Some(found.criteria.len()), smallest(&decides));
        }
        let found = sufficient(&parts, &shares, TIE);
        prop_assert_eq!(found.is_some(), lead > TIE);
        if let Some(found) = found {
            prop_assert!(suffices(&found.criteria));
            prop_assert_eq!(Some(found.criteria.len()), smallest(&suffices));
        }
    }
}

#[test]
fn a_mix_of_two_extremes_beats_the_middle_everywhere() {
    let values = Matrix::from_rows(&[vec![1.0, 0.0], vec![0.0, 1.0], vec![0.45, 0.45]]);
    let contest = Contest { values: &values, shares: &[0.5, 0.5], choose: 1, tie: TIE };
    assert!(dominators(&values, 2).is_empty());
    let Prospect::NeverBest(proof) = prospect(&contest, 2) else { panic!("it is never best") };
    assert!(is_proof(&contest, 2, &proof));
    let two = Contest { choose: 2, ..contest };
    let Prospect::CanBeBest(witness) = prospect(&two, 2) else { panic!("second is enough") };
    assert_eq!(witness.ahead.len(), 1);
    let beaten = 1 - witness.ahead[0];
    let lead = dot(&two.differences(2, beaten), &witness.shares);
    assert!((lead - witness.margin).abs() < 1e-12 && witness.margin > 0.4);
}

#[test]
fn a_wrong_proof_is_not_accepted() {
    let values = Matrix::from_rows(&[vec![1.0, 0.0], vec![0.0, 1.0], vec![0.45, 0.45]]);
    let contest = Contest { values: &values, shares: &[0.5, 0.5], choose: 1, tie: TIE };
    let mix = |shares: [f64; 3]| Mix { shares: shares.to_vec(), ahead: Vec::new() };
    assert!(is_mix(&contest, 2, &mix([0.5, 0.5, 0.0])));
    for wrong in [[0.4, 0.6, 0.0], [0.5, 0.4, 0.0], [0.0, 0.0, 1.0], [1.5, -0.5, 0.0]] {
        assert!(!is_mix(&contest, 2, &mix(wrong)), "{wrong:?}");
    }
    let proof = Proof::Disjoint(vec![mix([0.5, 0.5, 0.0])]);
    assert!(is_proof(&contest, 2, &proof) && !is_proof(&contest, 0, &proof));
    assert!(!is_proof(&Contest { choose: 2, ..contest }, 2, &proof));
}

#[test]
fn many_rivals_and_two_places_are_settled_by_two_disjoint_mixes() {
    let mut rows: Vec<Vec<f64>> = (0..20).map(|_| vec![0.2, 0.3]).collect();
    rows.extend([vec![1.0, 0.0], vec![0.0, 1.0], vec![0.9, 0.1], vec![0.1, 0.9]]);
    rows.push(vec![0.45, 0.45]);
    let values = Matrix::from_rows(&rows);
    let contest = Contest { values: &values, shares: &[0.5, 0.5], choose: 2, tie: TIE };
    let Prospect::NeverBest(proof) = prospect(&contest, 24) else { panic!("two mixes exist") };
    assert!(is_proof(&contest, 24, &proof));
}
