//! The arithmetic of each shape, from a finite rating to a value, written so that nothing overflows.
//! Called by the value function, which clamps to [0, 1].

use crate::model::ends::Ends;

/// Straight between points, the end value beyond them; a gap of no width jumps.
pub(super) fn piecewise(points: &[[f64; 2]], rating: f64) -> f64 {
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

/// The value of the last point at or below the rating.
pub(super) fn step(points: &[[f64; 2]], rating: f64) -> f64 {
    let after = points.partition_point(|point| point[0] <= rating);
    points.get(after.saturating_sub(1)).map_or(0.0, |point| point[1])
}

/// 1 on what is ideal, falling straight to 0 on both sides.
pub(super) fn target(best: [f64; 2], zero_at: [f64; 2], rating: f64) -> f64 {
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
pub(super) fn exponential(fraction: f64, bend: f64) -> f64 {
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
pub(super) fn logistic([worst, x, best]: [f64; 3]) -> f64 {
    let [part, whole] = [(x - worst).abs() / 2.0, (best - worst).abs() / 2.0];
    if whole < 1e-12 {
        return part / whole.max(f64::MIN_POSITIVE);
    }
    let ln_sinh = |y: f64| y + (-(-2.0 * y).exp_m1()).ln();
    let ln_cosh = |y: f64| (y / 2.0).abs() + (-y.abs()).exp().ln_1p();
    (ln_sinh(part) - ln_sinh(whole) + ln_cosh(best) - ln_cosh(x)).exp()
}
