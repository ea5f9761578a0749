//! What `--format json` says: one object with stable kebab-case keys, numbers in full precision.
//! Structs of its own, made from views; each has a JSON Schema that `schema --output VERB` prints.

pub mod ask;
pub mod change;
pub mod check;
pub mod condition;
pub mod criterion;
pub mod details;
pub mod diff;
pub mod edit;
pub mod envelope;
pub mod flip;
pub mod gate;
pub mod graph;
pub mod impact;
pub mod matrix;
pub mod methods;
pub mod methods_compared;
pub mod rank;
pub mod robust;
pub mod stakeholder;
pub mod sweep;
pub mod vendor;
pub mod weights;
pub mod what_if;
pub mod why;
pub mod words;

use serde::Serialize;

use crate::report::view::named::Named;

/// Ids alone.
pub fn ids(named: &[Named]) -> Vec<String> {
    named.iter().map(|each| each.id.clone()).collect()
}

/// An object as text, indented, ended by a line break.
pub fn text<T: Serialize>(object: &T) -> String {
    // Only maps with keys that are no strings could fail, and there are none.
    let mut text = serde_json::to_string_pretty(object).unwrap_or_default();
    text.push('\n');
    text
}
