//! What would change the chosen set.
//! Made from the view; part of `rank`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::report::json::ids;
use crate::report::view::condition::ConditionView;

/// What would change the chosen set.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Condition {
    /// Facts that turn out otherwise: each name with `fails`.
    #[serde(rename = "if")]
    pub premises: Map<String, Value>,
    /// Ids chosen then, best first.
    pub chosen: Vec<String>,
    /// Ids tied across the edge then.
    pub tied: Vec<String>,
}

impl From<&ConditionView> for Condition {
    fn from(condition: &ConditionView) -> Self {
        let fails = || Value::from("fails");
        Self {
            premises: condition.premises.iter().map(|each| (each.fact.clone(), fails())).collect(),
            chosen: ids(&condition.chosen),
            tied: ids(&condition.tied),
        }
    }
}
