//! How far one vendor is ahead of another, or of the field's mean, split over the criteria.
//! By the method's own formula where it has one, else by Shapley values; `reasons` tells it.

use crate::method::kind::Method;
use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Lead, Outcome, Parts, Refusal, Split, Unit};
use crate::method::problem::Problem;
use crate::method::shapley;
use crate::method::statistics;

impl Method {
    /// How far vendor `a` is ahead of `b`, split over the criteria: by the method's own formula where
    /// it has one, else by Shapley values against the frozen field. `outcome` is this problem's.
    ///
    /// # Errors
    /// As [`Self::solve`]; never where that succeeded.
    pub fn lead(
        &self,
        problem: &Problem,
        outcome: &Outcome,
        a: usize,
        b: usize,
    ) -> Result<Lead, Refusal> {
        if let Some(parts) = &outcome.parts {
            return Ok(lead_of_parts(outcome, parts, a, b));
        }
        let Some(weighted) = self.narrowed(problem) else {
            return self.lead_as_is(problem, a, b);
        };
        let lead = self.narrow(&weighted).lead_as_is(&weighted.problem, a, b);
        lead.map(|lead| weighted.widen_lead(lead))
            .map_err(|refusal| weighted.widen_refusal(refusal))
    }

    /// How far vendor `a` is ahead of the field's mean, by Shapley values in units of the score.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn standing(&self, problem: &Problem, a: usize) -> Result<Lead, Refusal> {
        let Some(weighted) = self.narrowed(problem) else {
            return self.standing_as_is(problem, a);
        };
        let lead = self.narrow(&weighted).standing_as_is(&weighted.problem, a);
        lead.map(|lead| weighted.widen_lead(lead))
            .map_err(|refusal| weighted.widen_refusal(refusal))
    }

    fn lead_as_is(&self, problem: &Problem, a: usize, b: usize) -> Result<Lead, Refusal> {
        let exact = match self {
            Self::WeightedProduct(method) => method.lead(problem, a, b)?,
            Self::Topsis(method) => method.lead(problem, a, b)?,
            Self::Vikor(method) => Some(method.lead(problem, a, b)?),
            Self::Copras(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreI(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreIi(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreIii(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreTriB(method) => Some(method.lead(problem, a, b)?),
            _ => None,
        };
        let table = self.table(problem);
        match exact {
            Some(lead) => Ok(lead),
            None => self.lead_by_shapley(problem, &table.row(a), &table.row(b)),
        }
    }

    fn standing_as_is(&self, problem: &Problem, a: usize) -> Result<Lead, Refusal> {
        let table = self.table(problem);
        let mean = |column| statistics::mean(table.column(column));
        let mean: Vec<f64> = (0..table.columns()).map(mean).collect();
        self.lead_by_shapley(problem, &table.row(a), &mean)
    }

    fn lead_by_shapley(&self, problem: &Problem, a: &[f64], b: &[f64]) -> Result<Lead, Refusal> {
        let scorer = self.scorer(problem)?;
        let sign = if self.id().better() == Better::Lower { -1.0 } else { 1.0 };
        let scores = scorer(&Matrix::from_rows(&[a.to_vec(), b.to_vec()]));
        let shapley::Shares { parts, standard_error } = shapley::split(a, b, &*scorer);
        Ok(Lead {
            amount: sign * (scores[0] - scores[1]),
            unit: Unit::Score,
            parts: parts.into_iter().map(|part| sign * part).collect(),
            how: Split::Shapley { standard_error },
        })
    }
}

/// The difference of two vendors' own splits.
fn lead_of_parts(outcome: &Outcome, parts: &Parts, a: usize, b: usize) -> Lead {
    let sign = if outcome.better == Better::Lower { -1.0 } else { 1.0 };
    let difference = |column| sign * (parts.cells.get(a, column) - parts.cells.get(b, column));
    let split: Vec<f64> = (0..parts.cells.columns()).map(difference).collect();
    let amount = match parts.unit {
        Unit::Score => outcome.merits[a] - outcome.merits[b],
        // A product of many entries may underflow where its logarithm does not.
        Unit::Log | Unit::Logit => statistics::sum(&split),
    };
    Lead { amount, unit: parts.unit, parts: split, how: Split::Exact }
}
