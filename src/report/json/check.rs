//! `check --format json`, and what every verb prints when a file has errors.
//! Diagnostics with bytes, lines and columns, for editors and scripts.

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::diagnostic::{Diagnostic, Label, Severity};
use crate::text::source::Texts;
use crate::text::span::Span;

/// What was found in some files; warnings stand in the envelope.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Check {
    /// Paths as given.
    pub files: Vec<String>,
    /// What makes a file unusable.
    pub errors: Vec<Finding>,
    /// What `[expect]` says and whether it holds; null where there is none.
    pub expect: Option<Expect>,
}

/// One diagnostic.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: SeverityWord,
    /// What it says.
    pub message: String,
    /// The file; null for one that could not be read.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// First byte and one past the last.
    pub span: Option<[usize; 2]>,
    /// Places with words, the primary one first.
    pub labels: Vec<Place>,
    /// What to do.
    pub help: Vec<String>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityWord {
    /// The file cannot be used.
    Error,
    /// The file can be used, and its owner should know.
    Warning,
}

/// A place with a few words about it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// First byte and one past the last.
    pub span: [usize; 2],
    /// What is said there; may be empty.
    pub message: String,
}

/// What was expected of a decision.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Expect {
    /// What came out as expected, in sentences.
    pub held: Vec<String>,
    /// What did not.
    pub failed: Vec<String>,
}

/// The errors, in the order given.
pub fn check(files: Vec<String>, diagnostics: &[Diagnostic], texts: &Texts) -> Check {
    let errors = diagnostics.iter().filter(|each| each.severity == Severity::Error);
    let errors = errors.map(|diagnostic| finding(diagnostic, texts)).collect();
    Check { files, errors, expect: None }
}

/// One diagnostic with its places.
pub fn finding(diagnostic: &Diagnostic, texts: &Texts) -> Finding {
    let labels: Vec<Place> = diagnostic.labels.iter().map(|label| place(label, texts)).collect();
    let primary = labels.first();
    Finding {
        code: diagnostic.code,
        severity: match diagnostic.severity {
            Severity::Error => SeverityWord::Error,
            Severity::Warning => SeverityWord::Warning,
        },
        message: diagnostic.message.clone(),
        file: primary.map(|place| place.file.clone()),
        line: primary.map(|place| place.line),
        column: primary.map(|place| place.column),
        span: primary.map(|place| place.span),
        labels,
        help: diagnostic.help.clone(),
    }
}

fn place(label: &Label, texts: &Texts) -> Place {
    let Span { text, start, end } = label.span;
    let position = texts.position(label.span);
    Place {
        file: texts.get(text).name.clone(),
        line: position.line,
        column: position.column,
        span: [start, end],
        message: label.words.clone(),
    }
}
