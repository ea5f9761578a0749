//! Models and decisions from text and flags, by the very way that the command line takes.

use std::path::Path;

use rationale::decide::decision::Decision;
use rationale::decide::run::decide;
use rationale::document::Document;
use rationale::document::extend::extend;
use rationale::document::overlay::{Flag, Kind, Share, apply, overlay};
use rationale::explore::side::Side;
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::text::diagnostic::{Diagnostics, Severity};
use rationale::text::source::Texts;
use rationale::text::span::Spanned;
use rationale::text::unreadable::{Reason, Unreadable};

/// The model of a scenario's text.
///
/// # Panics
/// With everything that is wrong, where something is.
pub fn model(text: &str) -> Model {
    asked(text, &[])
}

/// The same with shares of the whole asked for by flags.
///
/// # Panics
/// With everything that is wrong, where something is.
pub fn asked(text: &str, shares: &[(&str, f64)]) -> Model {
    let mut said = Diagnostics::default();
    let mut document = document(&[("x.toml", text)], &[], &mut said);
    let span = document.root.span;
    document.shares.extend(shares.iter().map(|(name, share)| Share {
        criterion: Spanned::new((*name).to_owned(), span),
        share: Spanned::new(*share, span),
    }));
    let model = load(&document, &mut said);
    let errors = said.iter().filter(|said| said.severity == Severity::Error);
    let errors: Vec<String> =
        errors.map(|said| format!("{}: {} {:?}", said.code, said.message, said.labels)).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    model.expect("what has no error loads")
}

/// A scenario with everything that was read for it.
#[derive(Debug)]
pub struct Scenario {
    pub document: Document,
    pub model: Model,
    pub decision: Decision,
}

impl Scenario {
    /// A side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { document: &self.document, model: &self.model, decision: &self.decision }
    }

    /// Score, or what a rejected vendor's would be.
    pub fn score(&self, vendor: &str) -> Option<f64> {
        let id = self.model.vendor_named(vendor)?;
        let place = self.decision.places.iter().find(|place| place.vendor == id)?;
        let back = place.put_back.as_ref().and_then(|back| back.score);
        self.decision.reading.score(id).or(back)
    }
}

/// The first of these files with flags laid over it; `None` where it does not check or run.
pub fn attempt(files: &[(&str, &str)], flags: &[Flag]) -> Option<Scenario> {
    let mut said = Diagnostics::default();
    let document = document(files, flags, &mut said);
    let model = load(&document, &mut said).filter(|_| !said.has_errors())?;
    let decision = decide(&model).ok()?;
    Some(Scenario { document, model, decision })
}

/// The same, of one file that is known to be sound.
pub fn scenario(content: &str, flags: &[Flag]) -> Scenario {
    attempt(&[("x.toml", content)], flags).unwrap_or_else(|| panic!("{content}\n{flags:?}"))
}

/// A flag.
pub fn flag(kind: Kind, words: &str) -> Flag {
    Flag { kind, words: words.to_owned() }
}

fn document(files: &[(&str, &str)], flags: &[Flag], said: &mut Diagnostics) -> Document {
    let mut texts = Texts::default();
    let mut read = |path: &Path| {
        let found = files.iter().find(|(name, _)| Path::new(name) == path);
        let missing = || Unreadable { path: path.to_path_buf(), reason: Reason::Missing };
        found.map(|(_, text)| (*text).to_owned()).ok_or_else(missing)
    };
    let first = Path::new(files[0].0);
    let document = extend(first, &mut read, &mut texts, said).expect("the first is there");
    if flags.is_empty() {
        return document;
    }
    let flags = overlay(flags, &mut texts, said);
    apply(document, flags, said)
}
