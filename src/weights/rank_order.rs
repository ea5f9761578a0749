//! Weights from nothing but the order of the criteria.
//! Three formulas for the share of rank k among n.

use crate::weights::derived::Derived;
use crate::weights::fault::Fault;
use crate::weights::order::{check_order, scatter};

/// Which formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formula {
    /// Centroid of all weights in that order: (1/n) Σ_{i=k..n} 1/i. Barron, F. H., & Barrett, B. E.
    /// (1996). Decision quality using ranked attribute weights. Management Science, 42(11).
    #[default]
    Centroid,
    /// n + 1 − k over their sum. Stillwell, W. G., Seaver, D. A., & Edwards, W. (1981). A comparison
    /// of weight approximation techniques. Org. Behavior and Human Performance, 28(1).
    Sum,
    /// 1/k over their sum; Stillwell et al. (1981).
    Reciprocal,
}

impl Formula {
    /// Every formula, the default first.
    pub const ALL: [Self; 3] = [Self::Centroid, Self::Sum, Self::Reciprocal];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Centroid => "roc",
            Self::Sum => "rs",
            Self::Reciprocal => "rr",
        }
    }

    /// The formula of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|formula| formula.id() == id)
    }
}

/// What rank-order weights are given.
#[derive(Debug, Clone, PartialEq)]
pub struct RankOrder {
    /// Criteria, the one that matters most first; each exactly once.
    pub order: Vec<usize>,
    /// Which formula.
    pub formula: Formula,
}

/// Shares by rank alone.
///
/// # Errors
/// Every mistake of the order.
pub fn derive(rank_order: &RankOrder) -> Result<Derived, Vec<Fault>> {
    let faults = check_order(&rank_order.order);
    if !faults.is_empty() {
        return Err(faults);
    }
    let shares = shares_by_rank(rank_order.order.len(), rank_order.formula);
    Ok(Derived::from_shares(scatter(&rank_order.order, &shares)))
}

fn shares_by_rank(criteria: usize, formula: Formula) -> Vec<f64> {
    let count = criteria as f64;
    let reciprocals =
        |from: usize| -> f64 { (from..=criteria).map(|rank| 1.0 / rank as f64).sum() };
    let share = |rank: usize| match formula {
        Formula::Centroid => reciprocals(rank) / count,
        Formula::Sum => 2.0 * (count + 1.0 - rank as f64) / (count * (count + 1.0)),
        Formula::Reciprocal => 1.0 / rank as f64 / reciprocals(1),
    };
    (1..=criteria).map(share).collect()
}
