//! A value set or added: in place where it stands, else on a line after its neighbours.

use crate::document::merge::{self, Rule};
use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::document::path;
use crate::edit::layout::{Kind, Mention, first_of_line, line_end, line_start, opens};
use crate::edit::literal::{Literal, literal};
use crate::edit::refuse;
use crate::edit::target::{Found, Target};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::TextEdit;

/// Sets the value at a path, `raw` being TOML or a bare word; no edits when it already stands so.
///
/// A bare value over a rating written as a table keeps that table's `requires` and `otherwise`, and
/// drops the rest, as in a what-if: what supported the old value says nothing of the new one.
///
/// # Errors
/// A refusal: the value is no TOML, the path leads into a value or to a whole table with lines of
/// its own, or the text would not read back as meant.
pub fn set(
    target: &Target<'_>,
    path: &[&str],
    raw: &str,
) -> Result<Vec<TextEdit>, Box<Diagnostic>> {
    match target.find(path) {
        Found::Value(node) => {
            let literal = literal(raw, target.text)?;
            replace(target, path, node, literal)
        }
        _ => add(target, path, raw),
    }
}

/// Adds a value where there is none. An empty `raw` adds an empty table with a header of its own.
///
/// # Errors
/// A refusal: something is there already, or as for [`set`].
pub fn add(
    target: &Target<'_>,
    path: &[&str],
    raw: &str,
) -> Result<Vec<TextEdit>, Box<Diagnostic>> {
    let (depth, table) = match target.find(path) {
        Found::Value(node) => return Err(refuse::already_there(path, node.span)),
        Found::Blocked { depth, node } => {
            return Err(refuse::blocked(&path[..depth], node.value.kind(), node.span));
        }
        Found::Missing { depth, table } => (depth, table),
    };
    let literal = literal(if raw.trim().is_empty() { "{}" } else { raw }, target.text)?;
    let expected = with_value(&target.root, path, &literal.node);
    let place = Place { target, path, depth, table };
    let edit = place.insert(&literal).ok_or_else(|| refuse::not_understood(path))?;
    target.verified(vec![edit], &expected, path)
}

fn replace(
    target: &Target<'_>,
    path: &[&str],
    node: &Node,
    literal: Literal,
) -> Result<Vec<TextEdit>, Box<Diagnostic>> {
    let inline = opens(target.content, node, "{");
    let is_header = opens(target.content, node, "[[") && first_is_table(node);
    if (matches!(node.value, Value::Table(_)) && !inline) || is_header {
        return Err(refuse::whole_table(path, node.span));
    }
    let literal = match &node.value {
        Value::Table(old) if merge::rule(path) == Rule::Rating => rating(target, old, literal)?,
        _ => literal,
    };
    if target.slice(node.span) == literal.written {
        return Ok(Vec::new());
    }
    let expected = with_value(&target.root, path, &literal.node);
    let edit = target.edit(node.span.start, node.span.end, literal.written);
    target.verified(vec![edit], &expected, path)
}

fn first_is_table(node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => items.first().is_some_and(|n| matches!(n.value, Value::Table(_))),
        _ => false,
    }
}

/// The rating table that a bare value makes of an old one.
fn rating(target: &Target<'_>, old: &Table, literal: Literal) -> Result<Literal, Box<Diagnostic>> {
    if matches!(literal.node.value, Value::Table(_)) {
        return Ok(literal);
    }
    let kept: Vec<String> = ["requires", "otherwise"]
        .iter()
        .filter_map(|name| {
            let node = &old.get(name)?.node;
            Some(format!(", {name} = {}", target.slice(node.span)))
        })
        .collect();
    if kept.is_empty() {
        return Ok(literal);
    }
    let written = format!("{{ value = {}{} }}", literal.written, kept.concat());
    crate::edit::literal::literal(&written, target.text)
}

/// Where a new key goes: into `table`, which `depth` names of the path lead to.
struct Place<'p> {
    target: &'p Target<'p>,
    path: &'p [&'p str],
    depth: usize,
    table: &'p Node,
}

impl Place<'_> {
    fn insert(&self, literal: &Literal) -> Option<TextEdit> {
        let (above, rest) = self.path.split_at(self.depth);
        let key = path::show(rest.iter().copied());
        if self.depth > 0 && opens(self.target.content, self.table, "{") {
            return Some(self.in_braces(&key, literal));
        }
        // Under dotted keys the new one is dotted too, as TOML forbids a header there.
        let dotted = self.mentions(above).rfind(|mention| {
            mention.kind != Kind::Header
                && mention.outside() < self.depth
                && mention.path.len() > self.depth
        });
        if let Some(mention) = dotted {
            let last = mention.names.get(self.depth - mention.outside() - 1)?;
            let prefix = self.target.content.get(mention.whole.start..last.end)?;
            let statement = format!("{prefix}.{key} = {}", literal.written);
            return Some(match mention.kind {
                Kind::Inline => {
                    self.target.edit(mention.whole.end, mention.whole.end, format!(", {statement}"))
                }
                _ => self.line_after(mention.whole.start, mention.whole.end, &statement),
            });
        }
        let has_body = self.depth == 0 || opens(self.target.content, self.table, "[");
        let section = section(self.path, literal);
        match rest {
            [_] if has_body && section.is_none() => {
                Some(self.in_body(above, &format!("{key} = {}", literal.written)))
            }
            _ => Some(self.new_section(above, literal, section)),
        }
    }

    fn mentions(&self, under: &[&str]) -> impl DoubleEndedIterator<Item = &Mention> {
        self.target.layout.mentions.iter().filter(move |mention| mention.is_under(under))
    }

    fn in_braces(&self, key: &str, literal: &Literal) -> TextEdit {
        let statement = format!("{key} = {}", literal.written);
        let braces = self.table.span;
        let inside = |mention: &&Mention| {
            mention.kind == Kind::Inline
                && mention.whole.start >= braces.start
                && mention.whole.end <= braces.end
        };
        match self.target.layout.mentions.iter().filter(inside).map(|inner| inner.whole.end).max() {
            Some(last) => self.target.edit(last, last, format!(", {statement}")),
            None => self.target.edit(braces.start, braces.end, format!("{{ {statement} }}")),
        }
    }

    /// A line after the last one of a header's own body, or of the lines above the first header.
    fn in_body(&self, above: &[&str], statement: &str) -> TextEdit {
        let direct = self
            .mentions(above)
            .rfind(|mention| mention.kind == Kind::Line && mention.outside() == self.depth);
        if let Some(mention) = direct {
            return self.line_after(mention.whole.start, mention.whole.end, statement);
        }
        if self.depth > 0 {
            return self.line_after(self.table.span.start, self.table.span.end, statement);
        }
        let (content, newline) = (self.target.content, self.target.newline());
        let at = top(content);
        let rest = &content[at..];
        let gap =
            if rest.trim().is_empty() || rest.starts_with(['\n', '\r']) { "" } else { newline };
        self.target.edit(at, at, format!("{statement}{newline}{gap}"))
    }

    /// A line after the one on which `end` stands, indented as the one on which `start` stands.
    fn line_after(&self, start: usize, end: usize, statement: &str) -> TextEdit {
        let (content, newline) = (self.target.content, self.target.newline());
        let indent = &content[line_start(content, start)..first_of_line(content, start)];
        let at = line_end(content, end);
        if at == content.len() {
            return self.target.edit(at, at, format!("{newline}{indent}{statement}"));
        }
        self.target.edit(at + 1, at + 1, format!("{indent}{statement}{newline}"))
    }

    /// A header with its first line, after everything that is said under `above`.
    fn new_section(
        &self,
        above: &[&str],
        literal: &Literal,
        section: Option<Vec<String>>,
    ) -> TextEdit {
        let (content, newline) = (self.target.content, self.target.newline());
        let (header, lines) = match (section, self.path.split_last()) {
            (None, Some((last, header))) => {
                (header, vec![format!("{} = {}", path::quote(last), literal.written)])
            }
            (Some(lines), _) => (self.path, lines),
            (None, None) => (self.path, Vec::new()),
        };
        let mut text = format!("[{}]{newline}", path::show(header.iter().copied()));
        for line in lines {
            text.push_str(&line);
            text.push_str(newline);
        }
        let last = self.mentions(above).map(|mention| mention.whole.end).max();
        let at = last.map_or(content.len(), |last| line_end(content, last));
        if at == content.len() {
            let text = text.trim_end_matches(['\n', '\r']);
            return match content.trim_end_matches([' ', '\t']) {
                "" | "\u{feff}" => self.target.edit(at, at, format!("{text}{newline}")),
                whole if whole.ends_with('\n') => {
                    self.target.edit(at, at, format!("{newline}{text}{newline}"))
                }
                _ => self.target.edit(at, at, format!("{newline}{newline}{text}")),
            };
        }
        let rest = &content[at + 1..];
        let blank = rest.is_empty() || rest.starts_with(['\n', '\r']);
        let gap = if blank { "" } else { newline };
        self.target.edit(at + 1, at + 1, format!("{newline}{text}{gap}"))
    }
}

/// The lines of a new vendor, criterion and so on that is given as a table: it gets a header of its own.
fn section(path: &[&str], literal: &Literal) -> Option<Vec<String>> {
    let Value::Table(table) = &literal.node.value else { return None };
    let is_id = path.len() == 2 && merge::rule(&path[..1]) == Rule::Ids;
    if !is_id && !table.entries.is_empty() {
        return None;
    }
    // Dotted keys have no text of their own to copy; the inline table stays as it was given.
    let dotted = |entry: &Entry| {
        matches!(entry.node.value, Value::Table(_)) && !opens(&literal.written, &entry.node, "{")
    };
    if table.entries.iter().any(dotted) {
        return None;
    }
    let line = |Entry { key, node }: &Entry| {
        let value = literal.written.get(node.span.start..node.span.end).unwrap_or_default();
        format!("{} = {value}", path::quote(&key.name))
    };
    Some(table.entries.iter().map(line).collect())
}

/// Where the first line of a file goes: after a byte order mark and a first block of remarks.
fn top(content: &str) -> usize {
    let mut at = line_start(content, 0);
    let start = at;
    while content[at..].starts_with('#') {
        let end = line_end(content, at);
        if end == content.len() {
            return start;
        }
        at = end + 1;
    }
    // Remarks right above a header belong to the header.
    let blank = content[at..].trim_start_matches('\r').starts_with('\n');
    if blank || content[at..].is_empty() { at } else { start }
}

/// The tree with a value set at a path, tables made on the way.
fn with_value(root: &Node, path: &[&str], value: &Node) -> Node {
    let mut root = root.clone();
    put(&mut root, path, value);
    root
}

fn put(node: &mut Node, path: &[&str], value: &Node) {
    let Some((first, rest)) = path.split_first() else {
        *node = value.clone();
        return;
    };
    let span = node.span;
    if !matches!(node.value, Value::Table(_)) {
        node.value = Value::Table(Table::default());
    }
    let Value::Table(table) = &mut node.value else { return };
    match table.get_mut(first) {
        Some(entry) => put(&mut entry.node, rest, value),
        None => {
            let mut fresh = Node { value: Value::Table(Table::default()), span };
            put(&mut fresh, rest, value);
            let key = Key { name: (*first).to_owned(), span };
            table.entries.push(Entry { key, node: fresh });
        }
    }
}
