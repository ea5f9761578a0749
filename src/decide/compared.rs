//! Vendors compared pair by pair: the priorities that comparisons give over one field.
//! Asked by `contest` before AHP is solved; comparisons with anybody outside the field do not count.

use crate::decide::frame::Frame;
use crate::method::scoring::ahp::{Ahp, Local};
use crate::model::compared::Compared;
use crate::model::id::VendorId;
use crate::weights::ahp;
use crate::weights::pairwise::{Comparison, Comparisons};

/// The method with the field's own priorities; a criterion that nobody compared the whole field on
/// has none, and AHP then refuses it by name.
pub fn over_field(method: &Ahp, frame: &Frame<'_>, field: &[VendorId]) -> Ahp {
    let local = frame.leaves.iter().map(|id| {
        let compared = frame.model.compared.iter().find(|compared| compared.criterion == *id);
        compared.and_then(|compared| priorities(compared, field)).unwrap_or_default()
    });
    Ahp { mode: method.mode, local: local.collect() }
}

fn priorities(compared: &Compared, field: &[VendorId]) -> Option<Local> {
    let row = |vendor: usize| field.binary_search(&VendorId(vendor)).ok();
    let within = |stated: &Comparison| {
        let (row, column) = (row(stated.row)?, row(stated.column)?);
        Some(Comparison { row, column, ratio: stated.ratio })
    };
    let entries = compared.judgements.comparisons.entries.iter().filter_map(within).collect();
    let comparisons = Comparisons { criteria: field.len(), entries };
    let derived = ahp::derive(&ahp::Ahp { comparisons, ..compared.judgements.clone() }).ok()?;
    let consistency = derived.figure("cr").unwrap_or(0.0);
    Some(Local { priorities: derived.shares, consistency })
}
