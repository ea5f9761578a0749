//! What is said about a person's file: a code, a message, labelled spans, help.
//! Pushed to [`Diagnostics`] by `document` and `model`, drawn by `report`.

use crate::text::span::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, and its owner should know.
    Warning,
}

/// A place in a text with a few words about it; the words may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// Lower case, no final period.
    pub words: String,
}

/// One thing said about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable kebab-case code, such as `unknown-key`; documented in `docs/diagnostics.md`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Lower case, no final period, the user's text in backticks.
    pub message: String,
    /// The primary place first; empty only for a file that could not be read.
    pub labels: Vec<Label>,
    /// What to do, each a line.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::at(code, Severity::Error, span, message)
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::at(code, Severity::Warning, span, message)
    }

    fn at(code: &'static str, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        let labels = vec![Label { span, words: String::new() }];
        Self { code, severity, message: message.into(), labels, help: Vec::new() }
    }

    /// The same with words under its primary place.
    #[must_use]
    pub fn labelled(mut self, words: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.words = words.into();
        }
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn and(mut self, span: Span, words: impl Into<String>) -> Self {
        self.labels.push(Label { span, words: words.into() });
        self
    }

    /// The same with a line of help.
    #[must_use]
    pub fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }

    /// The primary place, where there is one.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Everything said so far; work goes on after each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    said: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.said.push(diagnostic);
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        self.said.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many were said so far.
    pub fn count(&self) -> usize {
        self.said.len()
    }

    /// How many of them are errors.
    pub fn errors(&self) -> usize {
        self.said.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// Takes back every warning whose code is to be silent; errors stay.
    pub fn silence(&mut self, is_silent: impl Fn(&str) -> bool) {
        self.said.retain(|said| said.severity == Severity::Error || !is_silent(said.code));
    }

    /// All, in the order in which they were said.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.said.iter()
    }

    /// All, errors before warnings, then by place, then by code; the same one said twice stands once,
    /// with whichever help says more.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.said.sort_by(|a, b| {
            let key = |of: &Diagnostic| (of.severity, of.span(), of.code);
            key(a)
                .cmp(&key(b))
                .then_with(|| a.message.cmp(&b.message))
                .then_with(|| b.help.len().cmp(&a.help.len()))
        });
        self.said.dedup_by(|later, first| {
            let key = |of: &Diagnostic| (of.severity, of.span(), of.code);
            key(later) == key(first) && later.message == first.message
        });
        self.said
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.said.extend(diagnostics);
    }
}
