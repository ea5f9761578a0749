//! The way back: which ratings are worth at least so much.
//! For gates on groups, flips and break points, which ask for ratings by their value.

use crate::model::ends::Ends;
use crate::model::value_function::ValueFunction;

impl ValueFunction {
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
