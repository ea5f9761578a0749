//! Sources and claims: what ratings rest on, and who echoes whom.
//! Loaded from `[sources.*]` and `[evidence.*]`; retraction is already followed in [`Evidence::standing`].

use crate::model::id::{EvidenceId, SourceId};
use crate::text::span::{Span, Spanned};

/// Admiralty reliability of a source: a label, not a probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

/// Who reports.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The table key; for a free text, the text.
    pub name: String,
    /// The key of its table, or the free text.
    pub span: Span,
    /// A title for people.
    pub title: Option<String>,
    /// Grade, where given.
    pub reliability: Option<Reliability>,
    /// Whom it echoes; an origin echoes nobody.
    pub relays: Vec<Spanned<SourceId>>,
    /// Withdrawn: the reason, empty where none was given.
    pub retracted: Option<Spanned<String>>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The table key.
    pub name: String,
    /// The key of its table.
    pub span: Span,
    /// What is claimed.
    pub claim: String,
    /// Who reports it; free texts are sources too, equal texts one source.
    pub sources: Vec<Spanned<SourceId>>,
    /// The origins behind the sources, echoes followed, retracted ones left out; in declared order.
    pub origins: Vec<SourceId>,
    /// Its date as written.
    pub date: Option<String>,
    /// Admiralty credibility, 1 to 6.
    pub credibility: Option<u8>,
    /// Claims that cannot hold beside it.
    pub contradicts: Vec<Spanned<EvidenceId>>,
    /// Withdrawn itself: the reason, empty where none was given.
    pub retracted: Option<Spanned<String>>,
    /// Whether it still counts.
    pub standing: Standing,
}

/// Whether a claim still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Stands,
    /// It was itself retracted.
    Retracted,
    /// Every origin behind it was retracted.
    Unsupported,
}
