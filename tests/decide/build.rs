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
#[expect(clippy::panic, reason = "a test's own text that does not load is a mistake in the test")]
pub fn asked(content: &str, shares: &[(&str, f64)]) -> Model {
    match try_asked(content, shares) {
        Ok(model) => model,
        Err(messages) => panic!("{messages}\n{content}"),
    }
}

fn try_asked(content: &str, shares: &[(&str, f64)]) -> Result<Model, String> {
    let mut texts = Texts::default();
    let origin = Origin::File(PathBuf::from("test.toml"));
    let text = texts.add(Text { name: "test.toml".into(), content: content.into(), origin });
    let span = Span { text, start: 0, end: 0 };
    let read: toml::Table = content.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let share = |(name, share): &(&str, f64)| (Spanned::new((*name).to_owned(), span), *share);
    let asked = Asked { shares: shares.iter().map(share).collect(), ..Asked::default() };
    let mut sink = Diagnostics::default();
    load(&table(&read, span), span, &asked, &mut sink).ok_or_else(|| {
        let messages: Vec<String> = sink.iter().map(|found| format!("{found:?}")).collect();
        messages.join("\n")
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
