//! Flags that fit a model, from bytes.

use rationale::document::overlay::{Flag, Kind};
use rationale::model::criterion::Rated;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::support::read::flag;

/// A flag that fits the model, from three bytes.
pub fn drawn(model: &Model, [kind, which, what]: [u8; 3]) -> Option<Flag> {
    let [which, what] = [usize::from(which), usize::from(what)];
    let criterion = model.criterion(CriterionId(which % model.criteria.len()));
    let vendor = &model.vendor(VendorId(what % model.vendors.len())).name;
    Some(match kind % 8 {
        0..=3 => {
            let value = match &criterion.leaf()?.rated {
                Rated::Levels(levels) => format!("\"{}\"", levels[what % levels.len()].name),
                Rated::Boolean => (what.is_multiple_of(2)).to_string(),
                _ => (1 + what % 9).to_string(),
            };
            flag(Kind::Rate, &format!("{vendor}.{}={value}", criterion.name))
        }
        4 => flag(Kind::Weight, &format!("{}={}", criterion.name, 1 + what % 5)),
        5 => {
            let assumption = model.assumptions.get(which % model.assumptions.len().max(1))?;
            let status = ["holds", "fails", "pending"][what % 3];
            flag(Kind::Assume, &format!("{}={status}", assumption.name))
        }
        6 => flag(Kind::Exclude, vendor),
        _ => flag(Kind::Retract, "stands"),
    })
}

/// Flags that fit the model, each thing set once.
pub fn flags(model: &Model, bytes: &[[u8; 3]]) -> Vec<Flag> {
    let mut flags: Vec<Flag> = Vec::new();
    for flag in bytes.iter().filter_map(|three| drawn(model, *three)) {
        let name = |flag: &Flag| flag.words.split('=').next().map(str::to_owned);
        if !flags.iter().any(|other| other.kind == flag.kind && name(other) == name(&flag)) {
            flags.push(flag);
        }
    }
    flags
}
