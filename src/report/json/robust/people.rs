//! What each stakeholder would choose and what divides them, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::ids;
use crate::report::view::robust::people::{DivideView, VoterView};

/// What one stakeholder alone would choose.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Voter {
    /// Who.
    pub stakeholder: String,
    /// How much they count; all add up to 1.
    pub share: f64,
    /// Whom they would choose; null where the method has no answer for them.
    pub chosen: Option<Vec<String>>,
    /// Who would be tied across the edge.
    pub tied: Vec<String>,
    /// Whether that is today's choice.
    pub agrees: bool,
}

/// The criterion over which two choices part.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Divide {
    /// The leaf.
    pub criterion: String,
    /// Today's choice, the last of it.
    pub vendor: String,
    /// Whom somebody would rather have.
    pub rival: String,
    /// The stakeholders who lean most and least to today's choice on it.
    pub between: [String; 2],
    /// How far their weighted differences of value on it lie apart.
    pub apart: f64,
    /// Whether that is in units of the score: each ranks by a sum over the criteria.
    pub is_score: bool,
}

impl From<&VoterView> for Voter {
    fn from(voter: &VoterView) -> Self {
        Self {
            stakeholder: voter.stakeholder.id.clone(),
            share: voter.amount,
            chosen: voter.chosen.as_ref().map(|all| ids(all)),
            tied: ids(&voter.tied),
            agrees: voter.agrees,
        }
    }
}

impl From<&DivideView> for Divide {
    fn from(divide: &DivideView) -> Self {
        Self {
            criterion: divide.criterion.id.clone(),
            vendor: divide.vendor.id.clone(),
            rival: divide.rival.id.clone(),
            between: divide.between.clone().map(|who| who.id),
            apart: divide.apart,
            is_score: divide.is_score,
        }
    }
}
