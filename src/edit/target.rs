//! The file that is edited: its text, its tree, and the check that an edit says what was meant.

use crate::document::merge::same;
use crate::document::node::{Node, Value};
use crate::document::parse::parse;
use crate::edit::layout::Layout;
use crate::edit::refuse;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::edit::{TextEdit, apply};
use crate::text::id::TextId;
use crate::text::span::Span;

/// A text without syntax mistakes, ready to be edited.
#[derive(Debug)]
pub struct Target<'a> {
    pub(crate) content: &'a str,
    pub(crate) text: TextId,
    pub(crate) root: Node,
    pub(crate) layout: Layout,
}

impl<'a> Target<'a> {
    /// Reads the text that is to be edited.
    ///
    /// # Errors
    /// Its syntax mistakes: a file that cannot be read whole is not edited.
    pub fn new(content: &'a str, text: TextId) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = Diagnostics::default();
        let root = parse(content, text, &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(diagnostics.into_sorted());
        }
        match Layout::of(content, &root) {
            Some(layout) => Ok(Self { content, text, root, layout }),
            None => Err(vec![*refuse::not_understood(&[])]),
        }
    }

    /// The edits, if the text reads afterwards as `expected`.
    pub(crate) fn verified(
        &self,
        edits: Vec<TextEdit>,
        expected: &Node,
        path: &[&str],
    ) -> Result<Vec<TextEdit>, Box<Diagnostic>> {
        let after = apply(self.content, &edits).ok_or_else(|| refuse::not_understood(path))?;
        let mut diagnostics = Diagnostics::default();
        let root = parse(&after, self.text, &mut diagnostics);
        if diagnostics.has_errors() || !same(&root, expected) {
            return Err(refuse::not_understood(path));
        }
        Ok(edits)
    }

    /// An edit that replaces bytes, or inserts where they are none.
    pub(crate) fn edit(&self, start: usize, end: usize, with: impl Into<String>) -> TextEdit {
        TextEdit { span: Span { text: self.text, start, end }, with: with.into() }
    }

    /// What stands at a span.
    pub(crate) fn slice(&self, span: Span) -> &str {
        self.content.get(span.start..span.end).unwrap_or_default()
    }

    /// The line end of the file: that of its first line.
    pub(crate) fn newline(&self) -> &'static str {
        match self.content.find('\n') {
            Some(at) if self.content[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// The value at a path, or the deepest table on the way and how many names lead to it.
    pub(crate) fn find(&self, path: &[&str]) -> Found<'_> {
        let mut node = &self.root;
        for (depth, name) in path.iter().enumerate() {
            let Value::Table(table) = &node.value else { return Found::Blocked { depth, node } };
            match table.get(name) {
                Some(entry) => node = &entry.node,
                None => return Found::Missing { depth, table: node },
            }
        }
        Found::Value(node)
    }
}

/// Where a path leads.
pub(crate) enum Found<'t> {
    /// To this value.
    Value(&'t Node),
    /// Nowhere: this table, `depth` names deep, has no such key.
    Missing { depth: usize, table: &'t Node },
    /// Into this value, `depth` names deep, which is no table.
    Blocked { depth: usize, node: &'t Node },
}
