//! Ranks in which ties share the mean of their places, so that their sum stays n(n + 1) / 2.
//! ORESTE ranks criteria, vendors and distances so.
//!
//! Source: Besson, M. (1975). Rang moyen, as ORESTE cites it.

/// Mean ranks, 1 for the smallest key; keys within `tolerance` of the next smaller one tie.
pub fn mean_ranks(keys: &[f64], tolerance: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|&a, &b| keys[a].total_cmp(&keys[b]).then(a.cmp(&b)));
    let mut ranks = vec![0.0; keys.len()];
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        while end < order.len() && keys[order[end]] - keys[order[end - 1]] <= tolerance {
            end += 1;
        }
        // Places start + 1 to end.
        let mean = (start + 1 + end) as f64 / 2.0;
        for &place in &order[start..end] {
            ranks[place] = mean;
        }
        start = end;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::mean_ranks;

    #[test]
    fn ties_share_the_mean_of_their_places() {
        assert_eq!(mean_ranks(&[3.0, 1.0, 3.0, 3.0, 2.0], 0.0), [4.0, 1.0, 4.0, 4.0, 2.0]);
        assert_eq!(mean_ranks(&[0.3, 0.1 + 0.2], 1e-9), [1.5, 1.5]);
        assert_eq!(mean_ranks(&[], 0.0), [0.0; 0]);
    }
}
