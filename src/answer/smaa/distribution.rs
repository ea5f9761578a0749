//! Ratings nobody knows exactly: what they may be, and one draw of them.
//! Given per cell to whoever draws ratings, and to the value of knowing.

use crate::answer::normal;
use crate::answer::smaa::generator::fine_uniform;
use rand_xoshiro::Xoshiro256PlusPlus;

/// What a rating may be, in its own units.
#[derive(Debug, Clone, PartialEq)]
pub enum Distribution {
    /// Between two ends, the mode most likely; low ≤ mode ≤ high.
    Triangular {
        /// Smallest.
        low: f64,
        /// Most likely.
        mode: f64,
        /// Largest.
        high: f64,
    },
    /// Anything between two ends alike; low ≤ high.
    Uniform {
        /// Smallest.
        low: f64,
        /// Largest.
        high: f64,
    },
    /// Normal, and nothing outside two ends (which may be infinite); sd > 0, low < high.
    Normal {
        /// Mean before it is cut.
        mean: f64,
        /// Standard deviation before it is cut.
        sd: f64,
        /// Smallest.
        low: f64,
        /// Largest.
        high: f64,
    },
    /// One of these (number, probability ≥ 0); probabilities are divided by their sum.
    Discrete(Vec<(f64, f64)>),
}

impl Distribution {
    /// One draw, by the inverse distribution function: one uniform number each, always.
    pub fn draw(&self, generator: &mut Xoshiro256PlusPlus) -> f64 {
        self.quantile(fine_uniform(generator))
    }

    /// The number below which a share p of the draws fall, 0 < p < 1.
    ///
    /// Triangular: two square roots. Normal: the probabilities of the ends by Φ, the point between
    /// them by Φ⁻¹, taken from whichever tail is nearer so that far cuts stay sharp.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Self::Uniform { low, high } => low + p * (high - low),
            Self::Triangular { low, mode, high } => {
                let (left, right, whole) = (mode - low, high - mode, high - low);
                if p * whole <= left {
                    low + (p * whole * left).sqrt()
                } else {
                    high - ((1.0 - p) * whole * right).sqrt()
                }
            }
            Self::Normal { mean, sd, low, high } => {
                let (a, b) = ((low - mean) / sd, (high - mean) / sd);
                // Mirror an upper tail into the lower one, where Φ is sharp.
                let z = if a > 0.0 { -between(-b, -a, 1.0 - p) } else { between(a, b, p) };
                clamp(mean + sd * z, *low, *high)
            }
            Self::Discrete(points) => {
                let sum: f64 = points.iter().map(|point| point.1).sum();
                let mut left = p * sum;
                for &(number, probability) in points {
                    left -= probability;
                    if left < 0.0 {
                        return number;
                    }
                }
                points.last().map_or(0.0, |point| point.0)
            }
        }
    }
}

/// The standard normal cut to [a, b], at p.
fn between(a: f64, b: f64, p: f64) -> f64 {
    let (below, upto) = (normal::distribution(a), normal::distribution(b));
    clamp(normal::quantile(below + p * (upto - below)), a, b)
}

fn clamp(number: f64, low: f64, high: f64) -> f64 {
    if number < low {
        low
    } else if number > high {
        high
    } else {
        number
    }
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    fn mean(distribution: &Distribution) -> f64 {
        let count = 20_000;
        let points = (0..count).map(|i| distribution.quantile((f64::from(i) + 0.5) / 20_000.0));
        points.sum::<f64>() / f64::from(count)
    }

    #[test]
    fn means_are_the_textbook_ones() {
        let triangular = Distribution::Triangular { low: 2.0, mode: 3.0, high: 7.0 };
        assert!((mean(&triangular) - 4.0).abs() < 1e-3);
        // Half-normal: √(2/π).
        let half = Distribution::Normal { mean: 0.0, sd: 1.0, low: 0.0, high: f64::INFINITY };
        assert!((mean(&half) - 0.797_884_560_8).abs() < 1e-3);
        let discrete = Distribution::Discrete(vec![(1.0, 1.0), (5.0, 3.0)]);
        assert!((mean(&discrete) - 4.0).abs() < 1e-3);
    }

    #[test]
    fn far_cuts_stay_between_their_ends() {
        let far = Distribution::Normal { mean: 0.0, sd: 1.0, low: 9.0, high: 10.0 };
        assert!((9.0..9.02).contains(&far.quantile(0.1)));
        assert!((9.2..10.0).contains(&far.quantile(0.9)));
    }
}
