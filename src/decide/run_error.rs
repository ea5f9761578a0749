//! Why a model cannot be run although every file in it is in order.
//! Returned by `evaluate` and `decide`; worded as a diagnostic by whoever holds the spans.

use crate::method::outcome::Refusal;
use crate::model::id::{CriterionId, StakeholderId, VendorId};

/// What only the field or the flags bring to light.
#[derive(Debug, Clone, PartialEq)]
pub enum RunError {
    /// The method cannot be applied to the field.
    Method {
        /// Why, with columns and rows of the problem as the method knows them.
        refusal: Refusal,
        /// The criterion that the refusal names.
        criterion: Option<CriterionId>,
        /// The vendor that the refusal names.
        vendor: Option<VendorId>,
    },
    /// Weights cannot be derived from the ratings of the field.
    Weights {
        /// Why: every reason found, never empty.
        refusals: Vec<Refused>,
    },
    /// A what-if gives a weight where the data give all of them.
    WeightFromData {
        /// The criterion.
        criterion: CriterionId,
    },
    /// It cannot be run with the weights of this stakeholder.
    Stakeholder {
        /// Whose weights.
        stakeholder: StakeholderId,
        /// Why; never another stakeholder's.
        error: Box<RunError>,
    },
    /// A vendor of the field has no rating on a criterion that refuses unknown ones.
    UnknownRefused {
        /// Who.
        vendor: VendorId,
        /// On what.
        criterion: CriterionId,
    },
    /// A `relative` value function divides by this rating, which is not above 0.
    NotPositive {
        /// Who.
        vendor: VendorId,
        /// On what.
        criterion: CriterionId,
        /// The rating.
        rating: f64,
    },
    /// All weights among these siblings are 0, so that their share cannot be divided.
    NoWeight {
        /// Their group; `None` at the top level.
        group: Option<CriterionId>,
    },
    /// The shares that flags ask for leave a remainder below 0, or one that nobody can take.
    ShareOutOfReach {
        /// The criterion asked for; of several, the last one.
        criterion: CriterionId,
    },
    /// The gate of a group tests a member whose value or weight depends on the field: that would be
    /// circular.
    CircularGate {
        /// The group.
        group: CriterionId,
        /// The member.
        member: CriterionId,
    },
}

/// A refusal with the criterion and the vendor that it names.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Why, with columns and rows of the table that was refused.
    pub refusal: Refusal,
    /// The criterion that it names.
    pub criterion: Option<CriterionId>,
    /// The vendor that it names.
    pub vendor: Option<VendorId>,
}

impl Refused {
    /// Names the column and the row of a refusal.
    pub fn new(refusal: Refusal, columns: &[CriterionId], rows: &[VendorId]) -> Self {
        let (column, row) = match &refusal {
            Refusal::NotPositive { criterion, vendor, .. }
            | Refusal::Extreme { criterion, vendor, .. } => (Some(*criterion), Some(*vendor)),
            Refusal::NoRange { criterion }
            | Refusal::ZeroSum { criterion }
            | Refusal::Lacks { criterion, .. } => (Some(*criterion), None),
            Refusal::NotFinite | Refusal::Undefined { .. } => (None, None),
        };
        Self {
            criterion: column.and_then(|column| columns.get(column).copied()),
            vendor: row.and_then(|row| rows.get(row).copied()),
            refusal,
        }
    }
}

impl From<Refused> for RunError {
    fn from(refused: Refused) -> Self {
        let Refused { refusal, criterion, vendor } = refused;
        Self::Method { refusal, criterion, vendor }
    }
}
