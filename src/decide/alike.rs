//! Vendors that no criterion tells apart: they tie, even under a method that has no value for them.
//! Between `contest` and the method, with what the method sets aside; a single vendor is alike to itself.

use crate::decide::set_aside::ranged;
use crate::method::kind::Method;
use crate::method::outcome::{Better, Lead, Outcome, Refusal};
use crate::method::problem::Problem;

/// The method's answer; everybody level, without scores, where it refuses vendors that are all alike.
///
/// # Errors
/// What the method refuses among vendors that differ, and what it lacks in any field.
pub fn solve(method: &Method, problem: &Problem) -> Result<Outcome, Refusal> {
    method.solve(&ranged(method, problem)).or_else(|refusal| match refusal {
        Refusal::Lacks { .. } => Err(refusal),
        _ if are_alike(problem) => Ok(tied(problem.vendors())),
        _ => Err(refusal),
    })
}

/// Merits and scores of [`solve`] by themselves.
///
/// # Errors
/// As [`solve`].
pub fn merits(method: &Method, problem: &Problem) -> Result<Merits, Refusal> {
    let merits = method.merits(&ranged(method, problem)).map(|merits| {
        let scores = match method.id().better() {
            Better::Higher => Some(merits.clone()),
            Better::Lower => Some(merits.iter().map(|merit| -merit).collect()),
            Better::None => None,
        };
        Merits { merits, scores }
    });
    merits.or_else(|refusal| match refusal {
        Refusal::Lacks { .. } => Err(refusal),
        _ if are_alike(problem) => {
            let Outcome { merits, scores, .. } = tied(problem.vendors());
            Ok(Merits { merits, scores })
        }
        _ => Err(refusal),
    })
}

/// What ranks are made of, and what is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merits {
    /// One for each vendor, more is better.
    pub merits: Vec<f64>,
    /// One for each vendor, where the method has a score.
    pub scores: Option<Vec<f64>>,
}

/// How far row `a` is ahead of `b`, split over the criteria; `outcome` is what [`solve`] gave.
///
/// # Errors
/// What the method refuses; vendors that are all alike have no lead to split.
pub fn lead(
    method: &Method,
    problem: &Problem,
    outcome: &Outcome,
    a: usize,
    b: usize,
) -> Result<Lead, Refusal> {
    method.lead(&ranged(method, problem), outcome, a, b)
}

/// Everybody level, and nothing to say about it.
pub fn tied(vendors: usize) -> Outcome {
    Outcome {
        merits: vec![0.0; vendors],
        scores: None,
        better: Better::None,
        parts: None,
        details: Vec::new(),
    }
}

/// Whether no criterion with a share tells any two vendors apart.
pub fn are_alike(problem: &Problem) -> bool {
    let is_flat = |cells: &[f64]| cells.windows(2).all(|pair| pair[0] == pair[1]);
    (0..problem.criteria()).filter(|column| problem.axes[*column].share > 0.0).all(|column| {
        is_flat(problem.ratings.column(column)) && is_flat(problem.values.column(column))
    })
}
