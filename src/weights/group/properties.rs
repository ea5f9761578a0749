//! Kemeny's rule against plain enumeration, and what combining people obeys.
//! Random ballots with ties.

use proptest::prelude::{Strategy, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::weights::group::ballots::Tally;
use crate::weights::group::{borda, copeland, kemeny};

fn ballots(vendors: std::ops::Range<usize>) -> impl Strategy<Value = Tally> {
    (vendors, 1_usize..6).prop_flat_map(|(vendors, people)| {
        let ballot = prop::collection::vec((0..vendors as u8).prop_map(f64::from), vendors);
        let amounts = prop::collection::vec(0.5_f64..3.0, people);
        (prop::collection::vec(ballot, people), amounts)
            .prop_map(|(ballots, amounts)| Tally::count(&ballots, &amounts).unwrap())
    })
}

/// All orders of `vendors`, in lexicographic order.
fn permutations(vendors: &[usize]) -> Vec<Vec<usize>> {
    if vendors.is_empty() {
        return vec![Vec::new()];
    }
    let mut orders = Vec::new();
    for &first in vendors {
        let rest: Vec<usize> = vendors.iter().copied().filter(|&other| other != first).collect();
        orders.extend(permutations(&rest).into_iter().map(|tail| [vec![first], tail].concat()));
    }
    orders
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn kemeny_equals_weighing_every_order(tally in ballots(1..7)) {
        let vendors: Vec<usize> = (0..tally.vendors()).collect();
        let orders = permutations(&vendors);
        let distances: Vec<f64> = orders.iter().map(|order| kemeny::distance(&tally, order)).collect();
        let least = distances.iter().copied().fold(f64::INFINITY, f64::min);
        let optimal: Vec<&Vec<usize>> = orders
            .iter()
            .zip(&distances)
            .filter(|(_, distance)| **distance <= least + tally.tolerance())
            .map(|(order, _)| order)
            .collect();
        let consensus = kemeny::consensus(&tally);
        prop_assert!((consensus.distance - least).abs() < 1e-9);
        let listed: Vec<&Vec<usize>> = consensus.orders.iter().collect();
        prop_assert_eq!(&listed[..], &optimal[..optimal.len().min(kemeny::LISTED)]);
        for vendor in vendors {
            let sum: usize = optimal
                .iter()
                .map(|order| order.iter().position(|&other| other == vendor).unwrap() + 1)
                .sum();
            let mean = sum as f64 / optimal.len() as f64;
            prop_assert!((consensus.places[vendor] - mean).abs() < 1e-9);
        }
    }

    #[test]
    fn beyond_twelve_the_bound_holds_and_the_order_is_whole(tally in ballots(13..20)) {
        let consensus = kemeny::consensus(&tally);
        let mut sorted = consensus.orders[0].clone();
        prop_assert!((kemeny::distance(&tally, &sorted) - consensus.distance).abs() < 1e-9);
        prop_assert!(consensus.bound <= consensus.distance + 1e-9);
        let by_points = {
            let points = borda::points(&tally);
            let mut order = sorted.clone();
            order.sort_by(|&left, &right| points[right].total_cmp(&points[left]));
            kemeny::distance(&tally, &order)
        };
        prop_assert!(consensus.bound <= by_points + 1e-9);
        for from in 0..sorted.len() {
            for to in 0..sorted.len() {
                let mut moved = sorted.clone();
                let vendor = moved.remove(from);
                moved.insert(to, vendor);
                let distance = kemeny::distance(&tally, &moved);
                prop_assert!(distance >= consensus.distance - tally.total() * 1e-6);
            }
        }
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..tally.vendors()).collect::<Vec<_>>());
        prop_assert!(consensus.places.iter().all(|place| *place >= 1.0));
    }

    #[test]
    fn who_beats_all_wins_and_points_add_up(tally in ballots(2..7)) {
        let vendors = tally.vendors();
        let points: f64 = borda::points(&tally).iter().sum();
        let pairs = (vendors * (vendors - 1)) as f64 / 2.0;
        prop_assert!((points - pairs * tally.total()).abs() < 1e-9);
        let scores = copeland::scores(&tally);
        prop_assert_eq!(scores.iter().sum::<f64>(), 0.0);
        for winner in 0..vendors {
            if (0..vendors).all(|other| other == winner || tally.is_majority(winner, other)) {
                prop_assert_eq!(scores[winner], (vendors - 1) as f64);
                prop_assert!(kemeny::consensus(&tally).orders.iter().all(|order| order[0] == winner));
            }
        }
    }
}

#[test]
fn separated_groups_beyond_twelve_are_solved_exactly() {
    // Fourteen vendors: a circle of three first, the rest in line.
    let line =
        |first: [f64; 3]| -> Vec<f64> { first.into_iter().chain((4..15).map(f64::from)).collect() };
    let ballots = [line([1.0, 2.0, 3.0]), line([3.0, 1.0, 2.0]), line([2.0, 3.0, 1.0])];
    let consensus = kemeny::consensus(&Tally::count(&ballots, &[1.0; 3]).unwrap());
    assert_eq!((consensus.distance, consensus.bound), (4.0, 4.0));
    assert_eq!(consensus.orders[0][3..], (3..14).collect::<Vec<_>>());
}
