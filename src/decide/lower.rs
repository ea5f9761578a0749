//! The seam to `method`: from the choice in a file to a method that solves a problem.
//! Parameters that name criteria become columns here, since only a run knows which leaves take part.

use crate::method::kind::MethodId;
use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Outcome, Parts, Refusal, Unit};
use crate::method::problem::Problem;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// A method with its parameters on the columns of a problem.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// Σ share · value.
    WeightedSum,
}

impl Method {
    /// Merits, scores and parts over a field.
    ///
    /// # Errors
    /// If the method is not defined on this problem.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let shares = problem.shares();
        let values = &problem.values;
        let cells = Matrix::from_fn(values.rows(), values.columns(), |row, column| {
            shares[column] * values.get(row, column)
        });
        let mut merits = vec![0.0; values.rows()];
        for column in 0..values.columns() {
            for (merit, part) in merits.iter_mut().zip(cells.column(column)) {
                *merit += part;
            }
        }
        Ok(Outcome {
            scores: Some(merits.clone()),
            merits,
            better: Better::Higher,
            parts: Some(Parts { cells, unit: Unit::Score }),
            details: Vec::new(),
        })
    }
}

/// The method of a model on the leaves that take part.
///
/// # Errors
/// If what the method needs is absent.
pub fn lower(model: &Model, _leaves: &[CriterionId]) -> Result<Method, Refusal> {
    match model.method.kind {
        MethodId::WeightedSum => Ok(Method::WeightedSum),
    }
}

/// Whether a method reads value functions, rather than ratings in their own units.
pub fn uses_values(model: &Model) -> bool {
    match model.method.kind {
        MethodId::WeightedSum => true,
    }
}

/// Whether a vendor's merit depends on its own row of the problem only.
///
/// Invariant: where this is true, solving any selection of rows gives each row the merit, bit for
/// bit, that solving all rows gives it. Short cuts of `decide` rest on that.
pub fn is_row_wise(model: &Model) -> bool {
    match model.method.kind {
        MethodId::WeightedSum => uses_values(model),
    }
}
