//! What is held of a vendor on a criterion before any completion: words, retraction, requirements.
//! The one place that says which rule comes first.

use crate::decide::cell::Cause;
use crate::decide::settlement::{Outlook, Settlement};
use crate::model::datum::Quantity;
use crate::model::id::{AssumptionId, EvidenceId};
use crate::model::rating::Rating;

/// What is held of a rating.
#[derive(Debug, Clone, PartialEq)]
pub struct Held<'a> {
    /// What counts in the reading.
    pub quantity: &'a Quantity,
    /// Why it counts.
    pub cause: Cause,
    /// The pending assumptions it hangs on, and what counts once one of them fails.
    pub switch: Option<(Vec<AssumptionId>, &'a Quantity)>,
}

static UNKNOWN: Quantity = Quantity::Unknown;

/// What is held of a rating as written, or of what a what-if puts in its place.
///
/// `counts` says which claims still count. A rating whose claims are all retracted is unknown, and so is its `otherwise`, which stands on
/// the same claims. A what-if's number names no claims, and keeps `requires` and `otherwise`.
pub fn held<'a>(
    settlement: &Settlement,
    rating: Option<&'a Rating>,
    edited: Option<&'a Quantity>,
    counts: impl Fn(EvidenceId) -> bool,
) -> Held<'a> {
    let unknown = |cause| Held { quantity: &UNKNOWN, cause, switch: None };
    let Some(rating) = rating else {
        return match edited {
            Some(quantity) => Held { quantity, cause: cause_of(quantity), switch: None },
            None => unknown(Cause::NotRated),
        };
    };
    let has_evidence = edited.is_none() && !rating.evidence.is_empty();
    if has_evidence && !rating.evidence.iter().any(|id| counts(id.value)) {
        return unknown(Cause::EvidenceRetracted);
    }
    let quantity = edited.unwrap_or(&rating.quantity);
    if rating.requires.is_empty() {
        return Held { quantity, cause: cause_of(quantity), switch: None };
    }
    let otherwise = rating.otherwise.as_ref().map_or(&UNKNOWN, |otherwise| &otherwise.value);
    match settlement.outlook(&rating.requires) {
        Outlook::Kept => Held { quantity, cause: cause_of(quantity), switch: None },
        Outlook::Broken(id) => {
            Held { quantity: otherwise, cause: Cause::Otherwise(id), switch: None }
        }
        Outlook::Open(pending) => {
            Held { quantity, cause: cause_of(quantity), switch: Some((pending, otherwise)) }
        }
    }
}

fn cause_of(quantity: &Quantity) -> Cause {
    if matches!(quantity, Quantity::Unknown) { Cause::NotRated } else { Cause::Written }
}
