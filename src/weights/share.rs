//! From raw amounts to shares.
//! The last step of every derivation.

/// Amounts ≥ 0 divided by their sum; `None` where they add up to nothing or are not finite.
///
/// Divided by the largest first, so that neither very large nor very small amounts are lost.
pub fn divide_by_sum(amounts: &[f64]) -> Option<Vec<f64>> {
    let largest = amounts.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 || amounts.iter().any(|amount| !amount.is_finite() || *amount < 0.0) {
        return None;
    }
    let scaled: Vec<f64> = amounts.iter().map(|amount| amount / largest).collect();
    let total: f64 = scaled.iter().sum();
    Some(scaled.iter().map(|amount| amount / total).collect())
}

#[cfg(test)]
mod tests {
    use super::divide_by_sum;

    #[test]
    fn extreme_amounts_still_make_shares() {
        assert_eq!(divide_by_sum(&[f64::MAX, f64::MAX]), Some(vec![0.5, 0.5]));
        assert_eq!(divide_by_sum(&[2e-308, 2e-308]), Some(vec![0.5, 0.5]));
        assert_eq!(divide_by_sum(&[0.0, 0.0]), None);
        assert_eq!(divide_by_sum(&[1.0, f64::NAN]), None);
        assert_eq!(divide_by_sum(&[]), None);
    }
}
