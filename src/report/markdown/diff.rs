//! Two scenarios for issues, wikis and sign-off: the same order as on a terminal.

use crate::report::digits::signed;
use crate::report::markdown::what_if::{headline, moves};
use crate::report::markdown::{escaped, section};
use crate::report::terminal::effects::effects;
use crate::report::terminal::effects::turning;
use crate::report::view::diff::{DiffView, KINDS, SplitView};
use crate::report::words::capitalised;

/// The whole page.
pub fn diff(view: &DiffView) -> String {
    let found = &view.what_if;
    let mut page = headline(&found.headline);
    for remark in &view.remarks {
        page.push_str(&format!("{}.\n\n", escaped(&capitalised(remark))));
    }
    page.push_str(&moves(found));
    page.push_str(&section("What turned it", &turning(found)));
    page.push_str(&splits(view));
    page.push_str(&section("What each change did to the scores", &effects(found)));
    let reversals: Vec<String> =
        view.reversals.iter().map(|reversal| reversal.sentence.clone()).collect();
    page.push_str(&section("Order reversed by others", &reversals));
    page.push_str(&section("Changes", &changes(view)));
    page
}

fn splits(view: &DiffView) -> String {
    if !view.splits.iter().any(SplitView::moves) {
        return String::new();
    }
    let mut lines = String::from(
        "\n## Where the score changes come from\n\n\
         | Vendor | Its own facts | Preferences | The field |\n| --- | ---: | ---: | ---: |\n",
    );
    for split in view.splits.iter().filter(|split| split.moves()) {
        let [facts, preferences, field] = [split.facts, split.preferences, split.field]
            .map(|amount| signed(amount, view.what_if.decimals));
        let label = escaped(&split.vendor.label);
        lines.push_str(&format!("| {label} | {facts} | {preferences} | {field} |\n"));
    }
    lines
}

fn changes(view: &DiffView) -> Vec<String> {
    let found = &view.what_if;
    let mut lines = Vec::new();
    for (kind, heading) in KINDS {
        for (at, change) in found.changes.iter().enumerate().filter(|(_, each)| each.kind == kind) {
            let idle = if found.without.contains(&at) { ", without effect" } else { "" };
            let because = change.because.as_ref().map(|because| format!(": {because}"));
            let because = because.unwrap_or_default();
            lines.push(format!("{heading}: {}{because}{idle}", change.sentence()));
        }
    }
    lines
}
