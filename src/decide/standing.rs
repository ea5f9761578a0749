//! Who stands where in one run, without what explains it.
//! What a what-if comes to; `Evaluation` is the same with every intermediate.

use crate::decide::selection::Selection;
use crate::model::id::VendorId;

/// Who stands where in the reading of a what-if.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The field, in declared order.
    pub field: Vec<VendorId>,
    /// Merit of each vendor of the field, more is better.
    pub merits: Vec<f64>,
    /// Score of each vendor of the field, where the method has one.
    pub scores: Option<Vec<f64>>,
    /// Competition rank of each vendor of the field, before tie-break.
    pub ranks: Vec<usize>,
    /// The chosen, best first.
    pub chosen: Vec<VendorId>,
    /// Tied across the edge, in declared order.
    pub tied: Vec<VendorId>,
}

impl Standing {
    /// A field by what a method said of it and who is chosen of it.
    pub fn new(
        field: Vec<VendorId>,
        merits: Vec<f64>,
        scores: Option<Vec<f64>>,
        selection: Selection,
    ) -> Self {
        let vendors = |rows: &[usize]| rows.iter().map(|row| field[*row]).collect();
        Self {
            chosen: vendors(&selection.chosen),
            tied: vendors(&selection.tied),
            ranks: selection.ranks,
            merits,
            scores,
            field,
        }
    }
}
