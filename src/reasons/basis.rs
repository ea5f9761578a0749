//! What a score is a weighted sum of, where it is one: the numbers that answers about weights need.
//! Read off the exact parts that a method reports; `None` where weights do not act linearly.

use crate::answer::contest::Contest;
use crate::decide::decision::Decision;
use crate::method::id::MethodId;
use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Unit};
use crate::method::ranks::tie_tolerance;
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

    /// The same, two scores being a tie within the largest tolerance that any shares bring about: it
    /// goes with the spread of the scores, which is greatest where one criterion has all the weight.
    pub fn contest_under_any_shares(&self) -> Contest<'_> {
        let alone =
            (0..self.values.columns()).map(|column| tie_tolerance(self.values.column(column)));
        Contest { tie: alone.fold(self.tie, f64::max), ..self.contest() }
    }
}

/// Whether a method's parts are share × value to the bit, as under the plain weighted sum: of
/// everyone in the field, and of every rejected vendor put back.
pub fn is_product(decision: &Decision) -> bool {
    let reading = &decision.reading;
    let outcome = &reading.outcome;
    let mut rows: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    match &outcome.parts {
        Some(parts) if parts.unit == Unit::Score && outcome.better == Better::Higher => {
            let values = &reading.problem.values;
            rows.extend((0..values.rows()).map(|row| (values.row(row), parts.cells.row(row))));
        }
        // Nobody stands in the field: those put back are all there is.
        None if reading.field.is_empty() => {}
        Some(_) | None => return false,
    }
    for put_back in decision.places.iter().filter_map(|place| place.put_back.as_ref()) {
        let Some(parts) = &put_back.parts else {
            return false;
        };
        rows.push((put_back.values.clone(), parts.clone()));
    }
    let share = |column: usize| reading.shares[reading.leaves[column].index()].unwrap_or(0.0);
    !rows.is_empty()
        && rows.iter().all(|(values, parts)| {
            let mut cells = values.iter().zip(parts).enumerate();
            cells.all(|(column, (value, part))| share(column) * value == *part)
        })
}

/// The basis of a run's scores, where the method is linear in the weights.
pub fn basis(model: &Model, decision: &Decision) -> Option<Basis> {
    let evaluation = &decision.reading;
    let shares = evaluation.problem.shares();
    let parts = evaluation.outcome.parts.as_ref()?;
    let with = |values, is_value| Basis {
        values,
        shares: shares.clone(),
        is_value,
        choose: model.choose,
        tie: evaluation.tolerance,
    };
    if is_product(decision) {
        return Some(with(evaluation.problem.values.clone(), true));
    }
    let is_linear = matches!(
        model.method.kind,
        MethodId::WeightedSum
            | MethodId::PrometheeIi
            | MethodId::Moora
            | MethodId::Aras
            | MethodId::Mabac
    );
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
