//! How far the share of a leaf may move, as it is shown.
//! Part of `robust`.

use crate::explore::robust::stability::{Stability, Stretch};
use crate::model::id::VendorId;
use crate::report::view::named::Named;
use crate::report::view::robust::named_criterion;
use crate::report::view::scene::Scene;

/// How far one share may move.
#[derive(Debug, Clone, PartialEq)]
pub struct StabilityView {
    /// The leaf.
    pub criterion: Named,
    /// Its share today.
    pub share: f64,
    /// The stretch that holds it.
    pub holding: Option<StretchView>,
    /// Others with the same choice.
    pub others: Vec<StretchView>,
    /// Whether ends are exact.
    pub is_exact: bool,
}

/// A stretch of shares.
#[derive(Debug, Clone, PartialEq)]
pub struct StretchView {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Who takes over below.
    pub low_rivals: Vec<Named>,
    /// Who takes over above.
    pub high_rivals: Vec<Named>,
}

/// A leaf with the rivals at its ends named.
pub fn stability(scene: &Scene<'_>, found: &Stability) -> StabilityView {
    let vendors =
        |ids: &[VendorId]| ids.iter().map(|id| Named::vendor(scene.model(), *id)).collect();
    let stretch = |stretch: &Stretch| StretchView {
        low: stretch.low,
        high: stretch.high,
        low_rivals: vendors(&stretch.low_rivals),
        high_rivals: vendors(&stretch.high_rivals),
    };
    StabilityView {
        criterion: named_criterion(scene, found.criterion),
        share: found.share,
        holding: found.holding.as_ref().map(stretch),
        others: found.others.iter().map(stretch).collect(),
        is_exact: found.is_exact,
    }
}
