//! A scenario under every method, in words: who would be chosen by each, and why not the same.
//! Built from what `explore` compared; formats turn it into bytes and compute nothing.

use crate::explore::methods::dissent::{Carried, Cause, Dissent, Turn};
use crate::explore::methods::{Comparison, LeftOut, PAIRS_UP_TO, Ran, Reason};
use crate::method::id::MethodId;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::digits::percent;
use crate::report::said;
use crate::report::words::{closed, count, list};

/// What is said of a scenario under every method.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodsView {
    /// How many choose alike, as a sentence.
    pub headline: String,
    /// One row for each method that applies, the file's own first.
    pub rows: Vec<MethodRow>,
    /// Methods that do not apply, each with its reason as a clause.
    pub left_out: Vec<(MethodId, String)>,
    /// Where a vendor ranks below one that is nowhere better, and which methods may do that.
    pub excepted: Vec<String>,
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
    MethodsView {
        headline: closed(headline(model, comparison)),
        rows,
        left_out: left_out.collect(),
        excepted: excepted(model, comparison),
    }
}

fn headline(model: &Model, comparison: &Comparison) -> String {
    let own = comparison.ran.iter().find(|ran| ran.method == comparison.own);
    let front = own.map_or_else(String::new, |own| chosen(model, own));
    if comparison.ran.len() == 1 {
        return format!("`{}` alone applies, and comes to {front}.", comparison.own.id());
    }
    let ran = count(comparison.ran.len(), "method");
    let alike = comparison.ran.len() - comparison.dissent.len();
    if comparison.dissent.is_empty() {
        return format!("{ran} apply, and all of them come to {front}.");
    }
    if alike == 1 {
        return format!("{ran} apply; `{}` alone comes to {front}.", comparison.own.id());
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

/// Where a vendor ranks below one that is nowhere better, and which methods may do that, as sentences.
fn excepted(model: &Model, comparison: &Comparison) -> Vec<String> {
    let overturned = comparison.overturned.iter().map(|found| {
        let [better, worse] =
            [found.better, found.worse].map(|vendor| model.vendor(vendor).label());
        let why = found.method.dominance_exception().unwrap_or_default();
        let method = found.method.id();
        format!("`{method}` ranks {better} below {worse}, which is nowhere better: {why}.")
    });
    let is_found = |method| comparison.overturned.iter().any(|found| found.method == method);
    let others: Vec<String> = comparison
        .ran
        .iter()
        .map(|ran| ran.method)
        .filter(|method| method.dominance_exception().is_some() && !is_found(*method))
        .map(|method| format!("`{}`", method.id()))
        .collect();
    let names: Vec<&str> = others.iter().map(String::as_str).collect();
    let here = if comparison.field.len() > PAIRS_UP_TO { "" } else { ", but not here" };
    let rest = (!names.is_empty()).then(|| {
        format!("{} may rank a vendor below one that is nowhere better{here}.", list(&names))
    });
    overturned.chain(rest).collect()
}

/// Why a method differs, as a sentence without its final period.
pub fn why(model: &Model, dissent: &Dissent) -> String {
    let ahead = model.vendor(dissent.ahead).label();
    let instead = model.vendor(dissent.instead).label();
    let turned = match dissent.turn {
        Turn::Over => format!("{instead} over {ahead}"),
        Turn::Level => format!("{instead} level with {ahead}"),
        Turn::TieBreak => format!("{instead} level with {ahead} and over it by tie-break"),
    };
    match &dissent.cause {
        Cause::Veto { criteria } => {
            let named: Vec<&str> = criteria.iter().map(|id| model.criterion(*id).label()).collect();
            let forbid = if named.len() == 1 { "forbids" } else { "forbid" };
            format!("{turned}: {} {forbid} {ahead} to outrank {instead}", list(&named))
        }
        Cause::Normalisation { normalise, carried } => {
            let too = format!(
                "{turned}, as `{}` with `{}` has it too",
                model.method.kind.id(),
                normalise.id()
            );
            match carried {
                Some(carried) => format!("{too}: {}", shift(model, carried, ahead)),
                None => too,
            }
        }
        Cause::Criterion(carried) => format!("{turned}: {}", shift(model, carried, ahead)),
        Cause::Vote { stakeholder: Some(who) } => {
            let people = model.people.iter().flat_map(|people| &people.stakeholders);
            let who = people.into_iter().nth(who.index()).map_or("somebody", |who| who.label());
            format!("{turned}: {who} ranks {instead} higher against {ahead}")
        }
        Cause::Vote { stakeholder: None } => {
            format!("{turned}: people rank others between them otherwise")
        }
        Cause::Order => format!("{turned}, by order alone"),
    }
}

/// `Price counts 55% against Acme, not 38%`: of all that speaks for and against.
fn shift(model: &Model, carried: &Carried, ahead: &str) -> String {
    let label = model.criterion(carried.criterion).label();
    let side = |part: f64| if part < 0.0 { "against" } else { "for" };
    let (after, before) = (side(carried.after), side(carried.before));
    let turned = if after == before { String::new() } else { format!(" {before} it") };
    format!(
        "{label} counts {} {after} {ahead}, not {}{turned}",
        percent(carried.after.abs()),
        percent(carried.before.abs()),
    )
}

/// Why a method does not apply, as a clause.
pub fn reason(model: &Model, left: &LeftOut) -> String {
    match &left.reason {
        Reason::Refused(error) => said::why_not(model, error),
        Reason::NotRated(criterion) => {
            let name = &model.criterion(*criterion).name;
            format!("on `{name}` vendors are compared in pairs, not rated")
        }
        Reason::TooManyPairs => "it compares every pair, and there are too many vendors".to_owned(),
    }
}
