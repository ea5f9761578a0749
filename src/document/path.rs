//! A path to a value as people write it: `vendors."a.b".ratings.price`.
//! Read from flags and from `set`, written in messages and names of facts.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

/// One name of a path and where it stands in what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The name, unquoted.
    pub name: String,
    /// Its bytes, quotes included.
    pub range: Range<usize>,
}

/// A path that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where it goes wrong.
    pub range: Range<usize>,
    /// What is wrong, lower case, no final period.
    pub words: &'static str,
}

/// Names up to an `=` outside quotes or the end, and the byte at which reading stopped.
///
/// Bare names may hold anything but points, quotes, `=` and space, so `vendors.Ærø` needs no quotes.
///
/// # Errors
/// An empty name or an open quote.
pub fn parse(raw: &str) -> Result<(Vec<Segment>, usize), Mistake> {
    let mut segments = Vec::new();
    let mut at = 0;
    loop {
        at = skip_space(raw, at);
        let end = segment_end(raw, at)?;
        let text = &raw[at..end];
        if text.is_empty() {
            let width = raw[at..].chars().next().map_or(0, char::len_utf8);
            return Err(Mistake { range: at..at + width, words: "a name is missing in the path" });
        }
        let words = "this quoted name cannot be read";
        let name = unquote(text).ok_or(Mistake { range: at..end, words })?;
        segments.push(Segment { name, range: at..end });
        at = skip_space(raw, end);
        match raw[at..].chars().next() {
            None | Some('=') => return Ok((segments, at)),
            Some('.') => at += 1,
            Some(other) => {
                let words = "a path is names with points between them";
                return Err(Mistake { range: at..at + other.len_utf8(), words });
            }
        }
    }
}

/// A path as it is read back, each name in quotes where it needs them.
pub fn show<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut shown = String::new();
    for name in names {
        if !shown.is_empty() {
            shown.push('.');
        }
        shown.push_str(&quote(name));
    }
    shown
}

/// A key as TOML takes it: bare where it can be, else in quotes.
pub fn quote(name: &str) -> Cow<'_, str> {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !name.is_empty() && name.bytes().all(bare) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(quote_string(name))
    }
}

/// A text as a TOML string on one line.
pub fn quote_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            control if control.is_control() => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(control)));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn skip_space(raw: &str, at: usize) -> usize {
    raw.len() - raw[at..].trim_start_matches([' ', '\t']).len()
}

fn segment_end(raw: &str, at: usize) -> Result<usize, Mistake> {
    let rest = &raw[at..];
    let Some(quote @ ('"' | '\'')) = rest.chars().next() else {
        let stop = |c: char| matches!(c, '.' | '=' | '"' | '\'') || c.is_whitespace();
        return Ok(rest.find(stop).map_or(raw.len(), |length| at + length));
    };
    let mut escaped = false;
    for (index, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if character == quote => return Ok(at + index + 1),
            _ => {}
        }
    }
    Err(Mistake { range: at..raw.len(), words: "this quote is never closed" })
}

fn unquote(text: &str) -> Option<String> {
    if !text.starts_with(['"', '\'']) {
        return Some(text.to_owned());
    }
    let line = format!("{text} = 0");
    let tree = DeTable::parse(&line).ok()?;
    tree.get_ref().keys().next().map(|key| key.get_ref().to_string())
}

#[cfg(test)]
mod tests {
    use super::{parse, quote, show};

    #[test]
    fn quotes_hold_points_and_equals_signs() {
        let (segments, end) = parse("vendors.\"a.b=c\\\"\" . 'x.y'.Ærø = 1").unwrap();
        let names: Vec<&str> = segments.iter().map(|segment| segment.name.as_str()).collect();
        assert_eq!(names, ["vendors", "a.b=c\"", "x.y", "Ærø"]);
        assert_eq!(&"vendors.\"a.b=c\\\"\" . 'x.y'.Ærø = 1"[end..], "= 1");
        assert_eq!(show(names), r#"vendors."a.b=c\""."x.y"."Ærø""#);
        assert_eq!(quote("a-b_9"), "a-b_9");
    }

    #[test]
    fn mistakes_stand_where_they_are() {
        let at = |raw: &str| parse(raw).map_err(|mistake| raw[mistake.range].to_owned());
        assert_eq!(at("a..b").unwrap_err(), ".");
        assert_eq!(at("a.\"b").unwrap_err(), "\"b");
        assert_eq!(at("a b").unwrap_err(), "b");
        assert_eq!(at("").unwrap_err(), "");
    }
}
