//! A model laid out for many runs: numbers, requirements and barriers, read off once.
//! `Model → Frame`, then one `contest` for each completion or what-if.

mod laid;

use std::collections::BTreeMap;

use crate::decide::check::{Check, RequirementId, Says};
use crate::decide::completion::{Completion, Departure};
use crate::decide::edits::Edits;
use crate::decide::gate_result::Barrier;
use crate::decide::gate_test::Kleene;
use crate::decide::group_gate::GroupGate;
use crate::decide::held::{Held, held};
use crate::decide::opinions::Opinions;
use crate::decide::run_error::RunError;
use crate::decide::settlement::Settlement;
use crate::decide::state::State;
use crate::decide::weighing::Weighing;
use crate::method::kind::Method;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, VendorId};
use crate::model::scenario::Model;

/// A model laid out for many runs.
#[derive(Debug, Clone)]
pub struct Frame<'m> {
    /// The model.
    pub model: &'m Model,
    /// What replaces the model's own words.
    pub edits: Edits,
    /// Assumptions.
    pub settlement: Settlement,
    /// What matters to whom.
    pub opinions: Opinions,
    /// The leaves that take part, in declared order.
    pub leaves: Vec<CriterionId>,
    /// The method on those leaves.
    pub method: Method,
    /// By criterion, then vendor: the number in the reading of every leaf that has values; groups
    /// and texts have none.
    pub numbers: Vec<Vec<Option<f64>>>,
    /// By criterion: ratings that hang on pending assumptions, vendors rising.
    pub switches: Vec<Vec<Switch>>,
    /// Lists of pending assumptions, each list once.
    pub requirements: Vec<Vec<AssumptionId>>,
    requirement_ids: BTreeMap<Vec<AssumptionId>, RequirementId>,
    /// Gates on groups, in declared order.
    pub groups: Vec<GroupGate>,
    /// By vendor: gates by criterion order, then required assumptions in declared order.
    pub checks: Vec<Vec<Check>>,
}

/// A rating that another number replaces once a requirement breaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Switch {
    /// Whose rating.
    pub vendor: VendorId,
    /// What it hangs on.
    pub on: RequirementId,
    /// The number then; `None` is unknown.
    pub otherwise: Option<f64>,
}

impl<'m> Frame<'m> {
    /// Lays a model out with the numbers of a what-if in place of its own.
    ///
    /// # Errors
    /// If shares cannot be divided, a group's gate is circular, or the method lacks something.
    pub fn new(model: &'m Model, edits: Edits) -> Result<Self, RunError> {
        let weighing = Weighing::new(model, &edits)?;
        let mut frame = Self {
            model,
            settlement: Settlement::new(model, edits.statuses.clone()),
            edits,
            leaves: weighing.opinions.leaves.clone(),
            opinions: weighing.opinions,
            method: weighing.method,
            groups: weighing.groups,
            numbers: Vec::new(),
            switches: Vec::new(),
            requirements: Vec::new(),
            requirement_ids: BTreeMap::new(),
            checks: Vec::new(),
        };
        frame.lay_numbers();
        for vendor in model.vendor_ids() {
            let checks = frame.lay_checks(vendor);
            frame.checks.push(checks);
        }
        Ok(frame)
    }

    /// Lays out anew what other weights change.
    ///
    /// # Errors
    /// As [`Frame::new`].
    pub fn weigh_again(&mut self) -> Result<(), RunError> {
        let weighing = Weighing::new(self.model, &self.edits)?;
        self.leaves.clone_from(&weighing.opinions.leaves);
        self.opinions = weighing.opinions;
        self.method = weighing.method;
        let had_groups = !self.groups.is_empty();
        self.groups = weighing.groups;
        if had_groups {
            for vendor in self.model.vendor_ids() {
                self.checks[vendor.index()] = self.lay_checks(vendor);
            }
        }
        Ok(())
    }

    /// Lays out anew what another rating changes.
    pub fn rate_again(&mut self, vendor: VendorId, criterion: CriterionId) {
        if !self.numbers[criterion.index()].is_empty() {
            let (number, switch) = self.lay_number(vendor, criterion);
            self.numbers[criterion.index()][vendor.index()] = number;
            let switches = &mut self.switches[criterion.index()];
            match (switches.binary_search_by_key(&vendor, |switch| switch.vendor), switch) {
                (Ok(at), Some(switch)) => switches[at] = switch,
                (Ok(at), None) => drop(switches.remove(at)),
                (Err(at), Some(switch)) => switches.insert(at, switch),
                (Err(_), None) => {}
            }
        }
        if !self.checks[vendor.index()].is_empty() {
            self.checks[vendor.index()] = self.lay_checks(vendor);
        }
    }

    /// What is held of a vendor on a leaf, edits and retraction followed.
    pub fn held(&self, vendor: VendorId, criterion: CriterionId) -> Held<'_> {
        let edited = self.edits.ratings.get(&(vendor, criterion));
        let counts = |claim: EvidenceId| self.edits.counts[claim.index()];
        held(&self.settlement, self.model.vendor(vendor).rating(criterion), edited, counts)
    }

    /// The completion in terms of this frame.
    pub fn state(&self, completion: &Completion) -> State {
        let failing = self.settlement.failing(completion);
        let breaks = |list: &Vec<AssumptionId>| list.iter().any(|id| failing[id.index()]);
        let mut missed: Vec<(VendorId, CriterionId)> = completion
            .departures
            .iter()
            .filter_map(|departure| match departure {
                Departure::Misses(vendor, criterion) => Some((*vendor, *criterion)),
                Departure::Fails(_) => None,
            })
            .collect();
        missed.sort_unstable();
        State { broken: self.requirements.iter().map(breaks).collect(), failing, missed }
    }

    /// The number of a vendor on a leaf in a completion; `None` is unknown.
    pub fn number(&self, vendor: VendorId, criterion: CriterionId, state: &State) -> Option<f64> {
        match self.switch(vendor, criterion) {
            Some(switch) if state.broken[switch.on] => switch.otherwise,
            _ => self.numbers[criterion.index()].get(vendor.index()).copied().flatten(),
        }
    }

    /// What a vendor's rating on a leaf hangs on, if it changes anything.
    pub fn switch(&self, vendor: VendorId, criterion: CriterionId) -> Option<&Switch> {
        let switches = &self.switches[criterion.index()];
        let at = switches.binary_search_by_key(&vendor, |switch| switch.vendor).ok()?;
        switches.get(at)
    }

    /// What a barrier says in a completion.
    pub fn says(&self, vendor: VendorId, check: &Check, state: &State) -> Kleene {
        match &check.says {
            Says::Always(kleene) => *kleene,
            Says::Hangs { on, kept, broken } => {
                if state.broken[*on] {
                    *broken
                } else {
                    *kept
                }
            }
            Says::Group(idx) => self.group_says(&self.groups[*idx], vendor, state),
        }
    }

    /// What a gate on a group says in a completion.
    pub fn group_says(&self, group: &GroupGate, vendor: VendorId, state: &State) -> Kleene {
        group.verdict(|member| self.number(vendor, member.leaf, state), self.model)
    }

    /// Whether a vendor gets past a barrier in a completion.
    pub fn is_past(&self, vendor: VendorId, check: &Check, state: &State) -> bool {
        match self.says(vendor, check, state) {
            Kleene::Pass => true,
            Kleene::Fail => false,
            Kleene::Unknown => match check.barrier {
                Barrier::Gate(id) => state.missed.binary_search(&(vendor, id)).is_err(),
                Barrier::Assumption(_) => true,
            },
        }
    }

    /// Whether a vendor stands in the field of a completion.
    pub fn stands(&self, vendor: VendorId, state: &State) -> bool {
        !self.edits.excluded[vendor.index()]
            && self.checks[vendor.index()].iter().all(|check| self.is_past(vendor, check, state))
    }

    /// The field of a completion, in declared order.
    pub fn field(&self, state: &State) -> Vec<VendorId> {
        self.model.vendor_ids().filter(|vendor| self.stands(*vendor, state)).collect()
    }
}
