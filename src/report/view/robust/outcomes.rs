//! What may come out of what is pending, as it is shown.
//! Part of `robust`.

use crate::explore::robust::conditional_ladder::Outcome;
use crate::model::id::VendorId;
use crate::report::view::named::Named;
use crate::report::view::scene::Scene;

/// Something that may come out.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeView {
    /// The chosen; nobody where empty.
    pub chosen: Vec<Named>,
    /// Tied across the edge.
    pub tied: Vec<Named>,
    /// In [0, 1].
    pub chance: f64,
}

/// An outcome with its vendors named.
pub fn outcome(scene: &Scene<'_>, found: &Outcome) -> OutcomeView {
    let vendors =
        |ids: &[VendorId]| ids.iter().map(|id| Named::vendor(scene.model(), *id)).collect();
    OutcomeView { chosen: vendors(&found.chosen), tied: vendors(&found.tied), chance: found.chance }
}
