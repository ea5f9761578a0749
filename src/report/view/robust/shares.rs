//! How one vendor fares under draws, as it is shown.
//! Part of `robust`.

use crate::answer::smaa::acceptability::Estimate;
use crate::report::view::named::Named;

/// How one vendor fares over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareView {
    /// Who.
    pub vendor: Named,
    /// From first to last.
    pub ranks: Vec<Estimate>,
    /// How often chosen.
    pub chosen: Estimate,
    /// How often without rank.
    pub rejected: Estimate,
    /// Mean shares where it was first, by leaf.
    pub central: Option<Vec<Estimate>>,
    /// How often it is first under these.
    pub confidence: Option<Estimate>,
}
