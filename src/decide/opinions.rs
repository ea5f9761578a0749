//! What matters to whom: written or judged weights, weights from the field's ratings, or those of
//! several people. Laid out once by `weighing`; a field's shares follow from it and the field's table.

use std::borrow::Cow;

use crate::decide::edits::Edits;
use crate::decide::run_error::{Refused, RunError};
use crate::decide::shares::{add_up_groups, shares};
use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::model::criterion::Leaf;
use crate::model::derived::FromData;
use crate::model::id::{CriterionId, StakeholderId, VendorId};
use crate::model::people::Combine;
use crate::model::scenario::Model;
use crate::weights::derivation::{DataKind, derive_from_data};
use crate::weights::derived::Derived;

/// How the leaves are weighed.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinions {
    /// The leaves that take part for somebody, in declared order.
    pub leaves: Vec<CriterionId>,
    /// How several people become one; `None` where the file's weights are everybody's.
    pub combine: Option<Combine>,
    /// One for each stakeholder, or the file's alone.
    opinions: Vec<Opinion>,
    asked: Vec<Option<f64>>,
    /// The shares where they are the same in every field.
    settled: Option<Shared>,
}

/// What matters to one of the people, and how much they count.
#[derive(Debug, Clone, PartialEq)]
struct Opinion {
    /// Shares of the people add up to 1.
    amount: f64,
    source: Source,
}

#[derive(Debug, Clone, PartialEq)]
enum Source {
    /// Weights among siblings, and the shares that they come to before flags ask for any.
    Written { weights: Vec<Option<f64>>, shares: Vec<Option<f64>> },
    /// Shares that the ratings of the field give to some leaves.
    FromData { kind: DataKind, covers: Vec<CriterionId> },
}

/// The shares over one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Share of the whole of each criterion and group; of several people, the mean. `None` takes no
    /// part.
    pub shares: Vec<Option<f64>>,
    /// Each stakeholder's own, in declared order; empty where there are none.
    pub each: Vec<Vec<Option<f64>>>,
    /// What the file's weights from data came with; `None` where there are none, or where the field
    /// tells nobody apart and all covered leaves weigh the same.
    pub derived: Option<Derived>,
}

/// The table that weights from data look at: the field's vendors × [`Opinions::leaves`].
#[derive(Debug, Clone, Copy)]
pub struct Ratings<'a> {
    /// Numbers in their own units, unknown ones filled.
    pub cells: &'a Matrix,
    /// One for each column.
    pub directions: &'a [Direction],
    /// One for each row.
    pub field: &'a [VendorId],
}

impl Opinions {
    /// Lays out the weights of a model with those of a what-if in place of the file's own.
    ///
    /// # Errors
    /// If shares cannot be divided, or a weight is changed where the data give them.
    pub fn new(model: &Model, edits: &Edits) -> Result<Self, RunError> {
        if model.derived.from_data.is_some()
            && let Some(index) = edits.weights.iter().position(Option::is_some)
        {
            return Err(RunError::WeightFromData { criterion: CriterionId(index) });
        }
        let (combine, opinions) = match &model.people {
            None => (None, vec![Opinion { amount: 1.0, source: of_file(model, &edits.weights)? }]),
            Some(people) => (Some(people.combine.value), opinions(model, &edits.weights)?),
        };
        let takes_part = |id: &CriterionId| {
            model.criterion(*id).leaf().is_some_and(Leaf::is_valued)
                && opinions.iter().any(|opinion| opinion.source.has(*id))
        };
        let leaves = model.criterion_ids().filter(takes_part).collect();
        let asked = edits.asked.clone();
        let mut all = Self { leaves, combine, opinions, asked, settled: None };
        let is_written = |opinion: &Opinion| matches!(opinion.source, Source::Written { .. });
        if all.opinions.iter().all(is_written) {
            let nothing = Matrix::zeros(0, all.leaves.len());
            let ratings = Ratings { cells: &nothing, directions: &[], field: &[] };
            all.settled = Some(all.work_out(model, ratings)?);
        }
        Ok(all)
    }

    /// Whether a share depends on who stands in the field.
    pub fn depends_on_field(&self) -> bool {
        self.settled.is_none()
    }

    /// Whether the people vote on ranks, so that no vendor's merit is its own.
    pub fn is_vote(&self) -> bool {
        self.combine.is_some_and(Combine::is_vote)
    }

    /// How many rankings one run takes.
    pub fn voters(&self) -> usize {
        if self.is_vote() { self.opinions.len() } else { 1 }
    }

    /// The shares that are the same in every field; none where any depends on it.
    pub fn settled_shares(&self, model: &Model) -> Vec<Option<f64>> {
        let settled = self.settled.as_ref().map(|settled| settled.shares.clone());
        settled.unwrap_or_else(|| vec![None; model.criteria.len()])
    }

    /// How much each of the people counts, adding up to 1.
    pub fn amounts(&self) -> Vec<f64> {
        self.opinions.iter().map(|opinion| opinion.amount).collect()
    }

    /// The shares over a field.
    ///
    /// # Errors
    /// If weights from data have no value on these ratings, or asked shares cannot be met.
    pub fn over(&self, model: &Model, ratings: Ratings<'_>) -> Result<Cow<'_, Shared>, RunError> {
        match &self.settled {
            Some(settled) => Ok(Cow::Borrowed(settled)),
            None => self.work_out(model, ratings).map(Cow::Owned),
        }
    }

    fn work_out(&self, model: &Model, ratings: Ratings<'_>) -> Result<Shared, RunError> {
        let nothing_asked = vec![None; model.criteria.len()];
        let (mut raw, mut each, mut derived) = (Vec::new(), Vec::new(), None);
        for (idx, opinion) in self.opinions.iter().enumerate() {
            let blame = |error| self.blame(StakeholderId(idx), error);
            match &opinion.source {
                Source::Written { weights, shares: own } => {
                    each.push(shares(model, weights, &self.asked).map_err(blame)?);
                    raw.push(own.clone());
                }
                Source::FromData { kind, covers } => {
                    derived = self.derive(*kind, covers, ratings).map_err(blame)?;
                    let weights = weights_of(model, covers, derived.as_ref());
                    each.push(shares(model, &weights, &self.asked).map_err(blame)?);
                    raw.push(shares(model, &weights, &nothing_asked).map_err(blame)?);
                }
            }
        }
        if self.combine.is_none() {
            return Ok(Shared { shares: each.swap_remove(0), each: Vec::new(), derived });
        }
        let mean = self.mean(model, &raw);
        let is_asked = self.asked.iter().any(Option::is_some);
        let shares = if is_asked { shares(model, &mean, &self.asked)? } else { mean };
        Ok(Shared { shares, each, derived: None })
    }

    /// Shares from the data over what they cover; `None` where no covered column tells anybody
    /// apart, a field of one vendor among them, so that whatever they weigh is a tie.
    fn derive(
        &self,
        kind: DataKind,
        covers: &[CriterionId],
        ratings: Ratings<'_>,
    ) -> Result<Option<Derived>, RunError> {
        let columns: Vec<usize> =
            covers.iter().filter_map(|id| self.leaves.binary_search(id).ok()).collect();
        if ratings.field.len() < 2 {
            return Ok(None);
        }
        let cells = ratings.cells.select_columns(&columns);
        let directions: Vec<Direction> =
            columns.iter().map(|column| ratings.directions[*column]).collect();
        let is_flat = |refusal: &Refusal| matches!(refusal, Refusal::NoRange { .. });
        match derive_from_data(kind, &cells, &directions) {
            Ok(derived) => Ok(Some(derived)),
            Err(refusals) if refusals.iter().all(is_flat) => Ok(None),
            Err(refusals) => {
                let name = |refusal| Refused::new(refusal, covers, ratings.field);
                Err(RunError::Weights { refusals: refusals.into_iter().map(name).collect() })
            }
        }
    }

    /// The mean of people's leaf shares; a leaf that somebody does not weigh has share 0 for them.
    fn mean(&self, model: &Model, each: &[Vec<Option<f64>>]) -> Vec<Option<f64>> {
        let mut mean = vec![None; model.criteria.len()];
        for &id in &self.leaves {
            let share = |(opinion, own): (&Opinion, &Vec<Option<f64>>)| {
                opinion.amount * own[id.index()].unwrap_or(0.0)
            };
            mean[id.index()] = Some(self.opinions.iter().zip(each).map(share).sum());
        }
        add_up_groups(model, &mut mean);
        mean
    }

    fn blame(&self, stakeholder: StakeholderId, error: RunError) -> RunError {
        match self.combine {
            None => error,
            Some(_) => RunError::Stakeholder { stakeholder, error: Box::new(error) },
        }
    }
}

impl Source {
    fn has(&self, id: CriterionId) -> bool {
        match self {
            Self::Written { shares, .. } => shares[id.index()].is_some(),
            Self::FromData { covers, .. } => covers.binary_search(&id).is_ok(),
        }
    }

    fn of_data(model: &Model, data: &FromData) -> Result<Self, RunError> {
        match data.kind {
            // The same in every field.
            DataKind::Equal => written(model, weights_of(model, &data.covers, None)),
            kind => Ok(Self::FromData { kind, covers: data.covers.clone() }),
        }
    }
}

/// The file's own weights.
fn of_file(model: &Model, weights: &[Option<f64>]) -> Result<Source, RunError> {
    match &model.derived.from_data {
        Some(data) => Source::of_data(model, data),
        None => written(model, weights.to_vec()),
    }
}

fn written(model: &Model, weights: Vec<Option<f64>>) -> Result<Source, RunError> {
    let shares = shares(model, &weights, &vec![None; model.criteria.len()])?;
    Ok(Source::Written { weights, shares })
}

/// Weights from the shares that the data give to leaves: groups weigh what their leaves do together.
fn weights_of(
    model: &Model,
    covers: &[CriterionId],
    derived: Option<&Derived>,
) -> Vec<Option<f64>> {
    let mut weights = vec![None; model.criteria.len()];
    for (at, id) in covers.iter().enumerate() {
        weights[id.index()] = Some(derived.map_or(1.0, |derived| derived.shares[at]));
    }
    add_up_groups(model, &mut weights);
    weights
}

/// Everybody's weights over the file's.
fn opinions(model: &Model, weights: &[Option<f64>]) -> Result<Vec<Opinion>, RunError> {
    let Some(people) = &model.people else { return Ok(Vec::new()) };
    let total: f64 = people.stakeholders.iter().map(|who| who.share).sum();
    let mut opinions = Vec::with_capacity(people.stakeholders.len());
    for (idx, who) in people.stakeholders.iter().enumerate() {
        let source = match &who.from_data {
            Some(data) => Source::of_data(model, data),
            None if who.weights.is_empty() => of_file(model, weights),
            None => written(model, who.weights_over(weights)),
        };
        let stakeholder = StakeholderId(idx);
        let source = source
            .map_err(|error| RunError::Stakeholder { stakeholder, error: Box::new(error) })?;
        opinions.push(Opinion { amount: who.share / total, source });
    }
    Ok(opinions)
}
