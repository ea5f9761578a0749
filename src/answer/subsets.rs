//! Subsets of a few items in a fixed order, smallest first.
//! Used wherever a search over sets has to be complete.

/// Calls `visit` with every subset of `items` that has exactly `size` members, in lexical order,
/// until it says to stop. Gives whether the walk was complete.
pub fn each_of_size(
    items: &[usize],
    size: usize,
    visit: &mut dyn FnMut(&[usize]) -> std::ops::ControlFlow<()>,
) -> std::ops::ControlFlow<()> {
    fn walk(
        items: &[usize],
        size: usize,
        picked: &mut Vec<usize>,
        visit: &mut dyn FnMut(&[usize]) -> std::ops::ControlFlow<()>,
    ) -> std::ops::ControlFlow<()> {
        if size == 0 {
            return visit(picked);
        }
        for (idx, item) in items.iter().enumerate() {
            if items.len() - idx < size {
                break;
            }
            picked.push(*item);
            walk(&items[idx + 1..], size - 1, picked, visit)?;
            picked.pop();
        }
        std::ops::ControlFlow::Continue(())
    }
    walk(items, size, &mut Vec::with_capacity(size), visit)
}

/// How many subsets of `size` there are, or `None` beyond what a `usize` holds.
pub fn count(items: usize, size: usize) -> Option<usize> {
    if size > items {
        return Some(0);
    }
    (0..size)
        .try_fold(1_usize, |count, taken| Some(count.checked_mul(items - taken)? / (taken + 1)))
}

#[cfg(test)]
mod tests {
    use super::{count, each_of_size};
    use std::ops::ControlFlow;

    #[test]
    fn pairs_of_four_are_six() {
        let mut seen = Vec::new();
        let _ = each_of_size(&[1, 2, 3, 4], 2, &mut |pair| {
            seen.push(pair.to_vec());
            ControlFlow::Continue(())
        });
        assert_eq!(Some(seen.len()), count(4, 2));
        assert_eq!((count(12, 6), count(2, 3)), (Some(924), Some(0)));
        assert_eq!(seen[5], vec![3, 4]);
    }
}
