//! Syntax mistakes in our own words: what the library found, said as a person would.
//! Called by `parse` and `repair` with the library's message and the place.

use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

/// The diagnostic for the library's `message`; `here` is the text from the line's start on which it stands.
pub(crate) fn diagnostic(here: &str, message: &str, span: Span) -> Diagnostic {
    let what = message.split(", expected").next().unwrap_or(message);
    let (words, help) = plain(what, message, here.trim());
    let diagnostic = Diagnostic::error("syntax", span, words);
    if help.is_empty() { diagnostic } else { diagnostic.help(help) }
}

/// The sentence and a line of help, which may be empty.
fn plain(what: &str, message: &str, here: &str) -> (String, &'static str) {
    let (words, help) = match what {
        "string values must be quoted" if here.ends_with('=') => {
            ("nothing after the `=`", "write a value, or delete the line")
        }
        "string values must be quoted" if here.contains(['\u{201c}', '\u{201d}', '\u{2018}']) => {
            ("curly quotes are not quotes here", "use straight quotes: \"…\"")
        }
        "string values must be quoted" if here.ends_with('%') => {
            ("a percentage stands in quotes", "write \"50%\"")
        }
        "string values must be quoted" => ("text stands in quotes", "write \"…\" around it"),
        "missing opening quote" => ("a quote is missing before the text", "write \"…\" around it"),
        "invalid basic string" | "invalid literal string" => (
            "this text is not closed, or holds a character that must be escaped",
            "end it with the quote it began with; write `\\\"` for a quote inside",
        ),
        "invalid multi-line basic string" | "invalid multi-line literal string" => (
            "this text of several lines is never closed",
            "end it with the three quotes it began with",
        ),
        "missing escaped value" | "too few unicode value digits" | "invalid value" => (
            "this is no escape",
            "write `\\\\` for a backslash, or put the text in single quotes: '…'",
        ),
        "key with no value" | "missing value for key" | "invalid key-value pair" => {
            ("an `=` is missing after the key", "write `key = value`")
        }
        "missing value" => ("a value is missing", ""),
        "extra `=`" | "extra assignment between key-value pairs" => {
            ("one `=` too many, or a comma is missing before the key", "write `a = 1, b = 2`")
        }
        "missing comma between array elements" => {
            ("a comma is missing between the values of this array", "")
        }
        "missing comma between key-value pairs" => {
            ("a comma is missing between the keys of this table", "write `a = 1, b = 2`")
        }
        "unexpected `=` in array" => {
            ("an array holds values, not keys", "use `{ … }` for keys with values")
        }
        "extra comma in array" | "extra comma in inline table" => ("one comma too many", ""),
        "unclosed array" => ("this array is never closed", "end it with `]`"),
        "unclosed inline table" => ("this table is never closed", "end it with `}`"),
        "unclosed table" => ("this header is not closed", "end it with `]`"),
        "unclosed array table" => ("this header is not closed", "end it with `]]`"),
        "missing array opening" | "missing table open" => ("a `]` without its `[`", ""),
        "missing inline table opening" => ("a `}` without its `{`", ""),
        "invalid unquoted key" => (
            "a key holds only letters a to z, digits, `-` and `_`, unless it stands in quotes",
            "put the key in quotes: \"…\"",
        ),
        "unquoted keys cannot be empty" => ("a key is missing", ""),
        "keys cannot be multi-line basic strings" | "keys cannot be multi-line literal strings" => {
            ("a key stands on one line", "")
        }
        "unexpected key or value" if here.contains(',') => {
            ("one value to a line, and a point in numbers, not a comma", "write `1.5`, or `[1, 5]`")
        }
        "unexpected key or value" => (
            "one value to a line; this stands after the first",
            "start a new line, or write `#` before a remark",
        ),
        "invalid boolean" if !is_boolean(here) => {
            ("text stands in quotes", "write \"…\" around it")
        }
        "invalid boolean" => ("this is neither `true` nor `false`", "both are lower case"),
        "unexpected leading zero" => ("a number does not begin with 0", ""),
        "invalid fraction" => ("digits are missing after the point", "write `1.0`"),
        "invalid mantissa" => ("a digit is missing before the point", "write `0.5`"),
        "carriage return must be followed by newline" => {
            ("a carriage return without a line feed", "save the file with ordinary line ends")
        }
        _ if what.starts_with("cannot extend value of type") => {
            ("this key already has a value that is no table, so nothing can stand in it", "")
        }
        _ => return (message.to_owned(), ""),
    };
    (words.to_owned(), help)
}

/// Whether a line ends with a word that is true or false but for its case.
fn is_boolean(here: &str) -> bool {
    let word = here.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ["true", "false"].contains(&word.to_lowercase().as_str())
}
