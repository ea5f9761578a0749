//! A preference function made ready to compute with: six shapes become four curves with checked
//! thresholds. Both the double loop and the sorted sweep take their thresholds from here, so that
//! they agree at every jump.

use crate::method::outranking::compensated::difference;
use crate::method::problem::Preference;

/// How preference grows with the difference d in favour of a vendor; 0 for d ≤ 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Curve {
    /// 1 once d > q.
    Step {
        /// Where it jumps, ≥ 0.
        q: f64,
    },
    /// One half once d > q, 1 once d > p.
    Level {
        /// First jump, ≥ 0.
        q: f64,
        /// Second jump, > q.
        p: f64,
    },
    /// From 0 at q straight up to 1 at p.
    Ramp {
        /// Where it leaves 0, ≥ 0.
        q: f64,
        /// Where it reaches 1, > q.
        p: f64,
    },
    /// 1 − exp(−d² / 2s²).
    Bell {
        /// Where it bends, > 0.
        s: f64,
    },
}

/// A few roundings of the largest rating: differences of decimals such as 0.9 − 0.7 exceed 0.2 by
/// that much only because they are not binary fractions.
const ROUNDINGS: f64 = 8.0 * f64::EPSILON;

impl Curve {
    /// `None` if the thresholds are negative, out of order or no numbers.
    pub fn new(preference: Preference, ratings: &[f64]) -> Option<Self> {
        let slack =
            ROUNDINGS * ratings.iter().fold(0.0, |most: f64, rating| most.max(rating.abs()));
        match preference {
            Preference::Usual => Some(Self::Step { q: 0.0 }),
            Preference::UShape { q } => is_threshold(q).then(|| Self::step(q, slack)),
            Preference::VShape { p } => {
                (is_threshold(p) && p > 0.0).then_some(Self::Ramp { q: 0.0, p })
            }
            Preference::Level { q, p } | Preference::Linear { q, p }
                if !(is_threshold(q) && is_threshold(p) && q <= p) =>
            {
                None
            }
            Preference::Level { q, p } | Preference::Linear { q, p } if q == p => {
                Some(Self::step(q, slack))
            }
            Preference::Level { q, p } => Some(Self::Level { q: q + slack, p: p + slack }),
            Preference::Linear { q, p } => Some(Self::Ramp { q, p }),
            Preference::Gaussian { s } => (is_threshold(s) && s > 0.0).then_some(Self::Bell { s }),
        }
    }

    fn step(q: f64, slack: f64) -> Self {
        // At 0 any difference counts, however small.
        Self::Step { q: if q > 0.0 { q + slack } else { 0.0 } }
    }

    /// How far a rating is preferred to another, in [0, 1]; more is better.
    pub fn preference(self, better: f64, worse: f64) -> f64 {
        let (d, error) = difference(better, worse);
        match self {
            Self::Step { q } => f64::from(u8::from(d > q)),
            Self::Level { q, p } => 0.5 * f64::from(u8::from(d > q) + u8::from(d > p)),
            Self::Ramp { q, p } => {
                if d > p {
                    1.0
                } else if d > q {
                    // The rounding of d matters where p − q is tiny.
                    ((d - q) + error) / (p - q)
                } else {
                    0.0
                }
            }
            Self::Bell { s } => bell(d, s),
        }
    }
}

/// The Gaussian curve.
pub fn bell(d: f64, s: f64) -> f64 {
    if d > 0.0 {
        let bends = d / s;
        // exp_m1 keeps small preferences exact.
        -(-0.5 * bends * bends).exp_m1()
    } else {
        0.0
    }
}

fn is_threshold(number: f64) -> bool {
    number.is_finite() && number >= 0.0
}

#[cfg(test)]
mod tests {
    use super::Curve;
    use crate::method::problem::Preference;

    fn at(preference: Preference, d: f64) -> f64 {
        Curve::new(preference, &[10.0]).map_or(f64::NAN, |curve| curve.preference(d, 0.0))
    }

    #[test]
    fn every_shape_is_zero_up_to_its_threshold_and_one_beyond() {
        assert_eq!([-1.0, 0.0, 0.1].map(|d| at(Preference::Usual, d)), [0.0, 0.0, 1.0]);
        assert_eq!([-3.0, 2.0, 2.1].map(|d| at(Preference::UShape { q: 2.0 }, d)), [0.0, 0.0, 1.0]);
        assert_eq!(
            [-1.0, 1.0, 5.0].map(|d| at(Preference::VShape { p: 4.0 }, d)),
            [0.0, 0.25, 1.0]
        );
        let level = Preference::Level { q: 1.0, p: 3.0 };
        assert_eq!([-4.0, 1.0, 3.0, 3.1].map(|d| at(level, d)), [0.0, 0.0, 0.5, 1.0]);
        let linear = Preference::Linear { q: 1.0, p: 3.0 };
        assert_eq!([-4.0, 1.0, 2.0, 3.0].map(|d| at(linear, d)), [0.0, 0.0, 0.5, 1.0]);
        assert_eq!(at(Preference::Gaussian { s: 1.0 }, -2.0), 0.0);
        assert!((at(Preference::Gaussian { s: 2.0 }, 2.0) - 0.393_469_340_287_366_6).abs() < 1e-15);
    }

    #[test]
    fn a_difference_of_decimals_does_not_cross_a_threshold_by_rounding() {
        let curve = Curve::new(Preference::UShape { q: 0.2 }, &[0.9, 0.7]).expect("valid");
        // As computed, 0.9 − 0.7 is 0.20000000000000007.
        assert_eq!(curve.preference(0.9, 0.7), 0.0);
    }

    #[test]
    fn thresholds_out_of_order_are_no_curve() {
        for preference in [
            Preference::UShape { q: -1.0 },
            Preference::VShape { p: 0.0 },
            Preference::Level { q: 2.0, p: 1.0 },
            Preference::Linear { q: 0.0, p: f64::NAN },
            Preference::Gaussian { s: 0.0 },
        ] {
            assert_eq!(Curve::new(preference, &[1.0]), None);
        }
    }
}
