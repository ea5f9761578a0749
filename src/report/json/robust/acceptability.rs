//! How often each vendor takes each rank, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::smaa::acceptability::Estimate;
use crate::report::view::robust::RobustView;
use crate::report::view::robust::shares::ShareView;

/// A share of draws and its standard error.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Share {
    /// In [0, 1].
    pub share: f64,
    /// Its standard error.
    pub error: f64,
}

/// How one vendor fares.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Acceptability {
    /// The vendor.
    pub vendor: String,
    /// Shares of draws from first to last; with `rejected`, and draws that the method
    /// refused, they add up to 1.
    pub ranks: Vec<f64>,
    /// The largest standard error of these.
    pub error: f64,
    /// How often it is chosen.
    pub chosen: Share,
    /// How often a gate or an assumption turns it away.
    pub rejected: Share,
    /// Mean shares by leaf over the draws in which it was first; null where it never was.
    pub central_weights: Option<Vec<Central>>,
    /// How often it is first under these; null where there are none.
    pub confidence: Option<Share>,
}

/// A mean share.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Central {
    /// The leaf.
    pub criterion: String,
    /// Its mean share.
    pub weight: f64,
    /// The standard error of that mean.
    pub error: f64,
}

/// How often one vendor is ahead of another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Pair {
    /// The one.
    pub vendor: String,
    /// The other.
    pub over: String,
    /// How often; one that passes is ahead of one that does not.
    pub share: f64,
    /// The standard error.
    pub error: f64,
}

/// A share of draws as JSON has it.
pub fn share(estimate: &Estimate) -> Share {
    Share { share: estimate.figure, error: estimate.error }
}

/// One vendor, its central weights named by leaf.
pub fn acceptability(view: &RobustView, found: &ShareView) -> Acceptability {
    let central = |estimates: &Vec<Estimate>| {
        let each = view.leaves.iter().zip(estimates);
        each.map(|(leaf, estimate)| Central {
            criterion: leaf.id.clone(),
            weight: estimate.figure,
            error: estimate.error,
        })
        .collect()
    };
    Acceptability {
        vendor: found.vendor.id.clone(),
        ranks: found.ranks.iter().map(|rank| rank.figure).collect(),
        error: found.ranks.iter().map(|rank| rank.error).fold(0.0, f64::max),
        chosen: share(&found.chosen),
        rejected: share(&found.rejected),
        central_weights: found.central.as_ref().map(central),
        confidence: found.confidence.as_ref().map(share),
    }
}
