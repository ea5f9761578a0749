//! The shapes of `[[weight-constraints]]` and `[evidence-settings]`, for editors.
//! Never filled: only their schema is used.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// Something agreed about weights: `more` and `less`, or `terms` with a bound.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WeightConstraint {
    /// The criterion or group that weighs at least as much.
    pub more: Option<String>,
    /// The one that it outweighs.
    pub less: Option<String>,
    /// How many times as much; 1 when absent.
    pub times: Option<f64>,
    /// Criteria or groups, each with a factor of its share of the whole.
    pub terms: Option<BTreeMap<String, f64>>,
    /// Smallest sum of the terms.
    pub at_least: Option<f64>,
    /// Largest sum of the terms.
    pub at_most: Option<f64>,
    /// Why.
    pub because: Option<String>,
}

/// What grades of evidence count for.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EvidenceSettings {
    /// Chance that a source of each grade is right, 0.5 to below 1.
    pub channels: Option<BTreeMap<String, f64>>,
    /// Chance of a claim before anybody reports on it.
    pub prior: Option<f64>,
    /// After so many days a report counts half.
    pub half_life_days: Option<f64>,
    /// Standard deviation of a plain number by its grade, as a fraction of the criterion's range.
    pub spread_from_grade: Option<BTreeMap<String, f64>>,
}
