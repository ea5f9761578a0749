//! A vendor: whether it stands for choice, what it requires as a whole, and its ratings.
//! Loaded from `[vendors.*]` or a table of vendors.

use crate::model::id::{AssumptionId, CriterionId};
use crate::model::rating::Rating;
use crate::text::span::{Span, Spanned};

/// A candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Vendor {
    /// The table key.
    pub name: String,
    /// The key of its table.
    pub span: Span,
    /// A title for people.
    pub title: Option<String>,
    /// Out of the running by decision: the reason, empty where none was given.
    pub excluded: Option<Spanned<String>>,
    /// Assumptions the vendor as a whole depends on.
    pub requires: Vec<Spanned<AssumptionId>>,
    /// One for each criterion in declared order; `None` where nothing was written (unknown).
    pub ratings: Vec<Option<Rating>>,
}

impl Vendor {
    /// What people read: the title, else the name.
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }

    /// The rating on a criterion, where one was written.
    pub fn rating(&self, criterion: CriterionId) -> Option<&Rating> {
        self.ratings.get(criterion.index()).and_then(Option::as_ref)
    }
}
