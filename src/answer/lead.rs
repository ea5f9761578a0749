//! Why one vendor is ahead of another: the lead split by criterion.
//! What is decisive, sufficient, and the form of the argument are read off this split.

use crate::answer::contest::Contest;

/// A lead and its parts; parts add up to the amount.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadSplit {
    /// D = Σ parts, positive where the first vendor is ahead.
    pub amount: f64,
    /// c_j = w_j (u_aj − u_bj), one for each criterion.
    pub parts: Vec<f64>,
}

/// Splits the lead of one vendor over another by criterion: c_j = w_j d_j.
pub fn split(contest: &Contest<'_>, vendor: usize, rival: usize) -> LeadSplit {
    let parts: Vec<f64> = contest
        .differences(vendor, rival)
        .iter()
        .zip(contest.shares)
        .map(|(difference, share)| share * difference)
        .collect();
    LeadSplit { amount: parts.iter().sum(), parts }
}

/// Criteria in falling order of a quantity, equal ones in their own order.
pub fn falling(quantities: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..quantities.len()).collect();
    order.sort_by(|&a, &b| quantities[b].total_cmp(&quantities[a]).then(a.cmp(&b)));
    order
}
