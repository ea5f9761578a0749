//! ELECTRE III: credibility of outranking under thresholds, distilled from the top and the bottom.
//! Gives two rankings into classes; vendors are ranked by the mean of both.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Lead, Outcome, Refusal};
use crate::method::outranking::agreement::refuse_large;
use crate::method::outranking::coalition::pseudo_lead;
use crate::method::outranking::credibility::{compare_rows, credibilities};
use crate::method::outranking::distillation::{Discrimination, Distillation, turned};
use crate::method::outranking::preorder::Preorders;
use crate::method::outranking::pseudo_criterion::pseudo_criteria;
use crate::method::problem::Problem;

/// The discrimination s(λ) = α + β·λ of ELECTRE III; thresholds stand with the criteria.
///
/// Source: Roy, B. (1978). ELECTRE III: un algorithme de classements fondé sur une représentation
/// floue des préférences en présence de critères multiples. Cahiers du CERO, 20(1), 3–24.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElectreIii {
    /// α, in (0, 1].
    pub alpha: f64,
    /// β, above −α and below 1.
    pub beta: f64,
}

impl Default for ElectreIii {
    fn default() -> Self {
        Self { alpha: 0.3, beta: -0.15 }
    }
}

impl ElectreIii {
    /// Merits are minus the mean of the two class numbers; `descending` and `ascending` classes
    /// (1 = best) and the `relations` of their intersection as details. Takes 32n² bytes.
    ///
    /// # Errors
    /// If thresholds or the discrimination are out of order, no criterion carries weight, or the
    /// field has more than [`MOST_VENDORS`](crate::method::outranking::electre_i::MOST_VENDORS).
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let preorders = self.preorders(problem)?;
        Ok(Outcome {
            merits: preorders.merits(),
            scores: None,
            better: Better::None,
            parts: None,
            details: preorders.into_details(),
        })
    }

    /// The merits by themselves, without the relations that take a cell for every pair.
    ///
    /// # Errors
    /// As [`ElectreIii::solve`].
    pub fn merits(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        self.preorders(problem).map(|preorders| preorders.merits())
    }

    fn preorders(&self, problem: &Problem) -> Result<Preorders, Refusal> {
        let ordered = 0.0 < self.alpha && self.alpha <= 1.0 && self.beta < 1.0;
        // What must be discriminated stays above 0 for every credibility from 0 to 1.
        if !(ordered && self.alpha + self.beta > 0.0) {
            let why = "`alpha` is not in (0, 1], or `beta` not above −`alpha` and below 1";
            return Err(Refusal::Undefined { why: why.to_owned() });
        }
        refuse_large(problem)?;
        let credibilities = credibilities(problem, &pseudo_criteria(problem)?);
        let discrimination = Discrimination { alpha: self.alpha, beta: self.beta };
        let from_top = Distillation::new(&credibilities, discrimination).classes();
        let opposite = turned(&credibilities);
        let from_bottom = Distillation::new(&opposite, discrimination).classes();
        Ok(Preorders::new(problem.vendors(), &from_top, &from_bottom))
    }

    /// The criteria that agree the first is at least as good, and those that veto it.
    ///
    /// # Errors
    /// As [`ElectreIii::solve`].
    ///
    /// # Panics
    /// If a row is not of the field.
    pub fn lead(&self, problem: &Problem, first: usize, second: usize) -> Result<Lead, Refusal> {
        pseudo_lead(problem, first, second)
    }

    /// Credibility of every vendor over every other, in [0, 1]: cell (b, a) is that of a over b.
    ///
    /// # Errors
    /// As [`ElectreIii::solve`].
    pub fn credibilities(&self, problem: &Problem) -> Result<Matrix, Refusal> {
        refuse_large(problem)?;
        Ok(credibilities(problem, &pseudo_criteria(problem)?))
    }

    /// Concordance and credibility of the row vendor over the column vendor, both in [0, 1].
    ///
    /// # Errors
    /// As [`ElectreIii::solve`].
    pub fn indices(&self, problem: &Problem) -> Result<[Matrix; 2], Refusal> {
        refuse_large(problem)?;
        let criteria = pseudo_criteria(problem)?;
        let vendors = problem.vendors();
        let credibilities = credibilities(problem, &criteria);
        Ok([
            Matrix::from_fn(vendors, vendors, |first, second| {
                compare_rows(problem, &criteria, first, second).concordance
            }),
            Matrix::from_fn(vendors, vendors, |first, second| credibilities.get(second, first)),
        ])
    }
}
