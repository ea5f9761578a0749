//! What pages on a terminal are built from: the answer in bold, and headed lists.
//! Shared by verbs whose page is more than one table.

use crate::report::style::{PLAIN, STRONG, styled};
use crate::report::width::{PAGE, paragraph, printable};

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
