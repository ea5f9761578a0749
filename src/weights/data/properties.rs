//! What every derivation from data obeys, over random tables.
//! Shares or a reason, whatever the table; names and order play no part.

use proptest::prelude::{Just, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::derivation::{DataKind, derive_from_data};
use crate::weights::derived::Note;
use crate::weights::properties::{are_close, are_shares};

fn table() -> impl Strategy<Value = (Matrix, Vec<Direction>)> {
    (1_usize..7, 1_usize..6).prop_flat_map(|(vendors, criteria)| {
        let cell = cell();
        let rows = prop::collection::vec(prop::collection::vec(cell, criteria), vendors);
        let direction =
            any::<bool>().prop_map(|up| if up { Direction::Maximize } else { Direction::Minimize });
        let directions = prop::collection::vec(direction, criteria);
        (rows.prop_map(|rows| Matrix::from_rows(&rows)), directions)
    })
}

/// Small whole numbers, so that ties, zeros and constant columns are common, and extremes.
fn cell() -> impl Strategy<Value = f64> {
    proptest::prop_oneof![
        8 => (0_i32..5).prop_map(f64::from),
        4 => 0.01_f64..100.0,
        1 => -5.0_f64..5.0,
        1 => Just(1e300),
        1 => Just(1e-300),
    ]
}

fn positive_table() -> impl Strategy<Value = (Matrix, Vec<Direction>)> {
    (3_usize..7, 2_usize..6).prop_flat_map(|(vendors, criteria)| {
        let rows = prop::collection::vec(prop::collection::vec(0.5_f64..50.0, criteria), vendors);
        let direction =
            any::<bool>().prop_map(|up| if up { Direction::Maximize } else { Direction::Minimize });
        let directions = prop::collection::vec(direction, criteria);
        (rows.prop_map(|rows| Matrix::from_rows(&rows)), directions)
    })
}

proptest! {
    #[test]
    fn no_table_gives_anything_but_shares_or_a_reason((ratings, directions) in table()) {
        for kind in DataKind::ALL {
            match derive_from_data(kind, &ratings, &directions) {
                Ok(derived) => {
                    prop_assert!(are_shares(&derived), "{:?} {:?}", kind, derived);
                    prop_assert_eq!(derived.shares.len(), ratings.columns());
                    for note in &derived.notes {
                        let Note::NoRange { criterion } = *note else { continue };
                        prop_assert_eq!(derived.shares[criterion], 0.0);
                    }
                }
                Err(refusals) => {
                    prop_assert!(!refusals.is_empty());
                    for refusal in refusals {
                        if let Refusal::NotPositive { criterion, vendor, cell } = refusal {
                            prop_assert_eq!(ratings.get(vendor, criterion), cell);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn reordering_a_table_reorders_the_shares((ratings, directions) in positive_table(), shift in 1_usize..6) {
        let (vendors, criteria) = (ratings.rows(), ratings.columns());
        let rows: Vec<usize> = (0..vendors).map(|row| (row + shift) % vendors).rev().collect();
        let columns: Vec<usize> = (0..criteria).map(|column| (column + shift) % criteria).collect();
        let turned = ratings.select_rows(&rows).select_columns(&columns);
        let turned_directions: Vec<Direction> = columns.iter().map(|&column| directions[column]).collect();
        for kind in DataKind::ALL {
            let before = derive_from_data(kind, &ratings, &directions);
            let after = derive_from_data(kind, &turned, &turned_directions);
            match (before, after) {
                (Ok(before), Ok(after)) => {
                    let expected: Vec<f64> = columns.iter().map(|&column| before.shares[column]).collect();
                    prop_assert!(are_close(&after.shares, &expected, 1e-9), "{:?}", kind);
                }
                (before, after) => prop_assert_eq!(before.is_ok(), after.is_ok()),
            }
        }
    }
}
