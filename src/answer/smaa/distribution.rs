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
            // Ends so far apart that no float holds their distance are mixed instead.
            Self::Uniform { low, high } if (high - low).is_infinite() => low * (1.0 - p) + high * p,
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

    /// P(X < number), the inverse of [`Self::quantile`].
    pub fn below(&self, number: f64) -> f64 {
        let [least, most] = self.ends();
        if number <= least {
            return 0.0;
        }
        if number > most || (number == most && !matches!(self, Self::Discrete(_))) {
            return 1.0;
        }
        match self {
            Self::Uniform { low, high } => (number / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0),
            Self::Triangular { low, mode, high } => {
                let (left, right, whole) = (mode - low, high - mode, high - low);
                if number < *mode {
                    (number - low).powi(2) / (whole * left)
                } else {
                    1.0 - (high - number).powi(2) / (whole * right)
                }
            }
            Self::Normal { mean, sd, low, high } => {
                let z = |x: &f64| (x - mean) / sd;
                mass(z(low), z(&number)) / mass(z(low), z(high))
            }
            Self::Discrete(points) => {
                let sum = |is_in: &dyn Fn(f64) -> bool| -> f64 {
                    points.iter().filter(|point| is_in(point.0)).map(|point| point.1).sum()
                };
                sum(&|point| point < number) / sum(&|_| true)
            }
        }
    }

    /// E[X | from ≤ X ≤ to], within [from, to]; the middle where nothing lies there.
    pub fn mean_between(&self, from: f64, to: f64) -> f64 {
        let [least, most] = self.ends();
        let (a, b) = (from.max(least), to.min(most));
        let mean = match self {
            Self::Uniform { .. } => a + (b - a) / 2.0,
            Self::Triangular { low, mode, high } => {
                // Two straight pieces of density, each up to a factor; per piece the moment is exact.
                let (left, right) = (mode - low, high - mode);
                let up = |x: f64| if left > 0.0 { (x - low) / left } else { 1.0 };
                let down = |x: f64| if right > 0.0 { (high - x) / right } else { 1.0 };
                let [m0, m1] = moments(a, b.min(*mode), up);
                let [n0, n1] = moments(a.max(*mode), b, down);
                (m1 + n1) / (m0 + n0)
            }
            Self::Normal { mean, sd, .. } => {
                let (za, zb) = ((a - mean) / sd, (b - mean) / sd);
                mean + sd * (normal::density(za) - normal::density(zb)) / mass(za, zb)
            }
            Self::Discrete(points) => {
                let inside = || points.iter().filter(|point| (a..=b).contains(&point.0));
                let mass: f64 = inside().map(|point| point.1).sum();
                inside().map(|point| point.0 * point.1).sum::<f64>() / mass
            }
        };
        match mean.is_finite() {
            true => clamp(mean, from, to),
            false => from + (to - from) / 2.0,
        }
    }

    /// The least and the largest number that may come; a normal one without ends has none.
    pub fn ends(&self) -> [f64; 2] {
        match self {
            Self::Triangular { low, high, .. }
            | Self::Uniform { low, high }
            | Self::Normal { low, high, .. } => [*low, *high],
            Self::Discrete(points) => {
                let numbers = || points.iter().map(|point| point.0);
                [
                    numbers().fold(f64::INFINITY, f64::min),
                    numbers().fold(f64::NEG_INFINITY, f64::max),
                ]
            }
        }
    }
}

/// Φ(b) − Φ(a), a ≤ b, by the tail in which Φ is sharp.
fn mass(a: f64, b: f64) -> f64 {
    match a > 0.0 {
        true => normal::distribution(-a) - normal::distribution(-b),
        false => normal::distribution(b) - normal::distribution(a),
    }
}

/// Mass and first moment of a straight density between two ends; 0 where they are none.
fn moments(a: f64, b: f64, density: impl Fn(f64) -> f64) -> [f64; 2] {
    if b <= a {
        return [0.0, 0.0];
    }
    let (at_a, at_b) = (density(a), density(b));
    let moment = (b - a) / 6.0 * (at_a * (2.0 * a + b) + at_b * (a + 2.0 * b));
    [(b - a) / 2.0 * (at_a + at_b), moment]
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
    fn shares_and_means_of_stretches_agree_with_the_quantiles() {
        let each = [
            Distribution::Uniform { low: -1.0, high: 3.0 },
            Distribution::Triangular { low: 2.0, mode: 3.0, high: 7.0 },
            Distribution::Triangular { low: 2.0, mode: 2.0, high: 7.0 },
            Distribution::Triangular { low: 2.0, mode: 7.0, high: 7.0 },
            Distribution::Normal { mean: 5.0, sd: 2.0, low: 4.0, high: f64::INFINITY },
            Distribution::Normal { mean: 0.0, sd: 1.0, low: 9.0, high: 10.0 },
        ];
        for distribution in &each {
            let (from, to) = (distribution.quantile(0.15), distribution.quantile(0.6));
            assert!((distribution.below(from) - 0.15).abs() < 1e-9, "{distribution:?}");
            assert!((distribution.below(to) - 0.6).abs() < 1e-9, "{distribution:?}");
            let points = (0..9_000).map(|i| 0.15 + 0.45 * (f64::from(i) + 0.5) / 9_000.0);
            let mean = points.map(|p| distribution.quantile(p)).sum::<f64>() / 9_000.0;
            let found = distribution.mean_between(from, to);
            assert!((found - mean).abs() < 1e-6, "{distribution:?} {found} {mean}");
            let [least, most] = distribution.ends();
            assert_eq!((distribution.below(least), distribution.below(most)), (0.0, 1.0));
        }
        let discrete = Distribution::Discrete(vec![(1.0, 1.0), (5.0, 3.0)]);
        assert_eq!((discrete.below(5.0), discrete.mean_between(0.0, 9.0)), (0.25, 4.0));
    }

    #[test]
    fn far_cuts_stay_between_their_ends() {
        let far = Distribution::Normal { mean: 0.0, sd: 1.0, low: 9.0, high: 10.0 };
        assert!((9.0..9.02).contains(&far.quantile(0.1)));
        assert!((9.2..10.0).contains(&far.quantile(0.9)));
    }
}
