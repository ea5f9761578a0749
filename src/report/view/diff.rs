//! Two scenarios as people compare them: before and after, and where each score change comes from.
//! What `diff` shows in every format.

use crate::explore::diff::Diff;
use crate::explore::diff::change::Kind;
use crate::model::scenario::Model;
use crate::report::view::named::Named;
use crate::report::view::pair::Pair;
use crate::report::view::what_if::{WhatIfView, view as compared};
use crate::report::words::{is, list};

/// Two scenarios compared.
#[derive(Debug, Clone, PartialEq)]
pub struct DiffView {
    /// Before and after.
    pub what_if: WhatIfView,
    /// Score changes over facts, preferences and field.
    pub splits: Vec<SplitView>,
    /// Unchanged vendors in reversed order.
    pub reversals: Vec<ReversalView>,
    /// What was compared and what could not be, in sentences.
    pub remarks: Vec<String>,
}

/// One vendor's score change.
#[derive(Debug, Clone, PartialEq)]
pub struct SplitView {
    /// Whose.
    pub vendor: Named,
    /// Through its own ratings.
    pub facts: f64,
    /// Through weights, value functions, scales, gates.
    pub preferences: f64,
    /// Through the other vendors.
    pub field: f64,
}

impl SplitView {
    /// Whether any of the three moves the score.
    pub fn moves(&self) -> bool {
        [self.facts, self.preferences, self.field].iter().any(|part| part.abs() > 1e-12)
    }
}

/// Two unchanged vendors in reversed order.
#[derive(Debug, Clone, PartialEq)]
pub struct ReversalView {
    /// Ahead before.
    pub was_ahead: Named,
    /// Ahead now.
    pub is_ahead: Named,
    /// Whose change turned them around.
    pub culprits: Vec<Named>,
    /// All that in a sentence.
    pub sentence: String,
}

/// Kinds of changes in the order in which they are listed, with their headings.
pub const KINDS: [(Kind, &str); 11] = [
    (Kind::Vendor, "Vendors"),
    (Kind::Rating, "Ratings"),
    (Kind::Assumption, "Assumptions"),
    (Kind::Evidence, "Claims"),
    (Kind::Source, "Sources"),
    (Kind::Weight, "Weights"),
    (Kind::Gate, "Gates"),
    (Kind::Scale, "Scales"),
    (Kind::Criterion, "Criteria"),
    (Kind::Method, "Method"),
    (Kind::Choose, "Choice"),
];

/// Two scenarios compared.
pub fn view(pair: &Pair<'_>, diff: &Diff) -> DiffView {
    let splits = diff.splits.iter().map(|split| SplitView {
        vendor: pair.vendor(&split.vendor),
        facts: split.facts,
        preferences: split.preferences,
        field: split.field,
    });
    let reversals = diff.reversals.iter().map(|reversal| {
        let [was, now] = [&reversal.was_ahead, &reversal.is_ahead].map(|id| pair.vendor(id));
        let culprits: Vec<Named> = reversal.culprits.iter().map(|id| pair.vendor(id)).collect();
        let names: Vec<&str> = culprits.iter().map(|named| named.label.as_str()).collect();
        let sentence = format!(
            "{} overtakes {}, though nothing changed for either: {} {} why",
            now.label,
            was.label,
            list(&names),
            is(names.len()),
        );
        ReversalView { was_ahead: was, is_ahead: now, culprits, sentence }
    });
    DiffView {
        splits: splits.collect(),
        reversals: reversals.collect(),
        remarks: remarks(pair),
        what_if: compared(pair, &diff.what_if),
    }
}

/// What could not be compared since only one side has it.
fn remarks(pair: &Pair<'_>) -> Vec<String> {
    let [before, after] = [pair.before.0.model, pair.after.0.model];
    let names = |model: &Model| -> Vec<String> {
        model.criteria.iter().map(|criterion| criterion.name.clone()).collect()
    };
    let (old, new) = (names(before), names(after));
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|name| !those.contains(name)).map(|name| format!("`{name}`")).collect()
    };
    let mut remarks = Vec::new();
    let sides = [("the first", only(&old, &new)), ("the second", only(&new, &old))];
    for (which, names) in sides.into_iter().filter(|(_, names)| !names.is_empty()) {
        let noun = if names.len() == 1 { "criterion" } else { "criteria" };
        remarks.push(format!("only {which} has the {noun} {}", list(&names)));
    }
    if !old.iter().any(|name| new.contains(name)) {
        remarks.push("the two have no criterion in common".to_owned());
    }
    remarks
}
