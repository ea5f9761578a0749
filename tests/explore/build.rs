//! Scenarios from text and flags, by the very way that the command line takes.

use std::path::Path;

use rationale::decide::decision::Decision;
use rationale::decide::run::decide;
use rationale::document::Document;
use rationale::document::extend::extend;
use rationale::document::overlay::{Flag, Kind, apply, overlay};
use rationale::explore::side::Side;
use rationale::model::criterion::Rated;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;
use rationale::text::unreadable::{Reason, Unreadable};

/// A scenario with everything that was read for it.
#[derive(Debug)]
pub struct Scenario {
    pub document: Document,
    pub model: Model,
    pub decision: Decision,
}

impl Scenario {
    /// A side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { document: &self.document, model: &self.model, decision: &self.decision }
    }

    /// Score, or what a rejected vendor's would be.
    pub fn score(&self, vendor: &str) -> Option<f64> {
        let id = self.model.vendor_named(vendor)?;
        let place = self.decision.places.iter().find(|place| place.vendor == id)?;
        let back = place.put_back.as_ref().and_then(|back| back.score);
        self.decision.reading.score(id).or(back)
    }
}

/// The first of these files with flags laid over it; `None` where it does not check or run.
pub fn attempt(files: &[(&str, &str)], flags: &[Flag]) -> Option<Scenario> {
    let (mut texts, mut said) = (Texts::default(), Diagnostics::default());
    let mut read = |path: &Path| {
        let found = files.iter().find(|(name, _)| Path::new(name) == path);
        let missing = || Unreadable { path: path.to_path_buf(), reason: Reason::Missing };
        found.map(|(_, content)| (*content).to_owned()).ok_or_else(missing)
    };
    let first = Path::new(files[0].0);
    let mut document = extend(first, &mut read, &mut texts, &mut said).unwrap();
    if !flags.is_empty() {
        let flags = overlay(flags, &mut texts, &mut said);
        document = apply(document, flags, &mut said);
    }
    let model = load(&document, &mut said).filter(|_| !said.has_errors())?;
    let decision = decide(&model).ok()?;
    Some(Scenario { document, model, decision })
}

/// The same, of one file that is known to be sound.
pub fn scenario(content: &str, flags: &[Flag]) -> Scenario {
    attempt(&[("x.toml", content)], flags).unwrap_or_else(|| panic!("{content}\n{flags:?}"))
}

/// A flag.
pub fn flag(kind: Kind, words: &str) -> Flag {
    Flag { kind, words: words.to_owned() }
}

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
