//! The answer in a sentence: who is chosen, by how much, and what it hangs on.
//! The first lines of `rank`; a decision maker in a hurry reads no further.

use crate::decide::decision::{Decision, Status, Verdict};
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::digits::{fixed, plain};
use crate::report::view::condition::provisos;
use crate::report::view::nobody::nobody;
use crate::report::words::{count, is, list};

/// The answer first, then what qualifies it; each a sentence, never empty.
pub fn headline(model: &Model, decision: &Decision, decimals: usize) -> Vec<String> {
    let mut sentences = match decision.status {
        Status::Nobody => return nobody(model, decision),
        Status::Tied => vec![tied(model, decision)],
        Status::Conditional | Status::Decided => vec![chosen(model, decision, decimals)],
    };
    let provisos = provisos(model, decision);
    match (provisos.as_slice(), decision.conditions.len()) {
        (_, 0) => {}
        ([], number) => {
            sentences.push(format!(
                "{} of what is open would change this.",
                count(number, "combination")
            ));
        }
        ([only], _) => sentences.push(format!("This stands only if {only}.")),
        ([one, two], _) => sentences.push(format!("This stands only if {one} and {two}.")),
        ([one, two, rest @ ..], _) => sentences.push(format!(
            "This stands only if {one}, {two} and {} more hold.",
            count(rest.len(), "condition")
        )),
    }
    if decision.close {
        let line = plain(model.close_call);
        sentences.push(format!("That is a close call: the lead is below {line}."));
    }
    sentences
}

fn chosen(model: &Model, decision: &Decision, decimals: usize) -> String {
    let ids = &decision.reading.chosen;
    let who = format!("{} {} chosen", some(model, ids), is(ids.len()));
    let passing = decision.reading.field.len();
    if ids.len() < model.choose {
        let places = count(model.choose, "place");
        return format!("{who}: only {passing} of {} pass, for {places}.", vendors(model));
    }
    let runner_up = decision.places.iter().find(|place| place.verdict == Verdict::Eligible);
    let Some(runner_up) = runner_up else {
        return match model.vendors.len() {
            1 => format!("{who}: the only vendor, and it passes."),
            _ if passing == 1 => format!("{who}: the only one of {} that passes.", vendors(model)),
            _ => format!("{who}: exactly as many pass as there are places."),
        };
    };
    let rival = model.vendor(runner_up.vendor).label();
    let last = if ids.len() > 1 { ", the last" } else { "," };
    match decision.margin {
        Some(margin) => format!("{who}{last} {} ahead of {rival}.", fixed(margin, decimals)),
        None => format!("{who}{last} ahead of {rival}."),
    }
}

fn tied(model: &Model, decision: &Decision) -> String {
    let tied = labels(model, &decision.reading.tied);
    let chosen = &decision.reading.chosen;
    let free = model.choose.saturating_sub(chosen.len());
    let start = match chosen.len() {
        0 => String::new(),
        number => format!("{} {} chosen; ", some(model, chosen), is(number)),
    };
    let place = if free == 1 { "the last place".to_owned() } else { count(free, "place") };
    let place = if model.choose == 1 { "first place".to_owned() } else { place };
    format!("{start}{} tie for {place}, and nothing written breaks the tie.", list(&tied))
}

/// Up to five by name, more by number.
fn some(model: &Model, ids: &[VendorId]) -> String {
    let labels = labels(model, ids);
    match labels.len() {
        0..=5 => list(&labels),
        number => format!("{}, {} and {} more", labels[0], labels[1], number - 2),
    }
}

fn labels<'a>(model: &'a Model, ids: &[VendorId]) -> Vec<&'a str> {
    ids.iter().map(|id| model.vendor(*id).label()).collect()
}

fn vendors(model: &Model) -> String {
    let standing = model.vendors.iter().filter(|vendor| vendor.excluded.is_none()).count();
    count(standing, "vendor")
}
