//! A decision under test: what `[expect]` says must come out.
//! Loaded from the scenario itself, never inherited; checked by `check` and `--expect`.

use crate::model::id::VendorId;
use crate::text::span::{Span, Spanned};

/// What must come out.
#[derive(Debug, Clone, PartialEq)]
pub struct Expect {
    /// Exactly these are chosen.
    pub chosen: Option<Vec<Spanned<VendorId>>>,
    /// These, among others, are rejected.
    pub rejected: Vec<Spanned<VendorId>>,
    /// The header.
    pub span: Span,
}
