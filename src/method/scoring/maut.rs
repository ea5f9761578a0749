//! MAUT: additive or multiplicative utility over value functions.
//! The multiplicative form lets criteria complement each other or stand in for each other.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

/// How single utilities make one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// U = Σ w_j u_j.
    Additive,
    /// 1 + K U = Π (1 + K k_j u_j), the scaling constants k_j in proportion to the shares and such
    /// that U = 1 where all u_j = 1.
    Multiplicative {
        /// K > −1, not 0: above 0 criteria complement each other, so that weakness on one hurts the
        /// whole; below 0 strength on one is enough.
        interaction: f64,
    },
}

/// Multi-attribute utility, higher is better; utilities are the criteria's value functions.
///
/// Source: Keeney, R. L., & Raiffa, H. (1976). Decisions with multiple objectives, chapter 6.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Maut {
    /// Additive by default.
    pub form: Form,
}

impl Default for Maut {
    fn default() -> Self {
        Self { form: Form::Additive }
    }
}

/// MAUT with its scaling constants.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenMaut {
    /// Scaling constant times utility.
    pub terms: Terms,
    form: Form,
}

impl Maut {
    /// Scores the field; the multiplicative form's scaling constants are detail `scaling-constants`.
    ///
    /// # Errors
    /// An interaction of −1 or below.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let rows = &problem.values;
        let scored = Scored::higher(frozen.scores(rows));
        match self.form {
            Form::Additive => scored.split(frozen.terms.cells(rows), Unit::Score),
            Form::Multiplicative { .. } => {
                let constants = frozen.terms.0.iter().map(|term| term.slope).collect();
                scored.detail("scaling-constants", Figures::PerCriterion(constants))
            }
        }
        .outcome()
    }

    /// Finds the scaling constants; the field plays no part.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenMaut, Refusal> {
        let terms = Terms::weighted(Normalise::Value, problem)?;
        let form = self.form;
        match form {
            Form::Additive => Ok(FrozenMaut { terms, form }),
            Form::Multiplicative { interaction } => {
                if !(interaction > -1.0 && interaction.is_finite()) || interaction == 0.0 {
                    return Err(undefined("`interaction` must be above -1 and not 0"));
                }
                let scale = scale(&problem.shares(), interaction)?;
                Ok(FrozenMaut { terms: terms.scaled(scale), form })
            }
        }
    }
}

impl FrozenMaut {
    /// Utilities, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let Form::Multiplicative { interaction } = self.form else {
            return self.terms.sums(rows);
        };
        let mut logarithms = vec![0.0; rows.rows()];
        for (column, term) in self.terms.0.iter().enumerate() {
            term.each(rows.column(column), &mut logarithms, |sum, utility| {
                *sum += (interaction * utility).ln_1p();
            });
        }
        logarithms.into_iter().map(|logarithm| logarithm.exp_m1() / interaction).collect()
    }
}

/// The factor s with Π (1 + K s w_j) = 1 + K, by bisection: the product moves one way with s, and s
/// lies in [0, 1] for K > 0 and in [1, 1 / max w] for K < 0.
fn scale(shares: &[f64], interaction: f64) -> Result<f64, Refusal> {
    let largest = statistics::high(shares);
    if largest <= 0.0 {
        return Err(undefined("no criterion has weight"));
    }
    let excess = |scale: f64| {
        let product =
            shares.iter().fold(0.0, |sum, share| sum + (interaction * scale * share).ln_1p());
        (product - interaction.ln_1p()) * interaction.signum()
    };
    let (mut low, mut high) = if interaction > 0.0 { (0.0, 1.0) } else { (1.0, 1.0 / largest) };
    // 200 halvings end at neighbouring floats from any start.
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if excess(middle) < 0.0 { low = middle } else { high = middle }
    }
    Ok(high)
}

#[cfg(test)]
mod tests {
    use super::scale;

    /// Two equal criteria: (1 + K k)² = 1 + K has the root k = (√(1 + K) − 1) / K.
    #[test]
    fn two_equal_criteria_have_a_closed_form() {
        for interaction in [-0.9, -0.5, 0.1, 3.0] {
            let constant = (f64::sqrt(1.0 + interaction) - 1.0) / interaction;
            let found = scale(&[0.5, 0.5], interaction).unwrap() * 0.5;
            assert!((found - constant).abs() < 1e-12);
        }
    }
}
