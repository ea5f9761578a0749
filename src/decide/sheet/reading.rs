//! The changes of a what-if read onto a sheet.
//! `Change`s, `Sheet` → `Moves`; whatever a sheet cannot show is left to a frame.

use crate::decide::change::Change;
use crate::decide::frame::Frame;
use crate::decide::gate_test::{Kleene, verdict};
use crate::decide::held::held;
use crate::decide::ruler::number;
use crate::decide::run_error::RunError;
use crate::decide::sheet::Sheet;
use crate::decide::sheet::moves::{Moved, Moves};
use crate::model::datum::Quantity;
use crate::model::id::{CriterionId, EvidenceId, VendorId};

impl Moves {
    /// Reads the changes of a what-if; whether the sheet can show them. Assumptions move gates and
    /// ratings far and wide, and a leaf that had no weight would be a new column: not on a sheet.
    ///
    /// # Errors
    /// If shares cannot be divided.
    pub fn read(
        &mut self,
        sheet: &Sheet,
        frame: &Frame<'_>,
        naming: &[Vec<(VendorId, CriterionId)>],
        changes: &[Change],
    ) -> Result<bool, RunError> {
        self.clear(sheet, frame);
        let mut weighs = false;
        for change in changes {
            match change {
                Change::Rating { vendor, criterion, .. } => {
                    self.touched.push((*vendor, *criterion));
                }
                Change::Weight { criterion, number } => {
                    self.weigh(sheet, &mut weighs);
                    let written = &mut self.written[criterion.index()];
                    if written.is_none() {
                        return Ok(false);
                    }
                    *written = Some(*number);
                }
                Change::Share { criterion, share } => {
                    self.weigh(sheet, &mut weighs);
                    self.asked[criterion.index()] = Some(*share);
                }
                Change::Assumption { .. } => return Ok(false),
                Change::Exclude(vendor) | Change::Include(vendor) => {
                    self.excluded[vendor.index()] = matches!(change, Change::Exclude(_));
                    self.vendors.push(vendor.index());
                }
                Change::Withdraw(claim) => {
                    self.withdrawn.push(*claim);
                    self.touched.extend_from_slice(&naming[claim.index()]);
                }
            }
        }
        if weighs {
            let mut shares = std::mem::take(&mut self.spare);
            sheet.weights.divide(frame, &self.written, &self.asked, &mut shares)?;
            self.shares = Some(shares);
        }
        if !self.touched.is_empty() {
            self.touched.sort_unstable();
            self.touched.dedup();
            let touched = std::mem::take(&mut self.touched);
            for place in &touched {
                self.rate(sheet, frame, changes, *place);
            }
            self.vendors.extend(touched.iter().map(|(vendor, _)| vendor.index()));
            self.touched = touched;
        }
        self.vendors.sort_unstable();
        self.vendors.dedup();
        Ok(true)
    }

    /// Starts from the base's weights, where this is the first change of one.
    fn weigh(&mut self, sheet: &Sheet, weighs: &mut bool) {
        if !std::mem::replace(weighs, true) {
            self.written.clone_from(&sheet.weights.written);
            self.asked.clone_from(&sheet.weights.asked);
        }
    }

    fn clear(&mut self, sheet: &Sheet, frame: &Frame<'_>) {
        self.cells.clear();
        self.withdrawn.clear();
        self.touched.clear();
        self.vendors.clear();
        if let Some(shares) = self.shares.take() {
            self.spare = shares;
        }
        self.excluded.clone_from(&frame.edits.excluded);
        self.failed.clone_from(&sheet.failed);
    }

    /// One rating as it is held now: its number, and what its gate says.
    fn rate(
        &mut self,
        sheet: &Sheet,
        frame: &Frame<'_>,
        changes: &[Change],
        (vendor, criterion): (VendorId, CriterionId),
    ) {
        let declared = frame.model.criterion(criterion);
        let Some(leaf) = declared.leaf() else { return };
        let edited = changes.iter().rev().find_map(|change| match change {
            Change::Rating { vendor: whose, criterion: on, quantity }
                if *whose == vendor && *on == criterion =>
            {
                Some(quantity)
            }
            _ => None,
        });
        let quantity: &Quantity = {
            let counts = |claim: EvidenceId| {
                frame.edits.counts[claim.index()] && !self.withdrawn.contains(&claim)
            };
            let edited = edited.or_else(|| frame.edits.ratings.get(&(vendor, criterion)));
            let rating = frame.model.vendor(vendor).rating(criterion);
            held(&frame.settlement, rating, edited, counts).quantity
        };
        if let Some(column) = &sheet.columns[criterion.index()] {
            let number = number(leaf, quantity);
            let value = column.own.as_ref().map(|own| own.cell(leaf, number)[1]);
            self.cells.push(Moved { vendor, criterion, number, value });
        }
        if let Some(gate) = &declared.gate {
            let failed =
                sheet.fails[vendor.index() * frame.model.criteria.len() + criterion.index()];
            let fails = verdict(&gate.test, quantity) == Kleene::Fail;
            let count = &mut self.failed[vendor.index()];
            *count = *count + u32::from(fails) - u32::from(failed);
        }
    }
}
