//! A scenario opened: files read and merged, flags laid over, checked and loaded.
//! What every verb that reads a scenario starts with; mistakes are kept, never the first one only.

use std::io::Read as _;
use std::path::Path;
use std::sync::OnceLock;

use crate::decide::decision::Decision;
use crate::decide::run::decide;
use crate::document::extend::{Read, extend};
use crate::document::node::Value;
use crate::document::overlay::{Flag, apply, overlay};
use crate::document::{Document, Role};
use crate::files::LARGEST;
use crate::model::load::load;
use crate::model::scenario::Model;
use crate::reasons::build::{Asked, build};
use crate::reasons::finding::{findings, warn};
use crate::report::decision_hash::decision_hash;
use crate::report::json::envelope::Run;
use crate::report::said::{noticed, refused};
use crate::text::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::text::id::TextId;
use crate::text::source::{Origin, Texts};
use crate::text::span::Span;
use crate::text::unreadable::{Reason, Unreadable};

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
    /// What it comes to; `None` when there are errors, and for a criteria file by itself.
    pub decision: Option<Decision>,
    /// Hash of every input that counts.
    pub hash: String,
    /// Everything said so far, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Opens a scenario; mistakes in flags and files are in what is returned.
///
/// # Errors
/// When the file itself cannot be read.
pub fn open(path: &str, flags: &[Flag]) -> Result<Opened, Unreadable> {
    open_with(path, flags, &mut read)
}

/// The same with files as the reader has them, such as one that has been edited but not written.
///
/// # Errors
/// When the file itself cannot be read.
pub fn open_with(path: &str, flags: &[Flag], read: &mut Read<'_>) -> Result<Opened, Unreadable> {
    open_beside(path, flags, Texts::default(), read)
}

/// The same beside scenarios opened before, whose texts keep their places.
///
/// # Errors
/// When the file itself cannot be read.
pub fn open_beside(
    path: &str,
    flags: &[Flag],
    mut texts: Texts,
    read: &mut Read<'_>,
) -> Result<Opened, Unreadable> {
    let mut said = Diagnostics::default();
    let mut document = extend(Path::new(path), read, &mut texts, &mut said)?;
    if !flags.is_empty() {
        let flags = overlay(flags, &mut texts, &mut said);
        document = apply(document, flags, &mut said);
    }
    let mut model = model(&document, &mut said).filter(|_| !said.has_errors());
    let decision = model.as_ref().and_then(|model| run(model, &mut said));
    if said.has_errors() {
        model = None;
    }
    let hash = decision_hash(&document);
    let path = path.to_owned();
    Ok(Opened { path, texts, document, model, decision, hash, diagnostics: said.into_sorted() })
}

/// Standard input for `-`, else the file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<String, Unreadable> {
    if path != Path::new("-") {
        return crate::files::read(path);
    }
    STANDARD_INPUT.get_or_init(standard_input).clone()
}

/// What came in: it can be read once only, and a comparison asks for it twice.
static STANDARD_INPUT: OnceLock<Result<String, Unreadable>> = OnceLock::new();

fn standard_input() -> Result<String, Unreadable> {
    let failed = |reason| Unreadable { path: "-".into(), reason };
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().lock().take(LARGEST + 1);
    input.read_to_end(&mut bytes).map_err(|error| failed(Reason::Other(error.to_string())))?;
    if bytes.len() as u64 > LARGEST {
        return Err(failed(Reason::TooLarge { limit: LARGEST }));
    }
    String::from_utf8(bytes)
        .map_err(|error| failed(Reason::NotText { byte: error.utf8_error().valid_up_to() }))
}

/// Runs a model; why it cannot be run is one more mistake, what only a run sees one more warning.
fn run(model: &Model, said: &mut Diagnostics) -> Option<Decision> {
    if model.vendors.is_empty() {
        return None;
    }
    match decide(model) {
        Ok(decision) => {
            said.extend(noticed(model, &decision.reading.notices));
            let reasons = build(model, &decision, &Asked::default());
            let found = findings(&reasons);
            said.extend(found.iter().map(|finding| warn(model, finding)));
            Some(decision)
        }
        Err(error) => {
            said.push(refused(model, &error));
            None
        }
    }
}

fn model(document: &Document, said: &mut Diagnostics) -> Option<Model> {
    if !is_criteria_file(document) {
        return load(document, said);
    }
    let mut found = Diagnostics::default();
    let model = load(document, &mut found);
    said.extend(found.into_sorted().into_iter().filter(|each| each.code != "no-vendors"));
    model
}

/// Whether the file says what matters and leaves the vendors to others.
fn is_criteria_file(document: &Document) -> bool {
    let Value::Table(root) = &document.root.value else { return false };
    document.layers.len() == 1
        && root.get("criteria").is_some()
        && root.get("vendors").is_none()
        && root.get("vendors-from").is_none()
}

impl Opened {
    /// The path of the scenario that this one extends, where it does.
    pub fn base(&self) -> Option<String> {
        let base = self.document.layers.iter().find(|layer| layer.role == Role::Base)?;
        Some(base.path.display().to_string())
    }

    /// Whether it is a criteria file, sound by itself: it decides nothing alone.
    pub fn is_criteria_file(&self) -> bool {
        let mut errors = self.diagnostics.iter().filter(|each| each.severity == Severity::Error);
        is_criteria_file(&self.document) && errors.next().is_none()
    }

    /// Texts that say "what if": the flags, and files that extend others.
    pub fn overlays(&self) -> Vec<TextId> {
        let layers = &self.document.layers;
        let extends = layers.iter().filter(|layer| layer.role == Role::Base).count();
        let files = layers.iter().take(extends).map(|layer| layer.text);
        let flags = self.texts.iter().filter(|(_, text)| text.origin == Origin::Flags);
        files.chain(flags.map(|(id, _)| id)).collect()
    }

    /// What goes into the envelope of every JSON object.
    pub fn run(&self) -> Run<'_> {
        let decision = self.decision.as_ref().map(|_| self.hash.as_str());
        Run { scenario: &self.path, decision, texts: &self.texts, diagnostics: &self.diagnostics }
    }

    /// Whether every error among these stands in a flag rather than in a file.
    pub fn only_flags_are_wrong(&self, diagnostics: &[Diagnostic]) -> bool {
        let in_flags = |span: Span| self.texts.get(span.text).origin == Origin::Flags;
        let mut errors =
            diagnostics.iter().filter(|each| each.severity == Severity::Error).peekable();
        errors.peek().is_some() && errors.all(|each| each.span().is_some_and(in_flags))
    }
}
