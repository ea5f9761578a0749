//! What the changes of one what-if move on a sheet: single cells, shares, who stands.
//! Reused from one what-if to the next, so that thousands need no memory of theirs.

use crate::model::id::{CriterionId, EvidenceId, VendorId};

/// What a what-if moves.
#[derive(Debug, Clone, Default)]
pub struct Moves {
    /// Ratings that are other numbers now, each once, in rising order of vendors, then criteria.
    pub cells: Vec<Moved>,
    /// One for each leaf that takes part; `None` where they are the base's.
    pub shares: Option<Vec<f64>>,
    /// Vendors whose cells or barriers may be others now, rising.
    pub vendors: Vec<usize>,
    pub(super) excluded: Vec<bool>,
    pub(super) failed: Vec<u32>,
    /// Kept for the next what-if that moves shares.
    pub(super) spare: Vec<f64>,
    pub(super) written: Vec<Option<f64>>,
    pub(super) asked: Vec<Option<f64>>,
    pub(super) withdrawn: Vec<EvidenceId>,
    pub(super) touched: Vec<(VendorId, CriterionId)>,
}

/// A rating that is another number now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// Whose.
    pub vendor: VendorId,
    /// On which leaf.
    pub criterion: CriterionId,
    /// In the leaf's own units; `None` is unknown.
    pub number: Option<f64>,
    /// Its value, where that does not depend on the field.
    pub value: Option<f64>,
}

impl Moves {
    /// Whether a vendor stands in the field.
    pub fn stands(&self, vendor: VendorId) -> bool {
        !self.excluded[vendor.index()] && self.failed[vendor.index()] == 0
    }

    /// The number of a rating that moved.
    pub fn number(&self, vendor: VendorId, criterion: CriterionId) -> Option<Option<f64>> {
        let is_it = |cell: &&Moved| cell.vendor == vendor && cell.criterion == criterion;
        self.cells.iter().find(is_it).map(|cell| cell.number)
    }
}
