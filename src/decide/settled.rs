//! A model with every pending assumption settled one way, drawn again and again.
//! Beside `change` for whoever samples: ratings and shares are overwritten in place, gates re-tested.

use crate::decide::alike::Merits;
use crate::decide::check::Says;
use crate::decide::completion::Completion;
use crate::decide::edits::Edits;
use crate::decide::frame::Frame;
use crate::decide::gate_result::Barrier;
use crate::decide::gate_test::{Kleene, passes};
use crate::decide::group_gate::{GroupGate, Member};
use crate::decide::ruler::number;
use crate::decide::run_error::RunError;
use crate::decide::selection::select;
use crate::decide::solution::merits;
use crate::decide::standing::Standing;
use crate::decide::standpoint;
use crate::decide::state::State;
use crate::decide::table::{Table, tabulate, weigh};
use crate::decide::tie_break::breakers_of;
use crate::decide::vote;
use crate::method::problem::Problem;
use crate::model::assumption::Status;
use crate::model::datum::{Datum, Quantity};
use crate::model::id::{AssumptionId, CriterionId, VendorId};
use crate::model::scenario::Model;

/// A model whose assumptions are all settled.
#[derive(Debug, Clone)]
pub struct Settled<'m> {
    frame: Frame<'m>,
    state: State,
    /// The shares of the model's own field.
    shares: Vec<f64>,
    /// Shares of every criterion and group in place of everybody's; `None`: as the model has them.
    moved: Option<Vec<Option<f64>>>,
    /// Gates on groups under the model's own shares.
    groups: Vec<GroupGate>,
    /// What was last run, until a rating or a gate changes it.
    laid: Option<Laid>,
}

/// A field and what a method reads of it.
#[derive(Debug, Clone)]
struct Laid {
    field: Vec<VendorId>,
    table: Table,
    breakers: Vec<Vec<f64>>,
}

impl<'m> Settled<'m> {
    /// Pending assumptions in `failing` fail, the others hold.
    ///
    /// # Errors
    /// If shares cannot be divided, a group's gate is circular, or the method lacks something.
    pub fn new(model: &'m Model, failing: &[AssumptionId]) -> Result<Self, RunError> {
        let mut edits = Edits::none(model);
        for (idx, status) in edits.statuses.iter_mut().enumerate() {
            if *status == Status::Pending {
                let fails = failing.contains(&AssumptionId(idx));
                *status = if fails { Status::Fails } else { Status::Holds };
            }
        }
        let frame = Frame::new(model, edits)?;
        let state = frame.state(&Completion::default());
        let table = tabulate(&frame, &state, &frame.field(&state))?;
        let shares = table.problem.shares();
        let groups = frame.groups.clone();
        Ok(Self { frame, state, shares, moved: None, groups, laid: None })
    }

    /// The leaves that take part, in declared order.
    pub fn leaves(&self) -> &[CriterionId] {
        &self.frame.leaves
    }

    /// The share of each of [`Self::leaves`] over the model's own field.
    pub fn shares(&self) -> Vec<f64> {
        self.shares.clone()
    }

    /// Whether several people vote on ranks, so that shares of theirs cannot be moved as one.
    pub fn is_vote(&self) -> bool {
        self.frame.opinions.is_vote()
    }

    /// What is held of a vendor on a leaf, as written: draws do not show here.
    pub fn quantity(&self, vendor: VendorId, criterion: CriterionId) -> &Quantity {
        self.frame.held(vendor, criterion).quantity
    }

    /// Whether vendors are rated on it, rather than on its members.
    pub fn is_leaf(&self, criterion: CriterionId) -> bool {
        self.frame.model.criterion(criterion).leaf().is_some()
    }

    /// Puts other shares in place of everybody's, one for each of [`Self::leaves`].
    pub fn weigh(&mut self, shares: &[f64]) {
        let mut moved = vec![None; self.frame.model.criteria.len()];
        for (id, share) in self.frame.leaves.iter().zip(shares) {
            moved[id.index()] = Some(*share);
        }
        let share = |id: CriterionId| moved[id.index()].unwrap_or(0.0);
        self.frame.groups = self.groups.iter().map(|group| group.shared_out(share)).collect();
        self.moved = Some(moved);
    }

    /// Puts a rating in place of what is held, whatever that was.
    pub fn rate(&mut self, vendor: VendorId, criterion: CriterionId, datum: Datum) {
        self.laid = None;
        let declared = self.frame.model.criterion(criterion);
        if let Some(gate) = &declared.gate {
            let says = Says::Always(Kleene::known(passes(&gate.test, &datum)));
            let mut checks = self.frame.checks[vendor.index()].iter_mut();
            if let Some(check) = checks.find(|check| check.barrier == Barrier::Gate(criterion)) {
                check.says = says;
            }
        }
        let numbers = &mut self.frame.numbers[criterion.index()];
        if let (Some(leaf), Some(cell)) = (declared.leaf(), numbers.get_mut(vendor.index())) {
            *cell = number(leaf, &Quantity::Point(datum));
        }
    }

    /// Whether a vendor is turned away at a gate on a group, whose fraction moves with the shares,
    /// or at anything else.
    pub fn stands(&self, vendor: VendorId) -> bool {
        self.frame.stands(vendor, &self.state)
    }

    /// The same with gates on groups left aside.
    pub fn stands_but_for_groups(&self, vendor: VendorId) -> bool {
        let is_group = |barrier: Barrier| {
            self.frame.groups.iter().any(|group| barrier == Barrier::Gate(group.criterion))
        };
        !self.frame.edits.excluded[vendor.index()]
            && self.frame.checks[vendor.index()].iter().all(|check| {
                is_group(check.barrier) || self.frame.is_past(vendor, check, &self.state)
            })
    }

    /// The table of a field, as a method would be given it.
    ///
    /// # Errors
    /// If a relative value function would divide by a rating that is not above 0.
    pub fn table(&self, field: &[VendorId]) -> Result<Problem, RunError> {
        let mut problem = tabulate(&self.frame, &self.state, field)?.problem;
        if let Some(moved) = &self.moved {
            weigh(&mut problem.axes, &self.frame.leaves, moved);
        }
        Ok(problem)
    }

    /// Who stands where now.
    ///
    /// # Errors
    /// If the method refuses the field.
    pub fn run(&mut self) -> Result<Standing, RunError> {
        self.test_groups();
        let mut laid = match self.laid.take() {
            Some(laid) => laid,
            None => self.lay_out()?,
        };
        let Merits { merits, scores } = self.merits(&mut laid)?;
        let selection = select(&merits, &laid.breakers, self.frame.model.choose);
        let standing = Standing::new(laid.field.clone(), merits, scores, selection);
        // Shares move the field where a gate stands on a group.
        self.laid = Some(laid).filter(|_| self.frame.groups.is_empty());
        Ok(standing)
    }

    fn lay_out(&self) -> Result<Laid, RunError> {
        let field = self.frame.field(&self.state);
        let table = tabulate(&self.frame, &self.state, &field)?;
        let breakers = breakers_of(&self.frame, &self.state, &field, &table.problem)?;
        Ok(Laid { field, table, breakers })
    }

    /// What the method, or a vote, says of a field under today's shares.
    fn merits(&self, laid: &mut Laid) -> Result<Merits, RunError> {
        let Laid { field, table, breakers } = laid;
        if let Some(moved) = &self.moved {
            weigh(&mut table.problem.axes, &self.frame.leaves, moved);
            return merits(&self.frame, &table.problem, field);
        }
        match self.frame.opinions.combine.filter(|way| way.is_vote() && !field.is_empty()) {
            Some(way) => {
                let each = &table.shared.each;
                let ran = standpoint::all(&self.frame, field, &table.problem, each, breakers);
                let outcome = vote::combine(way, &ran.into_iter().collect::<Result<Vec<_>, _>>()?)?;
                Ok(Merits { merits: outcome.merits, scores: outcome.scores })
            }
            None => merits(&self.frame, &table.problem, field),
        }
    }

    /// Every bound of every gate on a group, for everybody not excluded: met where coefficients ·
    /// shares ≥ 0, one coefficient for each of [`Self::leaves`]. An unknown rating counts as the
    /// value that would meet the bound best, as in the reading.
    pub fn group_lines(&self) -> Vec<(VendorId, Vec<f64>)> {
        let mut lines = Vec::new();
        for group in &self.frame.groups {
            for vendor in self.frame.model.vendor_ids() {
                if self.frame.edits.excluded[vendor.index()] {
                    continue;
                }
                let number = |member: &Member| self.frame.number(vendor, member.leaf, &self.state);
                for line in group.lines(number, self.frame.model) {
                    let mut coefficients = vec![0.0; self.frame.leaves.len()];
                    for (leaf, coefficient) in line {
                        if let Ok(column) = self.frame.leaves.binary_search(&leaf) {
                            coefficients[column] = coefficient;
                        }
                    }
                    lines.push((vendor, coefficients));
                }
            }
        }
        lines
    }

    /// Gates on groups say what today's numbers and shares make of them.
    fn test_groups(&mut self) {
        for group in &self.frame.groups {
            for (vendor, checks) in self.frame.checks.iter_mut().enumerate() {
                let barrier = Barrier::Gate(group.criterion);
                let Some(check) = checks.iter_mut().find(|check| check.barrier == barrier) else {
                    continue;
                };
                let number = |member: &Member| self.frame.numbers[member.leaf.index()][vendor];
                check.says = Says::Always(group.verdict(number, self.frame.model));
            }
        }
    }
}
