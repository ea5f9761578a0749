//! Why an edit is refused: one constructor for each, all of them diagnostics.

use crate::document::path;
use crate::text::diagnostic::{Diagnostic, Label, Severity};
use crate::text::nearest::nearest;
use crate::text::span::Span;

fn refusal(code: &'static str, message: String) -> Box<Diagnostic> {
    let severity = Severity::Error;
    Box::new(Diagnostic { code, severity, message, labels: Vec::new(), help: Vec::new() })
}

fn shown(names: &[&str]) -> String {
    path::show(names.iter().copied())
}

/// The file would not read back as meant.
pub(crate) fn not_understood(names: &[&str]) -> Box<Diagnostic> {
    let message = match names {
        [] => "the layout of this file is not understood".to_owned(),
        _ => format!("`{}` cannot be changed here without changing more", shown(names)),
    };
    let mut refusal = refusal("edit-refused", message);
    refusal.help.push("edit the file by hand".to_owned());
    refusal
}

/// The path leads to a table that has lines of its own.
pub(crate) fn whole_table(names: &[&str], span: Span) -> Box<Diagnostic> {
    let message = format!("`{}` is a table; set one of its keys", shown(names));
    Box::new(Diagnostic::error("edit-refused", span, message))
}

/// The path leads into a value that is no table.
pub(crate) fn blocked(names: &[&str], kind: &str, span: Span) -> Box<Diagnostic> {
    let message = format!("nothing can be set in `{}`: it is {kind}", shown(names));
    Box::new(Diagnostic::error("edit-refused", span, message))
}

/// There is nothing at the path.
pub(crate) fn nothing_there<'a>(
    names: &[&str],
    known: impl IntoIterator<Item = &'a str>,
) -> Box<Diagnostic> {
    let mut refusal = refusal("unknown-id", format!("there is no `{}` in this file", shown(names)));
    if let Some(near) = names.last().and_then(|last| nearest(last, known)) {
        refusal.help.push(format!("did you mean `{near}`?"));
    }
    refusal
}

/// There already is something at the path.
pub(crate) fn already_there(names: &[&str], span: Span) -> Box<Diagnostic> {
    let message = format!("`{}` is already there", shown(names));
    Box::new(Diagnostic::error("already-there", span, message))
}

/// The code of `still_referenced`: the one refusal that is about what the file would become.
pub const STILL_REFERENCED: &str = "still-referenced";

/// The id is still named elsewhere.
pub(crate) fn still_referenced(names: &[&str], places: &[Span]) -> Box<Diagnostic> {
    let mut refusal = refusal(STILL_REFERENCED, format!("`{}` is still named here", shown(names)));
    let words = String::new();
    refusal.labels =
        places.iter().map(|span| Label { span: *span, words: words.clone() }).collect();
    refusal.help.push("remove these first".to_owned());
    refusal
}

/// The value cannot be read.
pub(crate) fn bad_value(raw: &str, why: &str) -> Box<Diagnostic> {
    refusal("bad-value", format!("`{raw}` is no value: {why}"))
}
