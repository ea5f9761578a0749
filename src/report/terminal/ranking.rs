//! A ranking on a terminal: the answer, the table, what is pending, conditions, judgement.
//! The first screen; its order is the order in which a decision maker asks.

use anstyle::Style;

use crate::decide::decision::{Status, Verdict};
use crate::report::digits::{fixed, percent};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{BAD, FAINT, GOOD, OPEN, PLAIN, STRONG, styled};
use crate::report::view::graph::verdict_word;
use crate::report::view::ranking::Ranking;
use crate::report::view::selection::Only;
use crate::report::view::split::Meaning;
use crate::report::view::vendor::VendorView;
use crate::report::width::{PAGE, paragraph, printable, trim};
use crate::report::words::count;

/// Middle columns at most; more would leave no room for the reasons.
const PARTS: usize = 4;

/// The whole page.
pub fn draw(ranking: &Ranking) -> String {
    let mut page = headline(ranking);
    page.push('\n');
    page.push_str(&table(ranking).draw(PAGE));
    page.push_str(&legend(ranking));
    page.push_str(&open(ranking));
    page.push_str(&conditions(ranking));
    page.push_str(&people(ranking));
    page.push_str(&judgement(ranking));
    page
}

fn headline(ranking: &Ranking) -> String {
    let style = match ranking.status {
        Status::Nobody => STRONG.fg_color(BAD.get_fg_color()),
        Status::Tied | Status::Conditional | Status::Decided => STRONG,
    };
    let mut lines = String::new();
    for (index, sentence) in ranking.headline.iter().enumerate() {
        let style = if index == 0 { style } else { PLAIN };
        for line in paragraph("", &printable(sentence), PAGE).lines() {
            lines.push_str(&styled(line, style));
            lines.push('\n');
        }
    }
    lines
}

fn table(ranking: &Ranking) -> Grid {
    let scored = ranking.vendors.iter().any(|vendor| vendor.score.is_some());
    let parts = ranking.split.parts.len().min(PARTS);
    let mut columns = vec![Column::number("rank"), Column::words("vendor", 12)];
    if scored {
        columns.push(Column::number("score"));
    }
    for part in &ranking.split.parts[..parts] {
        let label = trim(&printable(&part.label), 12);
        columns.push(Column::spare(&format!("{label}\n{}", percent(part.share))));
    }
    columns.push(Column::words("verdict", 26));
    let rows = ranking.vendors.iter().map(|vendor| row(ranking, vendor, scored, parts)).collect();
    Grid { columns, rows }
}

fn row(ranking: &Ranking, vendor: &VendorView, scored: bool, parts: usize) -> Vec<Cell> {
    let style = style(vendor);
    let hypothetical = vendor.verdict == Verdict::Rejected;
    let bracketed = |text: String| if hypothetical { format!("({text})") } else { text };
    let rank = vendor.rank.or(vendor.would_rank);
    let rank = rank.map_or_else(|| "-".to_owned(), |rank| bracketed(rank.to_string()));
    let faint = if hypothetical { FAINT } else { PLAIN };
    let name = Cell::new(printable(&vendor.label));
    let chosen = vendor.verdict == Verdict::Chosen;
    let mut cells =
        vec![Cell::new(rank).styled(faint), name.styled(if chosen { STRONG } else { PLAIN })];
    if scored {
        let score = vendor.score.map(|score| bracketed(fixed(score, ranking.decimals)));
        cells.push(Cell::new(score.unwrap_or_default()).styled(faint));
    }
    for part in &vendor.parts[..parts] {
        let number = part.map_or_else(String::new, |part| match ranking.split.meaning {
            Meaning::Contribution => fixed(part, ranking.decimals),
            Meaning::Reached => percent(part),
        });
        cells.push(Cell::new(number).styled(faint));
    }
    cells.push(Cell::new(verdict(vendor)).styled(style));
    cells
}

fn style(vendor: &VendorView) -> Style {
    match vendor.verdict {
        Verdict::Chosen if vendor.conditional => OPEN,
        Verdict::Chosen => GOOD,
        Verdict::Eligible => PLAIN,
        Verdict::Rejected => BAD,
        Verdict::Excluded => FAINT,
    }
}

/// `chosen for now: ahead on price +0.05`.
pub fn verdict(vendor: &VendorView) -> String {
    let mut words = verdict_word(vendor.verdict).to_owned();
    if vendor.conditional {
        words.push_str(" for now");
    }
    if !vendor.reason.is_empty() {
        words.push_str(": ");
        words.push_str(&printable(&vendor.reason));
    }
    words
}

fn legend(ranking: &Ranking) -> String {
    let mut notes = Vec::new();
    if ranking.left_out > 0 {
        let shown = ranking.vendors.len();
        let all = shown + ranking.left_out;
        let rest = match (ranking.selection.only, ranking.selection.top == Some(shown)) {
            (Only::Everybody, _) => format!("--top {all} shows all"),
            (Only::Field, false) => "--only eligible leaves out the rest".to_owned(),
            (Only::Field, true) => "--only eligible and --top leave out the rest".to_owned(),
        };
        notes.push(format!("{shown} of {} shown; {rest}", count(all, "vendor")));
    }
    if ranking.vendors.iter().any(|vendor| vendor.would_rank.is_some()) {
        notes.push("in brackets: where it would stand if it passed".to_owned());
    }
    let rest = ranking.split.parts.len().saturating_sub(PARTS);
    if rest > 0 {
        notes.push(format!("the {rest} lightest parts are not shown"));
    }
    if notes.is_empty() {
        return String::new();
    }
    let text = paragraph("", &format!("{}.", notes.join("; ")), PAGE);
    text.lines().map(|line| format!("{}\n", styled(line, FAINT))).collect()
}

fn open(ranking: &Ranking) -> String {
    if ranking.pending.is_empty() && ranking.unknown.is_empty() {
        return String::new();
    }
    let mut lines = format!("\n{}\n", styled("Open", STRONG));
    for pending in &ranking.pending {
        lines.push_str(&paragraph("  ", &printable(pending), PAGE));
    }
    for unknown in &ranking.unknown {
        lines.push_str(&paragraph("  ", &printable(unknown), PAGE));
    }
    lines
}

fn conditions(ranking: &Ranking) -> String {
    if ranking.conditions.is_empty() {
        return String::new();
    }
    let mut lines = format!("\n{}\n", styled("What would change it", STRONG));
    for condition in &ranking.conditions {
        lines.push_str(&paragraph("  ", &printable(&condition.sentence), PAGE));
    }
    if let Some(search) = &ranking.search {
        lines.push_str(&paragraph("  ", search, PAGE));
    }
    lines
}

fn people(ranking: &Ranking) -> String {
    let sentence = ranking.people.as_ref().map(|people| printable(&people.sentence()));
    sentence.map_or_else(String::new, |text| format!("\n{}", paragraph("", &text, PAGE)))
}

fn judgement(ranking: &Ranking) -> String {
    let sentence = ranking.judgement();
    sentence.map_or_else(String::new, |text| format!("\n{}", paragraph("", &text, PAGE)))
}
