//! Whether a decision is the one that was expected, by `[expect]` or by `--expect`.
//! Held and failed expectations in sentences; exit 5 follows from any that failed.

use crate::cli::decided::Decided;
use crate::decide::decision::Verdict;
use crate::model::expect::Expect;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::reasons::build::Asked;
use crate::reasons::reason::reason as reason_of;
use crate::report::view::graph::verdict_word;
use crate::report::view::reason::reason;
use crate::report::view::scene::Scene;
use crate::report::words::list;

/// Vendors whose standing is explained at most.
const REASONS: usize = 4;

/// What came out as expected and what did not, in sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    /// As expected.
    pub held: Vec<String>,
    /// Not as expected.
    pub failed: Vec<String>,
}

/// Compares what came out with what a file expects of it.
pub fn compare(decided: Decided<'_>, expect: &Expect) -> Expectation {
    let mut expectation = Expectation::default();
    let Decided { model, decision, .. } = decided;
    if let Some(chosen) = &expect.chosen {
        let wanted: Vec<VendorId> = chosen.iter().map(|id| id.value).collect();
        expectation.add(chosen_are(decided, &wanted));
    }
    for vendor in &expect.rejected {
        let name = &model.vendor(vendor.value).name;
        let place = decision.places.iter().find(|place| place.vendor == vendor.value);
        expectation.add(match place.map(|place| place.verdict) {
            Some(Verdict::Rejected) => Ok(format!("{name} is rejected")),
            Some(_) => Err(format!("{}, expected rejected", standing(decided, vendor.value))),
            None => Err(format!("{name} is not there, expected rejected")),
        });
    }
    expectation
}

/// Whether exactly these are chosen, in any order; where not, why each stands where it does.
pub fn chosen_are(decided: Decided<'_>, wanted: &[VendorId]) -> Result<String, String> {
    let Decided { model, decision, .. } = decided;
    let mut is = decision.reading.chosen.clone();
    let mut wanted = wanted.to_vec();
    is.sort();
    wanted.sort();
    wanted.dedup();
    if is == wanted {
        return Ok(format!("chosen: {}", names(model, &is)));
    }
    let differs = |id: &&VendorId| is.contains(id) != wanted.contains(id);
    let why: Vec<String> = wanted
        .iter()
        .chain(&is)
        .filter(differs)
        .take(REASONS)
        .map(|id| standing(decided, *id))
        .collect();
    let why = if why.is_empty() { String::new() } else { format!(": {}", why.join("; ")) };
    Err(format!("chosen: {}, expected {}{why}", names(model, &is), names(model, &wanted)))
}

/// `alibaba is rejected (requires cac-approval, which fails)`.
fn standing(decided: Decided<'_>, vendor: VendorId) -> String {
    let reasons = decided.reasons(&Asked { vendors: vec![vendor], ..decided.asked() });
    let place = reasons.place(vendor);
    let verdict = place.map_or(Verdict::Excluded, |place| place.verdict);
    let name = &reasons.model.vendor(vendor).name;
    let scene = Scene::new(&reasons, decided.texts());
    let why = reason(&scene, vendor, &reason_of(&reasons, vendor));
    let verdict = verdict_word(verdict);
    if why.is_empty() {
        format!("{name} is {verdict}")
    } else {
        format!("{name} is {verdict} ({why})")
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
