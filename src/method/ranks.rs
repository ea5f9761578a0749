//! Competition ranks of merits, with the tolerance within which two merits are a tie.
//! Called by `decide` for the field and by methods that merge rankings.

use std::cmp::Reverse;

use ordered_float::OrderedFloat;

/// How close two merits must lie to count as equal: 1e-9 of the range of the field or 1e-12 of the
/// largest merit, whichever is larger. 0 for an empty field.
pub fn tie_tolerance(merits: &[f64]) -> f64 {
    let low = merits.iter().copied().fold(f64::INFINITY, f64::min);
    let high = merits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
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
    let mut ranks = vec![0; merits.len()];
    let mut place = 1;
    for group in tied_groups(merits) {
        for &vendor in &group {
            ranks[vendor] = place;
        }
        place += group.len();
    }
    ranks
}

/// The vendors from best to worst, those that tie together in one group, in rising order within it.
pub fn tied_groups(merits: &[f64]) -> Vec<Vec<usize>> {
    let tolerance = tie_tolerance(merits);
    let mut order: Vec<usize> = (0..merits.len()).collect();
    // NaN is the largest of `OrderedFloat`; sent last, so that it never wins.
    order.sort_by_key(|&vendor| {
        (merits[vendor].is_nan(), Reverse(OrderedFloat(merits[vendor])), vendor)
    });
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut anchor = f64::NAN;
    for vendor in order {
        match groups.last_mut() {
            Some(group) if anchor - merits[vendor] <= tolerance => group.push(vendor),
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
    use super::competition_ranks;

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
}
