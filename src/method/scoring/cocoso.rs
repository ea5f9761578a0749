//! CoCoSo: three compromises between a sum and a sum of powers.
//! Each compromise is measured against the field.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, refuse_outside, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

/// ∛(k_a k_b k_c) + (k_a + k_b + k_c) / 3 with S = Σ w r, P = Σ r^w over min–max entries,
/// k_a = (S + P) / Σ(S + P), k_b = S / min S + P / min P,
/// k_c = (λ S + (1 − λ) P) / (λ max S + (1 − λ) max P); higher is better.
///
/// Source: Yazdani, M., Zarate, P., Zavadskas, E. K., & Turskis, Z. (2019). A combined compromise
/// solution (CoCoSo) method. Management Decision, 57(9), 2501–2519.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cocoso {
    /// The sum's part in the third compromise, in [0, 1].
    pub lambda: f64,
}

impl Default for Cocoso {
    fn default() -> Self {
        Self { lambda: 0.5 }
    }
}

/// CoCoSo with its ranges and the field's extremes held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenCocoso {
    terms: Terms,
    lambda: f64,
    /// Σ(S + P).
    total: f64,
    /// min S and min P.
    least: [f64; 2],
    /// λ max S + (1 − λ) max P.
    most: f64,
}

impl Cocoso {
    /// Scores the field; details `k-a`, `k-b` and `k-c`.
    ///
    /// # Errors
    /// A criterion without range, and a vendor that is worst on every criterion, by whose S = 0 the
    /// second compromise would divide.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let (frozen, sides) = self.frozen(problem)?;
        let compromises = frozen.compromises(&sides);
        let of = |which: usize| {
            Figures::PerVendor(compromises.iter().map(|compromise| compromise[which]).collect())
        };
        Scored::higher(merged(&compromises))
            .detail("k-a", of(0))
            .detail("k-b", of(1))
            .detail("k-c", of(2))
            .outcome()
    }

    /// The scores by themselves, each power computed once.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn scores(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        self.frozen(problem).map(|(frozen, sides)| merged(&frozen.compromises(&sides)))
    }

    /// Holds ranges and the field's S and P fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenCocoso, Refusal> {
        self.frozen(problem).map(|(frozen, _)| frozen)
    }

    /// The frozen method, and S and P of the field it was frozen on.
    fn frozen(&self, problem: &Problem) -> Result<(FrozenCocoso, [Vec<f64>; 2]), Refusal> {
        refuse_outside("lambda", self.lambda, 0.0, 1.0)?;
        let mut frozen = FrozenCocoso {
            terms: Terms::weighted(Normalise::MinMax, problem)?,
            lambda: self.lambda,
            total: 1.0,
            least: [1.0; 2],
            most: 1.0,
        };
        let sides = frozen.sides(&problem.ratings);
        frozen.total = statistics::sum(&sides[0]) + statistics::sum(&sides[1]);
        frozen.least = sides.each_ref().map(|side| statistics::low(side));
        let [most_sum, most_power] = sides.each_ref().map(|side| statistics::high(side));
        frozen.most = self.lambda * most_sum + (1.0 - self.lambda) * most_power;
        if frozen.least.iter().all(|&least| least > 0.0) {
            return Ok((frozen, sides));
        }
        Err(undefined(
            "a vendor is worst on every criterion, so that the second compromise would \
                       divide by zero",
        ))
    }
}

impl FrozenCocoso {
    /// Scores, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        merged(&self.compromises(&self.sides(rows)))
    }

    /// S and P of each row.
    fn sides(&self, rows: &Matrix) -> [Vec<f64>; 2] {
        [self.terms.sums(rows), self.powers(rows)]
    }

    /// The three compromises of each row with S and P.
    fn compromises(&self, [sums, powers]: &[Vec<f64>; 2]) -> Vec<[f64; 3]> {
        let compromise = |(sum, power): (&f64, &f64)| {
            [
                (sum + power) / self.total,
                sum / self.least[0] + power / self.least[1],
                (self.lambda * sum + (1.0 - self.lambda) * power) / self.most,
            ]
        };
        sums.iter().zip(powers).map(compromise).collect()
    }

    fn powers(&self, rows: &Matrix) -> Vec<f64> {
        let mut powers = vec![0.0; rows.rows()];
        for (column, term) in self.terms.0.iter().enumerate() {
            // A row from outside the field may lie a rounding error below 0, where a power is NaN.
            term.map.each(rows.column(column), &mut powers, |sum, entry| {
                *sum += if entry > 0.0 { entry.powf(term.slope) } else { 0.0 };
            });
        }
        powers
    }
}

/// The scores that compromises come to.
fn merged(compromises: &[[f64; 3]]) -> Vec<f64> {
    compromises.iter().map(|[a, b, c]| (a * b * c).cbrt() + (a + b + c) / 3.0).collect()
}
