//! `what-if --format json` with several scenarios: the matrix, regrets, and each ranking.
//! Made from the view; `json.md` fixes the keys.

use schemars::JsonSchema;
use serde::Serialize;

use crate::explore::entry::Entry;
use crate::report::json::rank::Rank;
use crate::report::json::words::Verdict;
use crate::report::view::matrix::{CAUTION, MatrixView};
use crate::report::view::ranking::Ranking;

/// Several scenarios side by side.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Matrix {
    /// The answer in sentences.
    pub headline: Vec<String>,
    /// Each scenario, in the order given.
    pub scenarios: Vec<Scenario>,
    /// One row for each vendor, one entry for each scenario.
    pub matrix: Vec<Row>,
    /// Smallest worst regret first; empty where scores cannot be compared.
    pub regret: Vec<Regret>,
    /// The vendor with the smallest worst regret.
    pub robust: Option<String>,
    /// What to keep in mind about regret.
    pub caution: &'static str,
}

/// A scenario.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Scenario {
    /// Its path as given.
    pub scenario: String,
    /// What it comes to, shaped as `rank`.
    pub rank: Rank,
}

/// One vendor over the scenarios.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// Its id.
    pub vendor: String,
    /// One for each scenario.
    pub entries: Vec<Place>,
}

/// One vendor in one scenario.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Place {
    /// Rank in the field.
    pub rank: Option<usize>,
    /// Rank that a rejected vendor would have.
    pub would_rank: Option<usize>,
    /// Score; of a rejected vendor, what it would be.
    pub score: Option<f64>,
    /// What becomes of it; null where the scenario does not have it.
    pub verdict: Option<Verdict>,
    /// Whether something open would give another verdict.
    pub conditional: bool,
}

/// One vendor's regret.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Regret {
    /// Its id.
    pub vendor: String,
    /// The largest over the scenarios.
    pub worst: f64,
    /// In each scenario.
    pub by_scenario: Vec<f64>,
    /// In how many scenarios it is chosen.
    pub chosen_in: usize,
}

impl Matrix {
    /// The object of a matrix with the ranking of each scenario.
    pub fn new(view: &MatrixView, rankings: &[Ranking]) -> Self {
        let scenarios = view.scenarios.iter().zip(rankings).map(|(scenario, ranking)| Scenario {
            scenario: scenario.id.clone(),
            rank: Rank::from(ranking),
        });
        let regret: Vec<Regret> = view
            .regrets
            .iter()
            .map(|(vendor, regret)| Regret {
                vendor: vendor.id.clone(),
                worst: regret.worst,
                by_scenario: regret.by_scenario.clone(),
                chosen_in: regret.chosen_in,
            })
            .collect();
        Self {
            headline: view.headline.clone(),
            scenarios: scenarios.collect(),
            matrix: view
                .rows
                .iter()
                .map(|(vendor, entries)| Row {
                    vendor: vendor.id.clone(),
                    entries: entries.iter().map(place).collect(),
                })
                .collect(),
            robust: regret.first().map(|regret| regret.vendor.clone()),
            regret,
            caution: CAUTION,
        }
    }
}

fn place(entry: &Entry) -> Place {
    Place {
        rank: entry.rank,
        would_rank: entry.would_rank,
        score: entry.score,
        verdict: entry.verdict.map(Verdict::from),
        conditional: entry.conditional,
    }
}
