//! Parameters that must have an entry for every criterion weighed: the criteria lacking are named.
//! Runs once derived weights stand on the criteria they cover; what only a run knows is left to it.

use crate::model::criterion::{Criterion, Leaf};
use crate::model::derived::Derived;
use crate::model::id::CriterionId;
use crate::model::method::{MethodChoice, Parameter, Setting};
use crate::model::scenario::AskedShare;
use crate::text::diagnostic::{Diagnostic, Diagnostics};

/// What the file's own weights weigh; nobody else's are known here.
#[derive(Debug, Clone, Copy)]
pub struct Weighed<'a> {
    /// All criteria.
    pub criteria: &'a [Criterion],
    /// What derives weights.
    pub derived: &'a Derived,
    /// Shares that flags ask for in place of those that the weights give.
    pub asked: &'a [AskedShare],
}

/// Complains of order weights that are not one for each criterion with weight, of profiles without a
/// rating for a criterion that takes part, and of such a criterion without characteristic values.
pub fn check(choice: &MethodChoice, weighed: Weighed<'_>, sink: &mut Diagnostics) {
    for parameter in &choice.parameters {
        match (&parameter.setting, parameter.name) {
            (Setting::Numbers(weights), "order-weights") => {
                weighed.count(parameter, weights.len(), sink);
            }
            (Setting::PerCriterion(given), "characteristic-values") => {
                let named: Vec<CriterionId> = given.iter().map(|(id, _)| *id).collect();
                for lacking in weighed.lacking(&named) {
                    let message = format!("`{}` lacks its characteristic values", lacking.name);
                    let diagnostic = Diagnostic::error("missing-key", parameter.span, message);
                    sink.push(diagnostic.and(lacking.span, "it has a weight"));
                }
            }
            (Setting::Profiles(profiles), _) => {
                for profile in profiles {
                    let named: Vec<CriterionId> =
                        profile.ratings.iter().map(|(id, _)| *id).collect();
                    for lacking in weighed.lacking(&named) {
                        let (name, what) = (&profile.name, &lacking.name);
                        let message = format!("profile `{name}` has no rating on `{what}`");
                        let diagnostic = Diagnostic::error("missing-key", profile.span, message);
                        sink.push(diagnostic.and(lacking.span, "it has a weight"));
                    }
                }
            }
            _ => {}
        }
    }
}

impl Weighed<'_> {
    /// Leaves that take part in scores and are not among those named, in declared order.
    fn lacking(&self, named: &[CriterionId]) -> Vec<&Criterion> {
        let ids = (0..self.criteria.len()).map(CriterionId);
        let lacks = ids.filter(|id| self.takes_part(*id) && !named.contains(id));
        lacks.filter_map(|id| self.criteria.get(id.index())).collect()
    }

    fn takes_part(&self, id: CriterionId) -> bool {
        let Some(criterion) = self.criteria.get(id.index()) else { return false };
        let is_weighed = match &self.derived.from_data {
            Some(data) => data.covers.contains(&id),
            None => self.least_weight(id).is_some(),
        };
        is_weighed && criterion.leaf().is_some_and(Leaf::is_valued)
    }

    /// The least weight from a criterion up to the top; `None` where one has none.
    fn least_weight(&self, id: CriterionId) -> Option<f64> {
        let mut least = f64::INFINITY;
        let mut next = Some(id);
        // As many steps as there are criteria: a file in which groups form a circle ends here too.
        for _ in self.criteria {
            let Some(id) = next else { break };
            let criterion = self.criteria.get(id.index())?;
            least = least.min(criterion.weight.as_ref()?.number);
            next = criterion.under;
        }
        Some(least)
    }

    fn count(&self, parameter: &Parameter, found: usize, sink: &mut Diagnostics) {
        if self.derived.from_data.is_some() || !self.asked.is_empty() {
            return;
        }
        let ids = (0..self.criteria.len()).map(CriterionId);
        let has_weight = |id: &CriterionId| {
            self.takes_part(*id) && self.least_weight(*id).is_some_and(|weight| weight > 0.0)
        };
        let weighted = ids.filter(has_weight).count();
        if found != weighted {
            let entries = if found == 1 { "entry" } else { "entries" };
            let carry = if weighted == 1 { "criterion carries" } else { "criteria carry" };
            let message =
                format!("`order-weights` has {found} {entries} where {weighted} {carry} weight");
            let help = "one for each, from a vendor's best value to its worst";
            sink.push(Diagnostic::error("wrong-length", parameter.span, message).help(help));
        }
    }
}
