//! One mistake at a time: say the first, blank the statement it spoils, read again.
//! Keeps one mistake from being said ten times over, and the rest of the file in the tree.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::document::parse::syntax;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::id::TextId;
use crate::text::span::Span;

/// How many syntax mistakes of a file are said.
const SAID: usize = 5;

/// How often the text is read again before the rest is left as it is.
const READ: usize = 12;

/// The text with the statements that cannot be read blanked out, every other byte at its place.
///
/// Under a header that cannot be read everything goes: nobody knows what table it belongs to. What
/// is wrong with it is said all the same.
pub(crate) fn repair(content: &str, text: TextId, diagnostics: &mut Diagnostics) -> String {
    let mut repaired = content.to_owned();
    let mut blanked: Option<Range<usize>> = None;
    let mut headers: Vec<Range<usize>> = Vec::new();
    let mut said = 0;
    for _ in 0..READ {
        let (tree, errors) = DeTable::parse_recoverable(&repaired);
        let syntax = errors.iter().filter(|error| is_syntax(error));
        let Some(first) = syntax.min_by_key(|error| place(error).start) else { break };
        let spoilt = spoilt(&repaired, tree.get_ref(), first, &errors);
        let echo = blanked.as_ref().is_some_and(|range| follows(&repaired, range, &spoilt.lines));
        if !echo && said == SAID {
            break;
        }
        if !echo {
            diagnostics.push(spoilt.diagnostic(&repaired, text));
            said += 1;
        }
        if is_header(&repaired, &spoilt) {
            stand_in(&mut repaired, &spoilt.lines, headers.len());
            headers.push(spoilt.lines.clone());
        } else if !blank(&mut repaired, &spoilt.lines) {
            break;
        }
        let start = if echo { blanked.map_or(0, |range| range.start) } else { spoilt.lines.start };
        blanked = Some(start..spoilt.lines.end);
    }
    for header in headers {
        let end = next_header(&repaired, header.end);
        blank(&mut repaired, &(header.start..end));
    }
    repaired
}

/// Whether what is spoilt is a header by itself.
fn is_header(content: &str, spoilt: &Spoilt) -> bool {
    let line = content.get(spoilt.lines.clone()).unwrap_or_default();
    line.trim_start().starts_with('[') && !line.contains('\n')
}

/// Puts a header of the same length in its place, so that what stands below it is read as one table.
fn stand_in(content: &mut String, lines: &Range<usize>, number: usize) {
    let name = format!("-{number}");
    let Some(rest) = lines.len().checked_sub(name.len() + 2) else {
        blank(content, lines);
        return;
    };
    content.replace_range(lines.clone(), &format!("[{name}{}]", "-".repeat(rest)));
}

/// From the end of a line on, where the line of the next header starts; a row of an array is none.
fn next_header(content: &str, from: usize) -> usize {
    let mut end = from;
    while end < content.len() {
        let next = line_end(content, end + 1);
        let line = content.get(end..next).unwrap_or_default();
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.starts_with('[') && line.ends_with(']') && !line.contains([',', '{']) {
            return end;
        }
        end = next;
    }
    end
}

/// Whether an error is one of syntax; a key given twice is not.
pub(crate) fn is_syntax(error: &Error) -> bool {
    error.message() != "duplicate key"
}

/// A statement that cannot be read, and the words for it.
struct Spoilt {
    lines: Range<usize>,
    at: Range<usize>,
    message: String,
}

impl Spoilt {
    fn diagnostic(&self, content: &str, text: TextId) -> Diagnostic {
        let line = line_start(content, self.at.start);
        let rest = content.get(self.at.start..).unwrap_or_default();
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = if self.at.is_empty() { self.at.start + word } else { self.at.end };
        let upto = content.get(line..end).unwrap_or_default();
        syntax::diagnostic(upto, &self.message, Span { text, start: self.at.start, end })
    }
}

fn spoilt(content: &str, tree: &DeTable<'_>, first: &Error, errors: &[Error]) -> Spoilt {
    let at = place(first);
    let own_line = line_start(content, at.start)..line_end(content, at.end);
    let Some((key, value)) = statement(content, tree, at.start) else {
        return Spoilt { lines: own_line, at, message: first.message().to_owned() };
    };
    let lines = line_start(content, key)..statement_end(content, line_end(content, value.start));
    if content[value.clone()].starts_with(['"', '\'']) {
        let lines = line_start(content, key)..line_end(content, value.start);
        let opening = value.start..value.start + 3;
        return Spoilt { lines, at: opening, message: first.message().to_owned() };
    }
    let unclosed = errors.iter().find(|error| {
        error.message().starts_with("unclosed") && place(error).start <= value.end + 1
    });
    match unclosed {
        Some(error) => {
            let opening = value.start..value.start + 1;
            Spoilt { lines, at: opening, message: error.message().to_owned() }
        }
        None => Spoilt {
            lines: lines.start..line_end(content, value.end).max(own_line.end),
            at,
            message: first.message().to_owned(),
        },
    }
}

/// The key's start and the value's range of the array, inline table or text of several lines around a byte.
fn statement(content: &str, table: &DeTable<'_>, at: usize) -> Option<(usize, Range<usize>)> {
    for (key, value) in table {
        let range = value.span();
        let opening = content.get(range.clone()).unwrap_or_default();
        let inside = (range.start..=range.end).contains(&at) && range.start > key.span().start;
        let spans_lines = match value.get_ref() {
            DeValue::Array(_) | DeValue::Table(_) => opening.starts_with(['[', '{']),
            DeValue::String(_) => {
                let unclosed = range.end == content.len() && at == range.end;
                unclosed && (opening.starts_with("\"\"\"") || opening.starts_with("'''"))
            }
            _ => false,
        };
        // The value of a header starts before its key, so `inside` is false for it.
        if inside && spans_lines {
            return Some((key.span().start, range));
        }
        let inner = match value.get_ref() {
            DeValue::Table(inner) => statement(content, inner, at),
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| item.get_ref().as_table())
                .find_map(|inner| statement(content, inner, at)),
            _ => None,
        };
        if inner.is_some() {
            return inner;
        }
    }
    None
}

/// From the end of a line on, the end of the last line before the next header or `key =`.
fn statement_end(content: &str, from: usize) -> usize {
    let mut end = from;
    while end < content.len() {
        let next = line_end(content, end + 1);
        let line = content.get(end..next).unwrap_or_default().trim();
        let header = line.starts_with('[') && line.ends_with(']');
        let key = line.split_once('=').is_some_and(|(key, _)| {
            !key.trim().is_empty() && !key.contains(['[', '{', ',', '"', '#'])
        });
        if header || key {
            break;
        }
        end = next;
    }
    end
}

/// Blanks everything but line ends; says whether anything was there to blank.
fn blank(content: &mut String, lines: &Range<usize>) -> bool {
    let Some(old) = content.get(lines.clone()) else { return false };
    let anything = !old.trim().is_empty();
    let new: String = old.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    content.replace_range(lines.clone(), &new);
    anything
}

/// Whether only blank space lies between a blanked region and the next: then it is its echo.
fn follows(content: &str, blanked: &Range<usize>, lines: &Range<usize>) -> bool {
    let multi_line = content.get(blanked.clone()).is_some_and(|old| old.contains('\n'));
    let gap = content.get(blanked.end..lines.start).unwrap_or("x");
    multi_line && gap.trim().is_empty()
}

fn place(error: &Error) -> Range<usize> {
    error.span().unwrap_or(0..0)
}

/// Where the line of a byte starts; a byte order mark belongs to no line.
fn line_start(content: &str, at: usize) -> usize {
    let mark = if content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let before = content.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(mark, |newline| newline + 1)
}

/// Where the line of a byte ends, before its line feed.
fn line_end(content: &str, at: usize) -> usize {
    let rest = content.get(at..).unwrap_or_default();
    rest.find('\n').map_or(content.len(), |newline| at + newline)
}
