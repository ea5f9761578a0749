//! A value that two scenarios state differently, as JSON: what was said, what is said now, and where.
//! Part of `what-if` and `diff`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::document::node::{Node, Value as Written};
use crate::explore::diff::change::{Kind, Stated};
use crate::report::digits::percent;
use crate::report::view::change::ChangeView;

/// A value that is stated differently.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// As in `--set`.
    pub path: String,
    /// What was said; null where nothing was. A share asked for is text, as in `50%`.
    pub from: Value,
    /// What is said now.
    pub to: Value,
    /// What it is about.
    pub kind: ChangeKind,
    /// `file:line`, where it stands in a file.
    pub place: Option<String>,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// A vendor's rating.
    Rating,
    /// A weight, or what weights are derived from.
    Weight,
    /// A criterion as a whole, or its words.
    Criterion,
    /// From ratings to values.
    Scale,
    /// A gate.
    Gate,
    /// A vendor as a whole, its exclusion, what it requires.
    Vendor,
    /// A claim.
    Evidence,
    /// A source.
    Source,
    /// An assumption.
    Assumption,
    /// The method and what only it reads.
    Method,
    /// How many are chosen, and how ties break.
    Choose,
}

/// What is stated differently.
pub fn change(change: &ChangeView) -> Change {
    Change {
        path: change.path.clone(),
        from: stated(&change.from),
        to: stated(&change.to),
        kind: ChangeKind::from(change.kind),
        place: change.place.clone(),
    }
}

fn stated(stated: &Option<Stated>) -> Value {
    match stated {
        None => Value::Null,
        Some(Stated::Share(share)) => json!(percent(*share)),
        Some(Stated::Value(node)) => written(node),
    }
}

fn written(node: &Node) -> Value {
    match &node.value {
        Written::String(text) | Written::Date(text) | Written::Cell(text) => json!(text),
        Written::Integer(number) => json!(number),
        Written::Float(number) => json!(number),
        Written::Boolean(boolean) => json!(boolean),
        Written::Array(items) => Value::Array(items.iter().map(written).collect()),
        Written::Table(table) => {
            let entries = table.entries.iter();
            let pairs = entries.map(|entry| (entry.key.name.clone(), written(&entry.node)));
            Value::Object(pairs.collect::<Map<String, Value>>())
        }
    }
}

impl From<Kind> for ChangeKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Rating => Self::Rating,
            Kind::Weight => Self::Weight,
            Kind::Criterion => Self::Criterion,
            Kind::Scale => Self::Scale,
            Kind::Gate => Self::Gate,
            Kind::Vendor => Self::Vendor,
            Kind::Evidence => Self::Evidence,
            Kind::Source => Self::Source,
            Kind::Assumption => Self::Assumption,
            Kind::Method => Self::Method,
            Kind::Choose => Self::Choose,
        }
    }
}
