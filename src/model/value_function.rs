//! From a rating to a value in [0, 1], and back.
//! Stands between ratings and scores; `decide` finds the ends, which may depend on the field.

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

    /// All ratings whose value is at least `value`, low to high, infinite where open; `None` where
    /// no rating gets there.
    ///
    /// They always form one interval, since every function is monotone or has one peak. A relative
    /// one is read against the ends as given, as if the other vendors stood still.
    pub fn reaching(&self, value: f64, ends: Ends) -> Option<[f64; 2]> {
        if value <= 0.0 {
            return Some([f64::NEG_INFINITY, f64::INFINITY]);
        }
        if value > 1.0 || value.is_nan() {
            return None;
        }
        let from = |rating: f64| Some([rating, f64::INFINITY]);
        let to = |rating: f64| Some([f64::NEG_INFINITY, rating]);
        match self {
            Self::Linear | Self::Exponential { .. } | Self::Logistic { .. } => {
                if ends.best == ends.worst {
                    return Some([f64::NEG_INFINITY, f64::INFINITY]);
                }
                let rating = match self {
                    Self::Linear => ends.at(value),
                    _ => ends.at(smallest_fraction(|at| self.apply(ends.at(at), ends) >= value)),
                };
                if ends.best > ends.worst { from(rating) } else { to(rating) }
            }
            Self::Piecewise(points) => piecewise_reaching(points, value),
            Self::Steps(points) => steps_reaching(points, value),
            Self::Target { best, zero_at } => Some([
                zero_at[0] + value * (best[0] - zero_at[0]),
                zero_at[1] + value * (best[1] - zero_at[1]),
            ]),
            Self::LowestRatio => to(ends.best / value),
            Self::HighestRatio => from(value * ends.best),
            Self::LowestDifference => to(ends.best * (2.0 - value)),
        }
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

/// Which rating has value 0 and which has value 1 in one run.
///
/// For a `relative` function `best` is the lowest (or highest) rating of the field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// Has value 0.
    pub worst: f64,
    /// Has value 1.
    pub best: f64,
}

impl Ends {
    /// Those of what needs none: levels carry their values, targets have points of their own.
    pub const UNIT: Self = Self { worst: 0.0, best: 1.0 };

    /// How far a rating lies from worst to best, in [0, 1]; 1 where the two are equal.
    pub fn fraction(self, rating: f64) -> f64 {
        if self.best == self.worst {
            return 1.0;
        }
        // Halves, so that no difference of finite ratings overflows.
        let width = self.best * 0.5 - self.worst * 0.5;
        ((rating * 0.5 - self.worst * 0.5) / width).clamp(0.0, 1.0)
    }

    /// The rating at a fraction of the way from worst to best.
    pub fn at(self, fraction: f64) -> f64 {
        if fraction >= 1.0 {
            return self.best;
        }
        self.worst * (1.0 - fraction) + self.best * fraction
    }
}

/// Straight between points; a gap of no width jumps.
fn piecewise(points: &[[f64; 2]], rating: f64) -> f64 {
    let after = points.partition_point(|point| point[0] <= rating);
    match (after.checked_sub(1).and_then(|before| points.get(before)), points.get(after)) {
        (Some(low), Some(high)) => {
            let fraction = Ends { worst: low[0], best: high[0] }.fraction(rating);
            low[1] + (high[1] - low[1]) * fraction
        }
        (Some(end), None) | (None, Some(end)) => end[1],
        (None, None) => 0.0,
    }
}

fn step(points: &[[f64; 2]], rating: f64) -> f64 {
    let after = points.partition_point(|point| point[0] <= rating);
    points.get(after.saturating_sub(1)).map_or(0.0, |point| point[1])
}

fn target(best: [f64; 2], zero_at: [f64; 2], rating: f64) -> f64 {
    if rating < best[0] {
        fraction_between(zero_at[0], best[0], rating)
    } else if rating > best[1] {
        fraction_between(zero_at[1], best[1], rating)
    } else {
        1.0
    }
}

/// 0 at and beyond `zero`, 1 at `one`; 0 where the two are equal, since the rating lies off `one`.
fn fraction_between(zero: f64, one: f64, rating: f64) -> f64 {
    if zero == one { 0.0 } else { Ends { worst: zero, best: one }.fraction(rating) }
}

/// (1 − e^(−b·x)) / (1 − e^(−b)) for x in [0, 1], written so that no b overflows.
fn exponential(fraction: f64, bend: f64) -> f64 {
    if fraction <= 0.0 || fraction >= 1.0 || bend.abs() < 1e-12 {
        return fraction;
    }
    if bend > 0.0 {
        (-bend * fraction).exp_m1() / (-bend).exp_m1()
    } else {
        (bend * (1.0 - fraction)).exp() * (bend * fraction).exp_m1() / bend.exp_m1()
    }
}

/// (σ(x) − σ(w)) / (σ(b) − σ(w)) of three arguments worst, x, best with x strictly between.
///
/// From σ(x) − σ(w) = sinh((x − w)/2) / (2 cosh(x/2) cosh(w/2)), in logarithms: the plain quotient
/// is 0 / 0 where the curve is flat at both ends.
fn logistic([worst, x, best]: [f64; 3]) -> f64 {
    let [part, whole] = [(x - worst).abs() / 2.0, (best - worst).abs() / 2.0];
    if whole < 1e-12 {
        return part / whole.max(f64::MIN_POSITIVE);
    }
    let ln_sinh = |y: f64| y + (-(-2.0 * y).exp_m1()).ln();
    let ln_cosh = |y: f64| (y / 2.0).abs() + (-y.abs()).exp().ln_1p();
    (ln_sinh(part) - ln_sinh(whole) + ln_cosh(best) - ln_cosh(x)).exp()
}

/// The smallest fraction in [0, 1] where a condition that stays true once true becomes true.
fn smallest_fraction(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut below, mut above) = (0.0, 1.0);
    // 64 halvings of [0, 1] go below the distance of neighbouring floats near 1.
    for _ in 0..64 {
        let middle = 0.5 * (below + above);
        if holds(middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
    above
}

fn piecewise_reaching(points: &[[f64; 2]], value: f64) -> Option<[f64; 2]> {
    let first = points.iter().position(|point| point[1] >= value)?;
    let last = points.iter().rposition(|point| point[1] >= value)?;
    let crossing = |out: [f64; 2], within: [f64; 2]| {
        out[0] + (within[0] - out[0]) * ((value - out[1]) / (within[1] - out[1]))
    };
    let low = match first.checked_sub(1) {
        Some(before) => crossing(points[before], points[first]),
        None => f64::NEG_INFINITY,
    };
    let high = match points.get(last + 1) {
        Some(&after) => crossing(after, points[last]),
        None => f64::INFINITY,
    };
    Some([low, high])
}

fn steps_reaching(points: &[[f64; 2]], value: f64) -> Option<[f64; 2]> {
    let first = points.iter().position(|point| point[1] >= value)?;
    let last = points.iter().rposition(|point| point[1] >= value)?;
    let low = if first == 0 { f64::NEG_INFINITY } else { points[first][0] };
    // The step down belongs to the next point, so the last rating before it is its neighbour.
    let high = points.get(last + 1).map_or(f64::INFINITY, |after| after[0].next_down());
    Some([low, high])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop_assert, prop_oneof, proptest};

    use super::{Ends, ValueFunction};

    const TEN: Ends = Ends { worst: 0.0, best: 10.0 };

    #[test]
    fn figures_worked_by_hand() {
        let falling = Ends { worst: 10.0, best: 0.5 };
        assert_eq!(ValueFunction::Linear.apply(10.0, falling), 0.0);
        assert_eq!(ValueFunction::Linear.apply(12.0, falling), 0.0);
        assert_eq!(ValueFunction::Linear.apply(5.25, falling), 0.5);
        let price = ValueFunction::Piecewise(vec![[0.5, 1.0], [2.0, 0.6], [10.0, 0.0]]);
        assert!((price.apply(6.0, falling) - 0.3).abs() < 1e-12);
        assert_eq!(price.reaching(0.3, falling), Some([f64::NEG_INFINITY, 6.0]));
        let steps = ValueFunction::Steps(vec![[0.0, 0.0], [90.0, 0.2], [98.0, 1.0]]);
        assert_eq!([89.9, 90.0, 97.0, 98.0].map(|x| steps.apply(x, TEN)), [0.0, 0.2, 0.2, 1.0]);
        assert_eq!(steps.reaching(0.3, TEN), Some([98.0, f64::INFINITY]));
        let target = ValueFunction::Target { best: [5.0, 5.0], zero_at: [0.0, 10.0] };
        assert_eq!([0.0, 2.5, 5.0, 9.0].map(|x| target.apply(x, TEN)), [0.0, 0.5, 1.0, 0.2]);
        assert_eq!(target.reaching(0.5, TEN), Some([2.5, 7.5]));
        let cheapest = Ends { worst: 200.0, best: 100.0 };
        assert_eq!(ValueFunction::LowestRatio.apply(125.0, cheapest), 0.8);
        assert_eq!(ValueFunction::LowestDifference.apply(125.0, cheapest), 0.75);
        assert_eq!(ValueFunction::LowestDifference.apply(250.0, cheapest), 0.0);
    }

    #[test]
    fn a_logistic_is_its_plain_quotient_and_stays_finite_where_that_is_not() {
        let curve = ValueFunction::Logistic { midpoint: 4.0, slope: 0.8 };
        let sigma = |x: f64| 1.0 / (1.0 + (-0.8 * (x - 4.0)).exp());
        for rating in [0.5, 3.0, 4.0, 9.0] {
            let plain = (sigma(rating) - sigma(0.0)) / (sigma(10.0) - sigma(0.0));
            assert!((curve.apply(rating, TEN) - plain).abs() < 1e-12, "{rating}");
        }
        let far = ValueFunction::Logistic { midpoint: 1e6, slope: 9.0 };
        assert!(far.apply(5.0, TEN).is_finite() && far.apply(5.0, TEN) < 1e-9);
    }

    #[test]
    fn an_exponential_is_its_plain_quotient_both_ways_round() {
        for rho in [3.0, -3.0] {
            let curve = ValueFunction::Exponential { rho };
            let plain = |d: f64| (1.0 - (-d / rho).exp()) / (1.0 - (-10.0 / rho).exp());
            assert!((curve.apply(4.0, TEN) - plain(4.0)).abs() < 1e-12);
            let falling = Ends { worst: 10.0, best: 0.0 };
            assert!((curve.apply(4.0, falling) - plain(6.0)).abs() < 1e-12);
        }
        for rho in [1e-300, -1e-300, 1e300] {
            assert!(ValueFunction::Exponential { rho }.apply(4.0, TEN).is_finite());
        }
    }

    fn points() -> impl Strategy<Value = Vec<[f64; 2]>> {
        let raw = proptest::collection::vec((0.1_f64..4.0, 0.0_f64..=1.0), 2..6);
        (raw, proptest::bool::ANY).prop_map(|(steps, falls)| {
            let mut values: Vec<f64> = steps.iter().map(|step| step.1).collect();
            values.sort_by(f64::total_cmp);
            if falls {
                values.reverse();
            }
            let mut at = -2.0;
            let mut along = |step: f64| {
                at += step;
                at
            };
            steps.iter().zip(values).map(|(step, value)| [along(step.0), value]).collect()
        })
    }

    fn monotone() -> impl Strategy<Value = ValueFunction> {
        prop_oneof![
            Just(ValueFunction::Linear),
            points().prop_map(ValueFunction::Piecewise),
            points().prop_map(ValueFunction::Steps),
            (-20.0_f64..20.0)
                .prop_filter("not 0", |rho| *rho != 0.0)
                .prop_map(|rho| ValueFunction::Exponential { rho }),
            (-15.0_f64..15.0, 0.01_f64..5.0)
                .prop_map(|(midpoint, slope)| ValueFunction::Logistic { midpoint, slope }),
            Just(ValueFunction::LowestRatio),
            Just(ValueFunction::HighestRatio),
            Just(ValueFunction::LowestDifference),
        ]
    }

    proptest! {
        #[test]
        fn values_lie_in_the_unit_interval_and_go_one_way(
            function in monotone(), mut ratings in proptest::collection::vec(0.01_f64..12.0, 3),
            worst in 0.0_f64..10.0, best in 0.1_f64..10.0,
        ) {
            let ends = Ends { worst, best };
            ratings.sort_by(f64::total_cmp);
            let values: Vec<f64> = ratings.iter().map(|&x| function.apply(x, ends)).collect();
            prop_assert!(values.iter().all(|value| (0.0..=1.0).contains(value)));
            let rises = values.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12);
            let falls = values.windows(2).all(|pair| pair[0] + 1e-12 >= pair[1]);
            prop_assert!(rises || falls, "{values:?}");
            let [least, greatest] = function.span(ratings[0], ratings[2], ends);
            prop_assert!(least <= values[1] + 1e-12 && values[1] <= greatest + 1e-12);
        }

        #[test]
        fn reaching_is_the_inverse(
            function in monotone(), rating in 0.01_f64..12.0,
            worst in 0.0_f64..10.0, best in 0.1_f64..10.0,
        ) {
            let ends = Ends { worst, best };
            let value = function.apply(rating, ends);
            let Some([low, high]) = function.reaching(value, ends) else {
                return Err(proptest::test_runner::TestCaseError::fail("an own value is reached"));
            };
            // Where a curve is all but flat, the last digit of a value spans many ratings.
            let is_same = |end: f64| (function.apply(end, ends) - value).abs() <= 1e-14;
            prop_assert!(low <= rating + 1e-7 || is_same(low), "{low} {rating} {high}");
            prop_assert!(rating <= high + 1e-7 || is_same(high), "{low} {rating} {high}");
            for end in [low, high].into_iter().filter(|end| end.is_finite() && *end > 0.0) {
                prop_assert!(function.apply(end, ends) >= value - 1e-9);
            }
            // Strictly monotone here: one end of the interval is the rating itself.
            let near = |x: f64| (function.apply(x, ends) - value).abs() > 1e-5;
            if near(rating - 1e-3) && near(rating + 1e-3) && rating > 0.1 {
                let distance = (low - rating).abs().min((high - rating).abs());
                prop_assert!(distance < 1e-6, "{low} {rating} {high}");
            }
        }
    }
}
