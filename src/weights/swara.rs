//! Weights from an order and the step down to each next criterion: SWARA.
//! Stepwise ratios k_j = 1 + s_j divided out from the first.

use crate::weights::derived::Derived;
use crate::weights::fault::Fault;
use crate::weights::order::{check_order, check_steps, scatter};
use crate::weights::share::divide_by_sum;

/// What SWARA is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Swara {
    /// Criteria, the one that matters most first; each exactly once.
    pub order: Vec<usize>,
    /// For each criterion after the first, how much more the one before it matters, ≥ 0: 0.35 means
    /// 35 % more. Up to 1000.
    pub steps: Vec<f64>,
}

/// q_1 = 1, q_j = q_{j−1} / (1 + s_j), w = q / Σq; q among the columns.
///
/// Keršulienė, V., Zavadskas, E. K., & Turskis, Z. (2010). Selection of rational dispute resolution
/// method by applying new step-wise weight assessment ratio analysis (SWARA). J. Business Economics
/// and Management, 11(2), 243–258.
///
/// # Errors
/// Every mistake of the order and of the steps.
pub fn derive(swara: &Swara) -> Result<Derived, Vec<Fault>> {
    let mut faults = check_order(&swara.order);
    faults.extend(check_steps(&swara.order, &swara.steps, [0.0, 1000.0]));
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut amounts = vec![1.0];
    let mut amount = 1.0;
    for step in &swara.steps {
        amount /= 1.0 + step;
        amounts.push(amount);
    }
    let along = divide_by_sum(&amounts).ok_or_else(|| vec![Fault::NothingWeighs])?;
    let mut derived = Derived::from_shares(scatter(&swara.order, &along));
    derived.columns = vec![("q", scatter(&swara.order, &amounts))];
    Ok(derived)
}
