//! How sure a choice is, on a terminal: the headline, how far weights may move, what must be agreed,
//! ranks under draws, what could change it, and the chances of what is pending.

pub mod basis;
pub mod central;
pub mod claims;
pub mod ladder;
pub mod outcomes;
pub mod people;
pub mod shares;
pub mod stability;
pub mod tornado;

use crate::report::grid::Cell;
use crate::report::style::{FAINT, OPEN, STRONG, styled};
use crate::report::terminal::robust::basis::basis;
use crate::report::terminal::robust::central::central;
use crate::report::terminal::robust::claims::claims;
use crate::report::terminal::robust::ladder::ladder;
use crate::report::terminal::robust::outcomes::outcomes;
use crate::report::terminal::robust::people::voters;
use crate::report::terminal::robust::shares::shares;
use crate::report::terminal::robust::stability::stability;
use crate::report::terminal::robust::tornado::tornado;
use crate::report::view::named::Named;
use crate::report::view::robust::RobustView;
use crate::report::view::robust::tornado::EndView;
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{count, list};

/// Rows of a table that people read; the rest is counted.
pub const SCREENFUL: usize = 12;
/// Rank columns at most.
pub const RANKS: usize = 5;

/// The whole page.
pub fn draw(view: &RobustView) -> String {
    let mut page = String::new();
    for (index, sentence) in view.headline.iter().enumerate() {
        for line in paragraph("", &printable(sentence), PAGE).lines() {
            page.push_str(&if index == 0 { styled(line, STRONG) } else { line.to_owned() });
            page.push('\n');
        }
    }
    for place in &view.broken_constraints {
        let sentence = format!("Today's weights break the constraint at {place}.");
        page.push_str(&styled(&paragraph("", &printable(&sentence), PAGE), OPEN));
    }
    section(&mut page, "How far each weight may move", &stability(view));
    section(&mut page, "What must be agreed", &ladder(view));
    section(&mut page, "How often each takes a rank", &shares(view));
    section(&mut page, "Mean weights where each is first", &central(view));
    section(&mut page, "What each uncertain input does", &tornado(view));
    section(&mut page, "Who ends up chosen", &outcomes(view));
    section(&mut page, "What each stakeholder would choose", &voters(view));
    section(&mut page, "What the claims are worth", &claims(view));
    page.push_str(&format!("\n{}", styled(&paragraph("", &basis(view), PAGE), FAINT)));
    page
}

fn section(page: &mut String, heading: &str, body: &str) {
    if !body.is_empty() {
        page.push_str(&format!("\n{}\n{body}", styled(heading, STRONG)));
    }
}

/// Names, or nobody.
pub fn chosen(vendors: &[Named]) -> String {
    let labels: Vec<String> = vendors.iter().map(|each| printable(&each.label)).collect();
    if labels.is_empty() { "nobody".to_owned() } else { list(&labels) }
}

/// How many rows of a table are not shown.
pub fn more(all: usize, noun: &str) -> String {
    match all.saturating_sub(SCREENFUL) {
        0 => String::new(),
        rest => styled(&format!("{} more not shown\n", count(rest, noun)), FAINT),
    }
}

/// Who is chosen at one end.
pub fn who(end: &EndView) -> Cell {
    let style = if end.is_changed { OPEN } else { FAINT };
    if end.is_refused {
        return Cell::new("cannot rank").styled(style);
    }
    let text = match (end.chosen.as_slice(), end.tied.as_slice()) {
        ([], []) => "nobody".to_owned(),
        ([], tied) => format!("tie: {}", chosen(tied)),
        (all, _) => chosen(all),
    };
    Cell::new(text).styled(style)
}
