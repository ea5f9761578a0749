//! What derived weights came with: shares, consistency, the figures of their method.
//! Beside the ranking, for those who ask where a weight comes from.

use crate::decide::decision::Decision;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;
use crate::weights::derived::Derived;

/// One derivation of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightsView {
    /// The group whose members are weighed; `None` for the top level.
    pub group: Option<String>,
    /// Its kind in files.
    pub kind: &'static str,
    /// What was weighed, each with its share among what is covered.
    pub shares: Vec<(String, f64)>,
    /// Named figures, such as `cr`.
    pub figures: Vec<(&'static str, f64)>,
}

/// Every derivation behind a decision, the top level first.
pub fn weights(model: &Model, decision: &Decision) -> Vec<WeightsView> {
    let name = |id: &CriterionId| model.criterion(*id).name.clone();
    let view = |group: Option<String>, kind, covers: &[CriterionId], derived: &Derived| {
        let shares = covers.iter().map(name).zip(derived.shares.iter().copied()).collect();
        WeightsView { group, kind, shares, figures: derived.figures.clone() }
    };
    let judged = model.derived.judged.iter().map(|judged| {
        let group = judged.group.as_ref().map(name);
        view(group, judged.judgements.kind().id(), &judged.covers, &judged.derived)
    });
    let data = model.derived.from_data.as_ref().zip(decision.reading.derived.as_ref());
    let data = data.map(|(data, derived)| view(None, data.kind.kind().id(), &data.covers, derived));
    judged.chain(data).collect()
}
