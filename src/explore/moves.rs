//! Who moved between two decisions: vendors matched by their ids, because the two models are two.
//! `Side, Side → moves`; for what-ifs, diffs and edits.

use crate::decide::decision::{Place, Verdict};
use crate::explore::side::Side;

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

/// One vendor under two ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renamed<'a> {
    /// On the first side.
    pub from: &'a str,
    /// On the second.
    pub to: &'a str,
}

/// Every vendor of either side, in the order of the second, then those gone in that of the first.
pub fn moves(before: Side<'_>, after: Side<'_>, renamed: Option<Renamed<'_>>) -> Vec<Move> {
    let find = |side: Side<'_>, vendor: &str| {
        let id = side.model.vendor_named(vendor)?;
        let place = side.decision.places.iter().find(|place| place.vendor == id)?;
        Some(stand(side, place))
    };
    let mut moves: Vec<Move> = Vec::new();
    for place in &after.decision.places {
        let vendor = name(after, place);
        let earlier = renamed.filter(|renamed| renamed.to == vendor);
        let earlier = earlier.map_or(vendor.as_str(), |renamed| renamed.from);
        let (before, after) = (find(before, earlier), Some(stand(after, place)));
        moves.push(Move { vendor, before, after });
    }
    for place in &before.decision.places {
        let vendor = name(before, place);
        let is_renamed = renamed.is_some_and(|renamed| renamed.from == vendor);
        if !is_renamed && after.model.vendor_named(&vendor).is_none() {
            moves.push(Move { vendor, before: Some(stand(before, place)), after: None });
        }
    }
    moves
}

fn name(side: Side<'_>, place: &Place) -> String {
    side.model.vendor(place.vendor).name.clone()
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
