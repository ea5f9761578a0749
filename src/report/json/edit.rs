//! `set`, `add`, `remove`, `rename` with `--format json`: the edit and what it did.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::words::Verdict;
use crate::report::view::moves::Move as Moved;

/// An edit.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Edit {
    /// The file that was edited.
    pub file: String,
    /// The path that was asked for.
    pub path: String,
    /// What stood there; null where nothing did.
    pub from: Option<String>,
    /// What stands there now; null where nothing does.
    pub to: Option<String>,
    /// Lines that differ, as a unified diff.
    pub diff: String,
    /// What it did to the decision.
    pub moves: Vec<Move>,
    /// Whether the file was written.
    pub written: bool,
}

/// One vendor before and after.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Move {
    /// Its id.
    pub vendor: String,
    /// Rank before.
    pub from: Option<usize>,
    /// Rank after.
    pub to: Option<usize>,
    /// Score after minus score before.
    pub score_change: Option<f64>,
    /// Verdicts before and after; null where it did not change.
    pub verdict_change: Option<[Option<Verdict>; 2]>,
}

impl From<&Moved> for Move {
    fn from(moved: &Moved) -> Self {
        let (was, is) = moved.verdicts;
        Self {
            vendor: moved.vendor.clone(),
            from: moved.from,
            to: moved.to,
            score_change: moved.score_change,
            verdict_change: (was != is).then(|| [was.map(Verdict::from), is.map(Verdict::from)]),
        }
    }
}
