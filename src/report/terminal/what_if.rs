//! Before and after on a terminal: the answer, who moved, what turned it, which change did what.
//! The page of `what-if`; `diff` puts its own parts between these.

use crate::decide::decision::Verdict;
use crate::explore::moves::Stand;
use crate::report::digits::{fixed, signed};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{BAD, FAINT, GOOD, PLAIN, STRONG, styled};
use crate::report::view::graph::verdict_word;
use crate::report::view::what_if::{EffectView, MoveView, TurningView, WhatIfView};
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{count, list};

/// Parts named for one vendor before the rest is added up.
const SHOWN_PARTS: usize = 4;

/// Changes listed before the rest is counted.
const SHOWN_CHANGES: usize = 12;

/// Vendors listed before the rest is counted.
const SHOWN_ROWS: usize = 40;

/// Of these, so many are the best, whether they moved or not.
const BEST_ROWS: usize = 5;

/// The whole page.
pub fn draw(view: &WhatIfView) -> String {
    let mut page = headline(&view.headline);
    page.push('\n');
    page.push_str(&moves(view));
    page.push_str(&legend(view));
    page.push_str(&section("What turned it", &turning(view)));
    page.push_str(&section("What each change did to the scores", &effects(view)));
    page.push_str(&section("Without effect", &without(view)));
    page
}

/// The answer in bold, then what qualifies it.
pub fn headline(sentences: &[String]) -> String {
    let mut lines = String::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let style = if index == 0 { STRONG } else { PLAIN };
        for line in paragraph("", &printable(sentence), PAGE).lines() {
            lines.push_str(&styled(line, style));
            lines.push('\n');
        }
    }
    lines
}

/// A heading with a hanging paragraph for each item, or nothing.
pub fn section(heading: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let mut lines = format!("\n{}\n", styled(heading, STRONG));
    for item in items {
        lines.push_str(&paragraph("  ", &printable(item), PAGE));
    }
    lines
}

/// Who stands where, before and after; of very many, the best and who moved the most.
pub fn moves(view: &WhatIfView) -> String {
    let (shown, folded) = fold(view);
    let mut table = table(view, &shown).draw(PAGE);
    if !folded.is_empty() {
        table.push_str(&paragraph("", &folded_words(&folded), PAGE));
    }
    table
}

/// The rows that are shown, in their order, and the others.
fn fold(view: &WhatIfView) -> (Vec<&MoveView>, Vec<&MoveView>) {
    if view.moves.len() <= SHOWN_ROWS {
        return (view.moves.iter().collect(), Vec::new());
    }
    let size = |each: &MoveView| each.score_change.map_or(0.0, f64::abs);
    let class = |(at, each): (usize, &MoveView)| match () {
        () if at < BEST_ROWS => 0,
        () if has_turned(each) => 1,
        () if size(each) > 1e-12 => 2,
        () => 3,
    };
    let mut rows: Vec<usize> = (0..view.moves.len()).collect();
    rows.sort_by(|one, other| {
        let [a, b] = [*one, *other].map(|at| (class((at, &view.moves[at])), size(&view.moves[at])));
        a.0.cmp(&b.0).then(if a.0 == 2 { b.1.total_cmp(&a.1) } else { one.cmp(other) })
    });
    let is_worth = |at: &&usize| class((**at, &view.moves[**at])) < 3;
    let mut shown: Vec<usize> = rows.iter().filter(is_worth).take(SHOWN_ROWS).copied().collect();
    shown.sort_unstable();
    let is_shown = |at: &usize| shown.binary_search(at).is_ok();
    let folded = (0..view.moves.len()).filter(|at| !is_shown(at)).map(|at| &view.moves[at]);
    (shown.iter().map(|at| &view.moves[*at]).collect(), folded.collect())
}

fn has_turned(each: &MoveView) -> bool {
    let verdict = |stand: &Option<Stand>| stand.as_ref().map(|stand| stand.verdict);
    verdict(&each.before) != verdict(&each.after)
}

/// `And 4 more vendors: 2 of them move, none farther than those shown.`
fn folded_words(folded: &[&MoveView]) -> String {
    let moved = folded.iter().filter(|each| each.moved).count();
    let scored = folded.iter().any(|each| each.score_change.is_some_and(|by| by.abs() > 1e-12));
    let turned = folded.iter().any(|each| has_turned(each));
    let what = match () {
        () if moved == 0 => "none of them moves".to_owned(),
        () if scored || turned => format!("{moved} of them move, none farther than those shown"),
        () => format!("{moved} of them change rank, none its score or verdict"),
    };
    format!("and {}: {what}.", count(folded.len(), "more vendor"))
}

fn table(view: &WhatIfView, shown: &[&MoveView]) -> Grid {
    let scored = view.moves.iter().any(|each| {
        let score = |stand: &Option<Stand>| stand.as_ref().and_then(|stand| stand.score);
        score(&each.before).is_some() || score(&each.after).is_some()
    });
    let mut columns = vec![Column::number("rank"), Column::words("vendor", 12)];
    if scored {
        columns.push(Column::number("score"));
        columns.push(Column::number("change"));
    }
    columns.push(Column::words("verdict", 28));
    let rows = shown.iter().map(|each| row(view, each, scored)).collect();
    Grid { columns, rows }
}

fn row(view: &WhatIfView, each: &MoveView, scored: bool) -> Vec<Cell> {
    let verdict = each.after.as_ref().map(|stand| stand.verdict);
    let faint = if each.moved { PLAIN } else { FAINT };
    let name = if verdict == Some(Verdict::Chosen) { STRONG } else { faint };
    let mut cells = vec![
        Cell::new(pair(each, rank)).styled(faint),
        Cell::new(printable(&each.vendor.label)).styled(name),
    ];
    if scored {
        let score = |stand: &Stand| {
            let bracketed = stand.would_rank.is_some();
            stand.score.map_or_else(String::new, |score| {
                let score = fixed(score, view.decimals);
                if bracketed { format!("({score})") } else { score }
            })
        };
        cells.push(Cell::new(pair(each, score)).styled(faint));
        let change = each.score_change.filter(|change| change.abs() > 1e-12);
        let change = change.map(|change| signed(change, view.decimals));
        cells.push(Cell::new(change.unwrap_or_default()).styled(faint));
    }
    let style = match verdict {
        Some(Verdict::Chosen) => GOOD,
        Some(Verdict::Rejected) if each.moved => BAD,
        _ => faint,
    };
    cells.push(Cell::new(verdict_change(each)).styled(style));
    cells
}

/// `2 → 1`, or one of them where both are the same.
fn pair(each: &MoveView, words: impl Fn(&Stand) -> String) -> String {
    match (&each.before, &each.after) {
        (Some(before), Some(after)) => match (words(before), words(after)) {
            (before, after) if before == after => after,
            (before, after) if before.is_empty() => format!("- → {after}"),
            (before, after) if after.is_empty() => format!("{before} → -"),
            (before, after) => format!("{before} → {after}"),
        },
        (Some(before), None) => format!("{} → -", words(before)),
        (None, Some(after)) => format!("- → {}", words(after)),
        (None, None) => String::new(),
    }
}

fn rank(stand: &Stand) -> String {
    match (stand.rank, stand.would_rank) {
        (Some(rank), _) => rank.to_string(),
        (None, Some(rank)) => format!("({rank})"),
        (None, None) => "-".to_owned(),
    }
}

/// `eligible → chosen: 0.068 ahead of ByteDance`.
pub fn verdict_change(each: &MoveView) -> String {
    let words = |stand: &Stand| {
        let tied = if stand.tied { ", tied" } else { "" };
        let open = if stand.conditional { " for now" } else { "" };
        format!("{}{open}{tied}", verdict_word(stand.verdict))
    };
    let verdict = |stand: &Option<Stand>| stand.as_ref().map(|stand| stand.verdict);
    let (before, after) = (each.before.as_ref().map(words), each.after.as_ref().map(words));
    let with_reason = |verdict: String| match each.reason.as_str() {
        "" => verdict,
        reason => format!("{verdict}: {}", printable(reason)),
    };
    match (before, after) {
        (Some(_), Some(after)) if verdict(&each.before) == verdict(&each.after) => {
            let chosen = verdict(&each.after) == Some(Verdict::Chosen);
            if chosen && each.moved { with_reason(after) } else { after }
        }
        (Some(before), Some(after)) => with_reason(format!("{before} → {after}")),
        (None, Some(after)) => with_reason(format!("joins, {after}")),
        (Some(before), None) => format!("{before} → leaves"),
        (None, None) => String::new(),
    }
}

/// What brackets mean, where there are any.
pub fn legend(view: &WhatIfView) -> String {
    let stands = view.moves.iter().flat_map(|each| [&each.before, &each.after]);
    let hypothetical = stands.flatten().any(|stand| stand.would_rank.is_some());
    match hypothetical {
        true => format!("{}\n", styled("in brackets: where it would stand if it passed.", FAINT)),
        false => String::new(),
    }
}

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
