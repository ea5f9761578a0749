//! Before and after as people read it: the answer, who moved, which change did it, what did nothing.
//! What `what-if` and the first half of `diff` show in every format.

use crate::decide::decision::Verdict;
use crate::explore::effects::{ScoreEffects, Turning};
use crate::explore::moves::{Move, Stand};
use crate::explore::what_if::WhatIf;
use crate::report::view::change::{ChangeView, change};
use crate::report::view::choice::choice;
use crate::report::view::named::Named;
use crate::report::view::pair::Pair;
use crate::report::view::ranking::{Ranking, ranking};
use crate::report::view::selection::{Only, Selection};
use crate::report::words::{alternatives, count, list};

/// Sets of changes named for one verdict before the rest is counted.
const SHOWN_SETS: usize = 3;

/// Before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIfView {
    /// The answer first; each a sentence.
    pub headline: Vec<String>,
    /// The first side.
    pub before: Ranking,
    /// The second side.
    pub after: Ranking,
    /// Every vendor, in the order of the second side, then those gone.
    pub moves: Vec<MoveView>,
    /// What is stated differently.
    pub changes: Vec<ChangeView>,
    /// Changes that are made together or not at all, as indices into `changes`.
    pub players: Vec<Vec<usize>>,
    /// Score changes over the players.
    pub effects: Vec<EffectView>,
    /// What turned each verdict.
    pub turning: Vec<TurningView>,
    /// Changes without effect, as indices into `changes`.
    pub without: Vec<usize>,
    /// Decimals under which different scores look different.
    pub decimals: usize,
    /// Whether scores of the two sides can be compared.
    pub comparable: bool,
    /// The seed, where chance was used.
    pub seed: Option<u64>,
}

/// One vendor before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveView {
    /// Who.
    pub vendor: Named,
    /// On the first side.
    pub before: Option<Stand>,
    /// On the second side.
    pub after: Option<Stand>,
    /// By how much its score changed.
    pub score_change: Option<f64>,
    /// Whether anything about it differs.
    pub moved: bool,
    /// Why it stands where it does now; of a vendor that is gone, why it stood where it did.
    pub reason: String,
}

/// One vendor's score change over the players.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectView {
    /// Whose.
    pub vendor: Named,
    /// Player and its part, largest first; `None` where there is no split.
    pub parts: Option<Vec<(usize, f64)>>,
    /// Standard error of the parts; 0 where exact.
    pub standard_error: f64,
}

/// What turned one vendor's verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct TurningView {
    /// Whose.
    pub vendor: Named,
    /// On the first side.
    pub from: Verdict,
    /// On the second side.
    pub to: Verdict,
    /// Sets of players each of which gives the new verdict by itself.
    pub sets: Vec<Vec<usize>>,
    /// Whether they are the smallest.
    pub smallest: bool,
    /// What does it, in words.
    pub by: String,
}

/// Before and after.
pub fn view(pair: &Pair<'_>, found: &WhatIf) -> WhatIfView {
    let all = Selection { only: Only::Everybody, top: None, sort: None };
    let before = ranking(pair.before.1, pair.texts, &all);
    let after = ranking(pair.after.1, pair.texts, &all);
    let sides = [pair.before.0, pair.after.0];
    let changes: Vec<ChangeView> =
        found.changes.iter().map(|each| change(each, sides, pair.texts)).collect();
    let moves =
        found.moves.iter().map(|each| moved(pair, found, each, [&before, &after])).collect();
    let name = |player: &Vec<usize>| {
        let named = player.iter().take(SHOWN_SETS).map(|at| changes[*at].sentence());
        let named: Vec<String> = named.collect();
        match player.len() - named.len() {
            0 => named.join(" with "),
            rest => format!("{} and {}", named.join(", "), count(rest, "more change")),
        }
    };
    let players: Vec<String> = found.effects.players.iter().map(name).collect();
    let effects = found.effects.scores.iter().map(|each| effect(pair, each)).collect();
    let mut turning: Vec<TurningView> =
        found.effects.turning.iter().map(|each| turning(pair, each, &players)).collect();
    // Who comes or ceases to be chosen is asked first.
    turning.sort_by_key(|each| match (each.from, each.to) {
        (_, Verdict::Chosen) => 0,
        (Verdict::Chosen, _) => 1,
        _ => 2,
    });
    WhatIfView {
        headline: choice(pair, found),
        decimals: pair.decimals(),
        moves,
        effects,
        turning,
        changes,
        players: found.effects.players.clone(),
        without: found.effects.without.clone(),
        comparable: found.comparable,
        seed: found.effects.sampled.then_some(pair.seed),
        before,
        after,
    }
}

fn moved(pair: &Pair<'_>, found: &WhatIf, each: &Move, [before, after]: [&Ranking; 2]) -> MoveView {
    let of = |ranking: &Ranking| {
        let row = ranking.vendors.iter().find(|row| row.id == each.vendor);
        row.map(|row| row.reason.clone())
    };
    MoveView {
        vendor: pair.vendor(&each.vendor),
        before: each.before.clone(),
        after: each.after.clone(),
        score_change: each.score_change().filter(|_| found.comparable),
        moved: each.has_moved(),
        reason: of(after).or_else(|| of(before)).unwrap_or_default(),
    }
}

fn effect(pair: &Pair<'_>, effects: &ScoreEffects) -> EffectView {
    EffectView {
        vendor: pair.vendor(&effects.vendor),
        parts: effects.parts.clone(),
        standard_error: effects.standard_error,
    }
}

fn turning(pair: &Pair<'_>, turning: &Turning, players: &[String]) -> TurningView {
    let vendor = pair.vendor(&turning.vendor);
    let together = |set: &Vec<usize>| {
        let named: Vec<&str> = set.iter().map(|player| players[*player].as_str()).collect();
        match named.as_slice() {
            [] => "nothing".to_owned(),
            [one] => one.to_string(),
            more => format!("{} together", list(more)),
        }
    };
    let sets: Vec<String> = turning.sets.iter().take(SHOWN_SETS).map(together).collect();
    let rest = turning.sets.len() - sets.len();
    let by = match (sets.as_slice(), rest) {
        ([], _) => "no set of the changes does it by itself".to_owned(),
        ([one], 0) if players.len() == 1 => one.clone(),
        ([_], 0) if turning.sets[0].len() == players.len() => {
            "it takes all the changes together".to_owned()
        }
        ([one], 0) if turning.sets[0].len() == 1 => format!("{one} alone does it"),
        ([one], 0) => format!("{one} do it"),
        (some, 0) if turning.sets.iter().all(|set| set.len() == 1) => {
            format!("{} alone does it", alternatives(some))
        }
        (some, 0) => format!("any of these does it: {}", some.join("; ")),
        (some, rest) => format!(
            "any of these does it: {}; or one of {}",
            some.join("; "),
            count(rest, "other set")
        ),
    };
    TurningView {
        vendor,
        from: turning.from,
        to: turning.to,
        sets: turning.sets.clone(),
        smallest: turning.smallest,
        by,
    }
}
