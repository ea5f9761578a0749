//! The smallest sets of criteria that decide a lead, or suffice for it.
//! Cited in "why A over B"; each is tested by its own perturbation.

use crate::answer::lead::falling;

/// Criteria that between them settle a lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Settling {
    /// The criteria, largest part first.
    pub criteria: Vec<usize>,
    /// Σ of their parts of the lead.
    pub support: f64,
    /// What they have to outweigh by more than the tie tolerance.
    pub against: f64,
}

/// The smallest set of pros whose sum exceeds everything that speaks for the rival.
///
/// Sort the pros by size and take until Σ > |Σ cons| + tie. With the uncited pros set even the
/// verdict stands; one fewer cannot do. `None` where the first vendor is not ahead.
/// `parts` are w_j d_j as in [`crate::answer::lead::LeadSplit`].
pub fn decisive(parts: &[f64], tie: f64) -> Option<Settling> {
    let against: f64 = parts.iter().filter(|part| **part < 0.0).map(|part| -part).sum();
    let mut support = 0.0;
    let mut criteria = Vec::new();
    for criterion in falling(parts) {
        if parts[criterion] <= 0.0 {
            return None;
        }
        support += parts[criterion];
        criteria.push(criterion);
        if support > against + tie {
            return Some(Settling { criteria, support, against });
        }
    }
    None
}

/// The smallest set A whose parts outweigh the worst that the others could do on their scale.
///
/// Σ_A w_j d_j > Σ over the rest of w_j r_j, where r_j is the length of the scale of criterion j
/// in value (1 for values in [0, 1]). As each criterion moves from the right-hand side to the
/// left it gains w_j (d_j + r_j), so the largest gains first give the smallest set. It may be
/// everything. `None` where the first vendor is not ahead.
pub fn sufficient(parts: &[f64], worst: &[f64], tie: f64) -> Option<Settling> {
    let gains: Vec<f64> = parts.iter().zip(worst).map(|(part, worst)| part + worst).collect();
    let mut support = 0.0;
    let mut criteria = Vec::new();
    let mut rest = falling(&gains);
    while !rest.is_empty() {
        let criterion = rest.remove(0);
        support += parts[criterion];
        criteria.push(criterion);
        let against: f64 = rest.iter().map(|&criterion| worst[criterion]).sum();
        if support > against + tie {
            criteria.sort_by(|&a, &b| parts[b].total_cmp(&parts[a]).then(a.cmp(&b)));
            return Some(Settling { criteria, support, against });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{decisive, sufficient};

    #[test]
    fn one_large_pro_decides() {
        let found = decisive(&[0.053, -0.013, 0.004], 1e-9).unwrap();
        assert_eq!(found.criteria, vec![0]);
    }

    #[test]
    fn no_lead_has_no_decisive_set() {
        assert_eq!(decisive(&[0.01, -0.01], 1e-9), None);
        assert_eq!(sufficient(&[0.01, -0.01], &[0.5, 0.5], 1e-9), None);
    }

    #[test]
    fn small_lead_needs_everything() {
        let found = sufficient(&[0.02, -0.01], &[0.5, 0.5], 1e-9).unwrap();
        assert_eq!(found.criteria.len(), 2);
    }
}
