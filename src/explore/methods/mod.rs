//! The same scenario under every method that applies: ranks, agreement, and why some dissent.
//! `Model, Evaluation → compare → Comparison`; gates, weights, people and assumptions stay.

pub mod dissent;
mod normalised_by;
pub mod overturned;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::decide::completion::Completion;
use crate::decide::evaluation::Evaluation;
use crate::decide::run::evaluate;
use crate::decide::run_error::RunError;
use crate::explore::methods::dissent::{Dissent, dissent};
use crate::explore::methods::overturned::{Overturned, overturned};
use crate::method::id::MethodId;
use crate::model::id::{CriterionId, VendorId};
use crate::model::method::MethodChoice;
use crate::model::scenario::Model;
use crate::weights::agreement;

/// A field larger than this is not put to methods that compare every pair of vendors.
pub const PAIRS_UP_TO: usize = 2000;

/// In a field larger than this each method is held against the file's own only.
pub const ALL_AGAINST_ALL_UP_TO: usize = 300;

/// A scenario under every method.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The file's own method.
    pub own: MethodId,
    /// The field of the reading, in declared order; no method changes it.
    pub field: Vec<VendorId>,
    /// The methods that apply, in the order of the documentation; the file's own with its
    /// parameters, the others with their defaults.
    pub ran: Vec<Ran>,
    /// Those that do not apply.
    pub left_out: Vec<LeftOut>,
    /// How far they agree on ranks: pairs in the order of `ran`, those with the file's own first.
    pub agreement: Vec<Agreement>,
    /// Methods that would choose others.
    pub dissent: Vec<Dissent>,
    /// Methods under which a vendor ranks below one that it dominates, with the first such pair.
    pub overturned: Vec<Overturned>,
}

/// One method's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Ran {
    /// Which.
    pub method: MethodId,
    /// The whole run in the reading.
    pub evaluation: Evaluation,
}

/// A method that does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Which.
    pub method: MethodId,
    /// Why not.
    pub reason: Reason,
}

/// Why a method does not apply.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// It has no value on this field, or lacks something; the criterion is named where one is to blame.
    Refused(RunError),
    /// It compares every pair, and there are more than [`PAIRS_UP_TO`] vendors.
    TooManyPairs,
    /// Vendors are compared in pairs on this criterion, and none of the field is rated on it.
    NotRated(CriterionId),
}

/// How far two methods agree on the field; `None` where a coefficient has no value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// The one.
    pub a: MethodId,
    /// The other.
    pub b: MethodId,
    /// Kendall's τ-b, in [−1, 1].
    pub kendall: Option<f64>,
    /// Spearman's correlation of ranks, in [−1, 1].
    pub spearman: Option<f64>,
}

/// Runs every method in the reading; `reading` is that of the model with its own method.
///
/// Methods run side by side and are put together in a fixed order, so that the number of threads
/// does not show.
pub fn compare(model: &Model, reading: &Evaluation) -> Comparison {
    let own = model.method.kind;
    let outcomes: Vec<(MethodId, Result<Evaluation, Reason>)> = MethodId::ALL
        .par_iter()
        .map(|&method| {
            let ran = if method == own { Ok(reading.clone()) } else { run(model, method, reading) };
            (method, ran)
        })
        .collect();
    let (mut ran, mut left_out) = (Vec::new(), Vec::new());
    for (method, outcome) in outcomes {
        match outcome {
            Ok(evaluation) => ran.push(Ran { method, evaluation }),
            Err(reason) => left_out.push(LeftOut { method, reason }),
        }
    }
    let dissent = ran
        .par_iter()
        .filter(|other| other.method != own)
        .filter_map(|other| dissent(model, reading, other))
        .collect();
    let agreement = agreements(own, &ran);
    let overturned = ran.iter().filter_map(overturned).collect();
    Comparison { own, field: reading.field.clone(), ran, left_out, agreement, dissent, overturned }
}

/// The model with another method and that method's defaults, as `--method` has it.
pub fn with_method(model: &Model, method: MethodId) -> Model {
    let choice = MethodChoice { kind: method, span: None, parameters: Vec::new() };
    Model { method: choice, ..model.clone() }
}

fn run(model: &Model, method: MethodId, reading: &Evaluation) -> Result<Evaluation, Reason> {
    if !method.scores_rows() && reading.field.len() > PAIRS_UP_TO {
        return Err(Reason::TooManyPairs);
    }
    if let Some(criterion) = not_rated(model, reading) {
        return Err(Reason::NotRated(criterion));
    }
    let model = with_method(model, method);
    evaluate(&model, &Completion::default()).map_err(Reason::Refused)
}

/// The first criterion on which vendors are compared in pairs in place of ratings; asked where another
/// method than the file's own is to rank, so never of comparisons that count.
fn not_rated(model: &Model, reading: &Evaluation) -> Option<CriterionId> {
    let is_rated = |criterion: CriterionId| {
        reading.field.iter().any(|vendor| model.vendor(*vendor).rating(criterion).is_some())
    };
    let compared = model.compared.iter().map(|compared| compared.criterion);
    compared.into_iter().find(|criterion| !is_rated(*criterion))
}

fn agreements(own: MethodId, ran: &[Ran]) -> Vec<Agreement> {
    let is_small =
        ran.first().is_some_and(|any| any.evaluation.field.len() <= ALL_AGAINST_ALL_UP_TO);
    let (mine, others): (Vec<&Ran>, Vec<&Ran>) = ran.iter().partition(|each| each.method == own);
    let mut pairs: Vec<(&Ran, &Ran)> =
        mine.iter().flat_map(|mine| others.iter().map(|other| (*mine, *other))).collect();
    if is_small {
        for (at, first) in others.iter().enumerate() {
            pairs.extend(others[at + 1..].iter().map(|second| (*first, *second)));
        }
    }
    pairs.par_iter().map(|(a, b)| agree(a, b)).collect()
}

fn agree(a: &Ran, b: &Ran) -> Agreement {
    let ranks =
        |ran: &Ran| -> Vec<f64> { ran.evaluation.ranks.iter().map(|rank| *rank as f64).collect() };
    let found = agreement::compare(&ranks(a), &ranks(b));
    Agreement {
        a: a.method,
        b: b.method,
        kendall: found.and_then(|found| found.kendall_tau_b),
        spearman: found.and_then(|found| found.spearman),
    }
}
