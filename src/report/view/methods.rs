//! A scenario under every method, in words: who would be chosen by each, and why not the same.
//! Built from what `explore` compared; formats turn it into bytes and compute nothing.

use crate::explore::methods::dissent::{Carried, Cause, Dissent};
use crate::explore::methods::{Comparison, LeftOut, Ran, Reason};
use crate::method::id::MethodId;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::report::digits::percent;
use crate::report::said;
use crate::report::words::{count, list};

/// What is said of a scenario under every method.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodsView {
    /// How many choose alike, as a sentence.
    pub headline: String,
    /// One row for each method that applies, the file's own first.
    pub rows: Vec<MethodRow>,
    /// Methods that do not apply, each with its reason as a clause.
    pub left_out: Vec<(MethodId, String)>,
}

/// One method's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodRow {
    /// Which.
    pub method: MethodId,
    /// Whom it would choose, best first, or who would be tied.
    pub chosen: String,
    /// Kendall's τ-b with the file's own ranks, where it has a value.
    pub kendall: Option<f64>,
    /// Why it differs; `None` where it does not.
    pub why: Option<String>,
}

/// The view of a comparison.
pub fn view(model: &Model, comparison: &Comparison) -> MethodsView {
    let (own, others): (Vec<&Ran>, Vec<&Ran>) =
        comparison.ran.iter().partition(|ran| ran.method == comparison.own);
    let rows = own.into_iter().chain(others).map(|ran| row(model, comparison, ran)).collect();
    let left_out = comparison.left_out.iter().map(|left| (left.method, reason(model, left)));
    MethodsView { headline: headline(model, comparison), rows, left_out: left_out.collect() }
}

fn headline(model: &Model, comparison: &Comparison) -> String {
    let own = comparison.ran.iter().find(|ran| ran.method == comparison.own);
    let front = own.map_or_else(String::new, |own| chosen(model, own));
    let ran = count(comparison.ran.len(), "method");
    let alike = comparison.ran.len() - comparison.dissent.len();
    if comparison.dissent.is_empty() {
        return format!("{ran} apply, and all of them come to {front}.");
    }
    format!("{ran} apply; {alike} of them come to {front}, as `{}` does.", comparison.own.id())
}

fn row(model: &Model, comparison: &Comparison, ran: &Ran) -> MethodRow {
    let with_own = comparison
        .agreement
        .iter()
        .find(|pair| pair.a == comparison.own && pair.b == ran.method)
        .and_then(|pair| pair.kendall);
    let dissent = comparison.dissent.iter().find(|dissent| dissent.method == ran.method);
    MethodRow {
        method: ran.method,
        chosen: chosen(model, ran),
        kendall: with_own,
        why: dissent.map(|dissent| why(model, dissent)),
    }
}

fn chosen(model: &Model, ran: &Ran) -> String {
    let evaluation = &ran.evaluation;
    let named = |vendors: &[VendorId]| -> Vec<&str> {
        vendors.iter().map(|vendor| model.vendor(*vendor).label()).collect()
    };
    match (evaluation.chosen.as_slice(), evaluation.tied.as_slice()) {
        ([], []) => "nobody".to_owned(),
        (chosen, []) => list(&named(chosen)),
        ([], tied) => format!("a tie of {}", list(&named(tied))),
        (chosen, tied) => {
            format!("{}, and a tie of {}", list(&named(chosen)), list(&named(tied)))
        }
    }
}

/// Why a method differs, as a sentence without its final period.
pub fn why(model: &Model, dissent: &Dissent) -> String {
    let ahead = model.vendor(dissent.ahead).label();
    let instead = model.vendor(dissent.instead).label();
    let criterion = |id: CriterionId| model.criterion(id).label();
    match &dissent.cause {
        Cause::Veto { criteria } => {
            let named: Vec<&str> = criteria.iter().map(|id| criterion(*id)).collect();
            format!("{} forbids {ahead} to outrank {instead}", list(&named))
        }
        Cause::Normalisation { normalise, carried } => {
            let normalised = format!(
                "`{}` with `{}` turns {ahead} over {instead} too",
                model.method.kind.id(),
                normalise.id()
            );
            match carried {
                Some(carried) => format!("{normalised}: {}", shift(model, carried)),
                None => normalised,
            }
        }
        Cause::Criterion(carried) => format!("{instead} over {ahead}: {}", shift(model, carried)),
        Cause::Vote => format!("{instead} over {ahead}, as people vote on other ranks"),
        Cause::Order => format!("{instead} over {ahead}, by order alone"),
    }
}

/// `Price speaks 55% against it, not 38%`.
fn shift(model: &Model, carried: &Carried) -> String {
    let label = model.criterion(carried.criterion).label();
    let side = |part: f64| if part < 0.0 { "against" } else { "for" };
    format!(
        "{label} is {} of what speaks {} it, not {} {}",
        percent(carried.after.abs()),
        side(carried.after),
        percent(carried.before.abs()),
        side(carried.before)
    )
}

/// Why a method does not apply, as a clause.
pub fn reason(model: &Model, left: &LeftOut) -> String {
    match &left.reason {
        Reason::Refused(error) => said::why_not(model, error),
        Reason::TooManyPairs => "it compares every pair, and there are too many vendors".to_owned(),
    }
}
