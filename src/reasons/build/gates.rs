//! How each vendor fares at each gate and at each assumption it requires as a whole.
//! Excluded vendors meet none: they are out before gates are looked at.

use crate::decide::gate_result::{Barrier, GateResult};
use crate::model::criterion::Kind;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::build::Builder;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Work};

impl Builder<'_> {
    /// Every gate result of everyone who is not excluded.
    pub(super) fn gates(&mut self) {
        for vendor in self.scope.clone() {
            if self.model.vendor(vendor).excluded.is_some() {
                continue;
            }
            for result in &self.evaluation.gates[vendor.index()] {
                self.gate(vendor, result);
            }
        }
    }

    fn gate(&mut self, vendor: VendorId, result: &GateResult) {
        let fact = Fact::GateResult(vendor, result.barrier);
        let figure = Figure::GateResult {
            passing: result.passing,
            passed: result.passed,
            margin: result.margin,
            tested: result.tested,
        };
        match result.barrier {
            Barrier::Assumption(id) => {
                self.add_derived(fact, figure, Work::AssumptionTest);
                self.link(Fact::Given(Given::Assumption(id)), Edge::Requires, fact);
            }
            Barrier::Gate(id) => match self.model.criterion(id).kind {
                Kind::Leaf(_) => {
                    self.add_derived(fact, figure, Work::RatingTest);
                    self.link(Fact::Given(Given::Gate(id)), Edge::Requires, fact);
                    let rating = Fact::Given(Given::Rating(vendor, id));
                    self.link(rating, Edge::Measures, fact);
                }
                Kind::Group(_) => self.group_gate(vendor, id, fact, figure),
            },
        }
        self.link(fact, Edge::Measures, Fact::Field);
    }

    fn group_gate(&mut self, vendor: VendorId, group: CriterionId, fact: Fact, figure: Figure) {
        let leaves: Vec<CriterionId> = self
            .evaluation
            .leaves
            .iter()
            .copied()
            .filter(|&leaf| self.stands_under(leaf, group))
            .collect();
        self.add_derived(fact, figure, Work::GroupTest { leaves: leaves.clone() });
        self.link(Fact::Given(Given::Gate(group)), Edge::Requires, fact);
        for leaf in leaves {
            self.link(Fact::Given(Given::Rating(vendor, leaf)), Edge::Measures, fact);
            self.link(Fact::Given(Given::Weight(leaf)), Edge::Weighs, fact);
        }
    }

    fn stands_under(&self, leaf: CriterionId, group: CriterionId) -> bool {
        let mut at = leaf;
        // Bounded, so that no file can send it round.
        for _ in 0..self.model.criteria.len() {
            match self.model.criterion(at).under {
                Some(parent) if parent == group => return true,
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    }
}
