//! What becomes of the choice, in sentences: whether it changes, to whom, what it hangs on now.
//! The first lines of `what-if` and `diff`.

use crate::explore::moves::Move;
use crate::explore::what_if::WhatIf;
use crate::model::id::VendorId;
use crate::reasons::Reasons;
use crate::reasons::headline::headline;
use crate::report::digits::fixed;
use crate::report::view::condition::provisos;
use crate::report::view::headline::headline as said;
use crate::report::view::pair::Pair;
use crate::report::view::scene::Scene;
use crate::report::view::tie_break::decides;
use crate::report::words::{closed, is};

/// The answer in sentences: whether the choice changes, to whom, and what it hangs on now.
pub fn choice(pair: &Pair<'_>, found: &WhatIf) -> Vec<String> {
    sentences(pair, found).into_iter().map(closed).collect()
}

fn sentences(pair: &Pair<'_>, found: &WhatIf) -> Vec<String> {
    let (old, new) = (headline(pair.before.1), headline(pair.after.1));
    let scenes = [Scene::new(pair.before.1, pair.texts), Scene::new(pair.after.1, pair.texts)];
    let was = scenes[0].vendors(&old.chosen);
    let now = scenes[1].vendors(&new.chosen);
    let ids = |reasons: &Reasons<'_>, of: &[VendorId]| {
        let mut ids: Vec<String> =
            of.iter().map(|id| reasons.model.vendor(*id).name.clone()).collect();
        ids.sort();
        ids
    };
    let same = ids(pair.before.1, &old.chosen) == ids(pair.after.1, &new.chosen)
        && ids(pair.before.1, &old.tied) == ids(pair.after.1, &new.tied);
    let digits = pair.decimals();
    let is_old = |over| old.chosen.len() == 1 && scenes[1].vendor(over) == was;
    let level = new.broken.as_ref().zip(new.over).map(|(breaker, over)| {
        let whom = if is_old(over) { "it" } else { scenes[1].vendor(over) };
        format!(", {}", decides(&scenes[1], breaker, whom))
    });
    let ahead = match (new.margin, new.over) {
        _ if level.is_some() => level.clone().unwrap_or_default(),
        (Some(margin), Some(over)) if is_old(over) => {
            format!(", {} ahead of it", fixed(margin, digits))
        }
        (Some(margin), Some(over)) => {
            format!(", {} ahead of {}", fixed(margin, digits), scenes[1].vendor(over))
        }
        (None, Some(over)) => format!(", ahead of {}", scenes[1].vendor(over)),
        _ => String::new(),
    };
    let mut sentences = Vec::new();
    if found.changes.is_empty() {
        sentences.push("Nothing is changed: both say the same.".to_owned());
    }
    let common = |each: &Move| each.before.is_some() && each.after.is_some();
    if !found.moves.iter().any(common) {
        sentences.push("These are two decisions: no vendor is in both.".to_owned());
    }
    let moved = found.moves.iter().any(Move::has_moved);
    sentences.push(match (old.chosen.is_empty(), new.chosen.is_empty(), same) {
        (false, false, true) => {
            let stays = if new.chosen.len() == 1 { "stays" } else { "stay" };
            let lead = match (old.margin, new.margin, new.over) {
                _ if !moved => "; no vendor moves".to_owned(),
                _ if level.is_some() => ahead,
                (Some(was), Some(now), Some(over)) if found.comparable => {
                    let who = scenes[1].vendor(over);
                    let (was, now) = (fixed(was, digits), fixed(now, digits));
                    let before = old.over.map(|over| scenes[0].vendor(over)).unwrap_or_default();
                    match (was == now, before == who) {
                        (true, true) => format!(", {now} ahead of {who} as before"),
                        (_, true) if old.broken.is_some() => {
                            format!(", now {now} ahead of {who} (before: level)")
                        }
                        (_, true) => format!(", now {now} ahead of {who} (before: {was})"),
                        (_, false) if old.broken.is_some() => {
                            format!(", now {now} ahead of {who} (before: level with {before})")
                        }
                        (_, false) => {
                            format!(", now {now} ahead of {who} (before: {was} ahead of {before})")
                        }
                    }
                }
                _ => ahead,
            };
            format!("{now} {stays} chosen{lead}.")
        }
        (false, false, false) if now == was => {
            format!("{now} {} chosen{ahead}.", is(new.chosen.len()))
        }
        (false, false, false) => {
            format!("{now} {} chosen instead of {was}{ahead}.", is(new.chosen.len()))
        }
        (true, false, _) => {
            format!("{now} {} chosen now{ahead}; nobody was.", is(new.chosen.len()))
        }
        (false, true, _) if new.tied.is_empty() => {
            format!("Nobody is chosen any more; it was {was}.")
        }
        (true, true, true) if !moved && new.tied.is_empty() => {
            "Nothing changes: nobody is chosen, as before.".to_owned()
        }
        (true, true, true) if !moved => {
            format!("Nothing changes: {} tie, as before.", scenes[1].vendors(&new.tied))
        }
        (true, true, _) if new.tied.is_empty() => "Still nobody is chosen.".to_owned(),
        (_, true, _) => format!("Nobody is safely chosen: {} tie.", scenes[1].vendors(&new.tied)),
    });
    // What it hangs on, where one thing decides, stands in a first sentence that is not ours.
    if let [only] = provisos(pair.after.0.model, pair.after.0.decision).as_slice() {
        sentences.push(format!("It hangs on one thing: {only}."));
    }
    sentences.extend(said(&scenes[1], &new).into_iter().skip(1));
    if !found.comparable {
        let [before, after] = [pair.before.0, pair.after.0].map(|side| side.model.method.kind.id());
        sentences.push(format!(
            "The method changes from {before} to {after}, so scores cannot be compared."
        ));
    }
    sentences
}
