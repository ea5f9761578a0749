//! What each stakeholder alone would choose, beside what all of them come to.
//! Read off the standpoints that a run keeps; none where the file names no stakeholders.

use crate::decide::evaluation::Evaluation;
use crate::model::id::{CriterionId, VendorId};
use crate::model::people::Stakeholder;
use crate::model::scenario::Model;
use crate::report::digits::percent;
use crate::report::said::why_not;
use crate::report::view::named::Named;
use crate::report::words::{closed, list};

/// Everybody who has a say.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleView {
    /// How they become one, by its name in files.
    pub combine: &'static str,
    /// In declared order.
    pub stakeholders: Vec<StakeholderView>,
}

/// One stakeholder's own choice.
#[derive(Debug, Clone, PartialEq)]
pub struct StakeholderView {
    /// Who.
    pub who: Named,
    /// How much they count; all add up to 1.
    pub share: f64,
    /// Share of each leaf that takes part, by its id, in declared order; empty where nobody can say.
    pub weights: Vec<(String, f64)>,
    /// Rank of each vendor of the field, by its id, in declared order.
    pub ranks: Vec<(String, usize)>,
    /// Whom they alone would choose, best first.
    pub chosen: Vec<Named>,
    /// Who would be tied.
    pub tied: Vec<Named>,
    /// Why the method cannot say.
    pub refused: Option<String>,
}

/// The people of a run.
pub fn people(model: &Model, evaluation: &Evaluation) -> Option<PeopleView> {
    let people = model.people.as_ref()?;
    let total: f64 = people.stakeholders.iter().map(|who| who.share).sum();
    let each = people.stakeholders.iter().enumerate();
    let stakeholders = each.map(|(at, who)| one(model, evaluation, at, who, who.share / total));
    Some(PeopleView { combine: people.combine.value.id(), stakeholders: stakeholders.collect() })
}

fn one(
    model: &Model,
    evaluation: &Evaluation,
    at: usize,
    who: &Stakeholder,
    share: f64,
) -> StakeholderView {
    let mut view = StakeholderView {
        who: Named { id: who.name.clone(), label: who.label().to_owned() },
        share,
        weights: Vec::new(),
        ranks: Vec::new(),
        chosen: Vec::new(),
        tied: Vec::new(),
        refused: None,
    };
    match evaluation.standpoints.get(at) {
        Some(Ok(own)) => {
            let leaf = |id: &CriterionId| {
                let name = model.criterion(*id).name.clone();
                (name, own.shares[id.index()].unwrap_or(0.0))
            };
            let rank =
                |(vendor, rank): (&VendorId, &usize)| (model.vendor(*vendor).name.clone(), *rank);
            view.weights = evaluation.leaves.iter().map(leaf).collect();
            view.ranks = evaluation.field.iter().zip(&own.ranks).map(rank).collect();
            view.chosen = Named::all(model, &own.chosen);
            view.tied = Named::all(model, &own.tied);
        }
        Some(Err(error)) => view.refused = Some(why_not(model, error)),
        None => {}
    }
    view
}

impl PeopleView {
    /// What each alone would choose, as one line: `By their own weights alone: cfo (60%) A; …`
    pub fn sentence(&self) -> String {
        let labels = |vendors: &[Named]| -> Vec<String> {
            vendors.iter().map(|vendor| vendor.label.clone()).collect()
        };
        let each: Vec<String> = self
            .stakeholders
            .iter()
            .map(|own| {
                let whom = match (own.chosen.as_slice(), own.tied.as_slice()) {
                    _ if own.refused.is_some() => "cannot say".to_owned(),
                    ([], []) => "nobody".to_owned(),
                    ([], tied) => format!("a tie of {}", list(&labels(tied))),
                    (chosen, _) => list(&labels(chosen)),
                };
                format!("{} ({}) {whom}", own.who.label, percent(own.share))
            })
            .collect();
        let alone = closed(format!("By their own weights alone: {}.", each.join("; ")));
        format!("{alone} Combined by {}.", self.combine)
    }
}
