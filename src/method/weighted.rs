//! A problem with only the criteria that carry weight, and the way back to all columns.
//! Makes a criterion of weight 0 change nothing, whatever a method would have done with its column.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Figures, Lead, Outcome, Refusal};
use crate::method::problem::Problem;

/// The criteria with a share above 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighted {
    /// Their table and axes.
    pub problem: Problem,
    /// Their columns in the whole problem, rising.
    pub columns: Vec<usize>,
    criteria: usize,
}

impl Weighted {
    /// `None` where every criterion carries weight, so that there is nothing to leave out.
    pub fn of(problem: &Problem) -> Option<Self> {
        let criteria = problem.criteria();
        let columns: Vec<usize> =
            (0..criteria).filter(|&column| problem.axes[column].share > 0.0).collect();
        (columns.len() < criteria).then(|| Self {
            problem: Problem {
                ratings: problem.ratings.select_columns(&columns),
                values: problem.values.select_columns(&columns),
                axes: columns.iter().map(|&column| problem.axes[column].clone()).collect(),
            },
            columns,
            criteria,
        })
    }

    /// The outcome over all columns; those without weight contribute 0.
    pub fn widen_outcome(&self, mut outcome: Outcome) -> Outcome {
        if let Some(parts) = &mut outcome.parts {
            let mut cells = Matrix::zeros(parts.cells.rows(), self.criteria);
            for (narrow, &wide) in self.columns.iter().enumerate() {
                cells.column_mut(wide).copy_from_slice(parts.cells.column(narrow));
            }
            parts.cells = cells;
        }
        for detail in &mut outcome.details {
            if let Figures::PerCriterion(figures) = &mut detail.figures {
                *figures = self.widen(figures);
            }
        }
        outcome
    }

    /// The lead over all columns; those without weight have no part in it.
    pub fn widen_lead(&self, mut lead: Lead) -> Lead {
        lead.parts = self.widen(&lead.parts);
        lead
    }

    /// The refusal with the column's index in the whole problem.
    pub fn widen_refusal(&self, mut refusal: Refusal) -> Refusal {
        match &mut refusal {
            Refusal::NotPositive { criterion, .. }
            | Refusal::NoRange { criterion }
            | Refusal::ZeroSum { criterion }
            | Refusal::Extreme { criterion, .. }
            | Refusal::Lacks { criterion, .. } => *criterion = self.columns[*criterion],
            Refusal::NotFinite | Refusal::Undefined { .. } => {}
        }
        refusal
    }

    /// A parameter given for each column of the whole problem, for these columns only.
    pub fn narrow<T: Clone + Default>(&self, parameters: &[T]) -> Vec<T> {
        if parameters.is_empty() {
            return Vec::new();
        }
        self.columns
            .iter()
            .map(|&column| parameters.get(column).cloned().unwrap_or_default())
            .collect()
    }

    fn widen(&self, figures: &[f64]) -> Vec<f64> {
        let mut wide = vec![0.0; self.criteria];
        for (figure, &column) in figures.iter().zip(&self.columns) {
            wide[column] = *figure;
        }
        wide
    }
}
