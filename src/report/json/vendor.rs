//! A vendor: rank, score, verdict and why, gates, and what it brings on every leaf.
//! Made from the view; part of `rank`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::decide::decision::Verdict as Decided;
use crate::report::json::gate::Gate;
use crate::report::json::words::{Rating, Verdict};
use crate::report::view::contribution::ContributionView;
use crate::report::view::vendor::VendorView;

/// A vendor.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Vendor {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Rank in the field: 1, 2, 2, 4; null outside it.
    pub rank: Option<usize>,
    /// Where a rejected vendor would stand.
    pub would_rank: Option<usize>,
    /// Its score; of a rejected vendor, what it would be; null where the method has none.
    pub score: Option<f64>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Whether something open would give another verdict.
    pub conditional: bool,
    /// Whether it is tied across the edge.
    pub tied: bool,
    /// Why, in a line.
    pub reason: String,
    /// Gates and required assumptions.
    pub gates: Vec<Gate>,
    /// One for each leaf, in declared order.
    pub contributions: Vec<Contribution>,
    /// The method's own figures for it.
    pub details: Map<String, Value>,
}

/// A vendor on a leaf.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Contribution {
    /// The leaf.
    pub criterion: String,
    /// Share of the whole; null for a pure gate.
    pub weight: Option<f64>,
    /// The rating that counts.
    pub rating: Rating,
    /// Whether it is unknown.
    pub unknown: bool,
    /// Its value in [0, 1].
    pub value: Option<f64>,
    /// Its part of the score, where the method splits additively.
    pub contribution: Option<f64>,
}

impl From<&VendorView> for Vendor {
    fn from(vendor: &VendorView) -> Self {
        let number = |(name, figure): &(&str, f64)| ((*name).to_owned(), Value::from(*figure));
        Self {
            id: vendor.id.clone(),
            title: vendor.label.clone(),
            rank: vendor.rank,
            would_rank: vendor.would_rank.filter(|_| vendor.verdict == Decided::Rejected),
            score: vendor.score,
            verdict: vendor.verdict.into(),
            conditional: vendor.conditional,
            tied: vendor.tied,
            reason: vendor.reason.clone(),
            gates: vendor.barriers.iter().map(Gate::from).collect(),
            contributions: vendor.contributions.iter().map(Contribution::from).collect(),
            details: vendor.details.iter().map(number).collect(),
        }
    }
}

impl From<&ContributionView> for Contribution {
    fn from(view: &ContributionView) -> Self {
        Self {
            criterion: view.criterion.clone(),
            weight: view.share,
            rating: Rating::from(&view.rating),
            unknown: view.unknown,
            value: view.value,
            contribution: view.contribution,
        }
    }
}
