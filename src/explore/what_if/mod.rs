//! Before and after: who moved, by how much, and which change did it.
//! `Side, Side → what_if → WhatIf`; `diff` adds to it what only a diff asks.

pub mod many;

use crate::decide::decision::{Place, Verdict};
use crate::explore::diff::change::{Change, changes};
use crate::explore::effects::{Effects, effects};
use crate::explore::side::Side;

/// Two scenarios compared.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// What the two state differently.
    pub changes: Vec<Change>,
    /// Every vendor of either, in the order of the second, then those gone in that of the first.
    pub moves: Vec<Move>,
    /// What each change did.
    pub effects: Effects,
    /// Whether scores of the two can be compared: the method is the same.
    pub comparable: bool,
}

/// One vendor before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Its id.
    pub vendor: String,
    /// On the first side; `None` where it is not there.
    pub before: Option<Stand>,
    /// On the second side.
    pub after: Option<Stand>,
}

impl Move {
    /// By how much its score changed, where it has one on both sides.
    pub fn score_change(&self) -> Option<f64> {
        Some(self.after.as_ref()?.score? - self.before.as_ref()?.score?)
    }

    /// Whether anything but the wording differs: rank, verdict, condition, or the score by more
    /// than rounding.
    pub fn has_moved(&self) -> bool {
        let (Some(before), Some(after)) = (&self.before, &self.after) else { return true };
        let place = |stand: &Stand| {
            (stand.rank, stand.would_rank, stand.verdict, stand.conditional, stand.tied)
        };
        place(before) != place(after)
            || before.score.is_some() != after.score.is_some()
            || self.score_change().is_some_and(|change| change.abs() > 1e-12)
    }
}

/// Where a vendor stands on one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand {
    /// Rank in the field.
    pub rank: Option<usize>,
    /// Rank that a rejected vendor would have.
    pub would_rank: Option<usize>,
    /// Score; of a rejected vendor, what it would be.
    pub score: Option<f64>,
    /// Verdict in the reading.
    pub verdict: Verdict,
    /// Whether something open would give another verdict.
    pub conditional: bool,
    /// Whether it is tied across the edge.
    pub tied: bool,
}

/// Compares two scenarios. `seed` is used only where there are too many changes for every coalition.
pub fn what_if(before: Side<'_>, after: Side<'_>, seed: u64) -> WhatIf {
    let changes = changes(before.document, after.document);
    let effects = effects(before, after, &changes, seed);
    let comparable = before.model.method.kind == after.model.method.kind;
    WhatIf { moves: moves(before, after), changes, effects, comparable }
}

fn moves(before: Side<'_>, after: Side<'_>) -> Vec<Move> {
    let name = |side: Side<'_>, place: &Place| side.model.vendor(place.vendor).name.clone();
    let find = |side: Side<'_>, vendor: &str| {
        let place = side.decision.places.iter().find(|place| name(side, place) == vendor);
        place.map(|place| stand(side, place))
    };
    let mut moves: Vec<Move> = Vec::new();
    for place in &after.decision.places {
        let vendor = name(after, place);
        let (before, after) = (find(before, &vendor), Some(stand(after, place)));
        moves.push(Move { vendor, before, after });
    }
    for place in &before.decision.places {
        let vendor = name(before, place);
        if after.model.vendor_named(&vendor).is_none() {
            moves.push(Move { vendor, before: Some(stand(before, place)), after: None });
        }
    }
    moves
}

fn stand(side: Side<'_>, place: &Place) -> Stand {
    let back = place.put_back.as_ref();
    Stand {
        rank: place.rank,
        would_rank: back.map(|back| back.rank),
        score: side.decision.reading.score(place.vendor).or(back.and_then(|back| back.score)),
        verdict: place.verdict,
        conditional: place.conditional,
        tied: place.tied,
    }
}
