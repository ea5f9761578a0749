//! Markdown for issues, wikis and sign-off: the same order as the first screen.
//! Everything from a file is escaped, so that no title breaks a table or becomes markup.

pub mod ask;
pub mod diff;
pub mod flip;
pub mod matrix;
pub mod robust;
pub mod sweep;
pub mod what_if;

use crate::report::citation::citation;
use crate::report::digits::{fixed, percent};
use crate::report::json::envelope::{Run, inputs};
use crate::report::terminal::ranking::verdict;
use crate::report::terminal::why::SECTIONS;
use crate::report::view::explanation::ExplanationView;
use crate::report::view::ranking::Ranking;
use crate::report::view::sentence::{Length, Section, Sentence};
use crate::report::view::split::Meaning;
use crate::report::view::vendor::VendorView;
use crate::report::width::printable;
use crate::report::words::count;

/// The whole page.
pub fn ranking(ranking: &Ranking) -> String {
    let mut page = String::new();
    if let Some(title) = &ranking.title {
        page.push_str(&format!("# {}\n\n", escaped(title)));
    }
    let mut sentences = ranking.headline.iter().map(|sentence| escaped(sentence));
    if let Some(answer) = sentences.next() {
        page.push_str(&format!("**{answer}**"));
    }
    for sentence in sentences {
        page.push_str(&format!(" {sentence}"));
    }
    page.push_str("\n\n");
    page.push_str(&table(ranking));
    if ranking.left_out > 0 {
        page.push_str(&format!("\n{} more not shown.\n", count(ranking.left_out, "vendor")));
    }
    let open: Vec<String> = ranking.pending.iter().chain(&ranking.unknown).cloned().collect();
    page.push_str(&section("Open", &open));
    let conditions: Vec<String> =
        ranking.conditions.iter().map(|condition| condition.sentence.clone()).collect();
    page.push_str(&section("What would change it", &conditions));
    if let Some(sentence) = ranking.judgement() {
        page.push_str(&format!("\n{}\n", escaped(&sentence)));
    }
    page
}

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Everybody.
    pub ranking: &'a Ranking,
    /// Why the choice.
    pub choice: &'a ExplanationView,
    /// Why each vendor, best first; beyond many vendors only those that matter.
    pub vendors: &'a [ExplanationView],
}

/// The ranking, why the choice, why each vendor, and what it was made from.
pub fn report(report: &Report<'_>, run: &Run<'_>) -> String {
    let mut page = ranking(report.ranking);
    page.push_str("\n## Why\n\n");
    page.push_str(&nested(report.choice));
    for vendor in report.vendors {
        let label = vendor.subject.as_ref().map_or("", |subject| subject.label.as_str());
        page.push_str(&format!("\n## {}\n\n{}", escaped(label), nested(vendor)));
    }
    page.push_str("\n## Made from\n\n");
    for input in inputs(run.texts) {
        page.push_str(&format!("- {}: sha256 `{}`\n", escaped(&input.file), input.sha256));
    }
    if let Some(decision) = run.decision {
        page.push_str(&format!("- decision `{decision}`\n"));
    }
    page.push_str(&format!("- rationale {}\n", env!("CARGO_PKG_VERSION")));
    page
}

/// An explanation under a heading of its own: its headings are one level lower.
fn nested(view: &ExplanationView) -> String {
    why(view, Length::Paragraph).replace("\n## ", "\n### ")
}

/// An explanation, as long as asked for.
pub fn why(view: &ExplanationView, length: Length) -> String {
    let said = |sentence: &&Sentence| sentence.length <= length;
    let mut page = String::new();
    for (index, sentence) in view.section(Section::Conclusion).filter(said).enumerate() {
        let text = escaped(&sentence.text);
        page.push_str(&if index == 0 { format!("**{text}**\n") } else { format!("{text}\n") });
    }
    for (part, heading) in SECTIONS {
        let items: Vec<String> = view.section(part).filter(said).flat_map(items).collect();
        page.push_str(&section(heading, &items));
    }
    page
}

fn items(sentence: &Sentence) -> Vec<String> {
    let cited = |text: &str, places: &[String]| match places {
        [] => text.to_owned(),
        places => format!("{text} ({})", citation(places)),
    };
    match sentence.items.as_slice() {
        [] => vec![cited(&sentence.text, &sentence.places)],
        items => items.iter().map(|item| cited(&item.text, &item.places)).collect(),
    }
}

/// A heading with a list, or nothing.
pub fn section(heading: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: String = items.iter().map(|item| format!("- {}\n", escaped(item))).collect();
    format!("\n## {heading}\n\n{items}")
}

fn table(ranking: &Ranking) -> String {
    let mut heads = vec!["Rank".to_owned(), "Vendor".to_owned(), "Score".to_owned()];
    for part in &ranking.split.parts {
        heads.push(format!("{} ({})", escaped(&part.label), percent(part.share)));
    }
    heads.push("Verdict".to_owned());
    let mut rule = vec!["---:", "---", "---:"];
    rule.extend(ranking.split.parts.iter().map(|_| "---:"));
    rule.push("---");
    let mut lines = format!("| {} |\n| {} |\n", heads.join(" | "), rule.join(" | "));
    for vendor in &ranking.vendors {
        lines.push_str(&format!("| {} |\n", cells(ranking, vendor).join(" | ")));
    }
    lines
}

fn cells(ranking: &Ranking, vendor: &VendorView) -> Vec<String> {
    let score = |score| fixed(score, ranking.decimals);
    let part = |part| match ranking.split.meaning {
        Meaning::Contribution => score(part),
        Meaning::Reached => percent(part),
    };
    let bracketed = |text: String| match vendor.would_rank {
        Some(_) => format!("({text})"),
        None => text,
    };
    let rank = vendor.rank.or(vendor.would_rank).map(|rank| bracketed(rank.to_string()));
    let mut cells = vec![
        rank.unwrap_or_default(),
        escaped(&vendor.label),
        vendor.score.map(|number| bracketed(score(number))).unwrap_or_default(),
    ];
    cells.extend(vendor.parts.iter().map(|number| number.map(part).unwrap_or_default()));
    cells.push(escaped(&verdict(vendor)));
    cells
}

/// Text in which no character is markup.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in printable(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            escaped.push('\\');
        }
        match character {
            '&' => escaped.push_str("&amp;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_title_cannot_break_out_of_its_cell() {
        assert_eq!(escaped("a|b\n*c* <d> & e"), "a\\|b \\*c\\* \\<d\\> &amp; e");
    }
}
