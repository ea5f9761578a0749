//! The shape of a scenario file, for editors; `model::load` is what reads it.
//! Never filled: only its schema is used, and a test holds it against the shipped files.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::Value;

use crate::report::schema::criteria::Common;
use crate::report::schema::rating::{Fraction, Rating};

/// One situation: the vendors, their ratings, the evidence and assumptions behind them; or a
/// what-if that extends another scenario and says only what differs.
#[derive(JsonSchema)]
#[schemars(title = "A scenario file of rationale")]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ScenarioFile {
    /// A title for people.
    pub title: Option<String>,
    /// The scenario's date.
    pub date: Option<Date>,
    /// The scenario that this what-if changes; a path beside this file.
    pub extends: Option<String>,
    /// The file that says what matters; a path beside this file.
    pub criteria_file: Option<String>,
    /// How many are to be chosen; 1 when absent.
    #[schemars(range(min = 1))]
    pub choose: Option<u32>,
    /// Criteria that decide a tie, best first.
    pub tie_break: Option<Vec<String>>,
    /// A table of vendors: one row a vendor, a column a criterion.
    pub vendors_from: Option<Value>,
    /// Who stands for choice. Keys are ids.
    pub vendors: Option<BTreeMap<String, Vendor>>,
    /// Who reports. Keys are ids.
    pub sources: Option<BTreeMap<String, Source>>,
    /// Claims that ratings rest on. Keys are ids.
    pub evidence: Option<BTreeMap<String, Evidence>>,
    /// What is not settled yet. Keys are ids.
    pub assumptions: Option<BTreeMap<String, Assumption>>,
    /// A decision under test: `check` says whether it comes out.
    pub expect: Option<Expect>,
    /// What both kinds of file may say.
    #[schemars(flatten)]
    pub common: Common,
}

/// A date, bare or as text.
pub type Date = Value;

/// A candidate.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Vendor {
    /// A title for people; the id when absent.
    pub title: Option<String>,
    /// Out of the running: a reason, or true; false undoes it.
    pub excluded: Option<Undoable>,
    /// Ids of assumptions that it depends on as a whole; failing one rejects it.
    pub requires: Option<Vec<String>>,
    /// What is held of it on each criterion.
    pub ratings: Option<BTreeMap<String, Rating>>,
    /// In a what-if: true where the base does not have this id.
    pub new: Option<bool>,
}

/// True, false, or a reason.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Undoable {
    /// Without a reason; false undoes it.
    Plain(bool),
    /// The reason.
    Reason(String),
}

/// Who reports.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// A title for people.
    pub title: Option<String>,
    /// Admiralty code: A completely reliable … E unreliable, F cannot be judged.
    pub reliability: Option<Reliability>,
    /// Ids of the sources it echoes; an echo confirms nothing.
    pub relays: Option<Vec<String>>,
    /// Withdrawn: true, or a reason.
    pub retracted: Option<Undoable>,
    /// Where it can be read.
    pub url: Option<String>,
    /// In a what-if: true where the base does not have this id.
    pub new: Option<bool>,
}

/// Admiralty code of a source.
#[derive(JsonSchema)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

/// A claim.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evidence {
    /// What is claimed.
    pub claim: Option<String>,
    /// Ids of the sources that report it.
    pub sources: Option<Vec<String>>,
    /// A source in free text; equal texts are one origin.
    pub source: Option<String>,
    /// Admiralty grade of a free-text source, such as B2.
    pub grade: Option<String>,
    /// When it was reported.
    pub date: Option<Date>,
    /// Admiralty credibility: 1 confirmed … 5 improbable, 6 cannot be judged.
    #[schemars(range(min = 1, max = 6))]
    pub credibility: Option<u8>,
    /// Ids of claims that cannot hold beside this one.
    pub contradicts: Option<Vec<String>>,
    /// Withdrawn: true, or a reason.
    pub retracted: Option<Undoable>,
    /// Where it can be read.
    pub url: Option<String>,
    /// In a what-if: true where the base does not have this id.
    pub new: Option<bool>,
}

/// Something that must be true.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Assumption {
    /// What is assumed.
    pub claim: Option<String>,
    /// Whether it is settled.
    pub status: Option<Status>,
    /// Chance that it holds.
    pub probability: Option<Fraction>,
    /// Who finds out.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// What finding out costs.
    #[schemars(range(min = 0.0))]
    pub cost_of_asking: Option<f64>,
    /// Ids of assumptions without which it fails.
    pub requires: Option<Vec<String>>,
    /// In a what-if: true where the base does not have this id.
    pub new: Option<bool>,
}

/// Whether an assumption is settled.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Status {
    /// Settled: true.
    Holds,
    /// Settled: false.
    Fails,
    /// Somebody else decides.
    Pending,
}

/// A decision under test.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Expect {
    /// Exactly these are chosen.
    pub chosen: Option<Vec<String>>,
    /// These, among others, are rejected.
    pub rejected: Option<Vec<String>>,
}
