//! Competition ranks of merits, with the tolerance within which two merits are a tie.
//! Called by `decide` for the field and by methods that merge rankings.

use std::cmp::Reverse;

use crate::method::rows;
use crate::method::sorted::{Sorter, row_of};
use crate::method::statistics::{self, Summary};
use ordered_float::OrderedFloat;

/// How close two merits must lie to count as equal: 1e-9 of the range of the field or 1e-12 of the
/// largest merit, whichever is larger. 0 for an empty field.
pub fn tie_tolerance(merits: &[f64]) -> f64 {
    let Summary { low, high, .. } = rows::summary(merits);
    if merits.is_empty() {
        return 0.0;
    }
    ((high - low) * 1e-9).max(low.abs().max(high.abs()) * 1e-12)
}

/// Ranks 1, 2, 2, 4 by merit, more is better, in the order of `merits`.
///
/// Closeness is not transitive, so a tie is anchored: going down from the best, a merit ties with
/// the first of its group when it lies within [`tie_tolerance`] of that first one. NaN never
/// reaches here; it would rank last.
pub fn competition_ranks(merits: &[f64]) -> Vec<usize> {
    let tolerance = tie_tolerance(merits);
    let [order, mut ranks] = falling_order(merits);
    let mut rank = 0;
    let mut anchor = f64::NAN;
    for (word, place) in order.into_iter().zip(1..) {
        let vendor = row_of(word);
        if !is_tied(anchor, merits[vendor], tolerance) {
            anchor = merits[vendor];
            rank = place;
        }
        ranks[vendor] = rank;
    }
    // Of one size on most machines, so that this moves nothing.
    ranks.into_iter().map(|rank| rank as usize).collect()
}

/// The best two groups of [`tied_groups`], found without sorting the rest; NaN is in none.
pub fn leading_groups(merits: &[f64]) -> Vec<Vec<usize>> {
    let tolerance = tie_tolerance(merits);
    let mut groups = Vec::with_capacity(2);
    let mut taken: Option<f64> = None;
    for _ in 0..2 {
        let is_left = |merit: f64| {
            !merit.is_nan() && taken.is_none_or(|anchor| !is_tied(anchor, merit, tolerance))
        };
        let left = || (0..merits.len()).filter(|&vendor| is_left(merits[vendor]));
        let Some(anchor) = left()
            .map(|vendor| merits[vendor])
            .reduce(|most, merit| if merit > most { merit } else { most })
        else {
            break;
        };
        let group: Vec<usize> =
            left().filter(|&vendor| is_tied(anchor, merits[vendor], tolerance)).collect();
        groups.push(group);
        taken = Some(anchor);
    }
    groups
}

/// Whether a merit belongs to the group that began with `anchor`.
fn is_tied(anchor: f64, merit: f64, tolerance: f64) -> bool {
    anchor - merit <= tolerance
}

/// A word for each vendor, of which [`row_of`] is the vendor, from the largest merit to the smallest,
/// equal ones in rising order, NaN last; and room for as many.
fn falling_order(merits: &[f64]) -> [Vec<u64>; 2] {
    if statistics::are_finite(merits) {
        return Sorter::default().falling(merits);
    }
    let mut order: Vec<u64> = (0..merits.len() as u64).collect();
    // NaN is the largest of `OrderedFloat`; sent last, so that it never wins.
    order.sort_by_key(|&vendor| {
        let merit = merits[row_of(vendor)];
        (merit.is_nan(), Reverse(OrderedFloat(merit)), vendor)
    });
    let room = vec![0; order.len()];
    [order, room]
}

/// The vendors from best to worst, those that tie together in one group, in rising order within it.
pub fn tied_groups(merits: &[f64]) -> Vec<Vec<usize>> {
    let tolerance = tie_tolerance(merits);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut anchor = f64::NAN;
    let [order, _] = falling_order(merits);
    for vendor in order.into_iter().map(row_of) {
        match groups.last_mut() {
            Some(group) if is_tied(anchor, merits[vendor], tolerance) => group.push(vendor),
            _ => {
                anchor = merits[vendor];
                groups.push(vec![vendor]);
            }
        }
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::{competition_ranks, falling_order, leading_groups, tied_groups};
    use crate::method::sorted::row_of;
    use proptest::prelude::{Strategy, proptest};

    #[test]
    fn ties_share_the_better_place() {
        assert_eq!(competition_ranks(&[0.5, 0.9, 0.5, 0.1]), [2, 1, 2, 4]);
        assert_eq!(competition_ranks(&[]), [0; 0]);
        assert_eq!(competition_ranks(&[7.0]), [1]);
    }

    #[test]
    fn rounding_noise_is_a_tie_and_a_real_lead_is_not() {
        assert_eq!(competition_ranks(&[0.3, 0.1 + 0.2, 0.0]), [1, 1, 3]);
        assert_eq!(competition_ranks(&[1.0, 1.0 - 1e-8, 0.0]), [1, 2, 3]);
        assert_eq!(competition_ranks(&[1e6, 1e6 - 1e-7]), [1, 1]);
    }

    #[test]
    fn a_chain_of_near_ties_is_anchored_at_its_best() {
        assert_eq!(competition_ranks(&[1.0, 1.0 - 0.8e-9, 1.0 - 1.6e-9, 0.0]), [1, 1, 3, 4]);
    }

    fn merits() -> impl Strategy<Value = Vec<f64>> {
        let merit = proptest::prop_oneof![
            -1.0..1.0,
            (0..4_u8).prop_map(|step| 1.0 - f64::from(step) * 0.8e-9),
            (0..3_u8).prop_map(|step| f64::from(step) - 1.0),
        ];
        proptest::collection::vec(merit, 1..2000)
    }

    proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(32))]
        #[test]
        fn shortcuts_give_what_the_groups_say(merits in merits()) {
            let groups = tied_groups(&merits);
            assert_eq!(leading_groups(&merits), groups[..groups.len().min(2)]);
            let mut ranks = vec![0; merits.len()];
            let mut place = 1;
            for group in &groups {
                group.iter().for_each(|&vendor| ranks[vendor] = place);
                place += group.len();
            }
            assert_eq!(competition_ranks(&merits), ranks);
            let mut order: Vec<u32> = (0..merits.len() as u32).collect();
            let merit = |vendor: u32| merits[vendor as usize];
            order.sort_by(|&a, &b| merit(b).partial_cmp(&merit(a)).unwrap().then(a.cmp(&b)));
            let [falling, _] = falling_order(&merits);
            assert!(falling.into_iter().map(row_of).eq(order.into_iter().map(|row| row as usize)));
        }
    }
}
