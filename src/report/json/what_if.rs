//! `what-if --format json`: before, after, who moved, which change did it, what did nothing.
//! Made from the view; `json.md` fixes the keys.

use schemars::JsonSchema;
use serde::Serialize;

use crate::explore::moves::Stand;
use crate::report::json::change::{Change, change};
use crate::report::json::envelope::Input;
use crate::report::json::rank::Rank;
use crate::report::json::words::Verdict;
use crate::report::view::what_if::{MoveView, TurningView, WhatIfView};

/// Before and after.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct WhatIf {
    /// The answer in sentences.
    pub headline: Vec<String>,
    /// The scenario as it is, shaped as `rank`.
    pub before: Rank,
    /// The scenario as it would be, shaped as `rank`.
    pub after: Rank,
    /// What is stated differently.
    pub changes: Vec<Change>,
    /// Every vendor, best first as it would be, then those gone.
    pub moves: Vec<Move>,
    /// Score changes over the changes, by Shapley; parts of a vendor add up to its score change.
    pub effects: Vec<Effect>,
    /// Smallest sets of changes that make each verdict change.
    pub turning: Vec<Turning>,
    /// Paths of changes that do nothing.
    pub without_effect: Vec<String>,
}

/// One vendor before and after.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Move {
    /// Its id.
    pub vendor: String,
    /// Where it stands; null where it is not there.
    pub from: Option<Place>,
    /// Where it would stand.
    pub to: Option<Place>,
    /// By how much its score changes; null where it lacks one, or the method differs.
    pub score_change: Option<f64>,
    /// Its verdicts where they differ.
    pub verdict_change: Option<VerdictChange>,
    /// Why it stands where it does, in a line.
    pub reason: String,
}

/// Where a vendor stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Place {
    /// Rank in the field.
    pub rank: Option<usize>,
    /// Rank that a rejected vendor would have.
    pub would_rank: Option<usize>,
    /// Score; of a rejected vendor, what it would be.
    pub score: Option<f64>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Whether something open would give another verdict.
    pub conditional: bool,
    /// Whether it is tied across the edge.
    pub tied: bool,
}

/// Two verdicts; null where the vendor is not there.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct VerdictChange {
    /// As it is.
    pub from: Option<Verdict>,
    /// As it would be.
    pub to: Option<Verdict>,
}

/// What a change does to one vendor's score.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Effect {
    /// Whose score.
    pub vendor: String,
    /// Paths of changes; several where they make no sense without one another.
    pub change: Vec<String>,
    /// Their part of the score change.
    pub score_change: f64,
    /// 0 where the split is exact.
    pub standard_error: f64,
}

/// What turns one vendor's verdict.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Turning {
    /// Whose verdict.
    pub vendor: String,
    /// As it is.
    pub from: Verdict,
    /// As it would be.
    pub to: Verdict,
    /// Sets of paths; each set by itself gives the new verdict.
    pub sets: Vec<Vec<String>>,
    /// Whether no smaller set does.
    pub smallest: bool,
}

impl From<&WhatIfView> for WhatIf {
    fn from(view: &WhatIfView) -> Self {
        Self {
            headline: view.headline.clone(),
            before: Rank::from(&view.before),
            after: Rank::from(&view.after),
            changes: changes(view),
            moves: moves(view),
            effects: effects(view),
            turning: turnings(view),
            without_effect: without(view),
        }
    }
}

/// What is stated differently.
pub fn changes(view: &WhatIfView) -> Vec<Change> {
    view.changes.iter().map(change).collect()
}

/// Every vendor before and after.
pub fn moves(view: &WhatIfView) -> Vec<Move> {
    view.moves.iter().map(moved).collect()
}

/// Parts of score changes, one for each vendor and player that moves it.
pub fn effects(view: &WhatIfView) -> Vec<Effect> {
    let mut effects = Vec::new();
    for effect in &view.effects {
        for (player, part) in effect.parts.iter().flatten().filter(|part| part.1 != 0.0) {
            effects.push(Effect {
                vendor: effect.vendor.id.clone(),
                change: paths(view, *player),
                score_change: *part,
                standard_error: effect.standard_error,
            });
        }
    }
    effects
}

/// What turns each verdict.
pub fn turnings(view: &WhatIfView) -> Vec<Turning> {
    view.turning.iter().map(|each| turning(view, each)).collect()
}

/// Paths of changes that do nothing.
pub fn without(view: &WhatIfView) -> Vec<String> {
    view.without.iter().map(|at| view.changes[*at].path.clone()).collect()
}

/// Each input once, in reading order: two scenarios may stand on the same file.
pub fn once(inputs: Vec<Input>) -> Vec<Input> {
    let mut kept: Vec<Input> = Vec::new();
    for input in inputs {
        if !kept.contains(&input) {
            kept.push(input);
        }
    }
    kept
}

fn paths(view: &WhatIfView, player: usize) -> Vec<String> {
    view.players[player].iter().map(|at| view.changes[*at].path.clone()).collect()
}

fn turning(view: &WhatIfView, turning: &TurningView) -> Turning {
    let set = |set: &Vec<usize>| set.iter().flat_map(|player| paths(view, *player)).collect();
    Turning {
        vendor: turning.vendor.id.clone(),
        from: Verdict::from(turning.from),
        to: Verdict::from(turning.to),
        sets: turning.sets.iter().map(set).collect(),
        smallest: turning.smallest,
    }
}

fn moved(each: &MoveView) -> Move {
    let verdict = |stand: &Option<Stand>| stand.as_ref().map(|stand| stand.verdict);
    let (from, to) = (verdict(&each.before), verdict(&each.after));
    Move {
        vendor: each.vendor.id.clone(),
        from: each.before.as_ref().map(place),
        to: each.after.as_ref().map(place),
        score_change: each.score_change,
        verdict_change: (from != to)
            .then(|| VerdictChange { from: from.map(Verdict::from), to: to.map(Verdict::from) }),
        reason: each.reason.clone(),
    }
}

fn place(stand: &Stand) -> Place {
    Place {
        rank: stand.rank,
        would_rank: stand.would_rank,
        score: stand.score,
        verdict: Verdict::from(stand.verdict),
        conditional: stand.conditional,
        tied: stand.tied,
    }
}
