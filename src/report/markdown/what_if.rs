//! Before and after for issues, wikis and sign-off: the same order as on a terminal.

use crate::explore::moves::Stand;
use crate::report::digits::{fixed, signed};
use crate::report::markdown::{escaped, section};
use crate::report::terminal::effects::effects;
use crate::report::terminal::effects::turning;
use crate::report::terminal::effects::without;
use crate::report::terminal::moves::verdict_change;
use crate::report::view::what_if::{MoveView, WhatIfView};

/// The whole page.
pub fn what_if(view: &WhatIfView) -> String {
    let mut page = headline(&view.headline);
    page.push_str(&moves(view));
    page.push_str(&section("What turned it", &turning(view)));
    page.push_str(&section("What each change did to the scores", &effects(view)));
    page.push_str(&section("Without effect", &without(view)));
    page
}

/// The answer in bold, then what qualifies it.
pub fn headline(sentences: &[String]) -> String {
    let mut text = String::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let sentence = escaped(sentence);
        text.push_str(&if index == 0 { format!("**{sentence}**") } else { format!(" {sentence}") });
    }
    text.push_str("\n\n");
    text
}

/// Who stands where, before and after.
pub fn moves(view: &WhatIfView) -> String {
    let mut lines = String::from(
        "| Vendor | Rank before | Rank after | Score before | Score after | Change | Verdict |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | --- |\n",
    );
    for each in &view.moves {
        lines.push_str(&format!("| {} |\n", cells(view, each).join(" | ")));
    }
    lines
}

fn cells(view: &WhatIfView, each: &MoveView) -> Vec<String> {
    let rank = |stand: &Option<Stand>| {
        let stand = stand.as_ref()?;
        let would = stand.would_rank.map(|rank| format!("({rank})"));
        stand.rank.map(|rank| rank.to_string()).or(would)
    };
    let score = |stand: &Option<Stand>| {
        let stand = stand.as_ref()?;
        let score = fixed(stand.score?, view.decimals);
        Some(if stand.would_rank.is_some() { format!("({score})") } else { score })
    };
    let change = each.score_change.map(|change| signed(change, view.decimals));
    vec![
        escaped(&each.vendor.label),
        rank(&each.before).unwrap_or_default(),
        rank(&each.after).unwrap_or_default(),
        score(&each.before).unwrap_or_default(),
        score(&each.after).unwrap_or_default(),
        change.unwrap_or_default(),
        escaped(&verdict_change(each)),
    ]
}
