//! One weighing criterion with its thresholds, as ELECTRE III and TRI-B see it.
//! The partial indices here are the definition; `credibility` puts them together.

use crate::method::outcome::Refusal;
use crate::method::problem::{Axis, Problem};

/// A few roundings of the largest rating, so that a difference of decimals does not cross a
/// threshold because decimals are not binary fractions.
const ROUNDINGS: f64 = 8.0 * f64::EPSILON;

/// A criterion that carries weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PseudoCriterion {
    /// Column of the problem.
    pub column: usize,
    /// Leaf share, > 0.
    pub share: f64,
    /// What turns a rating so that more is better.
    pub sign: f64,
    /// The gap up to which it agrees whole.
    agrees_to: f64,
    /// The gap at which it stops agreeing and starts to disagree.
    p: f64,
    /// The gap from which on it forbids; infinite where it has no veto.
    forbids_from: f64,
    fall: f64,
    rise: f64,
}

/// The criteria that carry weight, in column order.
///
/// # Errors
/// If thresholds are negative, out of order or no numbers, or no criterion carries weight.
pub fn pseudo_criteria(problem: &Problem) -> Result<Vec<PseudoCriterion>, Refusal> {
    let mut criteria = Vec::with_capacity(problem.criteria());
    for (column, axis) in problem.axes.iter().enumerate() {
        let criterion = PseudoCriterion::new(problem, column, axis)
            .ok_or(Refusal::Lacks {
                criterion: column, what: "`thresholds` with 0 ≤ q ≤ p ≤ v"
            })?;
        if axis.share > 0.0 {
            criteria.push(criterion);
        }
    }
    if criteria.is_empty() {
        return Err(Refusal::Undefined { why: "no criterion carries any weight".to_owned() });
    }
    Ok(criteria)
}

impl PseudoCriterion {
    fn new(problem: &Problem, column: usize, axis: &Axis) -> Option<Self> {
        let thresholds = axis.thresholds;
        let (q, p) = (thresholds.q, thresholds.p);
        let v = thresholds.v.unwrap_or(f64::INFINITY);
        let ordered = 0.0 <= q && q <= p && p <= v && p.is_finite();
        let ratings = problem.ratings.column(column).iter();
        let slack = ROUNDINGS * ratings.fold(0.0, |most: f64, rating| most.max(rating.abs()));
        ordered.then(|| Self {
            column,
            share: axis.share,
            sign: axis.direction.sign(),
            agrees_to: q + slack,
            p,
            forbids_from: v - slack,
            fall: slope(p - q),
            rise: slope(v - p),
        })
    }

    /// Whether any difference can forbid outranking.
    pub fn has_veto(&self) -> bool {
        self.forbids_from.is_finite()
    }

    /// How far the second rating is better than the first.
    #[inline(always)]
    pub fn gap(&self, first: f64, second: f64) -> f64 {
        self.sign * (second - first)
    }

    /// How far the criterion agrees that the first is at least as good: 1 up to a gap of q, from
    /// there straight down to 0 at p.
    #[inline(always)]
    pub fn concordance(&self, gap: f64) -> f64 {
        // Choices rather than branches, so that many pairs can be computed side by side.
        let ramp = (self.p - gap) * self.fall;
        let ramp = if ramp > 0.0 { ramp } else { 0.0 };
        if gap <= self.agrees_to { 1.0 } else { ramp }
    }

    /// How far the criterion speaks against it: 0 up to a gap of p, from there straight up to 1
    /// at v. A gap of 0 or less never does.
    #[inline(always)]
    pub fn discordance(&self, gap: f64) -> f64 {
        let ramp = (gap - self.p) * self.rise;
        let ramp = if ramp > 0.0 { ramp } else { 0.0 };
        let discordance = if gap >= self.forbids_from { 1.0 } else { ramp };
        if gap > 0.0 { discordance } else { 0.0 }
    }
}

/// 1 / width; 0 where there is no ramp.
fn slope(width: f64) -> f64 {
    if width > 0.0 { 1.0 / width } else { 0.0 }
}
