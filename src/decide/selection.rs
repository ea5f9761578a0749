//! From merits to places: ranks, ties, who is chosen and who is tied across the edge.
//! Last step of a run; the tolerance is `method::ranks`'s.

use std::cmp::Reverse;

use crate::method::ranks::tied_groups;

/// Figures this close break no tie.
const SAME: f64 = 1e-12;

/// Who stands where in a field, as rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Competition rank of each row, before tie-break.
    pub ranks: Vec<usize>,
    /// Rows best first: rank, then tie-break, then row.
    pub order: Vec<usize>,
    /// Chosen rows, best first.
    pub chosen: Vec<usize>,
    /// Rows tied across the edge, in rising order.
    pub tied: Vec<usize>,
}

/// Chooses from a field.
///
/// `breakers` holds, for each tie-break criterion, the figure of every row. Groups that no breaker
/// parts stay whole: one that does not fit under `choose` is tied, and none of it chosen.
pub fn select(merits: &[f64], breakers: &[Vec<f64>], choose: usize) -> Selection {
    let mut ranks = vec![0; merits.len()];
    let mut order = Vec::with_capacity(merits.len());
    let (mut chosen, mut tied) = (Vec::new(), Vec::new());
    for group in tied_groups(merits) {
        let rank = order.len() + 1;
        for &row in &group {
            ranks[row] = rank;
        }
        for subgroup in break_tie(group, breakers) {
            let before = order.len();
            if before + subgroup.len() <= choose {
                chosen.extend_from_slice(&subgroup);
            } else if before < choose {
                tied.clone_from(&subgroup);
            }
            order.extend(subgroup);
        }
    }
    tied.sort_unstable();
    Selection { ranks, order, chosen, tied }
}

/// Parts a tied group by its breakers, best first; rows in rising order within each part.
fn break_tie(group: Vec<usize>, breakers: &[Vec<f64>]) -> Vec<Vec<usize>> {
    if group.len() == 1 || breakers.is_empty() {
        return vec![group];
    }
    let mut keyed: Vec<(Reverse<Vec<usize>>, usize)> =
        places(&group, breakers).into_iter().map(Reverse).zip(group).collect();
    keyed.sort_unstable();
    let parts = keyed.chunk_by(|(one, _), (other, _)| one == other);
    parts.map(|part| part.iter().map(|(_, row)| *row).collect()).collect()
}

/// How rows of equal merit stand to each other on each breaker: one list for each row, to be compared
/// from its front, more being better. Rows with the same list stay level.
///
/// Figures count as equal within 1e-12 of the next one in the group, so that "equal" is transitive and
/// rounding in the last digits breaks no tie.
pub fn places(group: &[usize], breakers: &[Vec<f64>]) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::with_capacity(breakers.len()); group.len()];
    for figures in breakers {
        let mut rising: Vec<usize> = (0..group.len()).collect();
        rising.sort_by(|&one, &other| figures[group[one]].total_cmp(&figures[group[other]]));
        let (mut place, mut last) = (0, f64::INFINITY);
        for at in rising {
            let figure = figures[group[at]];
            place += usize::from(figure - last > SAME);
            last = figure;
            lists[at].push(place);
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::select;

    #[test]
    fn a_group_across_the_edge_is_tied_and_listed() {
        let found = select(&[0.5, 0.9, 0.5, 0.1], &[], 2);
        assert_eq!(found.ranks, [2, 1, 2, 4]);
        assert_eq!((found.chosen, found.tied), (vec![1], vec![0, 2]));
        assert_eq!(found.order, [1, 0, 2, 3]);
    }

    #[test]
    fn a_breaker_decides_and_one_that_does_not_leaves_the_tie() {
        let broken = select(&[0.5, 0.5, 0.5], &[vec![0.0, 1.0, 1.0], vec![0.0, 0.2, 0.7]], 1);
        assert_eq!((broken.chosen, broken.tied), (vec![2], vec![]));
        assert_eq!(broken.order, [2, 1, 0]);
        let still = select(&[0.5, 0.5, 0.5], &[vec![0.0, 1.0, 1.0]], 1);
        assert_eq!((still.chosen, still.tied), (vec![], vec![1, 2]));
    }

    #[test]
    fn rounding_in_the_last_digits_breaks_no_tie() {
        // Either side of the middle of a step of 1e-12, where rounding to steps would part them.
        let close = vec![0.1 + 0.5e-12 - 1e-15, 0.1 + 0.5e-12 + 1e-15, 0.1];
        let found = select(&[0.5, 0.5, 0.5], &[close], 1);
        assert_eq!((found.chosen, found.tied), (vec![], vec![0, 1, 2]));
        let apart = vec![0.1, 0.1 + 3e-12, 0.1 + 1e-15];
        assert_eq!(select(&[0.5, 0.5, 0.5], &[apart], 1).chosen, [1]);
    }

    #[test]
    fn a_group_that_just_fits_and_a_short_field_are_chosen() {
        assert_eq!(select(&[0.5, 0.5, 0.1], &[], 2).chosen, [0, 1]);
        assert_eq!(select(&[0.5, 0.1], &[], 5).chosen, [0, 1]);
        assert_eq!(select(&[], &[], 1).chosen, [0; 0]);
    }
}
