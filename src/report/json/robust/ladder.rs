//! What must be agreed about weights, and regrets, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::ladder::PairVerdict;
use crate::explore::robust::weight_space::Weights;
use crate::report::view::robust::ladder::RungView;

/// One set of weights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Rung {
    /// any, order, within=F, given, exactly.
    pub set: String,
    /// Whether all of it gives today's choice.
    pub settled: bool,
    /// Whether that is proved rather than seen over draws.
    pub exact: bool,
    /// Where drawn: the share of draws with another choice.
    pub changed: Option<f64>,
    /// How many draws that were; null where it is proved.
    pub draws: Option<u64>,
    /// Every two of the field; empty where drawn, and beyond 64 vendors.
    pub pairs: Vec<RungPair>,
}

/// How one vendor stands to another over a set.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct RungPair {
    /// The one.
    pub vendor: String,
    /// The other.
    pub over: String,
    /// Whether it dominates, wins for every weight in the set, or neither.
    pub verdict: RungVerdict,
}

/// How one vendor stands to another over a set.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RungVerdict {
    /// At least as good on every criterion and better on one.
    Dominates,
    /// Ahead for every weight in the set.
    Wins,
    /// Some weights say otherwise.
    Undecided,
}

/// The largest regret of a vendor.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Regret {
    /// The vendor.
    pub vendor: String,
    /// In units of the score.
    pub regret: f64,
    /// Against whom; null where it is best for every weight in the set.
    pub rival: Option<String>,
}

/// The name of a weight set, as `--weight-set` takes it.
pub fn set_name(weights: Weights) -> String {
    match weights {
        Weights::Any => "any".to_owned(),
        Weights::Order => "order".to_owned(),
        Weights::Within(fraction) => format!("within={fraction}"),
        Weights::Given => "given".to_owned(),
        Weights::Exactly => "exactly".to_owned(),
    }
}

impl From<&RungView> for Rung {
    fn from(rung: &RungView) -> Self {
        let pair = |(vendor, over, verdict): &(String, String, PairVerdict)| RungPair {
            vendor: vendor.clone(),
            over: over.clone(),
            verdict: match verdict {
                PairVerdict::Dominates => RungVerdict::Dominates,
                PairVerdict::Wins => RungVerdict::Wins,
                PairVerdict::Undecided | PairVerdict::Empty => RungVerdict::Undecided,
            },
        };
        Self {
            set: set_name(rung.weights),
            settled: rung.is_settled,
            exact: rung.changes.is_none(),
            draws: rung.changes.map(|_| rung.draws),
            changed: rung.changes,
            pairs: rung.pairs.iter().map(pair).collect(),
        }
    }
}
