//! The number that a sweep moves, and a model with it moved.
//! Weights and shares move as their flags do; a rating as a bare value over what is written.

use crate::decide::completion::Completion;
use crate::decide::run::evaluate;
use crate::model::criterion::Weight;
use crate::model::datum::{Datum, Quantity};
use crate::model::id::{CriterionId, VendorId};
use crate::model::rating::Rating;
use crate::model::scenario::{AskedShare, Model};

/// What is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The share of the whole of a leaf or group, in [0, 1]; the other leaves keep their proportions.
    Share(CriterionId),
    /// A weight as the number in the file, ≥ 0.
    Weight(CriterionId),
    /// A rating in the leaf's own units.
    Rating(VendorId, CriterionId),
}

/// The model with the number at `at`.
pub fn moved(model: &Model, subject: Subject, at: f64) -> Model {
    let mut model = model.clone();
    match subject {
        Subject::Share(criterion) => {
            let span = model.criterion(criterion).span;
            model.asked_shares.retain(|asked| asked.criterion != criterion);
            model.asked_shares.push(AskedShare { criterion, share: at, span });
        }
        Subject::Weight(criterion) => {
            let span = model.criterion(criterion).span;
            let weight = Weight { number: at, interval: None, because: None, span };
            model.criteria[criterion.index()].weight = Some(weight);
        }
        Subject::Rating(vendor, criterion) => {
            let span = model.vendor(vendor).span;
            let slot = &mut model.vendors[vendor.index()].ratings[criterion.index()];
            let quantity = Quantity::Point(Datum::Number(at));
            let old = slot.take();
            *slot = Some(Rating {
                quantity,
                evidence: Vec::new(),
                because: None,
                requires: old.as_ref().map(|old| old.requires.clone()).unwrap_or_default(),
                otherwise: old.as_ref().and_then(|old| old.otherwise.clone()),
                span: old.map_or(span, |old| old.span),
            });
        }
    }
    model
}

/// Where the number stands in the model as it is.
pub fn today(model: &Model, subject: Subject) -> Option<f64> {
    match subject {
        Subject::Share(criterion) => {
            evaluate(model, &Completion::default()).ok()?.shares[criterion.index()]
        }
        Subject::Weight(criterion) => {
            model.criterion(criterion).weight.as_ref().map(|weight| weight.number)
        }
        Subject::Rating(vendor, criterion) => {
            match model.vendor(vendor).rating(criterion)?.quantity.point()? {
                Datum::Number(number) => Some(number),
                _ => None,
            }
        }
    }
}
