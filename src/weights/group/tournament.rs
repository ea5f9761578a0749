//! Groups of vendors that majorities put in order, and within which they run in circles.
//! Lets Kemeny's rule treat each group by itself.

use crate::weights::group::ballots::Tally;

/// The groups from best to worst: no vendor of a later group has a majority over one of an earlier.
///
/// They are the strong components of the majority relation, found by two searches (Kosaraju; Sharir,
/// M. (1981). A strong-connectivity algorithm. Computers & Mathematics with Applications, 7(1)).
pub fn separate(tally: &Tally) -> Vec<Vec<usize>> {
    let vendors = tally.vendors();
    let mut finished = Vec::new();
    let mut seen = vec![false; vendors];
    for start in 0..vendors {
        search(start, &mut seen, &mut finished, |from, to| tally.is_majority(from, to));
    }
    let mut seen = vec![false; vendors];
    let mut groups = Vec::new();
    for &start in finished.iter().rev() {
        let mut group = Vec::new();
        search(start, &mut seen, &mut group, |from, to| tally.is_majority(to, from));
        if !group.is_empty() {
            group.sort_unstable();
            groups.push(group);
        }
    }
    groups
}

/// Appends the vendors reached from `start` that were not seen, each after those reached through it.
fn search(
    start: usize,
    seen: &mut [bool],
    finished: &mut Vec<usize>,
    is_edge: impl Fn(usize, usize) -> bool,
) {
    if seen[start] {
        return;
    }
    seen[start] = true;
    let mut path = vec![(start, 0)];
    while let Some((from, next)) = path.pop() {
        match (next..seen.len()).find(|&to| !seen[to] && is_edge(from, to)) {
            Some(to) => {
                seen[to] = true;
                path.push((from, to + 1));
                path.push((to, 0));
            }
            None => finished.push(from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::separate;
    use crate::weights::group::ballots::Tally;

    #[test]
    fn a_circle_stays_together_between_a_winner_and_a_loser() {
        let ballots = [
            vec![5.0, 2.0, 3.0, 4.0, 1.0],
            vec![5.0, 4.0, 2.0, 3.0, 1.0],
            vec![5.0, 3.0, 4.0, 2.0, 1.0],
        ];
        let tally = Tally::count(&ballots, &[1.0; 3]).unwrap();
        assert_eq!(separate(&tally), [vec![4], vec![1, 2, 3], vec![0]]);
    }
}
