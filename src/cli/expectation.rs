//! Whether a decision is the one that was expected, by `[expect]` or by `--expect`.
//! Held and failed expectations in sentences; exit 5 follows from any that failed.

use crate::decide::decision::{Decision, Verdict};
use crate::model::expect::Expect;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::words::list;

/// What came out as expected and what did not, in sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    /// As expected.
    pub held: Vec<String>,
    /// Not as expected.
    pub failed: Vec<String>,
}

/// Compares a decision with what a file expects of it.
pub fn compare(model: &Model, decision: &Decision, expect: &Expect) -> Expectation {
    let mut expectation = Expectation::default();
    if let Some(chosen) = &expect.chosen {
        let wanted: Vec<VendorId> = chosen.iter().map(|id| id.value).collect();
        expectation.add(chosen_are(model, decision, &wanted));
    }
    for vendor in &expect.rejected {
        let name = &model.vendor(vendor.value).name;
        let place = decision.places.iter().find(|place| place.vendor == vendor.value);
        expectation.add(match place.map(|place| place.verdict) {
            Some(Verdict::Rejected) => Ok(format!("{name} is rejected")),
            Some(other) => {
                let verdict = crate::report::view::graph::verdict_word(other);
                Err(format!("{name} is {verdict}, expected rejected"))
            }
            None => Err(format!("{name} is not there, expected rejected")),
        });
    }
    expectation
}

/// Whether exactly these are chosen, in any order.
pub fn chosen_are(
    model: &Model,
    decision: &Decision,
    wanted: &[VendorId],
) -> Result<String, String> {
    let mut is = decision.reading.chosen.clone();
    let mut wanted = wanted.to_vec();
    is.sort();
    wanted.sort();
    wanted.dedup();
    match is == wanted {
        true => Ok(format!("chosen: {}", names(model, &is))),
        false => Err(format!("chosen: {}, expected {}", names(model, &is), names(model, &wanted))),
    }
}

impl Expectation {
    fn add(&mut self, outcome: Result<String, String>) {
        match outcome {
            Ok(sentence) => self.held.push(sentence),
            Err(sentence) => self.failed.push(sentence),
        }
    }
}

fn names(model: &Model, ids: &[VendorId]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| model.vendor(*id).name.as_str()).collect();
    if names.is_empty() { "nobody".to_owned() } else { list(&names) }
}
