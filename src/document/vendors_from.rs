//! `vendors-from`: vendors as rows of a CSV file, lowered to the tables a person would have written.
//! Read while a scenario is taken in; tables under `[vendors.*]` refine what the file says.

use std::collections::HashMap;

use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::id::TextId;
use crate::text::span::{Span, Spanned};

/// Which file, and which of its columns to pass over.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// The path as written.
    pub file: Spanned<String>,
    /// Columns that are not read.
    pub ignore: Vec<Spanned<String>>,
}

/// What `vendors-from` asks for: a path, or `{ file, ignore }`.
pub fn wanted(node: &Node, diagnostics: &mut Diagnostics) -> Option<Wanted> {
    let what = "the path of a CSV file, or { file = \"…\", ignore = [\"…\"] }";
    let wrong = |node: &Node| {
        let message = format!("expected {what}, found {}", node.value.kind());
        Diagnostic::error("wrong-type", node.span, message)
    };
    let text = |node: &Node| match &node.value {
        Value::String(text) => Some(Spanned::new(text.clone(), node.span)),
        _ => None,
    };
    if let Some(file) = text(node) {
        return Some(Wanted { file, ignore: Vec::new() });
    }
    let Value::Table(table) = &node.value else {
        diagnostics.push(wrong(node));
        return None;
    };
    let mut file = None;
    let mut ignore = Vec::new();
    for entry in &table.entries {
        match (entry.key.name.as_str(), &entry.node.value) {
            ("file", Value::String(_)) => file = text(&entry.node),
            ("ignore", Value::Array(items)) => ignore = items.iter().filter_map(text).collect(),
            ("file" | "ignore", _) => diagnostics.push(wrong(&entry.node)),
            (other, _) => {
                let message = format!("unknown key `{other}` in `vendors-from`");
                let help = "known here: `file`, `ignore`";
                let span = entry.key.span;
                diagnostics.push(Diagnostic::error("unknown-key", span, message).help(help));
            }
        }
    }
    if file.is_none() {
        let message = format!("expected {what}");
        diagnostics.push(Diagnostic::error("missing-key", node.span, message));
    }
    Some(Wanted { file: file?, ignore })
}

/// The rows of a file as `[vendors.ID]` entries, in the order of the file.
pub fn rows(
    content: &str,
    text: TextId,
    wanted: &Wanted,
    diagnostics: &mut Diagnostics,
) -> Vec<Entry> {
    let content_start = if content.starts_with('\u{feff}') { 3 } else { 0 };
    let body = content.get(content_start..).unwrap_or("");
    let delimiter = delimiter(body);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                let start = record.position().map_or(0, |position| position.byte());
                let start = usize::try_from(start).unwrap_or(0);
                let cells = cell_spans(body, start, delimiter, text, content_start);
                let cells = record.iter().map(|cell| cell.trim().to_owned()).zip(cells);
                records.push(cells.map(|(cell, span)| Spanned::new(cell, span)).collect());
            }
            Err(error) => {
                let span = Span { text, start: 0, end: 0 };
                let message = format!("this is no table: {error}");
                diagnostics.push(Diagnostic::error("syntax", span, message));
                return Vec::new();
            }
        }
    }
    lower(records, wanted, text, diagnostics)
}

fn lower(
    records: Vec<Vec<Spanned<String>>>,
    wanted: &Wanted,
    text: TextId,
    diagnostics: &mut Diagnostics,
) -> Vec<Entry> {
    let start = Span { text, start: 0, end: 0 };
    let mut records = records.into_iter();
    let Some(header) = records.next() else {
        diagnostics.push(Diagnostic::error("no-vendors", start, "this table is empty"));
        return Vec::new();
    };
    let Some(id_column) = header.iter().position(|name| name.value == "id") else {
        let message = "this table has no column `id`";
        let help = "the first line names the columns: id, title, and one for each criterion";
        diagnostics.push(Diagnostic::error("missing-key", start, message).help(help));
        return Vec::new();
    };
    let mut named: HashMap<String, Span> = HashMap::new();
    for name in &header {
        if let Some(first) = named.insert(name.value.clone(), name.span) {
            let message = format!("the column `{}` stands twice", name.value);
            let diagnostic = Diagnostic::error("duplicate-key", name.span, message);
            diagnostics.push(diagnostic.and(first, "first here"));
        }
    }
    for ignored in &wanted.ignore {
        if !named.contains_key(&ignored.value) {
            let message = format!("the table has no column `{}`", ignored.value);
            diagnostics.push(Diagnostic::error("unknown-name", ignored.span, message));
        }
    }
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut entries = Vec::new();
    for cells in records {
        if cells.len() == 1 && cells.iter().all(|cell| cell.value.is_empty()) {
            continue;
        }
        let whole = cells.first().map_or(start, |cell| cell.span);
        if cells.len() != header.len() {
            let message = format!("{} cells in a table of {} columns", cells.len(), header.len());
            diagnostics.push(Diagnostic::error("wrong-length", whole, message));
            continue;
        }
        let Some(id) = cells.get(id_column).filter(|id| !id.value.is_empty()) else {
            let message = "a vendor without `id`";
            diagnostics.push(Diagnostic::error("missing-key", whole, message));
            continue;
        };
        if let Some(first) = seen.insert(id.value.clone(), id.span) {
            let message = format!("the vendor `{}` stands twice", id.value);
            let diagnostic = Diagnostic::error("duplicate-key", id.span, message);
            diagnostics.push(diagnostic.and(first, "first here"));
            continue;
        }
        entries.push(vendor(&header, &cells, id, wanted));
    }
    entries
}

fn vendor(
    header: &[Spanned<String>],
    cells: &[Spanned<String>],
    id: &Spanned<String>,
    wanted: &Wanted,
) -> Entry {
    let mut own = Vec::new();
    let mut ratings = Vec::new();
    for (name, cell) in header.iter().zip(cells) {
        let is_ignored = wanted.ignore.iter().any(|ignored| ignored.value == name.value);
        let value = match name.value.as_str() {
            "id" => continue,
            _ if is_ignored => continue,
            "title" if cell.value.is_empty() => continue,
            "title" => Value::String(cell.value.clone()),
            _ if matches!(cell.value.as_str(), "" | "-" | "unknown") => {
                Value::String("unknown".to_owned())
            }
            _ => Value::Cell(cell.value.clone()),
        };
        let target = if name.value == "title" { &mut own } else { &mut ratings };
        // A column that is no criterion is underlined at its head, once for each row but said once.
        let key = Key { name: name.value.clone(), span: name.span };
        target.push(Entry { key, node: Node { value, span: cell.span } });
    }
    let table = |entries| Node { value: Value::Table(Table { entries }), span: id.span };
    let key = Key { name: "ratings".to_owned(), span: id.span };
    own.push(Entry { key, node: table(ratings) });
    Entry { key: Key { name: id.value.clone(), span: id.span }, node: table(own) }
}

/// Puts rows under the vendors of a root: where both speak, the root does.
pub fn lay_under(root: &mut Node, rows: Vec<Entry>, span: Span) {
    let Value::Table(root) = &mut root.value else { return };
    if root.get("vendors").is_none() {
        let key = Key { name: "vendors".to_owned(), span };
        let node = Node { value: Value::Table(Table::default()), span };
        root.entries.push(Entry { key, node });
    }
    let Some(vendors) = root.get_mut("vendors") else { return };
    let Value::Table(vendors) = &mut vendors.node.value else { return };
    let mut refined: HashMap<String, Entry> = std::mem::take(&mut vendors.entries)
        .into_iter()
        .map(|entry| (entry.key.name.clone(), entry))
        .collect();
    let order: Vec<String> = {
        let mut own: Vec<&Entry> = refined.values().collect();
        own.sort_by_key(|entry| entry.key.span);
        own.iter().map(|entry| entry.key.name.clone()).collect()
    };
    for mut row in rows {
        if let Some(own) = refined.remove(&row.key.name) {
            refine(&mut row, own);
        }
        vendors.entries.push(row);
    }
    vendors.entries.extend(order.iter().filter_map(|name| refined.remove(name)));
}

/// A row with what its own table says on top.
fn refine(row: &mut Entry, own: Entry) {
    row.key.span = own.key.span;
    let (Value::Table(below), Value::Table(above)) = (&mut row.node.value, own.node.value) else {
        return;
    };
    for entry in above.entries {
        match below.get_mut(&entry.key.name) {
            Some(under) if entry.key.name == "ratings" => refine(under, entry),
            Some(under) => *under = entry,
            None => below.entries.push(entry),
        }
    }
}

/// A comma, unless the first line has none and has semicolons or tabs.
fn delimiter(content: &str) -> u8 {
    let first = content.lines().next().unwrap_or("");
    match (first.contains(','), first.contains(';'), first.contains('\t')) {
        (false, true, _) => b';',
        (false, false, true) => b'\t',
        _ => b',',
    }
}

/// Where each cell of the record that starts at `start` stands, quotes included.
fn cell_spans(
    content: &str,
    start: usize,
    delimiter: u8,
    text: TextId,
    offset: usize,
) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut is_quoted = false;
    let mut from = start;
    let bytes = content.as_bytes();
    // A position may lie on the line end before the record.
    while bytes.get(from).is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
        from += 1;
    }
    let mut at = from;
    loop {
        let byte = bytes.get(at).copied();
        let is_end = byte.is_none() || (!is_quoted && matches!(byte, Some(b'\n' | b'\r')));
        if is_end || (!is_quoted && byte == Some(delimiter)) {
            spans.push(Span { text, start: from + offset, end: at + offset });
            from = at + 1;
        }
        if is_end {
            return spans;
        }
        if byte == Some(b'"') {
            is_quoted = !is_quoted;
        }
        at += 1;
    }
}
