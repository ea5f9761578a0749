//! Leaves and groups with what they weigh.
//! Made from the view; part of `rank`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::words::Direction;
use crate::report::view::criterion::{CriterionView, GroupView};

/// A leaf.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Share of the whole; null for a pure gate.
    pub weight: Option<f64>,
    /// Whether more or less is better.
    pub direction: Direction,
    /// The group it stands under.
    pub under: Option<String>,
    /// Printed after numbers.
    pub unit: Option<String>,
}

/// A group.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Group {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Share of the whole.
    pub weight: Option<f64>,
    /// Ids of its members.
    pub members: Vec<String>,
}

impl From<&CriterionView> for Criterion {
    fn from(criterion: &CriterionView) -> Self {
        Self {
            id: criterion.id.clone(),
            title: criterion.label.clone(),
            weight: criterion.share,
            direction: criterion.direction.into(),
            under: criterion.under.clone(),
            unit: criterion.unit.clone(),
        }
    }
}

impl From<&GroupView> for Group {
    fn from(group: &GroupView) -> Self {
        Self {
            id: group.id.clone(),
            title: group.label.clone(),
            weight: group.share,
            members: group.members.clone(),
        }
    }
}
