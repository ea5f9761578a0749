//! A scenario opened: files read and merged, flags laid over, checked and loaded.
//! What every verb that reads a scenario starts with; mistakes are kept, never the first one only.

use std::path::Path;

use crate::document::Document;
use crate::document::extend::extend;
use crate::document::node::{Node, Table, Value};
use crate::document::overlay::{Flag, apply, overlay};
use crate::model::load::{Asked, load};
use crate::model::scenario::Model;
use crate::text::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::text::source::{Origin, Texts};
use crate::text::span::Span;
use crate::text::unreadable::Unreadable;

/// A scenario with everything that was read for it.
#[derive(Debug)]
pub struct Opened {
    /// Its path as given.
    pub path: String,
    /// Every text that was read.
    pub texts: Texts,
    /// What they say together.
    pub document: Document,
    /// The model; `None` when there are errors.
    pub model: Option<Model>,
    /// Everything said so far, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Opens a scenario; mistakes in flags and files are in what is returned.
///
/// # Errors
/// When the file itself cannot be read.
pub fn open(path: &str, flags: &[Flag]) -> Result<Opened, Unreadable> {
    let mut texts = Texts::default();
    let mut said = Diagnostics::default();
    let mut read = |path: &Path| crate::files::read::read(path);
    let mut document = extend(Path::new(path), &mut read, &mut texts, &mut said)?;
    if !flags.is_empty() {
        let flags = overlay(flags, &mut texts, &mut said);
        document = apply(document, flags, &mut said);
    }
    let model = model(&document, &mut said);
    let diagnostics = said.into_sorted();
    let has_errors = diagnostics.iter().any(|each| each.severity == Severity::Error);
    let model = model.filter(|_| !has_errors);
    Ok(Opened { path: path.to_owned(), texts, document, model, diagnostics })
}

fn model(document: &Document, said: &mut Diagnostics) -> Option<Model> {
    let Node { value: Value::Table(root), span } = &document.root else { return None };
    let shares = document.shares.iter();
    let asked = Asked {
        shares: shares.map(|share| (share.criterion.clone(), share.share.value)).collect(),
        retract: Vec::new(),
    };
    if !is_criteria_file(document, root) {
        return load(root, *span, &asked, said);
    }
    let mut found = Diagnostics::default();
    let model = load(root, *span, &asked, &mut found);
    said.extend(found.into_sorted().into_iter().filter(|each| each.code != "no-vendors"));
    model
}

/// Whether the file says what matters and leaves the vendors to others.
fn is_criteria_file(document: &Document, root: &Table) -> bool {
    document.layers.len() == 1
        && root.get("criteria").is_some()
        && root.get("vendors").is_none()
        && root.get("vendors-from").is_none()
}

impl Opened {
    /// Whether every error stands in a flag rather than in a file.
    pub fn only_flags_are_wrong(&self) -> bool {
        let in_flags = |span: Span| self.texts.get(span.text).origin == Origin::Flags;
        let errors = self.diagnostics.iter().filter(|each| each.severity == Severity::Error);
        errors.clone().count() > 0 && errors.clone().all(|each| each.span().is_some_and(in_flags))
    }
}
