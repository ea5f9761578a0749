//! Criteria without range under a method that would divide by it: they are set aside.
//! Between the table of a field and the method; the table itself keeps the shares that were given.

use std::borrow::Cow;

use crate::method::kind::Method;
use crate::method::normalise::Normalise;
use crate::method::problem::Problem;

/// The columns that a method sets aside, rising: those with a share whose ratings are all equal, where
/// it divides by their range. None where nothing would be left.
pub fn set_aside(method: &Method, problem: &Problem) -> Vec<usize> {
    if !divides_by_ranges(method) {
        return Vec::new();
    }
    let has_share = |column: &usize| problem.axes[*column].share > 0.0;
    let is_flat =
        |column: &usize| problem.ratings.column(*column).windows(2).all(|pair| pair[0] == pair[1]);
    let weighted: Vec<usize> = (0..problem.criteria()).filter(has_share).collect();
    let flat: Vec<usize> = weighted.iter().copied().filter(is_flat).collect();
    if flat.len() == weighted.len() { Vec::new() } else { flat }
}

/// The problem that a method can take: share 0 for what it sets aside, and what that had shared out
/// among the others in proportion.
pub fn ranged<'p>(method: &Method, problem: &'p Problem) -> Cow<'p, Problem> {
    let aside = set_aside(method, problem);
    if aside.is_empty() {
        return Cow::Borrowed(problem);
    }
    let mut ranged = problem.clone();
    for &column in &aside {
        ranged.axes[column].share = 0.0;
    }
    // Above 0: some column with a share is left.
    let left: f64 = ranged.axes.iter().map(|axis| axis.share).sum();
    let whole: f64 = problem.axes.iter().map(|axis| axis.share).sum();
    for axis in &mut ranged.axes {
        axis.share *= whole / left;
    }
    Cow::Owned(ranged)
}

/// Whether a method divides by the range of each criterion over the field.
fn divides_by_ranges(method: &Method) -> bool {
    let is_min_max = |normalise: &Normalise| *normalise == Normalise::MinMax;
    match method {
        Method::WeightedSum(own) => is_min_max(&own.normalise),
        Method::WeightedProduct(own) => is_min_max(&own.normalise),
        Method::Topsis(own) => is_min_max(&own.normalise),
        Method::Vikor(_)
        | Method::Mabac(_)
        | Method::Mairca(_)
        | Method::Cocoso(_)
        | Method::Rov(_)
        | Method::GreyRelational(_) => true,
        _ => false,
    }
}
