//! One reason for each vendor's verdict, short enough for a table.
//! A knock-out names every failing barrier; a place in the field names what speaks most against it.

use crate::decide::decision::{Decision, Place, Verdict};
use crate::method::outcome::Unit;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::digits::signed;
use crate::report::view::barrier::{barrier, shortfall};
use crate::report::words::list;

/// The reason for a verdict, lower case, without final period; may be empty.
pub fn reason(model: &Model, decision: &Decision, place: &Place, decimals: usize) -> String {
    match place.verdict {
        Verdict::Excluded => excluded(model, place.vendor),
        Verdict::Rejected => rejected(model, decision, place.vendor),
        Verdict::Chosen => in_field(model, decision, place.vendor, Side::For, decimals),
        Verdict::Eligible if place.tied => "tied for the last place".to_owned(),
        Verdict::Eligible => in_field(model, decision, place.vendor, Side::Against, decimals),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    For,
    Against,
}

fn excluded(model: &Model, vendor: VendorId) -> String {
    model.vendor(vendor).excluded.as_ref().map_or_else(String::new, |reason| reason.value.clone())
}

fn rejected(model: &Model, decision: &Decision, vendor: VendorId) -> String {
    let evaluation = &decision.reading;
    let failing: Vec<String> = evaluation.gates[vendor.index()]
        .iter()
        .filter(|result| !result.passed)
        .map(|result| {
            let sentence = barrier(model, evaluation, vendor, result).sentence;
            match shortfall(model, result) {
                Some(short) => format!("{sentence} ({short})"),
                None => sentence,
            }
        })
        .collect();
    failing.join("; ")
}

/// What speaks most for a chosen vendor against the best one not chosen, or against an eligible one
/// beside the last chosen: up to two criteria, where the score splits exactly.
fn in_field(
    model: &Model,
    decision: &Decision,
    vendor: VendorId,
    side: Side,
    decimals: usize,
) -> String {
    let evaluation = &decision.reading;
    let rival = match side {
        Side::For => decision.places.iter().find(|place| place.verdict == Verdict::Eligible),
        Side::Against => decision.places.iter().rfind(|place| place.verdict == Verdict::Chosen),
    };
    let Some(rival) = rival.map(|place| place.vendor) else { return String::new() };
    let Some(parts) = evaluation.outcome.parts.as_ref().filter(|parts| parts.unit == Unit::Score)
    else {
        return String::new();
    };
    let Some((own, other)) = evaluation.row(vendor).zip(evaluation.row(rival)) else {
        return String::new();
    };
    let better = decision.reading.outcome.better;
    let sign = if better == crate::method::outcome::Better::Lower { -1.0 } else { 1.0 };
    let lead =
        |column: usize| sign * (parts.cells.get(own, column) - parts.cells.get(other, column));
    let wanted = |column: &usize| match side {
        Side::For => lead(*column) > evaluation.tolerance,
        Side::Against => lead(*column) < -evaluation.tolerance,
    };
    let mut columns: Vec<usize> = (0..evaluation.leaves.len()).filter(wanted).collect();
    columns.sort_by(|a, b| lead(*b).abs().total_cmp(&lead(*a).abs()));
    let cited: Vec<String> = columns
        .iter()
        .take(2)
        .map(|column| {
            let label = model.criterion(evaluation.leaves[*column]).label();
            format!("{label} {}", signed(lead(*column), decimals))
        })
        .collect();
    match (cited.is_empty(), side) {
        (true, _) => String::new(),
        (false, Side::For) => format!("ahead on {}", list(&cited)),
        (false, Side::Against) => format!("behind on {}", list(&cited)),
    }
}
