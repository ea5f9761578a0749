//! From a rating to a value in [0, 1], and back.
//! Stands between ratings and scores; a `relative` one needs the field and is applied in `decide`.

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
    /// (1 − exp(−x/ρ)) / (1 − exp(−1/ρ)) over x in [0, 1] from worst to best; ρ ≠ 0 in units of the range's width.
    Exponential {
        /// Risk tolerance in the rating's units, ≠ 0; > 0 is concave.
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
}
