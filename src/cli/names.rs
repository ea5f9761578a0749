//! Names typed on the command line, to what they mean; a slip is answered with the nearest name.

use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::fact::Fact;
use crate::reasons::resolve::{Unresolved, resolve};
use crate::report::words::alternatives;
use crate::text::nearest::{nearest, there_are};

/// The vendor of a name.
pub fn vendor(name: &str, model: &Model) -> Result<VendorId, String> {
    let names = model.vendors.iter().map(|vendor| vendor.name.as_str());
    model.vendor_named(name).ok_or_else(|| unknown("vendor", name, names))
}

/// The leaf of a name.
pub fn leaf(name: &str, model: &Model) -> Result<CriterionId, String> {
    let leaves = model.criteria.iter().filter(|criterion| criterion.leaf().is_some());
    let known = model.criterion_named(name).filter(|id| model.criterion(*id).leaf().is_some());
    let names = leaves.map(|criterion| criterion.name.as_str());
    known.ok_or_else(|| unknown("criterion with ratings", name, names))
}

/// The criterion or group of a name.
pub fn criterion(name: &str, model: &Model) -> Result<CriterionId, String> {
    let names = model.criteria.iter().map(|criterion| criterion.name.as_str());
    model.criterion_named(name).ok_or_else(|| unknown("criterion", name, names))
}

/// The fact of a name.
pub fn fact(name: &str, reasons: &Reasons<'_>) -> Result<Fact, String> {
    let found = named(name, reasons)?;
    match reasons.graph.contains(found) {
        true => Ok(found),
        false => Err(format!("nothing in this decision rests on `{name}`")),
    }
}

/// The fact of a name, whether anything rests on it or not.
pub fn named(name: &str, reasons: &Reasons<'_>) -> Result<Fact, String> {
    resolve(reasons.model, &reasons.graph, name).map_err(|unresolved| match unresolved {
        Unresolved::Unknown { nearest: Some(near) } => {
            format!("there is no fact `{name}`; did you mean `{near}`?")
        }
        Unresolved::Unknown { nearest: None } => format!(
            "there is no fact `{name}`; facts are named as in `evidence.ID`, \
             `vendors.ID.ratings.CRITERION` or `score:VENDOR`"
        ),
        Unresolved::Ambiguous { candidates } => {
            format!("`{name}` is ambiguous: {}", alternatives(&candidates))
        }
    })
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(name, known.clone()) {
        Some(near) => format!("there is no {what} `{name}`; did you mean `{near}`?"),
        None => match there_are(known) {
            Some(names) => format!("there is no {what} `{name}`; {names}"),
            None => format!("there is no {what} `{name}`; there is none at all"),
        },
    }
}
