//! Which of several changes did it: the split of each score change, what turned each verdict, and
//! what did nothing. After `diff::change`; read by `what_if` and `diff`.

pub mod blend;
pub mod game;
pub mod related;
pub mod role;
pub mod standing;

use crate::answer::shapley::{self, EXACT_PLAYERS};
use crate::answer::smallest_sets::{changing_sets, sufficient_set};
use crate::decide::decision::Verdict;
use crate::decide::run::decide;
use crate::document::Document;
use crate::explore::diff::change::{Change, Reach};
use crate::explore::effects::game::{Game, Player};
use crate::explore::effects::related::Related;
use crate::explore::effects::standing::Standing;
use crate::explore::side::Side;
use crate::model::load::load;
use crate::text::diagnostic::Diagnostics;

/// Random orders in which players enter, where there are too many for every coalition.
pub const ORDERS: usize = 200;

/// Below this a part of a score is rounding.
const NOTHING: f64 = 1e-12;

/// What each change did.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// Changes that were made together or not at all, as indices into the list of changes.
    pub players: Vec<Player>,
    /// Vendors with a score on both sides that some player moves, in the order of the second side.
    pub scores: Vec<ScoreEffects>,
    /// Vendors of both sides whose verdict differs, in declared order.
    pub turning: Vec<Turning>,
    /// Sets of up to so many players were searched.
    pub searched: usize,
    /// Changes without any effect, as indices into the list of changes, in its order.
    pub without: Vec<usize>,
    /// Whether chance was used: some vendor has more players than are tried exhaustively.
    pub sampled: bool,
}

/// One vendor's score change over the players.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreEffects {
    /// Whose, by id.
    pub vendor: String,
    /// Player and its part, largest first; together the score change. `None` where some mixture of
    /// the changes cannot be run, so that there is no split.
    pub parts: Option<Vec<(usize, f64)>>,
    /// Standard error of the parts; 0 where exact.
    pub standard_error: f64,
}

/// What turned one vendor's verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Turning {
    /// Whose, by id.
    pub vendor: String,
    /// On the first side.
    pub from: Verdict,
    /// On the second side.
    pub to: Verdict,
    /// Smallest sets of players each of which, by itself, gives the second side's verdict.
    pub sets: Vec<Vec<usize>>,
    /// Whether no smaller set does; false where all sets up to `searched` were tried in vain, and
    /// one from which nothing can be left out is given.
    pub smallest: bool,
}

/// Works out what each change did. `seed` is used only beyond [`EXACT_PLAYERS`] players.
pub fn effects(before: Side<'_>, after: Side<'_>, changes: &[Change], seed: u64) -> Effects {
    let mut game = Game::new(before, after, changes);
    let count = game.players.len();
    let (none, all) = (vec![false; count], vec![true; count]);
    let first = game.standings(&none).unwrap_or_default().to_vec();
    let last = game.standings(&all).unwrap_or_default().to_vec();
    let mut found = Effects {
        players: game.players.clone(),
        scores: Vec::new(),
        turning: Vec::new(),
        searched: largest(count),
        without: Vec::new(),
        sampled: false,
    };
    if before.model.method.kind == after.model.method.kind {
        for standing in &last {
            let vendor = &standing.vendor;
            let scored = find(&first, vendor).is_some_and(|standing| standing.score.is_some());
            if !scored || standing.score.is_none() {
                continue;
            }
            let related = Related::new(before, after, vendor);
            let split = split(&mut game, changes, &related, vendor, seed);
            found.sampled |= split.standard_error > 0.0;
            let mut parts = split.parts.iter().flatten();
            if split.parts.is_none() || parts.any(|part| part.1.abs() > NOTHING) {
                found.scores.push(split);
            }
        }
    }
    for standing in &last {
        let (vendor, to) = (&standing.vendor, standing.verdict);
        let Some(from) = find(&first, vendor).map(|standing| standing.verdict) else { continue };
        if from != to {
            found.turning.push(turning(&mut game, vendor, [from, to]));
        }
    }
    found.without = without(&mut game, changes, &found);
    found
}

/// Shapley over the players that can touch the vendor at all.
fn split(
    game: &mut Game<'_>,
    changes: &[Change],
    related: &Related,
    vendor: &str,
    seed: u64,
) -> ScoreEffects {
    let count = game.players.len();
    let touches = |player: &Player| player.iter().any(|change| related.holds(&changes[*change]));
    let playing: Vec<usize> = (0..count).filter(|&at| touches(&game.players[at])).collect();
    let mut runs = true;
    let worth = |member: &[bool]| {
        let mut all = vec![false; count];
        for (&player, &member) in playing.iter().zip(member) {
            all[player] = member;
        }
        // The whole is the second side itself, whoever else cannot touch it.
        if member.iter().all(|member| *member) {
            all.fill(true);
        }
        let score = game.standings(&all).and_then(|found| find(found, vendor)?.score);
        runs &= score.is_some();
        vec![score.unwrap_or(0.0)]
    };
    let players = playing.len();
    let effects = if players <= EXACT_PLAYERS {
        shapley::exact(players, worth)
    } else {
        shapley::sampled(players, ORDERS, seed, worth)
    };
    let mut parts: Vec<(usize, f64)> =
        playing.iter().zip(&effects.parts).map(|(player, part)| (*player, part[0])).collect();
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let parts = runs.then_some(parts);
    ScoreEffects { vendor: vendor.to_owned(), parts, standard_error: effects.standard_error }
}

fn turning(game: &mut Game<'_>, vendor: &str, [from, to]: [Verdict; 2]) -> Turning {
    let count = game.players.len();
    let mut reaches = |set: &[usize]| {
        let mut member = vec![false; count];
        for &player in set {
            member[player] = true;
        }
        game.standings(&member)
            .and_then(|found| find(found, vendor))
            .is_some_and(|standing| standing.verdict == to)
    };
    let mut sets = changing_sets(count, largest(count), &mut reaches);
    let smallest = !sets.is_empty();
    if !smallest {
        sets.extend(sufficient_set(count, &mut reaches));
    }
    Turning { vendor: vendor.to_owned(), from, to, sets, smallest }
}

/// Changes that no run reads, and players that move nothing wherever they are tried.
fn without(game: &mut Game<'_>, changes: &[Change], found: &Effects) -> Vec<usize> {
    let count = game.players.len();
    let moves = |player: usize| {
        let scores = found.scores.iter().flat_map(|split| split.parts.iter().flatten());
        let turns = found.turning.iter().flat_map(|turning| &turning.sets).flatten();
        scores.filter(|part| part.1.abs() > NOTHING).any(|part| part.0 == player)
            || turns.into_iter().any(|turning| *turning == player)
    };
    let idle: Vec<usize> = (0..count).filter(|player| !moves(*player)).collect();
    let mut without: Vec<usize> =
        (0..changes.len()).filter(|&change| changes[change].reach == Reach::Words).collect();
    for player in idle {
        let made = |with: bool| (0..count).map(|at| (at == player) == with).collect::<Vec<_>>();
        let pairs = [(vec![false; count], made(true)), (vec![true; count], made(false))];
        let is_idle = pairs.iter().all(|(one, other)| {
            let scored = game.standings(one).map(<[Standing]>::to_vec);
            let scored = scored.as_deref().zip(game.standings(other));
            scored.is_some_and(|(one, other)| alike(one, other))
                && open_ends(&game.document(one)) == open_ends(&game.document(other))
        });
        if is_idle {
            without.extend(&game.players[player]);
        }
    }
    without.sort_unstable();
    without
}

/// What a decision hangs on: whose verdicts are conditional, and who is chosen then.
fn open_ends(document: &Document) -> Option<Vec<String>> {
    let mut said = Diagnostics::default();
    let model = load(document, &mut said).filter(|_| !said.has_errors())?;
    let decision = decide(&model).ok()?;
    let mut ends: Vec<String> = Vec::new();
    for place in decision.places.iter().filter(|place| place.conditional || place.tied) {
        ends.push(model.vendor(place.vendor).name.clone());
    }
    ends.sort();
    for condition in &decision.conditions {
        let chosen = condition.chosen.iter().map(|id| model.vendor(*id).name.as_str());
        ends.push(chosen.collect::<Vec<_>>().join(" "));
    }
    Some(ends)
}

/// Whether the same vendors have the same verdicts and, up to rounding, the same scores.
fn alike(one: &[Standing], other: &[Standing]) -> bool {
    let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= NOTHING,
        (a, b) => a.is_none() && b.is_none(),
    };
    one.len() == other.len()
        && one.iter().all(|standing| {
            find(other, &standing.vendor).is_some_and(|there| {
                standing.verdict == there.verdict && same(standing.score, there.score)
            })
        })
}

fn find<'s>(standings: &'s [Standing], vendor: &str) -> Option<&'s Standing> {
    standings.iter().find(|standing| standing.vendor == vendor)
}

/// How large sets are searched: every triple of twenty players is some thousand runs.
fn largest(players: usize) -> usize {
    match players {
        0..=20 => 3,
        21..=60 => 2,
        _ => 1,
    }
}
