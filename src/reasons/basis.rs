//! What a score is a weighted sum of, where it is one: the numbers that answers about weights need.
//! Read off the exact parts that a method reports; `None` where weights do not act linearly.

use crate::answer::contest::Contest;
use crate::decide::evaluation::Evaluation;
use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Unit};
use crate::model::scenario::Model;

/// Scores as Σ share × value over the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// Field × leaves, more is better.
    pub values: Matrix,
    /// One for each leaf, adding up to 1.
    pub shares: Vec<f64>,
    /// Whether these are the value functions' values in [0, 1], so that a scale bounds them.
    pub is_value: bool,
    /// How many are chosen.
    pub choose: usize,
    /// Two scores within this are a tie.
    pub tie: f64,
}

impl Basis {
    /// The same as what `answer` asks for.
    pub fn contest(&self) -> Contest<'_> {
        Contest { values: &self.values, shares: &self.shares, choose: self.choose, tie: self.tie }
    }
}

/// Whether a method's parts are share × value to the bit, as under the plain weighted sum.
pub fn is_product(evaluation: &Evaluation) -> bool {
    let problem = &evaluation.problem;
    evaluation.outcome.parts.as_ref().is_some_and(|parts| {
        parts.unit == Unit::Score
            && evaluation.outcome.better == Better::Higher
            && (0..problem.criteria()).all(|column| {
                let share = problem.axes[column].share;
                let values = problem.values.column(column).iter();
                values.zip(parts.cells.column(column)).all(|(value, part)| share * value == *part)
            })
    })
}

/// The basis of a run's scores, where the method is linear in the weights.
pub fn basis(model: &Model, evaluation: &Evaluation) -> Option<Basis> {
    let shares = evaluation.problem.shares();
    let parts = evaluation.outcome.parts.as_ref()?;
    let with = |values, is_value| Basis {
        values,
        shares: shares.clone(),
        is_value,
        choose: model.choose,
        tie: evaluation.tolerance,
    };
    if is_product(evaluation) {
        return Some(with(evaluation.problem.values.clone(), true));
    }
    let is_linear = ["weighted-sum", "promethee-ii", "moora", "aras", "mabac"]
        .contains(&model.method.kind.id());
    // A share of 0 hides the number it multiplies.
    if !is_linear || parts.unit != Unit::Score || shares.iter().any(|share| *share <= 0.0) {
        return None;
    }
    let sign = if evaluation.outcome.better == Better::Lower { -1.0 } else { 1.0 };
    let values = Matrix::from_fn(parts.cells.rows(), parts.cells.columns(), |row, column| {
        sign * parts.cells.get(row, column) / shares[column]
    });
    Some(with(values, false))
}
