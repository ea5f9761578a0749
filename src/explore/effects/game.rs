//! Every blend of two scenarios, run once and remembered: the game that effects are split by.
//! Players are changes; those that make no sense without one another play as one.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::explore::diff::change::{Change, Kind};
use crate::explore::effects::blend::blend;
use crate::explore::effects::role::{Role, roles};
use crate::explore::effects::standing::{Standing, decided, standings};
use crate::explore::side::Side;
use crate::model::load::load;
use crate::text::diagnostic::Diagnostics;

/// Changes that are made together or not at all, as indices into the list of changes.
pub type Player = Vec<usize>;

/// Two scenarios and the changes between them.
#[derive(Debug)]
pub struct Game<'a> {
    before: Side<'a>,
    changes: &'a [Change],
    roles: Vec<Role>,
    /// Who plays, in the order of their first changes.
    pub players: Vec<Player>,
    seen: BTreeMap<Vec<bool>, Option<Vec<Standing>>>,
}

impl<'a> Game<'a> {
    /// The game of the changes that count. Changes play one by one; those of one criterion's scale
    /// as one; where a blend would not check, those of one criterion as one, and in the end all.
    pub fn new(before: Side<'a>, after: Side<'a>, changes: &'a [Change]) -> Self {
        let coarser = [by_change, by_criterion, all_as_one];
        let roles = roles(before, after, changes);
        let seen = BTreeMap::new();
        let mut game = Self { before, changes, roles, players: Vec::new(), seen };
        for grouping in coarser {
            game.players = group(changes, &game.roles, grouping);
            game.seen.clear();
            let count = game.players.len();
            game.seen.insert(vec![false; count], Some(decided(before.model, before.decision)));
            game.seen.insert(vec![true; count], Some(decided(after.model, after.decision)));
            if game.every_single_runs() {
                break;
            }
        }
        game
    }

    /// Every vendor once the changes of these players are made; `None` where that does not run.
    pub fn standings(&mut self, member: &[bool]) -> Option<&[Standing]> {
        if !self.seen.contains_key(member) {
            let found = run(&self.document(member));
            self.seen.insert(member.to_vec(), found);
        }
        self.seen.get(member).and_then(Option::as_deref)
    }

    /// The first scenario with the changes of these players made.
    pub fn document(&self, member: &[bool]) -> Document {
        let mut made: Vec<bool> = self.roles.iter().map(|role| *role == Role::Always).collect();
        for (player, _) in self.players.iter().zip(member).filter(|(_, member)| **member) {
            for &change in player {
                made[change] = true;
            }
        }
        blend(self.before.document, self.changes, &made)
    }

    /// Whether each player alone, and all but each, make scenarios that run.
    fn every_single_runs(&mut self) -> bool {
        let count = self.players.len();
        (0..count).all(|player| {
            let alone: Vec<bool> = (0..count).map(|other| other == player).collect();
            let without: Vec<bool> = (0..count).map(|other| other != player).collect();
            self.standings(&alone).is_some() && self.standings(&without).is_some()
        })
    }
}

/// What a document comes to; `None` where it does not check or cannot be run.
fn run(document: &Document) -> Option<Vec<Standing>> {
    let mut said = Diagnostics::default();
    let model = load(document, &mut said).filter(|_| !said.has_errors())?;
    standings(&model).ok()
}

/// Changes that count, those with the same key in one player.
fn group(changes: &[Change], roles: &[Role], key: fn(usize, &Change) -> String) -> Vec<Player> {
    let mut players: Vec<(String, Player)> = Vec::new();
    let counting = changes.iter().enumerate().filter(|(idx, _)| roles[*idx] == Role::Plays);
    for (idx, change) in counting {
        let key = key(idx, change);
        match players.iter_mut().find(|(known, _)| *known == key) {
            Some((_, player)) => player.push(idx),
            None => players.push((key, vec![idx])),
        }
    }
    players.into_iter().map(|(_, player)| player).collect()
}

fn by_change(idx: usize, change: &Change) -> String {
    match (change.kind, change.path.get(1)) {
        (Kind::Scale, Some(criterion)) => format!("scale {criterion}"),
        _ => idx.to_string(),
    }
}

fn by_criterion(idx: usize, change: &Change) -> String {
    let criterion = match change.path.first().map(String::as_str) {
        Some("criteria") => change.path.get(1),
        Some("vendors") if change.kind == Kind::Rating => change.path.get(3),
        _ => None,
    };
    criterion.map_or_else(|| idx.to_string(), |criterion| format!("criterion {criterion}"))
}

fn all_as_one(_: usize, _: &Change) -> String {
    String::new()
}
