//! Models from TOML text, as `document` and `load` would make them, with spans of no meaning.

use std::path::PathBuf;

use rationale::document::node::{Entry, Key, Node, Table, Value};
use rationale::model::load::{Asked, load};
use rationale::model::scenario::Model;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::{Origin, Text, Texts};
use rationale::text::span::{Span, Spanned};

/// The model of a scenario's text; panics with the diagnostics where there are errors.
pub fn model(content: &str) -> Model {
    asked(content, &[])
}

/// The same with shares of the whole asked for by flags.
pub fn asked(content: &str, shares: &[(&str, f64)]) -> Model {
    let mut texts = Texts::default();
    let origin = Origin::File(PathBuf::from("test.toml"));
    let text = texts.add(Text { name: "test.toml".into(), content: content.into(), origin });
    let span = Span { text, start: 0, end: 0 };
    let read: toml::Table = content.parse().unwrap_or_else(|error| panic!("{error}\n{content}"));
    let shares =
        shares.iter().map(|(name, share)| (Spanned::new((*name).to_owned(), span), *share));
    let asked = Asked { shares: shares.collect(), ..Asked::default() };
    let mut sink = Diagnostics::default();
    let model = load(&table(&read, span), span, &asked, &mut sink);
    model.unwrap_or_else(|| {
        let messages: Vec<String> =
            sink.iter().map(|diagnostic| format!("{diagnostic:?}")).collect();
        panic!("{}\n{content}", messages.join("\n"))
    })
}

fn table(read: &toml::Table, span: Span) -> Table {
    let entry = |(name, value): (&String, &toml::Value)| Entry {
        key: Key { name: name.clone(), span },
        node: node(value, span),
    };
    Table { entries: read.iter().map(entry).collect() }
}

fn node(value: &toml::Value, span: Span) -> Node {
    let value = match value {
        toml::Value::String(text) => Value::String(text.clone()),
        toml::Value::Integer(number) => Value::Integer(*number),
        toml::Value::Float(number) => Value::Float(*number),
        toml::Value::Boolean(yes) => Value::Boolean(*yes),
        toml::Value::Datetime(date) => Value::Date(date.to_string()),
        toml::Value::Array(items) => {
            Value::Array(items.iter().map(|item| node(item, span)).collect())
        }
        toml::Value::Table(inner) => Value::Table(table(inner, span)),
    };
    Node { value, span }
}
