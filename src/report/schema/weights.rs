//! Derived weights and the people behind them, for editors.
//! Never filled: only the schema is used.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::Value;

use crate::weights::kind::Kind;

/// Derives weights from judgements or from the data; what stands beside `kind` depends on it.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub struct Weights {
    /// How.
    #[schemars(schema_with = "kinds")]
    pub kind: String,
    /// What is covered; what the judgements name, when absent.
    pub over: Option<Vec<String>>,
    /// Most important first (ahp with a matrix, rank-order, swara).
    pub order: Option<Vec<String>>,
    /// Judgements as ["a", "b", 3]: a is three times as important as b (ahp).
    pub compare: Option<Vec<Vec<Value>>>,
    /// A whole matrix of comparisons; fractions as "1/3" (ahp).
    pub matrix: Option<Vec<Vec<Value>>>,
    /// How priorities are drawn from the matrix (ahp).
    pub priority: Option<Priority>,
    /// The most important criterion (bwm).
    pub best: Option<String>,
    /// The least important criterion (bwm).
    pub worst: Option<String>,
    /// How much more the best matters than each, 1 to 9 (bwm).
    pub best_to_others: Option<BTreeMap<String, f64>>,
    /// How much more each matters than the worst, 1 to 9 (bwm).
    pub others_to_worst: Option<BTreeMap<String, f64>>,
    /// Linear, or the nonlinear one of the first paper (bwm).
    pub model: Option<Model>,
    /// Centroid (roc), sum (rs) or reciprocal (rr) (rank-order).
    pub formula: Option<Formula>,
    /// How much each matters less than the one before; one for each after the first (swara).
    pub steps: Option<Vec<f64>>,
    /// Points for moving each from worst to best (swing).
    pub points: Option<BTreeMap<String, f64>>,
    /// How many times each matters as much as the next; one for each after the first (fucom).
    pub priorities: Option<Vec<f64>>,
    /// A rank for each, ties allowed, 1 = most important (rancom).
    pub ranks: Option<BTreeMap<String, f64>>,
    /// Differences in words as ["a", "b", "weak"]; "nothing" stands for no swing (macbeth).
    pub differences: Option<Vec<Vec<String>>>,
    /// Whose random indices consistency is held against (ahp).
    pub random_index: Option<String>,
}

fn kinds(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
    schemars::json_schema!({ "type": "string", "enum": names })
}

/// How priorities are drawn from a matrix.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Priority {
    /// Principal eigenvector.
    Eigenvector,
    /// Row geometric means.
    Geometric,
    /// Means of the columns once each adds up to 1.
    ColumnMean,
}

/// Which best–worst model.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Model {
    /// A linear program with one answer.
    Linear,
    /// The first paper's.
    Nonlinear,
}

/// From ranks to weights.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Formula {
    /// Centroid.
    Roc,
    /// Rank sum.
    Rs,
    /// Rank reciprocal.
    Rr,
}

/// How several people's judgements become one.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// Mean of the weights, or a vote on the ranks.
    pub combine: Combine,
}

/// Mean of the weights, or a vote on the ranks.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Combine {
    /// Mean of the weights by the people's shares.
    MeanWeights,
    /// Borda count.
    Borda,
    /// Pairwise majorities.
    Copeland,
    /// The order nearest to all.
    Kemeny,
}

/// A person with weights of their own.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Stakeholder {
    /// A title for people.
    pub title: Option<String>,
    /// How much this person counts.
    pub share: Option<f64>,
    /// Weights by criterion; siblings missing have the file's.
    pub weights: Option<BTreeMap<String, f64>>,
    /// Weights derived from this person's judgements.
    pub derive: Option<Weights>,
}
