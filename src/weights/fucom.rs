//! Weights from an order and how many times each criterion matters as much as the next: FUCOM.
//! With only neighbours compared the full consistency that the method seeks is always reached.

use crate::weights::derived::Derived;
use crate::weights::fault::Fault;
use crate::weights::order::{check_order, check_steps, scatter};
use crate::weights::pairwise::LARGEST_RATIO;
use crate::weights::share::divide_by_sum;

/// What FUCOM is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Fucom {
    /// Criteria, the one that matters most first; each exactly once.
    pub order: Vec<usize>,
    /// For each criterion after the first, φ: how many times the one before it matters as much, ≥ 1.
    pub priorities: Vec<f64>,
}

/// w_k / w_{k+1} = φ_{k/(k+1)}, Σw = 1, with figure `deviation`.
///
/// The method minimises the deviation χ from the stated ratios and from their products over two
/// steps; weights along the products of the ratios make it 0, and no others do.
///
/// Pamučar, D., Stević, Ž., & Sremac, S. (2018). A new model for determining weight coefficients of
/// criteria in MCDM models: full consistency method (FUCOM). Symmetry, 10(9), 393.
///
/// # Errors
/// Every mistake of the order and of the priorities.
pub fn derive(fucom: &Fucom) -> Result<Derived, Vec<Fault>> {
    let mut faults = check_order(&fucom.order);
    faults.extend(check_steps(&fucom.order, &fucom.priorities, [1.0, LARGEST_RATIO]));
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut amounts = vec![1.0];
    let mut amount = 1.0;
    for priority in &fucom.priorities {
        amount /= priority;
        amounts.push(amount);
    }
    let along = divide_by_sum(&amounts).ok_or_else(|| vec![Fault::NothingWeighs])?;
    let mut derived = Derived::from_shares(scatter(&fucom.order, &along));
    derived.figures = vec![("deviation", 0.0)];
    Ok(derived)
}

#[cfg(test)]
mod tests {
    use super::{Fucom, derive};

    #[test]
    fn stated_ratios_and_their_products_hold() {
        let fucom = Fucom { order: vec![1, 0, 2], priorities: vec![2.0, 1.5] };
        let shares = derive(&fucom).unwrap().shares;
        assert!((shares[1] / shares[0] - 2.0).abs() < 1e-12);
        assert!((shares[1] / shares[2] - 3.0).abs() < 1e-12);
        assert!(derive(&Fucom { order: vec![1, 0], priorities: vec![0.5] }).is_err());
    }
}
