//! What each stakeholder would choose and what divides them, as it is shown.
//! Part of `robust`.

use crate::explore::robust::people::Voter;
use crate::model::id::StakeholderId;
use crate::report::view::named::Named;
use crate::report::view::scene::Scene;

/// What one stakeholder alone would choose.
#[derive(Debug, Clone, PartialEq)]
pub struct VoterView {
    /// Who.
    pub stakeholder: Named,
    /// How much they count.
    pub amount: f64,
    /// Whom they would choose; `None` where the method has no answer for them.
    pub chosen: Option<Vec<Named>>,
    /// Who would be tied across the edge.
    pub tied: Vec<Named>,
    /// Whether that is today's choice.
    pub agrees: bool,
}

/// The criterion over which two choices part.
#[derive(Debug, Clone, PartialEq)]
pub struct DivideView {
    /// The leaf.
    pub criterion: Named,
    /// Today's choice.
    pub vendor: Named,
    /// The other one.
    pub rival: Named,
    /// Who leans most to today's choice on it, and who least.
    pub between: [Named; 2],
    /// How far their weighted differences lie apart.
    pub apart: f64,
    /// Whether that is in units of the score.
    pub is_score: bool,
}

/// A stakeholder with their choice named.
pub fn voter(scene: &Scene<'_>, found: &Voter) -> VoterView {
    VoterView {
        stakeholder: stakeholder(scene, found.stakeholder),
        amount: found.amount,
        chosen: found.chosen.as_ref().map(|all| Named::all(scene.model(), all)),
        tied: Named::all(scene.model(), &found.tied),
        agrees: found.agrees,
    }
}

/// A stakeholder by id and label.
pub fn stakeholder(scene: &Scene<'_>, id: StakeholderId) -> Named {
    let who = scene.model().people.as_ref().and_then(|all| all.stakeholders.get(id.index()));
    who.map_or_else(
        || Named { id: id.index().to_string(), label: id.index().to_string() },
        |who| Named { id: who.name.clone(), label: who.label().to_owned() },
    )
}
