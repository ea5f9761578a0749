//! `rank --format json`: the ranking with every intermediate a script may want.
//! Made from the view; `json.md` fixes the keys.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::decide::decision::Verdict as Decided;
use crate::method::outcome::Relation;
use crate::report::json::ids;
use crate::report::json::words::{Better, Direction, GateResult, Rating, Status, Verdict};
use crate::report::view::barrier::{BarrierKind, BarrierView};
use crate::report::view::condition::ConditionView;
use crate::report::view::details::Whole;
use crate::report::view::people::StakeholderView;
use crate::report::view::ranking::{
    ContributionView, CriterionView, GroupView, Ranking, VendorView,
};
use crate::report::view::weights::WeightsView;

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

/// A vendor at a gate; it names a criterion, a group or an assumption.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Gate {
    /// The leaf whose gate it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The group whose gate it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The assumption that the vendor requires as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumption: Option<String>,
    /// How the vendor fares.
    pub result: Option<GateResult>,
    /// How far on the good side, in the rating's units; negative when missed.
    pub margin: Option<f64>,
    /// Whether an uncertain rating's interval crosses the gate.
    pub at_risk: Option<bool>,
    /// What is asked and what there is.
    pub sentence: String,
    /// Why the gate stands, in its author's words.
    pub because: Option<String>,
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
            details: ranking.details.iter().map(|(name, whole)| entry(name, whole)).collect(),
        }
    }
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

impl From<&BarrierView> for Gate {
    fn from(barrier: &BarrierView) -> Self {
        let name = |kind| (barrier.kind == kind).then(|| barrier.name.clone());
        Self {
            criterion: name(BarrierKind::Criterion),
            group: name(BarrierKind::Group),
            assumption: name(BarrierKind::Assumption),
            result: Some(barrier.passing.into()),
            margin: barrier.margin,
            at_risk: barrier.at_risk,
            sentence: barrier.sentence.clone(),
            because: barrier.because.clone(),
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

fn weights(views: &[WeightsView]) -> Map<String, Value> {
    let mut top = Map::new();
    let mut groups = Map::new();
    for view in views {
        let mut own = Map::new();
        own.insert("kind".to_owned(), Value::from(view.kind));
        let shares = view.shares.iter().map(|(id, share)| (id.clone(), json!(share)));
        own.insert("shares".to_owned(), Value::Object(shares.collect()));
        own.extend(view.figures.iter().map(|(name, figure)| ((*name).to_owned(), json!(figure))));
        match &view.group {
            Some(group) => {
                groups.insert(group.clone(), Value::Object(own));
            }
            None => top.extend(own),
        }
    }
    if !groups.is_empty() {
        top.insert("groups".to_owned(), Value::Object(groups));
    }
    top
}

fn entry(name: &str, whole: &Whole) -> (String, Value) {
    let relation = |relation: Relation| match relation {
        Relation::Preferred => "preferred",
        Relation::Worse => "worse",
        Relation::Indifferent => "indifferent",
        Relation::Incomparable => "incomparable",
    };
    let figure = match whole {
        Whole::Number(number) => json!(number),
        Whole::Vendors(vendors) => json!(vendors),
        Whole::Relations(relations) => relations
            .iter()
            .map(|(a, b, is)| json!({ "vendor": a, "over": b, "relation": relation(*is) }))
            .collect(),
        Whole::Criteria(numbers) => {
            let map: Map<String, Value> =
                numbers.iter().map(|(id, number)| (id.clone(), json!(number))).collect();
            Value::Object(map)
        }
    };
    (name.to_owned(), figure)
}
