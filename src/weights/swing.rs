//! Weights from swing points: how much each criterion's swing from worst to best is worth.
//! The points divided by their sum.

use crate::weights::derived::Derived;
use crate::weights::fault::{Fault, Part};
use crate::weights::order::out_of_range;
use crate::weights::share::divide_by_sum;

/// What swing weighting is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// One for each criterion, ≥ 0; by custom 100 for the swing worth most.
    pub points: Vec<f64>,
}

/// w_j = p_j / Σp. von Winterfeldt, D., & Edwards, W. (1986). Decision Analysis and Behavioral
/// Research. Cambridge University Press.
///
/// # Errors
/// Points that are negative or not finite, or all 0.
pub fn derive(swing: &Swing) -> Result<Derived, Vec<Fault>> {
    if swing.points.is_empty() {
        return Err(vec![Fault::Empty]);
    }
    let faults = out_of_range(Part::Points, &swing.points, [0.0, f64::MAX]);
    if !faults.is_empty() {
        return Err(faults);
    }
    let shares = divide_by_sum(&swing.points).ok_or_else(|| vec![Fault::NothingWeighs])?;
    Ok(Derived::from_shares(shares))
}

#[cfg(test)]
mod tests {
    use super::{Swing, derive};
    use crate::weights::fault::Fault;

    #[test]
    fn points_become_shares_and_nonsense_is_told() {
        let shares = |points: &[f64]| derive(&Swing { points: points.to_vec() });
        assert_eq!(shares(&[100.0, 60.0, 40.0]).unwrap().shares, [0.5, 0.3, 0.2]);
        assert_eq!(shares(&[0.0, 0.0]), Err(vec![Fault::NothingWeighs]));
        assert_eq!(shares(&[1.0, -1.0, f64::NAN]).unwrap_err().len(), 2);
    }
}
