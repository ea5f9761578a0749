//! What one stakeholder alone would choose.
//! Made from the view; part of `rank`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::report::json::ids;
use crate::report::view::people::StakeholderView;

/// One stakeholder's own choice.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Stakeholder {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: String,
    /// How much they count; all add up to 1.
    pub share: f64,
    /// Share of each leaf for them.
    pub weights: Map<String, Value>,
    /// Rank of each vendor of the field by those weights.
    pub ranks: Map<String, Value>,
    /// Ids that they alone would choose, best first.
    pub chosen: Vec<String>,
    /// Ids tied across the edge.
    pub tied: Vec<String>,
    /// Why the method cannot say; null where it can.
    pub refused: Option<String>,
}

impl From<&StakeholderView> for Stakeholder {
    fn from(own: &StakeholderView) -> Self {
        Self {
            id: own.who.id.clone(),
            title: own.who.label.clone(),
            share: own.share,
            weights: own.weights.iter().map(|(id, share)| (id.clone(), json!(share))).collect(),
            ranks: own.ranks.iter().map(|(id, rank)| (id.clone(), json!(rank))).collect(),
            chosen: ids(&own.chosen),
            tied: ids(&own.tied),
            refused: own.refused.clone(),
        }
    }
}
