//! `diff --format json`: changes by kind, moves, the split of each score change, reversals.
//! Made from the view; `json.md` fixes the keys.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::change::Change;
use crate::report::json::rank::Rank;
use crate::report::json::what_if::{
    Effect, Move, Turning, changes, effects, moves, turnings, without,
};
use crate::report::view::diff::{DiffView, ReversalView, SplitView};

/// Two scenarios compared; `scenario` of the envelope is the new one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Diff {
    /// The old scenario, as given.
    pub old: String,
    /// The answer in sentences.
    pub headline: Vec<String>,
    /// What only one side has, in sentences.
    pub remarks: Vec<String>,
    /// What is stated differently.
    pub changes: Vec<Change>,
    /// Every vendor, best first in the new scenario, then those gone.
    pub moves: Vec<Move>,
    /// Score changes over facts, preferences and field; the three add up.
    pub split: Vec<Split>,
    /// Score changes over the changes; parts of a vendor add up to its score change.
    pub effects: Vec<Effect>,
    /// Smallest sets of changes that make each verdict change.
    pub turning: Vec<Turning>,
    /// Paths of changes that do nothing.
    pub without_effect: Vec<String>,
    /// Vendors in reversed order although nothing changed for either.
    pub reversals: Vec<Reversal>,
    /// The old scenario, shaped as `rank`.
    pub before: Rank,
    /// The new scenario, shaped as `rank`.
    pub after: Rank,
}

/// One vendor's score change.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Split {
    /// Its id.
    pub vendor: String,
    /// Through its own ratings.
    pub facts: f64,
    /// Through weights, value functions, scales.
    pub preferences: f64,
    /// Through the other vendors.
    pub field: f64,
}

/// Two vendors in reversed order.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Reversal {
    /// Ahead before.
    pub was_ahead: String,
    /// Ahead now.
    pub is_ahead: String,
    /// Whose change turned them around.
    pub culprits: Vec<String>,
}

impl Diff {
    /// The object of a comparison with the old scenario's path.
    pub fn new(view: &DiffView, old: &str) -> Self {
        let found = &view.what_if;
        Self {
            old: old.to_owned(),
            headline: found.headline.clone(),
            remarks: view.remarks.clone(),
            changes: changes(found),
            moves: moves(found),
            split: view.splits.iter().map(split).collect(),
            effects: effects(found),
            turning: turnings(found),
            without_effect: without(found),
            reversals: view.reversals.iter().map(reversal).collect(),
            before: Rank::from(&found.before),
            after: Rank::from(&found.after),
        }
    }
}

fn split(split: &SplitView) -> Split {
    Split {
        vendor: split.vendor.id.clone(),
        facts: split.facts,
        preferences: split.preferences,
        field: split.field,
    }
}

fn reversal(reversal: &ReversalView) -> Reversal {
    Reversal {
        was_ahead: reversal.was_ahead.id.clone(),
        is_ahead: reversal.is_ahead.id.clone(),
        culprits: reversal.culprits.iter().map(|named| named.id.clone()).collect(),
    }
}
