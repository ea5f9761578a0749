//! What speaks for or against a vendor in a lead, part by part.
//! Held by the statements on a lead; the ratings of both stand beside each part.

use crate::model::datum::Datum;
use crate::model::id::{CriterionId, VendorId};

/// Parts of a lead on one side: the largest shown, the tail folded.
#[derive(Debug, Clone, PartialEq)]
pub struct PartsOf {
    /// The first.
    pub ahead: VendorId,
    /// The second.
    pub behind: VendorId,
    /// Largest first.
    pub shown: Vec<Shown>,
    /// The rest, largest first.
    pub folded: Vec<CriterionId>,
    /// Σ of the folded parts, in the order folded.
    pub together: f64,
}

/// One part of a lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its part of the lead, positive where it speaks for the first.
    pub part: f64,
    /// The first's rating; `None` when unknown.
    pub ahead: Option<Datum>,
    /// The second's rating; `None` when unknown.
    pub behind: Option<Datum>,
    /// The priorities of both, where vendors are compared in pairs in place of ratings.
    pub compared: Option<[f64; 2]>,
}
