//! WASPAS: the weighted sum and the weighted product, mixed.
//! Both halves come from their own files.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, refuse_outside};
use crate::method::scoring::weighted_product::{FrozenProduct, WeightedProduct};
use crate::method::terms::Terms;

/// λ · Σ w_j r_ij + (1 − λ) · Π r_ij^w_j over ratio entries, higher is better.
///
/// Source: Zavadskas, E. K., Turskis, Z., Antucheviciene, J., & Zakarevicius, A. (2012).
/// Optimization of weighted aggregated sum product assessment. Elektronika ir Elektrotechnika, 122.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waspas {
    /// The sum's part of the mix, in [0, 1].
    pub lambda: f64,
}

impl Default for Waspas {
    fn default() -> Self {
        Self { lambda: 0.5 }
    }
}

/// WASPAS with its field held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenWaspas {
    sum: Terms,
    product: FrozenProduct,
    lambda: f64,
}

impl Waspas {
    /// Scores the field; details `wsm` and `wpm`.
    ///
    /// # Errors
    /// What the ratio cannot take.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("wsm", Figures::PerVendor(frozen.sum.sums(&problem.ratings)))
            .detail("wpm", Figures::PerVendor(frozen.product.scores(&problem.ratings)))
            .outcome()
    }

    /// Holds the field's largest and smallest ratings fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenWaspas, Refusal> {
        refuse_outside("lambda", self.lambda, 0.0, 1.0)?;
        Ok(FrozenWaspas {
            sum: Terms::weighted(Normalise::Ratio, problem)?,
            product: WeightedProduct { normalise: Normalise::Ratio }.freeze(problem)?,
            lambda: self.lambda,
        })
    }
}

impl FrozenWaspas {
    /// The mixes, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let sums = self.sum.sums(rows);
        let products = self.product.scores(rows);
        let mix = |(sum, product)| self.lambda * sum + (1.0 - self.lambda) * product;
        sums.into_iter().zip(products).map(mix).collect()
    }
}
