//! Warnings by code, and those that a file's owner silenced with a reason.
//! Asked by whatever warns; errors cannot be silenced.

use crate::text::span::Span;

/// Every warning that can be silenced, by its stable code.
pub const WARNINGS: &[&str] = &[
    "fewer-than-choose",
    "inconsistent-judgements",
    "local-scale",
    "no-range",
    "override-without-effect",
    "same-for-all",
    "shares-rescaled",
    "single-origin",
    "unsourced-evidence",
    "unused-assumption",
    "unused-criterion",
    "unused-evidence",
    "value-function-ignored",
    "zero-weighted-column",
];

/// A warning that is not to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    /// One of [`WARNINGS`].
    pub code: &'static str,
    /// Why its owner does not want it.
    pub because: String,
    /// Where that is said.
    pub span: Span,
}
