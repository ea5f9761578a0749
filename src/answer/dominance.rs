//! Dominance: at least as good on every criterion and better on one, so no weights can help.
//! The second strongest grade of losing, after a failed gate.

use crate::method::matrix::Matrix;

/// Whether a is at least as good as b on every criterion and better on at least one.
/// Compared exactly: equal ratings have equal values.
pub fn dominates(values: &Matrix, a: usize, b: usize) -> bool {
    let mut is_better_somewhere = false;
    for criterion in 0..values.columns() {
        let column = values.column(criterion);
        if column[a] < column[b] {
            return false;
        }
        is_better_somewhere |= column[a] > column[b];
    }
    is_better_somewhere
}

/// Everyone who dominates a vendor, in rising order.
/// With `choose` = k the vendor is out for good when there are at least k of them.
pub fn dominators(values: &Matrix, vendor: usize) -> Vec<usize> {
    (0..values.rows()).filter(|&other| dominates(values, other, vendor)).collect()
}

/// Whether at least `choose` others dominate a vendor: under no weights at all is it chosen
/// alone, since all of them stay at least level with it.
pub fn is_dominated(values: &Matrix, vendor: usize, choose: usize) -> bool {
    (0..values.rows())
        .filter(|&other| dominates(values, other, vendor))
        .take(choose)
        .count()
        .eq(&choose.max(1))
}

#[cfg(test)]
mod tests {
    use super::{dominates, dominators, is_dominated};
    use crate::method::matrix::Matrix;

    #[test]
    fn equal_rows_do_not_dominate_each_other() {
        let values = Matrix::from_rows(&[vec![0.5, 0.5], vec![0.5, 0.5], vec![0.5, 0.4]]);
        assert!(!dominates(&values, 0, 1));
        assert_eq!(dominators(&values, 2), vec![0, 1]);
        assert!(is_dominated(&values, 2, 2));
        assert!(!is_dominated(&values, 2, 3));
    }
}
