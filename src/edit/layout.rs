//! Where every key of a file is written: headers, lines, inline tables, with the bytes of each name.
//! Built from the tree and the text together, since the tree keeps only the first place of a key.

use std::ops::Range;

use crate::document::node::{Entry, Node, Table, Value};
use crate::document::path;

/// Every place where keys are written, in the order of the text.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) mentions: Vec<Mention>,
}

/// One header, or one key with its value.
#[derive(Debug)]
pub(crate) struct Mention {
    /// The names from the root; an array of tables adds none for its index.
    pub(crate) path: Vec<String>,
    /// The bytes of the names written here: the last ones of the path.
    pub(crate) names: Vec<Range<usize>>,
    /// The whole: a header with its brackets, or from the first name to the end of the value.
    pub(crate) whole: Range<usize>,
    /// What is written.
    pub(crate) kind: Kind,
    /// The braces around it, for one that is inline; else nothing.
    pub(crate) braces: Range<usize>,
}

/// What a mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `[a.b]` or `[[a.b]]`
    Header,
    /// `a.b = 1` on lines of its own.
    Line,
    /// `a.b = 1` in braces.
    Inline,
}

impl Mention {
    /// How many names of its path are written elsewhere: in the header or the key around it.
    pub(crate) fn outside(&self) -> usize {
        self.path.len() - self.names.len()
    }

    /// Whether its path begins with these names.
    pub(crate) fn is_under(&self, names: &[&str]) -> bool {
        self.path.len() >= names.len() && self.path.iter().zip(names).all(|(a, b)| a == b)
    }
}

impl Layout {
    /// The layout of a text whose tree is `root`; `None` where they do not fit together.
    pub(crate) fn of(content: &str, root: &Node) -> Option<Self> {
        let Value::Table(table) = &root.value else { return None };
        let mut written = Written { content, headers: Vec::new(), lines: Vec::new() };
        written.walk(table);
        written.headers.sort_by_key(|header| header.start);
        written.lines.sort_by_key(|(at, _)| *at);
        let mut found = Finder { content, mentions: Vec::new() };
        for header in &written.headers {
            found.header(header.clone())?;
        }
        let headers: Vec<(usize, Vec<String>)> =
            found.mentions.iter().map(|header| (header.whole.start, header.path.clone())).collect();
        for (at, node) in written.lines {
            let section = headers.partition_point(|(start, _)| *start < at);
            let base = section.checked_sub(1).map_or(&[][..], |section| &headers[section].1);
            let start = first_of_line(content, at);
            found.statement(start, node, base, 0..0)?;
        }
        found.mentions.sort_by_key(|mention| mention.whole.start);
        Some(Self { mentions: found.mentions })
    }
}

/// Headers, and the values that stand on lines of their own with a byte of their key's line.
struct Written<'t> {
    content: &'t str,
    headers: Vec<Range<usize>>,
    lines: Vec<(usize, &'t Node)>,
}

impl<'t> Written<'t> {
    fn walk(&mut self, table: &'t Table) {
        for Entry { key, node } in &table.entries {
            match &node.value {
                Value::Table(inner) if opens(self.content, node, "[") => {
                    self.headers.push(node.span.start..node.span.end);
                    self.walk(inner);
                }
                Value::Table(inner) if !opens(self.content, node, "{") => self.walk(inner),
                Value::Array(items) if is_array_of_tables(self.content, items) => {
                    for item in items {
                        self.headers.push(item.span.start..item.span.end);
                        if let Value::Table(inner) = &item.value {
                            self.walk(inner);
                        }
                    }
                }
                _ => self.lines.push((key.span.start, node)),
            }
        }
    }
}

/// Whether the text of a node begins so.
pub(crate) fn opens(content: &str, node: &Node, with: &str) -> bool {
    content.get(node.span.start..).is_some_and(|rest| rest.starts_with(with))
}

fn is_array_of_tables(content: &str, items: &[Node]) -> bool {
    items
        .first()
        .is_some_and(|item| matches!(item.value, Value::Table(_)) && opens(content, item, "[["))
}

struct Finder<'t> {
    content: &'t str,
    mentions: Vec<Mention>,
}

impl Finder<'_> {
    fn header(&mut self, whole: Range<usize>) -> Option<()> {
        let text = self.content.get(whole.clone())?;
        let brackets = if text.starts_with("[[") { 2 } else { 1 };
        let start = whole.start + brackets;
        let inside = self.content.get(start..whole.end - brackets)?;
        let (segments, _) = path::parse(inside).ok()?;
        let names = segments.iter().map(|s| start + s.range.start..start + s.range.end).collect();
        let path = segments.into_iter().map(|segment| segment.name).collect();
        self.mentions.push(Mention { path, names, whole, kind: Kind::Header, braces: 0..0 });
        Some(())
    }

    /// A key that starts at `start` with its value, and everything inside the value.
    fn statement(
        &mut self,
        start: usize,
        node: &Node,
        base: &[String],
        braces: Range<usize>,
    ) -> Option<()> {
        let (segments, _) = path::parse(self.content.get(start..node.span.start)?).ok()?;
        let names = segments.iter().map(|s| start + s.range.start..start + s.range.end).collect();
        let path: Vec<String> =
            base.iter().cloned().chain(segments.into_iter().map(|segment| segment.name)).collect();
        let whole = start..node.span.end;
        let kind = if braces.is_empty() { Kind::Line } else { Kind::Inline };
        self.mentions.push(Mention { path: path.clone(), names, whole, kind, braces });
        self.value(node, &path)
    }

    fn value(&mut self, node: &Node, path: &[String]) -> Option<()> {
        match &node.value {
            Value::Array(items) => items.iter().try_for_each(|item| self.value(item, path)),
            Value::Table(table) => {
                let mut leaves = Vec::new();
                inline_leaves(self.content, table, &mut leaves);
                leaves.sort_by_key(|leaf| leaf.span.start);
                let braces = node.span.start..node.span.end;
                let mut at = braces.start + 1;
                for leaf in leaves {
                    at = skip_trivia(self.content, at);
                    self.statement(at, leaf, path, braces.clone())?;
                    at = leaf.span.end;
                }
                Some(())
            }
            _ => Some(()),
        }
    }
}

/// The values of an inline table, those under dotted keys among them.
fn inline_leaves<'t>(content: &str, table: &'t Table, leaves: &mut Vec<&'t Node>) {
    for entry in &table.entries {
        match &entry.node.value {
            Value::Table(inner) if !opens(content, &entry.node, "{") => {
                inline_leaves(content, inner, leaves);
            }
            _ => leaves.push(&entry.node),
        }
    }
}

/// The next byte that is neither space, comma nor remark.
fn skip_trivia(content: &str, mut at: usize) -> usize {
    loop {
        let rest = content.get(at..).unwrap_or_default();
        let trimmed = rest.trim_start_matches([' ', '\t', '\r', '\n', ',']);
        at += rest.len() - trimmed.len();
        if !trimmed.starts_with('#') {
            return at;
        }
        at = line_end(content, at);
    }
}

/// Where the line of a byte starts; a byte order mark belongs to no line.
pub(crate) fn line_start(content: &str, at: usize) -> usize {
    let mark = if content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    content[..at].rfind('\n').map_or(mark, |newline| newline + 1)
}

/// Where the line of a byte ends: before its line feed, or at the end of the text.
pub(crate) fn line_end(content: &str, at: usize) -> usize {
    content[at..].find('\n').map_or(content.len(), |newline| at + newline)
}

/// The first byte of a line that is no space.
pub(crate) fn first_of_line(content: &str, at: usize) -> usize {
    let start = line_start(content, at);
    let rest = &content[start..];
    start + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}
