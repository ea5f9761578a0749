//! How sure a choice is, as Markdown: the same order as on a terminal.

use crate::report::digits::{percent, signed};
use crate::report::markdown::escaped;
use crate::report::terminal::robust::basis::basis;
use crate::report::terminal::robust::claims::origins;
use crate::report::terminal::robust::ladder::asks_for_agreement;
use crate::report::terminal::robust::outcomes::chances_note;
use crate::report::terminal::robust::people::{divide, voter_choice};
use crate::report::terminal::robust::tornado::rating_words;
use crate::report::view::named::Named;
use crate::report::view::robust::RobustView;
use crate::report::view::robust::headline::{END, rounded_down, rounded_up};
use crate::report::view::robust::tornado::EndView;
use crate::report::words::list;

/// The whole page.
pub fn robust(view: &RobustView) -> String {
    let mut sentences = view.headline.iter().map(|sentence| escaped(sentence));
    let first = sentences.next().unwrap_or_default();
    let rest: Vec<String> = sentences.collect();
    let mut page = format!("**{first}**\n{}\n", rest.join(" "));
    let is_swept = view.stability.iter().any(|each| each.holding.is_some());
    let rows = view.stability.iter().filter(|_| is_swept).map(|each| {
        let mut cells = vec![escaped(&each.criterion.label), percent(each.share)];
        match &each.holding {
            Some(stretch) => cells.extend([
                rounded_up(stretch.low),
                who(&stretch.low_rivals, stretch.low > END),
                rounded_down(stretch.high),
                who(&stretch.high_rivals, stretch.high < 1.0 - END),
            ]),
            None => cells.extend(["-"; 4].map(str::to_owned)),
        }
        cells
    });
    let heads = ["Criterion", "Share", "From", "Below it", "To", "Above it"];
    page.push_str(&table("How far each weight may move", &heads, rows.collect()));
    let is_asked = asks_for_agreement(view);
    let rows = view.ladder.iter().filter(|_| is_asked).map(|rung| {
        let word = match (rung.is_settled, rung.changes) {
            (true, None) => "settled".to_owned(),
            (true, Some(_)) | (false, Some(0.0)) => "no draw changes it".to_owned(),
            (false, Some(share)) => format!("{} of draws change it", percent(share)),
            (false, None) => "open".to_owned(),
        };
        vec![escaped(&rung.label), word]
    });
    page.push_str(&table("What must be agreed", &["Weights", "The choice"], rows.collect()));
    let rows = view.vendors.iter().map(|vendor| {
        let first = vendor.ranks.first().map_or(0.0, |rank| rank.figure);
        vec![
            escaped(&vendor.vendor.label),
            percent(vendor.chosen.figure),
            percent(first),
            percent(vendor.rejected.figure),
        ]
    });
    let heads = ["Vendor", "Chosen", "First", "Out"];
    page.push_str(&table("How often each takes a rank", &heads, rows.collect()));
    if view.vary.weights {
        let leaves = view.leaves.iter().map(|leaf| escaped(&leaf.label));
        let heads: Vec<String> = std::iter::once("Vendor".to_owned()).chain(leaves).collect();
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let rows = view.vendors.iter().filter_map(|vendor| {
            let central = vendor.central.as_ref()?.iter().map(|mean| percent(mean.figure));
            Some(std::iter::once(escaped(&vendor.vendor.label)).chain(central).collect())
        });
        page.push_str(&table("Mean weights where each is first", &heads, rows.collect()));
    }
    let rows = view.tornado.iter().map(|bar| {
        let mut cells = vec![escaped(&bar.label)];
        cells.extend([&bar.low, &bar.high].into_iter().flat_map(|end| end_cells(view, end)));
        cells
    });
    let heads = ["Input", "At", "Lead", "Chosen", "At", "Lead", "Chosen"];
    page.push_str(&table("What each uncertain input does", &heads, rows.collect()));
    if view.is_pending {
        let rows = view.outcomes.iter();
        let rows = rows.map(|each| vec![percent(each.chance), choice(&each.chosen, &each.tied)]);
        let refused = (view.chance_refused > 0.0)
            .then(|| vec![percent(view.chance_refused), "the method cannot rank".to_owned()]);
        let rows = rows.chain(refused).collect();
        page.push_str(&table("Who ends up chosen", &["Chance", "Chosen"], rows));
        page.push_str(&format!("\n{}\n", escaped(&chances_note(view))));
    }
    let rows = view.voters.iter().map(|voter| {
        vec![
            escaped(&voter.stakeholder.label),
            percent(voter.amount),
            escaped(&voter_choice(voter)),
        ]
    });
    let heads = ["Stakeholder", "Counts", "Alone would choose"];
    page.push_str(&table("What each stakeholder would choose", &heads, rows.collect()));
    if let Some(sentence) = divide(view) {
        page.push_str(&format!("\n{}\n", escaped(&sentence)));
    }
    let rows = view.beliefs.iter().map(|belief| {
        vec![
            escaped(&belief.claim),
            percent(belief.posterior),
            escaped(&origins(belief)),
            belief.echoes.to_string(),
            escaped(&list(&belief.contradicted_by)),
        ]
    });
    let heads = ["Claim", "Believed", "Origins", "Echoes", "Against it"];
    page.push_str(&table("What the claims are worth", &heads, rows.collect()));
    page.push_str(&format!("\n{}\n", escaped(&basis(view))));
    page
}

/// A heading and a table, or nothing.
pub fn table(heading: &str, heads: &[&str], rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let rule = vec!["---"; heads.len()].join(" | ");
    let mut lines = format!("\n## {heading}\n\n| {} |\n| {rule} |\n", heads.join(" | "));
    for row in rows {
        lines.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    lines
}

fn end_cells(view: &RobustView, end: &EndView) -> [String; 3] {
    [
        escaped(&rating_words(&end.at)),
        end.lead.map_or_else(|| "-".to_owned(), |lead| signed(lead, view.decimals)),
        match end.is_refused {
            true => "cannot rank".to_owned(),
            false => choice(&end.chosen, &end.tied),
        },
    ]
}

fn choice(chosen: &[Named], tied: &[Named]) -> String {
    match (chosen, tied) {
        ([], []) => "nobody".to_owned(),
        ([], tied) => format!("tie: {}", who(tied, true)),
        (all, _) => who(all, true),
    }
}

fn who(vendors: &[Named], is_open: bool) -> String {
    let labels: Vec<String> = vendors.iter().map(|each| escaped(&each.label)).collect();
    match labels.is_empty() {
        true if is_open => "nobody".to_owned(),
        true => String::new(),
        false => list(&labels),
    }
}
