//! Gates and required assumptions in words: what is asked, what there is, who decides.
//! Made for one vendor at a time; shown in tables, in headlines and in `why`.

use crate::decide::evaluation::Evaluation;
use crate::decide::gate_result::{Barrier, GateResult, Passing};
use crate::model::criterion::Criterion;
use crate::model::gate::Test;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::digits::{percent, plain};
use crate::report::view::quantity::{cell_words, datum_words};
use crate::report::words::{alternatives, list};

/// One vendor at one barrier, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct BarrierView {
    /// Criterion, group or assumption.
    pub name: String,
    /// Whether `name` is an assumption.
    pub kind: BarrierKind,
    /// Passed, failed, pending or unknown.
    pub passing: Passing,
    /// Whether it is passed in the reading.
    pub passed: bool,
    /// How far on the good side, in the rating's units.
    pub margin: Option<f64>,
    /// Whether an uncertain rating's interval crosses the gate.
    pub at_risk: Option<bool>,
    /// `scale capacity is 4, must be at least 6`.
    pub sentence: String,
    /// Why the barrier stands, in its author's words.
    pub because: Option<String>,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarrierKind {
    /// The gate of a leaf.
    Criterion,
    /// The gate of a group.
    Group,
    /// An assumption that the vendor requires as a whole.
    Assumption,
}

/// What a test asks for: `at least 6 USD`, `yes`, `one of A, B or C`.
pub fn requirement(criterion: &Criterion, test: &Test) -> String {
    let words = |datum: &_| datum_words(criterion, datum);
    let all = |data: &[_]| data.iter().map(words).collect::<Vec<_>>();
    match test {
        Test::AtLeast(datum) => format!("at least {}", words(datum)),
        Test::AtMost(datum) => format!("at most {}", words(datum)),
        Test::Between(low, high) => format!("between {} and {}", words(low), words(high)),
        Test::Is(datum) => words(datum),
        Test::OneOf(data) if data.len() == 1 => alternatives(&all(data)),
        Test::OneOf(data) => format!("one of {}", alternatives(&all(data))),
        Test::NoneOf(data) => format!("none of {}", alternatives(&all(data))),
        Test::ReachesAtLeast(fraction) => format!("at least {}", percent(*fraction)),
        Test::ReachesAtMost(fraction) => format!("at most {}", percent(*fraction)),
        Test::ReachesBetween(low, high) => {
            format!("between {} and {}", percent(*low), percent(*high))
        }
    }
}

/// All barriers of a vendor, in the order of the evaluation.
pub fn barriers(model: &Model, evaluation: &Evaluation, vendor: VendorId) -> Vec<BarrierView> {
    evaluation
        .gates
        .get(vendor.index())
        .into_iter()
        .flatten()
        .map(|result| barrier(model, evaluation, vendor, result))
        .collect()
}

/// One vendor at one barrier, in words.
pub fn barrier(
    model: &Model,
    evaluation: &Evaluation,
    vendor: VendorId,
    result: &GateResult,
) -> BarrierView {
    let (name, kind, sentence, because) = match result.barrier {
        Barrier::Gate(id) => {
            let criterion = model.criterion(id);
            let cell = &evaluation.cells[vendor.index()][id.index()];
            let is = cell_words(criterion, cell, result.tested);
            let asked = criterion.gate.as_ref();
            let asked = asked.map_or_else(String::new, |gate| requirement(criterion, &gate.test));
            let mut sentence = format!("{} is {is}, must be {asked}", criterion.label());
            if let (Passing::Pending, false) = (result.passing, result.pending.is_empty()) {
                sentence.push_str(&format!("; hangs on {}", pending(model, result)));
            }
            let kind = match criterion.leaf() {
                Some(_) => BarrierKind::Criterion,
                None => BarrierKind::Group,
            };
            let because = criterion.gate.as_ref().and_then(|gate| gate.because.clone());
            (criterion.name.clone(), kind, sentence, because)
        }
        Barrier::Assumption(id) => {
            let assumption = model.assumption(id);
            let state = match (result.passing, result.passed) {
                (Passing::Pass, _) => "which holds",
                (Passing::Fail, _) | (_, false) => "which fails",
                (Passing::Pending | Passing::Unknown, true) => "which is pending",
            };
            let sentence = format!("requires {}, {state}", assumption.name);
            let because = Some(assumption.claim.clone()).filter(|claim| !claim.is_empty());
            (assumption.name.clone(), BarrierKind::Assumption, sentence, because)
        }
    };
    BarrierView {
        name,
        kind,
        passing: result.passing,
        passed: result.passed,
        margin: result.margin,
        at_risk: result.at_risk,
        sentence,
        because,
    }
}

/// How far a failing gate is missed, where that is a number: `2 short`, `0.5 over`.
pub fn shortfall(model: &Model, result: &GateResult) -> Option<String> {
    let Barrier::Gate(id) = result.barrier else { return None };
    let margin = result.margin.filter(|margin| *margin < 0.0)?;
    let word = match model.criterion(id).gate.as_ref()?.test {
        Test::AtLeast(_) | Test::ReachesAtLeast(_) => "short",
        Test::AtMost(_) | Test::ReachesAtMost(_) => "over",
        _ => "off",
    };
    let size = match model.criterion(id).leaf() {
        Some(_) => plain(-margin),
        None => percent(-margin),
    };
    Some(format!("{size} {word}"))
}

fn pending(model: &Model, result: &GateResult) -> String {
    let names: Vec<&str> =
        result.pending.iter().map(|id| model.assumption(*id).name.as_str()).collect();
    list(&names)
}
