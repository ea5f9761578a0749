//! From a rating to a value in [0, 1], and back.
//! Stands between ratings and scores; `decide` finds the ends, which may depend on the field.

mod curve;
mod reaching;
#[cfg(test)]
mod tests;

use crate::model::ends::Ends;
use crate::model::value_function::curve::{exponential, logistic, piecewise, step, target};

/// How a leaf's ratings become values.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueFunction {
    /// Straight from the worst end to the best.
    Linear,
    /// Straight between (rating, value) points, ratings rising; beyond the ends the end value holds.
    Piecewise(Vec<[f64; 2]>),
    /// (rating, value) points, ratings rising: from that rating on; below the first, the first value.
    Steps(Vec<[f64; 2]>),
    /// 1 at `best` (a point or an interval), falling straight to 0 at both ends.
    Target {
        /// Low and high end of what is ideal; equal for a point.
        best: [f64; 2],
        /// Where the value has fallen to 0, below and above.
        zero_at: [f64; 2],
    },
    /// (1 − exp(−d/ρ)) / (1 − exp(−D/ρ)) for a rating at distance d from the worst end, D the width
    /// of the range (Kirkwood 1997, Strategic Decision Making, p. 65).
    Exponential {
        /// Risk tolerance in the rating's units, ≠ 0; > 0 rises early, < 0 late.
        rho: f64,
    },
    /// Logistic in the rating, rescaled to reach 0 and 1 at the range's ends.
    Logistic {
        /// Rating of the steepest point.
        midpoint: f64,
        /// Steepness per unit of rating, > 0.
        slope: f64,
    },
    /// Against the field: lowest rating over own (minimize), all ratings > 0.
    LowestRatio,
    /// Against the field: own over highest rating (maximize), all ratings ≥ 0, one > 0.
    HighestRatio,
    /// Against the field: 1 − (own − lowest) / lowest, not below 0; all ratings > 0.
    LowestDifference,
}

impl ValueFunction {
    /// Whether a value depends on other vendors' ratings by its very definition.
    pub fn is_relative(&self) -> bool {
        matches!(self, Self::LowestRatio | Self::HighestRatio | Self::LowestDifference)
    }

    /// Whether a value depends on the two ends at all.
    pub fn needs_ends(&self) -> bool {
        !matches!(self, Self::Piecewise(_) | Self::Steps(_) | Self::Target { .. })
    }

    /// The value of a finite rating, in [0, 1].
    ///
    /// Where the two ends are equal every rating has value 1: the range tells nobody apart.
    pub fn apply(&self, rating: f64, ends: Ends) -> f64 {
        let value = match self {
            Self::Linear => ends.fraction(rating),
            Self::Piecewise(points) => piecewise(points, rating),
            Self::Steps(points) => step(points, rating),
            Self::Target { best, zero_at } => target(*best, *zero_at, rating),
            Self::Exponential { rho } => {
                exponential(ends.fraction(rating), (ends.best - ends.worst).abs() / rho)
            }
            Self::Logistic { midpoint, slope } => {
                let fraction = ends.fraction(rating);
                if fraction <= 0.0 || fraction >= 1.0 {
                    fraction
                } else {
                    logistic([ends.worst, rating, ends.best].map(|x| (x - midpoint) * slope))
                }
            }
            Self::LowestRatio if rating > 0.0 => ends.best / rating,
            Self::HighestRatio if ends.best > 0.0 => rating / ends.best,
            Self::LowestDifference if ends.best > 0.0 => 1.0 - (rating - ends.best) / ends.best,
            // Outside the domain, which `decide` refuses before it comes here.
            Self::LowestRatio | Self::HighestRatio | Self::LowestDifference => 0.0,
        };
        value.clamp(0.0, 1.0)
    }

    /// The least and the greatest value among the ratings from `low` to `high`.
    pub fn span(&self, low: f64, high: f64, ends: Ends) -> [f64; 2] {
        let [a, b] = [self.apply(low, ends), self.apply(high, ends)];
        let peak = match self {
            Self::Target { best, .. } if low <= best[1] && high >= best[0] => 1.0,
            _ => a.max(b),
        };
        [a.min(b), peak]
    }
}
