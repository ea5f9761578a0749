//! The texts of a run: files, standard input, and the flags as a text of their own.
//! Filled by `document` while it follows `extends`; read wherever a span becomes file and line.

use std::path::PathBuf;

use crate::text::id::TextId;
use crate::text::span::Span;

/// Where a text came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file at this path, as the reader was asked for it.
    File(PathBuf),
    /// The what-if flags of the command line, one to a line.
    Flags,
}

/// One text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// How the text is named to a person: a path, `-`, or `flags`.
    pub name: String,
    /// The whole text.
    pub content: String,
    /// Where it came from.
    pub origin: Origin,
}

/// Line and column of a place, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Every text of a run, in the order in which they were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    texts: Vec<Text>,
}

impl Texts {
    /// Adds a text and says how to refer to it.
    pub fn add(&mut self, text: Text) -> TextId {
        self.texts.push(text);
        TextId(self.texts.len() - 1)
    }

    /// The text of an id that [`Texts::add`] returned.
    ///
    /// # Panics
    /// If the id belongs to another run's texts.
    pub fn get(&self, id: TextId) -> &Text {
        &self.texts[id.0]
    }

    /// All texts with their ids, in reading order.
    pub fn iter(&self) -> impl Iterator<Item = (TextId, &Text)> {
        self.texts.iter().enumerate().map(|(index, text)| (TextId(index), text))
    }

    /// What stands at a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.text).content.get(span.start..span.end).unwrap_or("")
    }

    /// Whether a span lies in the flags of the command line, so that a mistake there is one of usage.
    pub fn is_flag(&self, span: Span) -> bool {
        self.get(span.text).origin == Origin::Flags
    }

    /// Line and column where a span starts.
    pub fn position(&self, span: Span) -> Position {
        let content = &self.get(span.text).content;
        let mut start = span.start.min(content.len());
        while !content.is_char_boundary(start) {
            start -= 1;
        }
        let before = &content[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        Position { line, column }
    }

    /// `name:line` of a span, as an explanation cites it.
    pub fn place(&self, span: Span) -> String {
        format!("{}:{}", self.get(span.text).name, self.position(span).line)
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Text, Texts};
    use crate::text::span::Span;

    #[test]
    fn columns_count_characters_not_bytes() {
        let mut texts = Texts::default();
        let content = "a = 1\n\u{e9}\u{1f680} = 2\n".to_owned();
        let id = texts.add(Text { name: "x.toml".into(), content, origin: Origin::Flags });
        let equals = Span { text: id, start: 13, end: 14 };
        assert_eq!(texts.slice(equals), "=");
        assert_eq!(texts.position(equals), super::Position { line: 2, column: 4 });
        assert_eq!(texts.place(equals), "x.toml:2");
    }
}
