//! Gates on groups as linear conditions on shares: what moves weights may move the field.
//! A vendor reaches a bound where Σ share × (value − bound) over the group's leaves is ≥ 0.

use crate::decide::settled::Settled;
use crate::model::scenario::Model;

/// Whether any gate moves with the weights.
pub fn has_group_gates(model: &Model) -> bool {
    model.criteria.iter().any(|criterion| criterion.gate.is_some() && criterion.leaf().is_none())
}

/// Where between two share vectors, in (0, 1), any vendor's gate on a group turns.
pub fn gate_roots(base: &Settled<'_>, start: &[f64], end: &[f64]) -> Vec<f64> {
    let mut roots = Vec::new();
    for (_, coefficients) in base.group_lines() {
        let [at_zero, at_one] =
            [start, end].map(|shares| crate::answer::contest::dot(&coefficients, shares));
        if (at_zero < 0.0) != (at_one < 0.0) {
            roots.push(at_zero / (at_zero - at_one));
        }
    }
    roots.retain(|root| 0.0 < *root && *root < 1.0);
    roots
}
