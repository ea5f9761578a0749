//! A model's reading as columns of numbers: what-ifs of ratings, claims, weights and exclusions touch
//! what they move and nothing else. `Frame → Sheet`, asked by `bench`; `Frame` alone is its plain twin.

pub mod column;
pub mod linear;
pub mod moves;
pub mod ranking;
mod reading;
pub mod scratch;
mod weights;

use crate::decide::alike::Merits;
use crate::decide::frame::Frame;
use crate::decide::gate_result::Barrier;
use crate::decide::lower::is_row_wise;
use crate::decide::run_error::RunError;
use crate::decide::selection::select;
use crate::decide::sheet::column::Column;
use crate::decide::sheet::linear::Linear;
use crate::decide::sheet::moves::Moves;
use crate::decide::sheet::ranking::{Ranked, order};
use crate::decide::sheet::scratch::Scratch;
use crate::decide::sheet::weights::Weights;
use crate::decide::solution::merits;
use crate::decide::standing::Standing;
use crate::decide::standings::Row;
use crate::decide::state::State;
use crate::decide::table::axis;
use crate::decide::tie_break::breakers;
use crate::method::matrix::Matrix;
use crate::method::problem::{Axis, Problem};
use crate::model::criterion::Unknown;
use crate::model::id::{CriterionId, VendorId};

/// A model's reading as columns of numbers.
///
/// Invariant: a run of it gives, bit for bit, what a run of its frame gives.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// By criterion; groups and texts have none.
    columns: Vec<Option<Column>>,
    /// The leaves that take part, in declared order.
    leaves: Vec<CriterionId>,
    /// One for each of `leaves`, with the base's shares.
    axes: Vec<Axis>,
    /// Leaves on which an unknown rating in the field is refused.
    refusing: Vec<CriterionId>,
    /// Whether a rating that breaks ties may be one that its value function cannot divide by.
    may_refuse_ties: bool,
    weights: Weights,
    /// How many barriers each vendor fails.
    failed: Vec<u32>,
    /// By vendor, then criterion: whether the gate there is failed.
    fails: Vec<bool>,
    /// Scores by arithmetic on rows, where a vendor's score is its own.
    linear: Option<Linear>,
    /// The base's field by these scores, best first.
    order: Vec<u32>,
}

impl Sheet {
    /// Lays the reading of a frame out; `None` where a number moves more than its own place: weights
    /// from the data or of several people, and gates on groups.
    pub fn new(frame: &Frame<'_>, state: &State) -> Option<Self> {
        let model = frame.model;
        let refusing: Vec<CriterionId> = model
            .criterion_ids()
            .filter(|id| {
                model.criterion(*id).leaf().is_some_and(|leaf| leaf.unknown == Unknown::Refuse)
            })
            .collect();
        let is_valued =
            |id: &CriterionId| model.criterion(*id).leaf().is_some_and(|leaf| leaf.is_valued());
        let is_plain = model.people.is_none()
            && model.derived.from_data.is_none()
            && !frame.opinions.depends_on_field()
            && frame.groups.is_empty()
            && !frame.leaves.is_empty()
            && !state.broken.contains(&true)
            && refusing.iter().all(is_valued);
        if !is_plain {
            return None;
        }
        let columns: Vec<Option<Column>> =
            model.criterion_ids().map(|id| Column::new(frame, id)).collect();
        let weights = Weights::new(frame).ok()?;
        let mut axes = Vec::with_capacity(frame.leaves.len());
        for (id, share) in frame.leaves.iter().zip(&weights.shares) {
            axes.push(Axis { share: *share, ..axis(model, model.criterion(*id).leaf()?) });
        }
        let mut fails = vec![false; model.vendors.len() * model.criteria.len()];
        let mut failed = Vec::with_capacity(model.vendors.len());
        for vendor in model.vendor_ids() {
            let mut count = 0;
            for check in &frame.checks[vendor.index()] {
                if !frame.is_past(vendor, check, state) {
                    count += 1;
                    if let Barrier::Gate(id) = check.barrier {
                        fails[vendor.index() * model.criteria.len() + id.index()] = true;
                    }
                }
            }
            failed.push(count);
        }
        let linear = is_row_wise(model)
            .then(|| Linear::new(&columns, &frame.leaves, &weights.shares, model.vendors.len()))
            .flatten();
        let order = linear.as_ref().map_or_else(Vec::new, |linear: &Linear| {
            let stands = |vendor: usize| !frame.edits.excluded[vendor] && failed[vendor] == 0;
            order(linear.scores(), stands)
        });
        let may_refuse_ties = model.tie_break.iter().any(|id| {
            model.criterion(*id).leaf().is_some_and(|leaf| leaf.value_function.is_relative())
        });
        let leaves = frame.leaves.clone();
        Some(Self {
            columns,
            leaves,
            axes,
            refusing,
            may_refuse_ties,
            weights,
            failed,
            fails,
            linear,
            order,
        })
    }

    /// The reading with these moves.
    ///
    /// # Errors
    /// As a run of the frame with them.
    pub fn run(&self, frame: &Frame<'_>, moves: &Moves) -> Result<Standing, RunError> {
        let field: Vec<VendorId> =
            frame.model.vendor_ids().filter(|vendor| moves.stands(*vendor)).collect();
        self.refuse_unknown(&field, moves)?;
        let choose = frame.model.choose;
        match &self.linear {
            Some(linear) if !field.is_empty() => {
                let mut scores = vec![0.0; frame.model.vendors.len()];
                linear.write(moves, &mut scores);
                let merits: Vec<f64> = field.iter().map(|vendor| scores[vendor.index()]).collect();
                let selection = select(&merits, &self.breakers(frame, &field, moves)?, choose);
                Ok(Standing::new(field, merits.clone(), Some(merits), selection))
            }
            _ => {
                let problem = self.problem(frame, &field, moves)?;
                let breakers = self.breakers(frame, &field, moves)?;
                let Merits { merits, scores } = merits(frame, &problem, &field)?;
                let selection = select(&merits, &breakers, choose);
                Ok(Standing::new(field, merits, scores, selection))
            }
        }
    }

    /// Scores and ranks of the reading with the moves at hand, without lists of their own.
    ///
    /// # Errors
    /// As [`Sheet::run`].
    pub fn write(
        &self,
        frame: &Frame<'_>,
        Scratch { moves, ranking }: &mut Scratch,
        row: Row<'_>,
    ) -> Result<(), RunError> {
        let refuses_nothing = self.refusing.is_empty() && !self.may_refuse_ties;
        let Some(linear) = self.linear.as_ref().filter(|_| refuses_nothing) else {
            return row.write(self.run(frame, moves)?);
        };
        linear.write(moves, row.scores);
        let ranked = Ranked {
            base: &self.order,
            is_in_order: moves.shares.is_none(),
            touched: &moves.vendors,
            stands: |vendor: usize| moves.stands(VendorId(vendor)),
        };
        ranking.write(row.scores, &ranked, row.ranks);
        for (score, rank) in row.scores.iter_mut().zip(&*row.ranks) {
            *score = if *rank == 0 { f64::NAN } else { *score };
        }
        Ok(())
    }

    fn refuse_unknown(&self, field: &[VendorId], moves: &Moves) -> Result<(), RunError> {
        for &criterion in &self.refusing {
            let Some(column) = &self.columns[criterion.index()] else { continue };
            let number = |vendor: VendorId| match moves.number(vendor, criterion) {
                Some(moved) => moved,
                None => column.numbers[vendor.index()],
            };
            if let Some(&vendor) = field.iter().find(|vendor| number(**vendor).is_none()) {
                return Err(RunError::UnknownRefused { vendor, criterion });
            }
        }
        Ok(())
    }

    fn problem(
        &self,
        frame: &Frame<'_>,
        field: &[VendorId],
        moves: &Moves,
    ) -> Result<Problem, RunError> {
        let mut ratings = Matrix::zeros(field.len(), self.leaves.len());
        let mut values = Matrix::zeros(field.len(), self.leaves.len());
        for (at, &id) in self.leaves.iter().enumerate() {
            if let Some(column) = &self.columns[id.index()] {
                let cells = [ratings.column_mut(at), values.column_mut(at)];
                column.write(frame, id, field, moves, cells)?;
            }
        }
        let mut axes = self.axes.clone();
        if let Some(shares) = &moves.shares {
            for (axis, share) in axes.iter_mut().zip(shares) {
                axis.share = *share;
            }
        }
        Ok(Problem { ratings, values, axes })
    }

    /// What breaks ties.
    ///
    /// # Errors
    /// If a relative value function would divide by a rating that is not above 0.
    fn breakers(
        &self,
        frame: &Frame<'_>,
        field: &[VendorId],
        moves: &Moves,
    ) -> Result<Vec<Vec<f64>>, RunError> {
        breakers(frame.model, field, |id| {
            let [mut ratings, mut values] = [vec![0.0; field.len()], vec![0.0; field.len()]];
            if let Some(column) = &self.columns[id.index()] {
                column.write(frame, id, field, moves, [&mut ratings, &mut values])?;
            }
            Ok(values)
        })
    }
}
