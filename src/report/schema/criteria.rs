//! The shape of a criteria file, for editors; `model::load` is what reads it.
//! Never filled: only its schema is used, and a test holds it against the shipped files.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use crate::method::id::MethodId;
use crate::report::schema::knowing::{EvidenceSettings, WeightConstraint};
use crate::report::schema::preference::{Preference, Thresholds};
use crate::report::schema::rating::{Fraction, Span, Word};
use crate::report::schema::weights::{Group, Stakeholder, Weights};

/// What matters: criteria, weights, scales, gates and the method that ranks.
#[derive(JsonSchema)]
#[schemars(title = "A criteria file of rationale")]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CriteriaFile {
    /// A title for people.
    pub title: Option<String>,
    /// What both kinds of file may say.
    #[schemars(flatten)]
    pub common: Common,
}

/// What both kinds of file may say.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub struct Common {
    /// A lead below this is called close.
    #[schemars(range(min = 0.0))]
    pub close_call: Option<f64>,
    /// How ranks are made; weighted-sum when absent.
    pub method: Option<Method>,
    /// What vendors are rated on, and groups of it. Keys are ids.
    pub criteria: Option<BTreeMap<String, Criterion>>,
    /// Derives the weights of the top level from judgements or from the data.
    pub weights: Option<Weights>,
    /// How several people's judgements become one.
    pub group: Option<Group>,
    /// People with weights of their own. Keys are ids.
    pub stakeholders: Option<BTreeMap<String, Stakeholder>>,
    /// What is agreed about weights beyond their numbers.
    pub weight_constraints: Option<Vec<WeightConstraint>>,
    /// What grades of evidence count for.
    pub evidence_settings: Option<EvidenceSettings>,
    /// Warnings that are not wanted.
    pub lints: Option<Lints>,
}

/// How ranks are made. Parameters of the method stand beside `kind`.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub struct Method {
    /// The method's name.
    #[schemars(schema_with = "method_names")]
    pub kind: String,
}

fn method_names(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let names: Vec<&str> = MethodId::ALL.iter().map(|method| method.id()).collect();
    schemars::json_schema!({ "type": "string", "enum": names })
}

/// A criterion, or a group of criteria that shares out its weight.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criterion {
    /// A title for people; the id when absent.
    pub title: Option<String>,
    /// The id of the group it stands under.
    pub under: Option<String>,
    /// Its weight among its siblings.
    pub weight: Option<Weight>,
    /// What every vendor must meet; false undoes a gate of the base.
    pub gate: Option<Gate>,
    /// More is better (maximize, when absent) or less is (minimize).
    pub direction: Option<Direction>,
    /// Lowest and highest rating; values 0 and 1 lie at its ends.
    pub scale: Option<Span>,
    /// The rating with value 0; direction is implied.
    pub worst: Option<f64>,
    /// The rating with value 1.
    pub best: Option<f64>,
    /// Printed after numbers.
    pub unit: Option<String>,
    /// Named levels, low to high: a list in equal steps, or each with its value in [0, 1].
    pub levels: Option<Levels>,
    /// What ratings are; inferred when absent.
    #[schemars(rename = "type")]
    pub kind: Option<Type>,
    /// From ratings to values in [0, 1]; linear when absent.
    pub value_function: Option<ValueFunction>,
    /// What an unknown rating counts as in the score; worst when absent.
    pub unknown: Option<Unknown>,
    /// What it costs to move a rating's value by 1, compared with the other criteria; 1 when absent.
    #[schemars(extend("exclusiveMinimum" = 0.0))]
    pub effort: Option<f64>,
    /// What finding out one rating on it costs.
    #[schemars(range(min = 0.0))]
    pub cost_of_asking: Option<f64>,
    /// Shown only: neither weighed nor a gate, on purpose.
    pub info: Option<bool>,
    /// PROMETHEE's preference function.
    pub preference: Option<Preference>,
    /// ELECTRE's thresholds, in the criterion's unit.
    pub thresholds: Option<Thresholds>,
    /// Vendors in pairs for the method ahp, as [["a", "b", 3]]; or a table with `pairs`, or `order`
    /// and `matrix`, and `priority`.
    pub compare: Option<serde_json::Value>,
    /// Derives the weights of a group's members.
    pub weights: Option<Weights>,
}

/// A weight: a number compared with its siblings', or a table.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Weight {
    /// Just the number.
    Number(#[schemars(range(min = 0.0))] f64),
    /// The number with its reason or its range.
    Table(WeightTable),
}

/// A weight with its reason or its range.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WeightTable {
    /// The number.
    #[schemars(range(min = 0.0))]
    pub value: f64,
    /// Lower end where its owner is not sure.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Why.
    pub because: Option<String>,
}

/// What every vendor must meet.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Gate {
    /// False undoes a gate of the base.
    Undone(bool),
    /// One test, with its reason.
    Test(GateTest),
}

/// One test, with its reason.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GateTest {
    /// The rating is at least this; on a group a percentage such as "50%".
    pub at_least: Option<Word>,
    /// The rating is at most this.
    pub at_most: Option<Word>,
    /// The rating lies between the two, ends included.
    pub between: Option<[Word; 2]>,
    /// The rating is exactly this.
    pub is: Option<Word>,
    /// The rating is one of these.
    pub one_of: Option<Vec<Word>>,
    /// The rating is none of these.
    pub none_of: Option<Vec<Word>>,
    /// Why; shown wherever the gate is.
    pub because: Option<String>,
}

/// Whether more or less is better.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Maximize,
    /// Less is better.
    Minimize,
    /// More is better.
    Maximise,
    /// Less is better.
    Minimise,
}

/// What ratings are.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Type {
    /// Numbers.
    Number,
    /// Yes or no.
    Boolean,
    /// Named levels.
    Levels,
    /// Free text; takes a gate, never a weight.
    Text,
}

/// What an unknown rating counts as in the score.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Unknown {
    /// The worst rating.
    Worst,
    /// The middle.
    Midpoint,
    /// The best rating.
    Best,
    /// An error, for vendors that pass.
    Refuse,
}

/// Named levels, low to high.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Levels {
    /// In equal steps.
    Equal(Vec<String>),
    /// Each with its value.
    Valued(BTreeMap<String, Fraction>),
}

/// From ratings to values in [0, 1].
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum ValueFunction {
    /// Straight from worst to best.
    Name(LinearName),
    /// Another shape.
    Shape(Box<ValueShape>),
}

/// Straight from worst to best.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum LinearName {
    /// Straight.
    Linear,
}

/// One shape of a value function.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub enum ValueShape {
    /// Straight between points [rating, value], ratings rising.
    Piecewise(Vec<[f64; 2]>),
    /// Points [rating, value]: from that rating on.
    Steps(Vec<[f64; 2]>),
    /// Best at a point or in an interval, falling to 0 at both ends.
    Target {
        /// What is ideal.
        best: Word,
        /// Where the value has fallen to 0.
        #[schemars(rename = "zero-at")]
        zero_at: Span,
    },
    /// Bent by a risk tolerance.
    Exponential {
        /// Not 0; positive is concave.
        rho: f64,
    },
    /// S-shaped.
    Logistic {
        /// Where it is steepest.
        midpoint: f64,
        /// How steep.
        slope: f64,
    },
    /// Against the other vendors.
    Relative(Relative),
}

/// How a rating compares with those of the field.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Relative {
    /// Lowest rating over own, as tenders score prices.
    LowestRatio,
    /// Own rating over the highest.
    HighestRatio,
    /// What own exceeds the lowest by, as a share of the lowest.
    LowestDifference,
}

/// Warnings that are not wanted.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lints {
    /// By code, each with the reason why it is not wanted.
    pub allow: Option<BTreeMap<String, String>>,
}
