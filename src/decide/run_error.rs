//! Why a model cannot be run although every file in it is in order.
//! Returned by `evaluate` and `decide`; worded as a diagnostic by whoever holds the spans.

use crate::method::outcome::Refusal;
use crate::model::id::{CriterionId, StakeholderId, VendorId};
use crate::weights::kind::Kind;

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
    /// Weights from data have no value on the ratings of the field.
    Weights {
        /// Which kind of weights.
        kind: Kind,
        /// Why, with columns and rows as the derivation knows them.
        refusal: Refusal,
        /// The criterion that the refusal names.
        criterion: Option<CriterionId>,
        /// The vendor that the refusal names.
        vendor: Option<VendorId>,
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
    /// The gate of a group tests a member whose values depend on the field: that would be circular.
    CircularGate {
        /// The group.
        group: CriterionId,
        /// The member.
        member: CriterionId,
    },
}
