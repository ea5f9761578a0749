//! Who ends up chosen over what is pending, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::ids;
use crate::report::view::robust::outcomes::OutcomeView;

/// Who ends up chosen over what is pending.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Chances {
    /// How they were found: enumerated, product, sampled.
    pub how: &'static str,
    /// Most likely first; with `refused` they add up to 1.
    pub outcomes: Vec<Outcome>,
    /// The chance that the method cannot rank what comes out.
    pub refused: f64,
    /// Assumptions whose chance nobody stated: one half was taken.
    pub assumed: Vec<String>,
}

/// Something that may come out.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Outcome {
    /// The chosen; nobody where empty.
    pub chosen: Vec<String>,
    /// Tied across the edge.
    pub tied: Vec<String>,
    /// In [0, 1].
    pub chance: f64,
}

impl From<&OutcomeView> for Outcome {
    fn from(outcome: &OutcomeView) -> Self {
        Self { chosen: ids(&outcome.chosen), tied: ids(&outcome.tied), chance: outcome.chance }
    }
}
