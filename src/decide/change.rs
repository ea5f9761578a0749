//! One number of a model changed: what a what-if is made of.
//! Run by a `Bench`, thousands at a time.

use crate::model::assumption::Status;
use crate::model::datum::Quantity;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, VendorId};

/// One number changed. A later change of the same thing replaces an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A rating, as a bare value over what is written: claims go, `requires` and `otherwise` stay.
    Rating {
        /// Whose.
        vendor: VendorId,
        /// On which leaf.
        criterion: CriterionId,
        /// What is known then, of the leaf's type and on its scale.
        quantity: Quantity,
    },
    /// A weight, as the number in the file; gives one to a leaf that had none. Says nothing where
    /// weights come from the data of the field.
    Weight {
        /// Leaf or group.
        criterion: CriterionId,
        /// Finite and ≥ 0.
        number: f64,
    },
    /// A share of the whole; all of them apply at once, after plain weights, and the leaves that
    /// nobody asked for keep their proportions in what is left.
    Share {
        /// Leaf or group.
        criterion: CriterionId,
        /// In [0, 1].
        share: f64,
    },
    /// The status of an assumption.
    Assumption {
        /// Which.
        assumption: AssumptionId,
        /// What it is then.
        status: Status,
    },
    /// Out of the running by decision.
    Exclude(VendorId),
    /// Back in the running.
    Include(VendorId),
    /// A claim that no longer counts; a rating left without any becomes unknown.
    Withdraw(EvidenceId),
}
