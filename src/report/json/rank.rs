//! `rank --format json`: the ranking with every intermediate a script may want.
//! Made from the view; `json.md` fixes the keys.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::report::json::condition::Condition;
use crate::report::json::criterion::{Criterion, Group};
use crate::report::json::details::details;
use crate::report::json::ids;
use crate::report::json::stakeholder::Stakeholder;
use crate::report::json::vendor::Vendor;
use crate::report::json::weights::weights;
use crate::report::json::words::{Better, Status};
use crate::report::view::ranking::Ranking;

/// A ranking.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Rank {
    /// Title of the scenario.
    pub title: Option<String>,
    /// Id of the method.
    pub method: &'static str,
    /// Which end of a score is the good one.
    pub better: Better,
    /// How many are to be chosen.
    pub choose: usize,
    /// The first that is true of `nobody`, `tied`, `conditional`, `decided`.
    pub status: Status,
    /// The answer in sentences, as the first screen has it.
    pub headline: Vec<String>,
    /// Ids, best first.
    pub chosen: Vec<String>,
    /// Ids tied across the edge.
    pub tied: Vec<String>,
    /// Lead of the last chosen over the best not chosen.
    pub margin: Option<f64>,
    /// Whether that lead is below the close-call.
    pub close: bool,
    /// How much is judgement.
    pub judgements: Judgements,
    /// What would change the chosen set.
    pub conditions: Vec<Condition>,
    /// How stakeholders become one; null where there are none.
    pub combine: Option<&'static str>,
    /// What each stakeholder alone would choose, in declared order.
    pub stakeholders: Vec<Stakeholder>,
    /// Leaves in declared order.
    pub criteria: Vec<Criterion>,
    /// Groups in declared order.
    pub groups: Vec<Group>,
    /// Best first: chosen and eligible, then rejected, then excluded.
    pub vendors: Vec<Vendor>,
    /// Vendors that `--only`, `--top` left out.
    pub left_out: usize,
    /// What derived weights came with: `kind`, `shares` and figures such as `cr` of the top level,
    /// and under `groups` the same for each group; absent where all weights are written.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub weights: Map<String, Value>,
    /// Figures of the method's own for the whole run.
    #[serde(flatten)]
    pub details: Map<String, Value>,
}

/// How much is judgement.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Judgements {
    /// Ratings written for vendors that are not excluded.
    pub of: usize,
    /// Those that name no evidence.
    pub without_evidence: usize,
}

impl From<&Ranking> for Rank {
    fn from(ranking: &Ranking) -> Self {
        Self {
            title: ranking.title.clone(),
            method: ranking.method,
            better: ranking.better.into(),
            choose: ranking.choose,
            status: ranking.status.into(),
            headline: ranking.headline.clone(),
            chosen: ids(&ranking.chosen),
            tied: ids(&ranking.tied),
            margin: ranking.margin,
            close: ranking.close,
            judgements: Judgements {
                of: ranking.judgements.of,
                without_evidence: ranking.judgements.without_evidence,
            },
            conditions: ranking.conditions.iter().map(Condition::from).collect(),
            combine: ranking.people.as_ref().map(|people| people.combine),
            stakeholders: ranking
                .people
                .iter()
                .flat_map(|people| people.stakeholders.iter().map(Stakeholder::from))
                .collect(),
            criteria: ranking.criteria.iter().map(Criterion::from).collect(),
            groups: ranking.groups.iter().map(Group::from).collect(),
            vendors: ranking.vendors.iter().map(Vendor::from).collect(),
            left_out: ranking.left_out,
            weights: weights(&ranking.weights),
            details: details(&ranking.details),
        }
    }
}
