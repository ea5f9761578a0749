//! Two scenarios on a terminal: the answer, moves, where score changes come from, all changes.
//! The page of `diff`.

use crate::report::digits::signed;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{STRONG, styled};
use crate::report::terminal::effects::effects;
use crate::report::terminal::effects::turning;
use crate::report::terminal::moves::legend;
use crate::report::terminal::moves::moves;
use crate::report::terminal::page::headline;
use crate::report::terminal::page::section;
use crate::report::view::diff::{DiffView, KINDS, SplitView};
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{capitalised, count};

/// Changes listed of one kind before the rest is counted.
const SHOWN: usize = 12;

/// The whole page.
pub fn draw(view: &DiffView) -> String {
    let found = &view.what_if;
    let mut page = headline(&found.headline);
    for remark in &view.remarks {
        page.push_str(&paragraph("", &printable(&format!("{}.", capitalised(remark))), PAGE));
    }
    page.push('\n');
    page.push_str(&moves(found));
    page.push_str(&legend(found));
    page.push_str(&section("What turned it", &turning(found)));
    page.push_str(&splits(view));
    page.push_str(&section("What each change did to the scores", &effects(found)));
    let reversals: Vec<String> =
        view.reversals.iter().map(|reversal| reversal.sentence.clone()).collect();
    page.push_str(&section("Order reversed by others", &reversals));
    page.push_str(&changes(view));
    page
}

fn splits(view: &DiffView) -> String {
    let moved: Vec<&SplitView> = view.splits.iter().filter(|split| split.moves()).collect();
    if moved.is_empty() {
        return String::new();
    }
    let digits = view.what_if.decimals;
    let heading = styled("Where the score changes come from", STRONG);
    let moves = |part: fn(&SplitView) -> f64| moved.iter().any(|split| part(split).abs() > 1e-12);
    let only = match [moves(|s| s.facts), moves(|s| s.preferences), moves(|s| s.field)] {
        [true, false, false] => {
            "all of them from the vendors' own ratings; neither weights and scales nor the field move any"
        }
        [false, true, false] => {
            "all of them from weights and scales; neither ratings nor the field move any"
        }
        [false, false, true] => {
            "all of them from the field: who else stands in it, and what they are rated"
        }
        _ => "",
    };
    if !only.is_empty() {
        return format!("\n{heading}\n{}", paragraph("  ", only, PAGE));
    }
    let columns = vec![
        Column::words("", 12),
        Column::number("change"),
        Column::number("its own facts"),
        Column::number("preferences"),
        Column::number("the field"),
    ];
    let rows = moved
        .iter()
        .map(|split| {
            let amounts = [
                split.facts + split.preferences + split.field,
                split.facts,
                split.preferences,
                split.field,
            ];
            let label = Cell::new(printable(&split.vendor.label));
            let cells = amounts.map(|amount| Cell::new(signed(amount, digits)));
            std::iter::once(label).chain(cells).collect()
        })
        .collect();
    format!("\n{heading}\n{}", Grid { columns, rows }.draw(PAGE))
}

/// Everything that is stated differently, by kind; what did nothing is marked.
fn changes(view: &DiffView) -> String {
    let found = &view.what_if;
    if found.changes.is_empty() {
        return String::new();
    }
    let total = count(found.changes.len(), "change");
    let idle = found.without.len();
    let tail =
        if idle > 0 { format!(", {idle} of them without effect (·)") } else { String::new() };
    let mut lines = format!("\n{}\n", styled(&format!("{total}{tail}"), STRONG));
    for (kind, heading) in KINDS {
        let of: Vec<usize> =
            (0..found.changes.len()).filter(|&at| found.changes[at].kind == kind).collect();
        for (at, &change) in of.iter().enumerate() {
            let lead = if at == 0 { heading } else { "" };
            let mark = if found.without.contains(&change) { "·" } else { " " };
            if at == SHOWN {
                let rest = of.len() - SHOWN;
                lines.push_str(&paragraph(
                    &format!("  {:<12}  ", ""),
                    &format!("and {rest} more"),
                    PAGE,
                ));
                break;
            }
            let change = &found.changes[change];
            let because = change.because.as_ref().map(|because| format!(": {because}"));
            let text = format!("{}{}", change.sentence(), because.unwrap_or_default());
            let text = printable(&text);
            lines.push_str(&paragraph(&format!("  {lead:<12}{mark} "), &text, PAGE));
        }
    }
    lines
}
