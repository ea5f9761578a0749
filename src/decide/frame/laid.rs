//! A frame's numbers and checks, laid out cell by cell from the model and the edits over it.
//! Everything at first, and again what a what-if touches.

use crate::decide::check::{Check, RequirementId, Says};
use crate::decide::frame::{Frame, Switch};
use crate::decide::gate_result::Barrier;
use crate::decide::gate_test::{Kleene, verdict};
use crate::decide::group_gate::Member;
use crate::decide::ruler::number;
use crate::decide::settlement::Outlook;
use crate::model::criterion::Leaf;
use crate::model::id::{AssumptionId, CriterionId, VendorId};

impl Frame<'_> {
    /// Vendor by vendor, since a vendor's ratings lie side by side in memory.
    pub(super) fn lay_numbers(&mut self) {
        let criteria = self.model.criteria.len();
        let valued: Vec<CriterionId> = self
            .model
            .criterion_ids()
            .filter(|id| self.model.criterion(*id).leaf().is_some_and(Leaf::is_valued))
            .collect();
        self.numbers = vec![Vec::new(); criteria];
        self.switches = vec![Vec::new(); criteria];
        for id in &valued {
            self.numbers[id.index()].reserve(self.model.vendors.len());
        }
        for vendor in self.model.vendor_ids() {
            for &id in &valued {
                let (number, switch) = self.lay_number(vendor, id);
                self.numbers[id.index()].push(number);
                self.switches[id.index()].extend(switch);
            }
        }
    }

    pub(super) fn lay_number(
        &mut self,
        vendor: VendorId,
        id: CriterionId,
    ) -> (Option<f64>, Option<Switch>) {
        let Some(leaf) = self.model.criterion(id).leaf() else { return (None, None) };
        let held = self.held(vendor, id);
        let kept = number(leaf, held.quantity);
        let Some((pending, otherwise)) = held.switch else { return (kept, None) };
        let otherwise = number(leaf, otherwise);
        if otherwise == kept {
            return (kept, None);
        }
        (kept, Some(Switch { vendor, on: self.requirement(pending), otherwise }))
    }

    /// The checks of a vendor; its numbers are laid out before.
    pub(super) fn lay_checks(&mut self, vendor: VendorId) -> Vec<Check> {
        let mut checks = Vec::new();
        for id in self.model.criterion_ids() {
            if self.model.criterion(id).gate.is_some() {
                let says = match self.groups.iter().position(|group| group.criterion == id) {
                    Some(idx) => self.lay_group(idx, vendor),
                    None => self.lay_leaf(vendor, id),
                };
                checks.push(Check { barrier: Barrier::Gate(id), says });
            }
        }
        let mut required = self.model.vendor(vendor).requires.clone();
        required.sort_unstable_by_key(|id| id.value);
        required.dedup_by_key(|id| id.value);
        for id in &required {
            let says = match self.settlement.outlook(std::slice::from_ref(id)) {
                Outlook::Kept => Says::Always(Kleene::Pass),
                Outlook::Broken(_) => Says::Always(Kleene::Fail),
                Outlook::Open(pending) => Says::Hangs {
                    on: self.requirement(pending),
                    kept: Kleene::Pass,
                    broken: Kleene::Fail,
                },
            };
            checks.push(Check { barrier: Barrier::Assumption(id.value), says });
        }
        checks
    }

    fn lay_leaf(&mut self, vendor: VendorId, id: CriterionId) -> Says {
        let Some(gate) = &self.model.criterion(id).gate else { return Says::Always(Kleene::Pass) };
        let held = self.held(vendor, id);
        let kept = verdict(&gate.test, held.quantity);
        let Some((pending, otherwise)) = held.switch else { return Says::Always(kept) };
        let broken = verdict(&gate.test, otherwise);
        if kept == broken {
            Says::Always(kept)
        } else {
            Says::Hangs { on: self.requirement(pending), kept, broken }
        }
    }

    /// A group none of whose members hangs on anything says the same in every completion.
    fn lay_group(&self, idx: usize, vendor: VendorId) -> Says {
        let group = &self.groups[idx];
        if group.members.iter().any(|member| self.switch(vendor, member.leaf).is_some()) {
            return Says::Group(idx);
        }
        let number = |member: &Member| self.numbers[member.leaf.index()][vendor.index()];
        Says::Always(group.verdict(number, self.model))
    }

    /// The number of a list of pending assumptions.
    fn requirement(&mut self, pending: Vec<AssumptionId>) -> RequirementId {
        let next = self.requirements.len();
        let id = *self.requirement_ids.entry(pending.clone()).or_insert(next);
        if id == next {
            self.requirements.push(pending);
        }
        id
    }
}
