//! A gate: what a vendor must meet whatever its strengths elsewhere.
//! Stands on a leaf (tests the rating) or on a group (tests the share reached).

use crate::model::datum::Datum;
use crate::text::span::Span;

/// A gate on a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// What is tested.
    pub test: Test,
    /// Why, shown wherever the gate is.
    pub because: Option<String>,
    /// Where the gate's value stands.
    pub span: Span,
}

/// What a gate tests. Bounds are of the criterion's type; levels compare by their order.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// The rating is at least this.
    AtLeast(Datum),
    /// The rating is at most this.
    AtMost(Datum),
    /// The rating lies between the two, ends included.
    Between(Datum, Datum),
    /// The rating is exactly this.
    Is(Datum),
    /// The rating is one of these.
    OneOf(Vec<Datum>),
    /// The rating is none of these.
    NoneOf(Vec<Datum>),
    /// The group reaches at least this fraction of what it can reach, in [0, 1].
    ReachesAtLeast(f64),
    /// The group reaches at most this fraction.
    ReachesAtMost(f64),
    /// The group reaches a fraction between the two.
    ReachesBetween(f64, f64),
}
