//! Which change did what: to the scores, and to each verdict.
//! Below the table of moves.

use crate::decide::decision::Verdict;
use crate::report::digits::{fixed, signed};
use crate::report::view::graph::verdict_word;
use crate::report::view::what_if::{EffectView, TurningView, WhatIfView};
use crate::report::words::list;

/// Parts named for one vendor before the rest is added up.
const SHOWN_PARTS: usize = 4;

/// Changes listed before the rest is counted.
const SHOWN_CHANGES: usize = 12;

/// What turned each verdict, in sentences; verdicts turned by the same stand in one.
pub fn turning(view: &WhatIfView) -> Vec<String> {
    let mut groups: Vec<(Vec<String>, &TurningView)> = Vec::new();
    // That an exclusion excludes goes without saying.
    let excluded = |turning: &&TurningView| {
        turning.from == Verdict::Excluded || turning.to == Verdict::Excluded
    };
    for turning in view.turning.iter().filter(|turning| !excluded(turning)) {
        let (from, to) = (verdict_word(turning.from), verdict_word(turning.to));
        let who = format!("{} {from} → {to}", turning.vendor.label);
        match groups.iter_mut().find(|(_, first)| first.sets == turning.sets) {
            Some((names, _)) => names.push(who),
            None => groups.push((vec![who], turning)),
        }
    }
    groups.iter().map(|(names, turning)| format!("{}: {}", list(names), turning.by)).collect()
}

/// Each vendor's score change over the changes, largest first.
pub fn effects(view: &WhatIfView) -> Vec<String> {
    // One change did whatever was done: the table says it.
    if view.players.len() < 2 {
        return Vec::new();
    }
    let mut lines: Vec<String> =
        view.effects.iter().filter_map(|effect| effect_words(view, effect)).collect();
    let error = view.effects.iter().map(|effect| effect.standard_error).fold(0.0, f64::max);
    if let Some(seed) = view.seed {
        lines.push(format!(
            "sampled over orders of the changes: standard error {} at most, seed {seed}",
            fixed(error, view.decimals + 1)
        ));
    }
    lines
}

fn effect_words(view: &WhatIfView, effect: &EffectView) -> Option<String> {
    let label = &effect.vendor.label;
    let Some(all) = &effect.parts else {
        return Some(format!("{label}: some mixture of the changes cannot be run, so no split"));
    };
    let total: f64 = all.iter().map(|part| part.1).sum();
    let shown = |amount: f64| signed(amount, view.decimals);
    let parts: Vec<&(usize, f64)> = all.iter().filter(|part| part.1.abs() > 1e-12).collect();
    let named: Vec<String> = parts
        .iter()
        .take(SHOWN_PARTS)
        .map(|(player, part)| format!("{} {}", shown(*part), player_words(view, *player, label)))
        .collect();
    let rest: f64 = parts.iter().skip(SHOWN_PARTS).map(|part| part.1).sum();
    let tail = match parts.len().saturating_sub(SHOWN_PARTS) {
        0 => String::new(),
        more => format!("; {more} more, together {}", shown(rest)),
    };
    match named.as_slice() {
        [] => None,
        _ if parts.len() == 1 => {
            let words = player_words(view, parts[0].0, label);
            Some(format!("{label} {}: {words}", shown(total)))
        }
        _ => Some(format!("{label} {}: {}{tail}", shown(total), named.join("; "))),
    }
}

/// What a player changes; the vendor it is listed under is not named again.
fn player_words(view: &WhatIfView, player: usize, vendor: &str) -> String {
    let words: Vec<String> = view.players[player]
        .iter()
        .map(|at| {
            let change = &view.changes[*at];
            let subject = change.subject.strip_suffix(&format!(" of {vendor}"));
            format!("{} {}", subject.unwrap_or(&change.subject), change.words)
        })
        .collect();
    words.join(" with ")
}

/// Changes without effect, those beyond a few counted.
pub fn without(view: &WhatIfView) -> Vec<String> {
    let mut lines: Vec<String> = view
        .without
        .iter()
        .take(SHOWN_CHANGES)
        .map(|at| {
            let change = &view.changes[*at];
            match &change.place {
                Some(place) => format!("{} ({place})", change.sentence()),
                None => change.sentence(),
            }
        })
        .collect();
    let rest = view.without.len() - lines.len();
    if rest > 0 {
        lines.push(format!("and {rest} more"));
    }
    lines
}
