//! Which text is meant, without the text.
//! Every place names one; `Texts` gives them out.

/// Which text of a run; an index into [`Texts`](crate::text::source::Texts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(pub(super) usize);
