//! Weights from ranks, ties allowed: RANCOM.
//! Every criterion is compared with every other by rank alone.

use crate::weights::derived::Derived;
use crate::weights::fault::{Fault, Part};
use crate::weights::order::out_of_range;
use crate::weights::share::divide_by_sum;

/// What RANCOM is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Rancom {
    /// One for each criterion, the smaller the more it matters; equal ranks matter equally. ≥ 1.
    pub ranks: Vec<f64>,
}

/// w_j = 2 Σ_k c_jk / n² with c = 1 where j ranks before k, ½ where they tie (and for itself), else 0.
///
/// Więckowski, J., Kizielewicz, B., Shekhovtsov, A., & Sałabun, W. (2023). RANCOM: a novel approach
/// to identifying criteria relevance based on inaccuracy expert judgments. Engineering Applications
/// of Artificial Intelligence, 122, 106114.
///
/// # Errors
/// Ranks below 1 or not finite.
pub fn derive(rancom: &Rancom) -> Result<Derived, Vec<Fault>> {
    if rancom.ranks.is_empty() {
        return Err(vec![Fault::Empty]);
    }
    let faults = out_of_range(Part::Ranks, &rancom.ranks, [1.0, f64::MAX]);
    if !faults.is_empty() {
        return Err(faults);
    }
    let points: Vec<f64> = rancom
        .ranks
        .iter()
        .map(|own| {
            let against = rancom.ranks.iter().map(|other| match own.total_cmp(other) {
                std::cmp::Ordering::Less => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Greater => 0.0,
            });
            against.sum()
        })
        .collect();
    let shares = divide_by_sum(&points).ok_or_else(|| vec![Fault::NothingWeighs])?;
    Ok(Derived::from_shares(shares))
}

#[cfg(test)]
mod tests {
    use super::{Rancom, derive};

    #[test]
    fn ties_share_what_lies_between_them() {
        let shares = derive(&Rancom { ranks: vec![2.0, 1.0, 2.0] }).unwrap().shares;
        let expected = [2.0 / 9.0, 5.0 / 9.0, 2.0 / 9.0];
        assert!(shares.iter().zip(expected).all(|(share, wanted)| (share - wanted).abs() < 1e-15));
    }
}
