//! A rating as it counts in one completion: assumptions settled, retraction followed, unknowns filled.
//! Kept in `Evaluation` so that an explanation need not work anything out again.

use crate::model::datum::Quantity;
use crate::model::id::AssumptionId;

/// One vendor on one leaf, as it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What is known, after assumptions and retraction; `Unknown` where nothing is.
    pub quantity: Quantity,
    /// Why it is that.
    pub cause: Cause,
    /// The number that enters the method: the rating (levels and targets by their value, booleans
    /// 0 or 1), or its fill where unknown. `None` where the leaf takes no part in scores.
    pub number: Option<f64>,
    /// The value in [0, 1] after the value function; `None` where the leaf takes no part in scores,
    /// and for a `relative` or observed one while the vendor stands outside the field.
    pub value: Option<f64>,
}

impl Cell {
    /// Whether the number is a fill.
    pub fn is_filled(&self) -> bool {
        matches!(self.quantity, Quantity::Unknown)
    }
}

/// Why a cell's quantity is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// As written in the file.
    Written,
    /// Nothing was written, or `unknown` was.
    NotRated,
    /// This required assumption fails; `otherwise`, or unknown where there is none.
    Otherwise(AssumptionId),
    /// Every claim it names was retracted.
    EvidenceRetracted,
}
