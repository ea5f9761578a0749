//! Something nobody knows yet, and what its answers would do while all else is read as it is.
//! Found by `asking`, worded by its view.

use crate::explore::robust::tornado::Input;
use crate::model::datum::Datum;
use crate::model::id::VendorId;

/// Something to find out.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// A rating or an assumption.
    pub input: Input,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What knowing it is worth, EVPPI, in units of the score, ≥ 0; `None` where there is no such
    /// score or there is too much to work out.
    pub value: Option<f64>,
    /// The probability of an answer that changes the choice while all else is read as it is.
    pub change_probability: f64,
    /// Those answers, in rising order.
    pub turning: Vec<Turning>,
    /// Whether every answer was looked at, so that none is missing above.
    pub is_proved: bool,
    /// Whether the chances are nobody's statement: an even chance, or anything on the scale alike.
    pub is_assumed: bool,
    /// What asking costs, where the files say so.
    pub cost: Option<f64>,
}

/// What sort of thing is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody else decides.
    Assumption,
    /// Nothing is known of the rating.
    Unknown,
    /// The rating is known to a spread.
    Uncertain,
}

/// An answer that changes the choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Turning {
    /// The answer.
    pub answer: Answer,
    /// Its probability; 0 for a single rating on a scale.
    pub probability: f64,
    /// Who is chosen then, best first.
    pub chosen: Vec<VendorId>,
    /// Who is tied across the edge then.
    pub tied: Vec<VendorId>,
}

/// What may be found out.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The assumption fails.
    Fails,
    /// The assumption holds.
    Holds,
    /// The rating is just this.
    Is(Datum),
    /// The rating lies between two ends.
    Between(Bound, Bound),
}

/// An end of a stretch of ratings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The rating.
    pub rating: f64,
    /// What sort of end.
    pub end: BoundEnd,
}

/// What sort of end a stretch of ratings has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoundEnd {
    /// The rating may not lie beyond in any case.
    Scale,
    /// The rating itself belongs to the stretch.
    Closed,
    /// The rating itself does not.
    Open,
}
