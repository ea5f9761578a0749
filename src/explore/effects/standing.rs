//! Who stands where in the reading of a model, rejected vendors by the score they would have.
//! One run of the many behind `effects` and `diff`; conditions are left to `decide`.

use crate::decide::completion::Completion;
use crate::decide::decision::{Decision, Verdict};
use crate::decide::evaluation::Evaluation;
use crate::decide::run::evaluate;
use crate::decide::run_error::RunError;
use crate::method::id::MethodId;
use crate::model::criterion::{Leaf, Range, Rated};
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::model::value_function::ValueFunction;
use crate::text::span::Spanned;

/// One vendor in the reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Its id.
    pub vendor: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its score; of a rejected vendor, what it would be. `None` where excluded or without score.
    pub score: Option<f64>,
}

/// Every vendor of a model, in declared order.
///
/// # Errors
/// If the reading cannot be run.
pub fn standings(model: &Model) -> Result<Vec<Standing>, RunError> {
    let reading = evaluate(model, &Completion::default())?;
    let would = would_be_scores(model, &reading);
    let standing = |vendor: VendorId| Standing {
        vendor: model.vendor(vendor).name.clone(),
        verdict: verdict(model, &reading, vendor),
        score: reading.score(vendor).or(would[vendor.index()]),
    };
    Ok(model.vendor_ids().map(standing).collect())
}

/// The same as a decision says it.
pub fn decided(model: &Model, decision: &Decision) -> Vec<Standing> {
    let standing = |vendor: VendorId| {
        let place = decision.places.iter().find(|place| place.vendor == vendor);
        let would = place.and_then(|place| place.put_back.as_ref()).and_then(|back| back.score);
        Standing {
            vendor: model.vendor(vendor).name.clone(),
            verdict: verdict(model, &decision.reading, vendor),
            score: decision.reading.score(vendor).or(would),
        }
    };
    model.vendor_ids().map(standing).collect()
}

/// Whether no vendor's score depends on who else stands in the field.
pub fn scores_alone(model: &Model) -> bool {
    model.method.kind == MethodId::WeightedSum
        && model.method.parameters.is_empty()
        && !model.weighs_by_field()
        && !model.is_vote()
        && model.criteria.iter().filter_map(|criterion| criterion.leaf()).all(has_own_values)
}

/// Whether a leaf's values are the same in every field.
pub fn has_own_values(leaf: &Leaf) -> bool {
    match (&leaf.rated, &leaf.value_function, leaf.range) {
        (Rated::Number, function, _) if function.is_relative() => false,
        (Rated::Number, ValueFunction::Target { .. }, _) => true,
        (Rated::Number, ValueFunction::Piecewise(_) | ValueFunction::Steps(_), _) => true,
        (Rated::Number, _, Range::Observed | Range::Fixed) => false,
        _ => true,
    }
}

fn verdict(model: &Model, reading: &Evaluation, vendor: VendorId) -> Verdict {
    if model.vendor(vendor).excluded.is_some() {
        Verdict::Excluded
    } else if reading.row(vendor).is_none() {
        Verdict::Rejected
    } else if reading.chosen.contains(&vendor) {
        Verdict::Chosen
    } else {
        Verdict::Eligible
    }
}

/// What each rejected vendor would score if it were put back by itself.
fn would_be_scores(model: &Model, reading: &Evaluation) -> Vec<Option<f64>> {
    let mut scores = vec![None; model.vendors.len()];
    let rejected: Vec<VendorId> = model
        .vendor_ids()
        .filter(|id| model.vendor(*id).excluded.is_none() && reading.row(*id).is_none())
        .collect();
    if rejected.is_empty() {
        return scores;
    }
    let mut open = model.clone();
    for criterion in &mut open.criteria {
        criterion.gate = None;
    }
    for &id in &rejected {
        open.vendors[id.index()].requires.clear();
    }
    if scores_alone(model)
        && let Ok(together) = evaluate(&open, &Completion::default())
    {
        for &id in &rejected {
            scores[id.index()] = together.score(id);
        }
        return scores;
    }
    for &id in &rejected {
        let others = rejected.iter().filter(|other| **other != id);
        let mut alone = open.clone();
        for other in others {
            let vendor = &mut alone.vendors[other.index()];
            vendor.excluded = Some(Spanned::new(String::new(), vendor.span));
        }
        let put_back = evaluate(&alone, &Completion::default()).ok();
        scores[id.index()] = put_back.and_then(|evaluation| evaluation.score(id));
    }
    scores
}
