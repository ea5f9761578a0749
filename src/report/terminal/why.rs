//! An explanation on a terminal: the conclusion, what speaks for and against, what is open, what
//! would turn it, whom it rests on; each with the file and line it stands on.

use crate::report::citation::citation;
use crate::report::style::{FAINT, STRONG, styled};
use crate::report::tree;
use crate::report::view::explanation::ExplanationView;
use crate::report::view::sentence::{Length, Section, Sentence};
use crate::report::width::{PAGE, paragraph, printable, width, wrap};

/// Every section after the conclusion with its heading.
pub const SECTIONS: [(Section, &str); 5] = [
    (Section::Because, "Because"),
    (Section::But, "But"),
    (Section::Open, "Open"),
    (Section::Turns, "What would turn it"),
    (Section::Rests, "What it rests on"),
];

/// The page, as long as asked for.
pub fn draw(view: &ExplanationView, length: Length) -> String {
    let said = |sentence: &&Sentence| sentence.length <= length;
    let mut page = String::new();
    for (index, sentence) in view.section(Section::Conclusion).filter(said).enumerate() {
        for line in paragraph("", &printable(&sentence.text), PAGE).lines() {
            page.push_str(&if index == 0 { styled(line, STRONG) } else { line.to_owned() });
            page.push('\n');
        }
    }
    for (section, heading) in SECTIONS {
        let mut sentences = view.section(section).filter(said).peekable();
        if sentences.peek().is_none() {
            continue;
        }
        page.push_str(&format!("\n{}\n", styled(heading, STRONG)));
        for sentence in sentences {
            page.push_str(&drawn(sentence));
        }
    }
    if length == Length::All {
        page.push_str(&format!("\n{}\n", styled("Everything it follows from", STRONG)));
        page.push_str(&tree::draw(&view.graph));
    }
    page
}

fn drawn(sentence: &Sentence) -> String {
    if sentence.items.is_empty() {
        return cited("  - ", &sentence.text, &sentence.places);
    }
    sentence.items.iter().map(|item| cited("  - ", &item.text, &item.places)).collect()
}

/// A bullet with its places, on the same line where they fit.
fn cited(lead: &str, text: &str, places: &[String]) -> String {
    let mut lines = paragraph(lead, &printable(text), PAGE);
    if places.is_empty() {
        return lines;
    }
    let cited = format!("[{}]", printable(&citation(places)));
    let last = lines.trim_end().lines().last().map_or(0, width);
    if last + 1 + width(&cited) <= PAGE {
        lines.truncate(lines.trim_end().len());
        lines.push_str(&format!(" {}\n", styled(&cited, FAINT)));
        return lines;
    }
    let indent = " ".repeat(width(lead));
    for line in wrap(&cited, PAGE - width(lead)) {
        lines.push_str(&format!("{indent}{}\n", styled(&line, FAINT)));
    }
    lines
}
