//! `[lints]`: warnings that a file's owner silences, each with a reason.
//! A code that no warning has is an error, so that a silenced typo does not silence nothing.

use crate::document::node::{Node, Value};
use crate::model::lint::{Lint, WARNINGS};
use crate::model::load::fields::{Fields, string, wrong_type};
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;

/// Reads the silenced warnings.
pub fn load(node: Option<&Node>, sink: &mut Diagnostics) -> Vec<Lint> {
    let Some(node) = node else { return Vec::new() };
    let Some(mut fields) = Fields::of(node, Place::Lints, "a table with `allow`", sink) else {
        return Vec::new();
    };
    let allow = fields.node("allow");
    fields.close(sink);
    let Some(allow) = allow else { return Vec::new() };
    let Value::Table(table) = &allow.value else {
        sink.push(wrong_type(allow, "a table of warning codes with reasons"));
        return Vec::new();
    };
    let mut lints = Vec::new();
    for entry in &table.entries {
        let name = entry.key.name.as_str();
        let Some(code) = WARNINGS.iter().find(|code| **code == name) else {
            let message = format!("no warning has the code `{name}`");
            let diagnostic = Diagnostic::error("unknown-name", entry.key.span, message);
            sink.push(match nearest(name, WARNINGS.iter().copied()) {
                Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
                None => diagnostic.help(format!("there are: {}", WARNINGS.join(", "))),
            });
            continue;
        };
        if let Some(because) = string(&entry.node, "a reason in quotes", sink) {
            lints.push(Lint { code, because: because.value, span: entry.key.span });
        }
    }
    lints
}
