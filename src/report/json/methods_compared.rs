//! `methods S --format json`: a scenario under every method that applies.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::explore::methods::dissent::{Carried, Cause};
use crate::explore::methods::{Comparison, Ran};
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::json::words::Better;
use crate::report::view;

/// A comparison of methods.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Compared {
    /// The file's own method.
    pub method: &'static str,
    /// Methods that apply, in the order of the documentation.
    pub methods: Vec<Method>,
    /// Methods that do not apply.
    pub not_applicable: Vec<NotApplicable>,
    /// How far methods agree on ranks; pairs with the file's own first.
    pub agreement: Vec<Agreement>,
    /// Methods that would choose others.
    pub dissent: Vec<Dissent>,
    /// Methods under which a vendor ranks below one that it dominates.
    pub overturned: Vec<Overturned>,
}

/// A vendor ranked below one that it dominates.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Overturned {
    /// The method's name in files.
    pub method: &'static str,
    /// The vendor that dominates, and the one that is ranked above it.
    pub pair: [String; 2],
    /// Why this may be.
    pub why: Option<&'static str>,
}

/// One method's answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Method {
    /// Its name in files.
    pub id: &'static str,
    /// Which end of its score is the good one.
    pub better: Better,
    /// Rank of each vendor of the field.
    pub ranks: BTreeMap<String, usize>,
    /// Score of each vendor of the field; null where the method has none.
    pub scores: Option<BTreeMap<String, f64>>,
    /// Whom it would choose, best first.
    pub chosen: Vec<String>,
    /// Who would be tied across the edge.
    pub tied: Vec<String>,
}

/// A method that does not apply.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct NotApplicable {
    /// Its name in files.
    pub id: &'static str,
    /// Why, as a clause.
    pub reason: String,
}

/// How far two methods agree; a coefficient without value is null.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Agreement {
    /// The one.
    pub a: &'static str,
    /// The other.
    pub b: &'static str,
    /// Kendall's tau-b.
    pub kendall: Option<f64>,
    /// Spearman's correlation of ranks.
    pub spearman: Option<f64>,
}

/// A method that would choose others.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Dissent {
    /// Its name in files.
    pub method: &'static str,
    /// Whom the file's own method puts ahead, and whom this one does.
    pub pair: [String; 2],
    /// What turns the pair.
    pub why: Why,
}

/// What turns a pair.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Why {
    /// veto, normalisation, criterion, vote or order.
    pub kind: &'static str,
    /// In words.
    pub text: String,
    /// The criteria that forbid, or the one that carries most of the change.
    pub criteria: Vec<String>,
    /// The normalisation that turns the pair by itself.
    pub normalise: Option<&'static str>,
    /// The carrying criterion's part of the split under the file's own method, in [-1, 1].
    pub before: Option<f64>,
    /// The same under this method.
    pub after: Option<f64>,
}

impl Compared {
    /// The object of a comparison.
    pub fn of(model: &Model, comparison: &Comparison) -> Self {
        let agreement = comparison.agreement.iter().map(|pair| Agreement {
            a: pair.a.id(),
            b: pair.b.id(),
            kendall: pair.kendall,
            spearman: pair.spearman,
        });
        let left_out = comparison.left_out.iter().map(|left| NotApplicable {
            id: left.method.id(),
            reason: view::methods::reason(model, left),
        });
        let dissent = comparison.dissent.iter().map(|dissent| Dissent {
            method: dissent.method.id(),
            pair: [dissent.ahead, dissent.instead].map(|id| model.vendor(id).name.clone()),
            why: why(model, &dissent.cause, view::methods::why(model, dissent)),
        });
        let overturned = comparison.overturned.iter().map(|found| Overturned {
            method: found.method.id(),
            pair: [found.better, found.worse].map(|id| model.vendor(id).name.clone()),
            why: found.method.dominance_exception(),
        });
        Self {
            method: comparison.own.id(),
            methods: comparison.ran.iter().map(|ran| method(model, ran)).collect(),
            not_applicable: left_out.collect(),
            agreement: agreement.collect(),
            dissent: dissent.collect(),
            overturned: overturned.collect(),
        }
    }
}

fn method(model: &Model, ran: &Ran) -> Method {
    let run = &ran.evaluation;
    let names = || run.field.iter().map(|vendor| model.vendor(*vendor).name.clone());
    let scores = run.outcome.scores.as_ref();
    let named = |vendors: &[VendorId]| {
        vendors.iter().map(|vendor| model.vendor(*vendor).name.clone()).collect()
    };
    Method {
        id: ran.method.id(),
        better: run.outcome.better.into(),
        ranks: names().zip(run.ranks.iter().copied()).collect(),
        scores: scores.map(|scores| names().zip(scores.iter().copied()).collect()),
        chosen: named(&run.chosen),
        tied: named(&run.tied),
    }
}

fn why(model: &Model, cause: &Cause, text: String) -> Why {
    let (kind, normalise, carried): (_, _, Option<Carried>) = match cause {
        Cause::Veto { .. } => ("veto", None, None),
        Cause::Normalisation { normalise, carried } => {
            ("normalisation", Some(normalise.id()), *carried)
        }
        Cause::Criterion(carried) => ("criterion", None, Some(*carried)),
        Cause::Vote { .. } => ("vote", None, None),
        Cause::Order => ("order", None, None),
    };
    let ids = match cause {
        Cause::Veto { criteria } => criteria.clone(),
        _ => carried.iter().map(|carried| carried.criterion).collect(),
    };
    Why {
        kind,
        text,
        criteria: ids.into_iter().map(|id| model.criterion(id).name.clone()).collect(),
        normalise,
        before: carried.map(|carried| carried.before),
        after: carried.map(|carried| carried.after),
    }
}
