//! Who stands where, before and after: a row a vendor.
//! Of very many, the best and who moved the most.

use crate::decide::decision::Verdict;
use crate::explore::moves::Stand;
use crate::report::digits::{fixed, signed};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{BAD, FAINT, GOOD, PLAIN, STRONG, styled};
use crate::report::view::graph::verdict_word;
use crate::report::view::what_if::{MoveView, WhatIfView};
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::count;

/// Vendors listed before the rest is counted.
const SHOWN_ROWS: usize = 40;

/// Of these, so many are the best, whether they moved or not.
const BEST_ROWS: usize = 5;

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
