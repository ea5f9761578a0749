//! How many columns a text takes on a terminal, and how to make it take fewer.
//! Works on what a person sees as one character, so that emoji and accents are never cut apart.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of every page the program prints.
pub const PAGE: usize = 80;

/// Columns a text takes; control characters take none, as [`printable`] leaves none.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// A text safe to print in a line: control characters and line breaks become spaces.
pub fn printable(text: &str) -> String {
    text.chars().map(|each| if each.is_control() { ' ' } else { each }).collect()
}

/// A text in at most `columns` columns, with `…` where something was left off.
pub fn trim(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if width(&kept) + width(grapheme) + 1 > columns {
            break;
        }
        kept.push_str(grapheme);
    }
    format!("{}…", kept.trim_end())
}

/// A text as lines of at most `columns` columns, broken at spaces, within a word only where the word
/// alone is too long. Never empty; a grapheme wider than the line stands alone in it.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for (index, piece) in pieces(word, columns).into_iter().enumerate() {
            let taken = lines.last().map_or(0, |line| width(line));
            let gap = usize::from(taken > 0 && index == 0);
            match lines.last_mut() {
                Some(line) if index == 0 && taken + gap + width(&piece) <= columns => {
                    line.push_str(&" ".repeat(gap));
                    line.push_str(&piece);
                }
                Some(line) if line.is_empty() => line.push_str(&piece),
                _ => lines.push(piece),
            }
        }
    }
    lines
}

/// A paragraph of whole lines with a hanging indent under `lead`.
pub fn paragraph(lead: &str, text: &str, columns: usize) -> String {
    let indent = width(lead);
    let mut paragraph = String::new();
    for (index, line) in wrap(text, columns.saturating_sub(indent).max(1)).iter().enumerate() {
        let start = if index == 0 { lead.to_owned() } else { " ".repeat(indent) };
        paragraph.push_str(format!("{start}{line}").trim_end());
        paragraph.push('\n');
    }
    paragraph
}

fn pieces(word: &str, columns: usize) -> Vec<String> {
    if width(word) <= columns {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for grapheme in word.graphemes(true) {
        match pieces.last_mut() {
            Some(piece) if piece.is_empty() || width(piece) + width(grapheme) <= columns => {
                piece.push_str(grapheme);
            }
            _ => pieces.push(grapheme.to_owned()),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{printable, trim, width, wrap};

    #[test]
    fn wide_characters_count_twice_and_are_never_cut() {
        assert_eq!(width("阿里巴巴"), 8);
        assert_eq!(trim("阿里巴巴", 6), "阿里…");
        assert_eq!(trim("👨‍👩‍👧‍👦 family", 4), "👨‍👩‍👧‍👦…");
        assert_eq!(trim("short", 5), "short");
    }

    #[test]
    fn lines_never_exceed_the_width() {
        let text = "because a/very-long-word-without-any-space-in-it stands 阿里巴巴阿里巴巴 here";
        for columns in 2..40 {
            for line in wrap(text, columns) {
                assert!(width(&line) <= columns, "{line:?} in {columns}");
            }
        }
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(wrap("a b", 1), ["a", "b"]);
    }

    #[test]
    fn escape_codes_in_a_title_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\nc"), "a [31mb c");
    }
}
