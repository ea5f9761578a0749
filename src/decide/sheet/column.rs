//! One leaf's numbers over all vendors, and its values where they are each vendor's own.
//! Columns of a `Sheet`; a column measured against the field is written anew for each field.

use crate::decide::frame::Frame;
use crate::decide::ruler::{self, Ruler};
use crate::decide::run_error::RunError;
use crate::decide::sheet::moves::Moves;
use crate::decide::table::enters_by_value;
use crate::decide::table::write_column;
use crate::model::criterion::Leaf;
use crate::model::id::{CriterionId, VendorId};

/// One leaf over all vendors, in declared order.
#[derive(Debug, Clone)]
pub struct Column {
    /// In the leaf's own units; `None` is unknown.
    pub numbers: Vec<Option<f64>>,
    /// What its values are measured against, where that is the same in every field.
    pub own: Option<Own>,
}

/// What every field has in common.
#[derive(Debug, Clone)]
pub struct Own {
    /// Its ruler.
    pub ruler: Ruler,
    /// What a method reads, unknown ratings filled.
    pub ratings: Vec<f64>,
    /// In [0, 1].
    pub values: Vec<f64>,
    /// Whether a method reads the values in place of ratings.
    is_read_by_value: bool,
}

impl Own {
    /// What a method reads, and the value, of one number.
    pub fn cell(&self, leaf: &Leaf, number: Option<f64>) -> [f64; 2] {
        let number = number.unwrap_or(self.ruler.fill);
        let value = ruler::value(leaf, self.ruler, number);
        [if self.is_read_by_value { value } else { number }, value]
    }
}

impl Column {
    /// The column of a leaf in a frame's reading; `None` for groups and texts.
    pub fn new(frame: &Frame<'_>, id: CriterionId) -> Option<Self> {
        let leaf = frame.model.criterion(id).leaf().filter(|leaf| leaf.is_valued())?;
        let numbers = frame.numbers[id.index()].clone();
        let own = ruler::own(leaf).map(|ruler| {
            let is_read_by_value = enters_by_value(frame.model, leaf);
            let mut own = Own { ruler, ratings: Vec::new(), values: Vec::new(), is_read_by_value };
            for number in &numbers {
                let [rating, value] = own.cell(leaf, *number);
                own.ratings.push(rating);
                own.values.push(value);
            }
            own
        });
        Some(Self { numbers, own })
    }

    /// Ratings as a method reads them, and values, one for each vendor of a field.
    ///
    /// # Errors
    /// If a relative value function would divide by a rating that is not above 0.
    pub fn write(
        &self,
        frame: &Frame<'_>,
        id: CriterionId,
        field: &[VendorId],
        moves: &Moves,
        [ratings, values]: [&mut [f64]; 2],
    ) -> Result<(), RunError> {
        let Some(leaf) = frame.model.criterion(id).leaf() else { return Ok(()) };
        let Some(own) = &self.own else {
            let known: Vec<Option<f64>> = self.known(field, id, moves);
            write_column(frame.model, [ratings, values], (id, leaf), field, &known)?;
            return Ok(());
        };
        for (row, vendor) in field.iter().enumerate() {
            ratings[row] = own.ratings[vendor.index()];
            values[row] = own.values[vendor.index()];
        }
        for cell in moves.cells.iter().filter(|cell| cell.criterion == id) {
            if let Ok(row) = field.binary_search(&cell.vendor) {
                [ratings[row], values[row]] = own.cell(leaf, cell.number);
            }
        }
        Ok(())
    }

    fn known(&self, field: &[VendorId], id: CriterionId, moves: &Moves) -> Vec<Option<f64>> {
        let mut known: Vec<Option<f64>> =
            field.iter().map(|vendor| self.numbers[vendor.index()]).collect();
        for cell in moves.cells.iter().filter(|cell| cell.criterion == id) {
            if let Ok(row) = field.binary_search(&cell.vendor) {
                known[row] = cell.number;
            }
        }
        known
    }
}
