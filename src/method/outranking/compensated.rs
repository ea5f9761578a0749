//! Sums and differences that keep what rounding would lose, without fused multiply-add.
//! PROMETHEE's sweep needs them where a preference rises within a tiny part of the range.

use std::ops::{Add, Mul, Sub};

/// a − b rounded, and what rounding lost: both add up to the exact difference.
///
/// Source: Knuth, D. E. (1969). The Art of Computer Programming, vol. 2, section 4.2.2, theorem B.
pub fn difference(a: f64, b: f64) -> (f64, f64) {
    sum(a, -b)
}

fn sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let b_seen = sum - a;
    let a_seen = sum - b_seen;
    (sum, (a - a_seen) + (b - b_seen))
}

/// a · b rounded, and what rounding lost.
///
/// Source: Dekker, T. J. (1971). A floating-point technique for extending the available precision.
fn product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let (a_high, a_low) = halves(a);
    let (b_high, b_low) = halves(b);
    let lost = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, lost)
}

/// Splits a number into two of half the digits.
fn halves(number: f64) -> (f64, f64) {
    // 2²⁷ + 1; numbers whose product with it overflows do not come here.
    let shifted = 134_217_729.0 * number;
    let high = shifted - (shifted - number);
    (high, number - high)
}

/// Sums of the first 0, 1, 2 … numbers, each within about one rounding of the exact sum; they
/// replace what `sums` held. What is lost is added up by itself, so that no sum waits for it.
///
/// Source: Neumaier, A. (1974). Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
/// Summen. ZAMM, 54(1), 39–51.
pub fn running_sums(numbers: impl ExactSizeIterator<Item = f64>, sums: &mut Vec<f64>) {
    sums.clear();
    sums.reserve(numbers.len() + 1);
    sums.push(0.0);
    let (mut total, mut lost) = (0.0, 0.0);
    sums.extend(numbers.map(|number| {
        let (next, error) = sum(total, number);
        total = next;
        lost += error;
        total + lost
    }));
}

/// A number of twice the usual digits, the unevaluated sum of two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exact {
    high: f64,
    low: f64,
}

impl Exact {
    /// Sums of the first 0, 1, 2 … numbers.
    pub fn running_sums(numbers: &[f64]) -> Vec<Self> {
        let mut total = Self::from(0.0);
        let mut sums = Vec::with_capacity(numbers.len() + 1);
        sums.push(total);
        for &number in numbers {
            total = total + Self::from(number);
            sums.push(total);
        }
        sums
    }

    /// The nearest usual number.
    pub fn rounded(self) -> f64 {
        self.high + self.low
    }

    fn settled(high: f64, low: f64) -> Self {
        let (high, low) = sum(high, low);
        Self { high, low }
    }
}

impl From<f64> for Exact {
    fn from(number: f64) -> Self {
        Self { high: number, low: 0.0 }
    }
}

impl Add for Exact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (high, error) = sum(self.high, other.high);
        let (low, rest) = sum(self.low, other.low);
        let near = Self::settled(high, error + low);
        Self::settled(near.high, near.low + rest)
    }
}

impl Sub for Exact {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { high: -other.high, low: -other.low }
    }
}

impl Mul<usize> for Exact {
    type Output = Self;

    fn mul(self, times: usize) -> Self {
        let times = times as f64;
        let (high, error) = product(self.high, times);
        Self::settled(high, error + self.low * times)
    }
}

#[cfg(test)]
mod tests {
    use super::{Exact, difference, running_sums};

    #[test]
    fn a_difference_keeps_what_rounding_loses() {
        assert_eq!(difference(1e16, -1.5), (1e16 + 2.0, -0.5));
    }

    #[test]
    fn running_sums_do_not_drift() {
        let mut sums = vec![7.0];
        running_sums(vec![0.1; 100_000].into_iter(), &mut sums);
        assert!((sums[100_000] - 10_000.0).abs() < 1e-11, "{}", sums[100_000]);
    }

    #[test]
    fn exact_sums_survive_cancellation() {
        let sums = Exact::running_sums(&[1e20, 1.0, -1e20, 0.25]);
        assert_eq!((sums[4] - sums[0]).rounded(), 1.25);
        let third = Exact::from(1e17 / 3.0);
        assert_eq!((third * 3 - third - third - third).rounded(), 0.0);
    }
}
