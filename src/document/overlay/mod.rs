//! What-if flags as a tree laid over a document, by the same rules as a what-if file.
//! `Document → overlay → Document`; every mistake in a flag stands in the text of the flags.

mod apply;
mod flag;
mod read;

pub use crate::document::overlay::apply::apply;
pub use crate::document::overlay::flag::{Flag, Kind};
pub use crate::document::overlay::read::overlay;

use crate::document::node::{Key, Node};
use crate::text::id::TextId;
use crate::text::span::{Span, Spanned};

/// All flags of a run, read but not yet applied; their order is forgotten.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlay {
    /// The text that holds the flags, one to a line.
    pub text: TextId,
    /// One for each path that is set, sorted by path.
    pub assignments: Vec<Assignment>,
    /// One for each `--weight ID=N%`, sorted by id.
    pub shares: Vec<Share>,
    /// The ids of `--retract`, evidence or sources, sorted.
    pub retracted: Vec<Spanned<String>>,
}

/// One value set at a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// At least one key, from the root on.
    pub path: Vec<Key>,
    /// The value.
    pub node: Node,
    /// The whole flag.
    pub span: Span,
}

/// A share of the whole given to a criterion or a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The criterion's id.
    pub criterion: Spanned<String>,
    /// Its share, in [0, 1].
    pub share: Spanned<f64>,
}

#[cfg(test)]
mod tests;
