//! A TOML value as a person wrote it: every key and every value with the span it came from.
//! Made by `parse`, combined by `extend` and `overlay`, read by `model`.

use crate::text::span::Span;

/// A value and where it stands. A merged table's span is that of the text that names it last.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it says.
    pub value: Value,
    /// Where it stands; for a table under a header, the header.
    pub span: Span,
}

/// What a node says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A string, unescaped.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction or an exponent; may be NaN or infinite as TOML allows.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A date or time, in TOML's own spelling.
    Date(String),
    /// A cell of a table file: text whose type is what its place expects.
    Cell(String),
    /// Values in order.
    Array(Vec<Node>),
    /// Keys with values in the order of the file.
    Table(Table),
}

impl Value {
    /// What kind of value it is, with its article, as a message names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::String(_) => "a string",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a number",
            Self::Boolean(_) => "a boolean",
            Self::Date(_) => "a date",
            Self::Cell(_) => "a cell",
            Self::Array(_) => "an array",
            Self::Table(_) => "a table",
        }
    }
}

/// A key and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name, unquoted.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// One key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Key,
    /// The value.
    pub node: Node,
}

/// Keys with values, each key once, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Invariant: no two entries have the same key name.
    pub entries: Vec<Entry>,
}

impl Table {
    /// The entry of a key.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key.name == name)
    }

    /// The entry of a key, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.key.name == name)
    }
}
