//! A gate on a group: the fraction of what the group can reach that a vendor reaches.
//! Its members' values do not depend on the field, so it can be tested before the field is known.

use crate::decide::gate_test::{Kleene, interval, reaches};
use crate::decide::opinions::Opinions;
use crate::decide::ruler;
use crate::decide::run_error::RunError;
use crate::decide::shares::{leaves_below, shares_within};
use crate::model::datum::Quantity;
use crate::model::gate::Test;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// A gate on a group, ready to be tested.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupGate {
    /// The group.
    pub criterion: CriterionId,
    /// What is tested.
    pub test: Test,
    /// Its weighted leaves in declared order.
    pub members: Vec<Member>,
}

/// A weighted leaf of a gated group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// The leaf.
    pub leaf: CriterionId,
    /// Its share of the group; members' add up to 1.
    pub share: f64,
    /// How its numbers become values.
    ruler: ruler::Ruler,
    /// The least and greatest value that a rating may have.
    span: [f64; 2],
}

impl GroupGate {
    /// The gated groups of a model, in declared order. One without weighted leaf tests nothing; of
    /// several people's weights the mean counts, since gates are common to all.
    ///
    /// # Errors
    /// If all weights in one are 0, or a member's value or weight depends on the field.
    pub fn all(
        model: &Model,
        weights: &[Option<f64>],
        opinions: &Opinions,
    ) -> Result<Vec<Self>, RunError> {
        let shares = opinions.settled_shares(model);
        let mut gates = Vec::new();
        for group in model.criterion_ids() {
            let criterion = model.criterion(group);
            let (Some(gate), None) = (&criterion.gate, criterion.leaf()) else { continue };
            let by_field = leaves_below(model, group)
                .into_iter()
                .find(|id| opinions.depends_on_field() && opinions.leaves.contains(id));
            if let Some(member) = by_field {
                return Err(RunError::CircularGate { group, member });
            }
            let mut members = Vec::new();
            for (id, share) in shares_within(model, weights, &shares, group)? {
                let Some(leaf) = model.criterion(id).leaf() else { continue };
                let Some(ruler) = ruler::own(leaf) else {
                    return Err(RunError::CircularGate { group, member: id });
                };
                members.push(Member { leaf: id, share, ruler, span: ruler::value_span(leaf) });
            }
            gates.push(Self { criterion: group, test: gate.test.clone(), members });
        }
        Ok(gates)
    }

    /// The gate under other shares of the leaves; as it is where its members have none.
    #[must_use]
    pub fn shared_out(&self, share: impl Fn(CriterionId) -> f64) -> Self {
        let mut gate = self.clone();
        let whole: f64 = gate.members.iter().map(|member| share(member.leaf)).sum();
        if whole > 0.0 {
            for member in &mut gate.members {
                member.share = share(member.leaf) / whole;
            }
        }
        gate
    }

    /// What the gate says to one number for each member; `None` is unknown and may be anything.
    pub fn verdict(&self, number: impl Fn(&Member) -> Option<f64>, model: &Model) -> Kleene {
        if self.members.is_empty() {
            return Kleene::Pass;
        }
        reaches(&self.test, self.add_up(|member| member.value(model, number(member))))
    }

    /// Each bound as a line over the members: met where Σ share × coefficient ≥ 0. An unknown rating
    /// counts as what meets the bound best.
    pub fn lines(
        &self,
        number: impl Fn(&Member) -> Option<f64>,
        model: &Model,
    ) -> Vec<Vec<(CriterionId, f64)>> {
        let least = |bound: f64| {
            let part =
                |member: &Member| (member.leaf, member.value(model, number(member))[1] - bound);
            self.members.iter().map(part).collect()
        };
        let most = |bound: f64| {
            let part =
                |member: &Member| (member.leaf, bound - member.value(model, number(member))[0]);
            self.members.iter().map(part).collect()
        };
        match self.test {
            Test::ReachesAtLeast(bound) => vec![least(bound)],
            Test::ReachesAtMost(bound) => vec![most(bound)],
            Test::ReachesBetween(low, high) => vec![least(low), most(high)],
            // Leaves are tested by themselves.
            _ => Vec::new(),
        }
    }

    /// The fraction that one number for each member reaches; `None` where one is unknown.
    pub fn fraction(&self, number: impl Fn(&Member) -> Option<f64>, model: &Model) -> Option<f64> {
        if self.members.is_empty() || !self.members.iter().all(|each| number(each).is_some()) {
            return None;
        }
        Some(self.add_up(|member| member.value(model, number(member)))[0])
    }

    /// Whether uncertain ratings may put the fraction on either side; `None` when none is uncertain.
    /// `quantity` says what is known of each member in the completion at hand.
    pub fn at_risk<'q>(
        &self,
        model: &Model,
        quantity: impl Fn(CriterionId) -> &'q Quantity,
    ) -> Option<bool> {
        if !self.members.iter().any(|member| quantity(member.leaf).is_uncertain()) {
            return None;
        }
        let within = self.add_up(|member| {
            let Some(leaf) = model.criterion(member.leaf).leaf() else { return [0.0; 2] };
            let quantity = quantity(member.leaf);
            match interval(quantity, leaf) {
                Some(ends) => ruler::values_between(leaf, member.ruler, ends),
                None => member.value(model, ruler::number(leaf, quantity)),
            }
        });
        Some(reaches(&self.test, within) == Kleene::Unknown)
    }

    /// The least and greatest fraction from the least and greatest value of each member.
    fn add_up(&self, values: impl Fn(&Member) -> [f64; 2]) -> [f64; 2] {
        let (mut low, mut high) = (0.0, 0.0);
        for member in &self.members {
            let [least, greatest] = values(member);
            low += member.share * least;
            high += member.share * greatest;
        }
        [low, high]
    }
}

impl Member {
    fn value(&self, model: &Model, number: Option<f64>) -> [f64; 2] {
        match (number, model.criterion(self.leaf).leaf()) {
            (Some(number), Some(leaf)) => [ruler::value(leaf, self.ruler, number); 2],
            _ => self.span,
        }
    }
}
