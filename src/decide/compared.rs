//! Vendors compared pair by pair: the priorities that comparisons give over one field.
//! Asked by `contest` before AHP is solved; comparisons with anybody outside the field do not count.

use std::borrow::Cow;

use crate::method::kind::Method;
use crate::method::scoring::ahp::{Ahp, Local};
use crate::model::compared::Compared;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::weights::ahp;
use crate::weights::pairwise::{Comparison, Comparisons};

/// The method of a run: AHP with the field's own priorities, any other as it is. A criterion that
/// nobody compared the whole field on has none, and AHP then refuses it by name.
pub fn fitted<'m>(
    method: &'m Method,
    model: &Model,
    leaves: &[CriterionId],
    field: &[VendorId],
) -> Cow<'m, Method> {
    let Method::Ahp(own) = method else { return Cow::Borrowed(method) };
    let local = leaves.iter().map(|id| {
        let compared = model.compared.iter().find(|compared| compared.criterion == *id);
        compared.and_then(|compared| priorities(compared, field)).unwrap_or_default()
    });
    Cow::Owned(Method::Ahp(Ahp { mode: own.mode, local: local.collect() }))
}

/// What comparisons on a leaf come to over a field: one priority for each vendor of it, adding up to
/// 1. `None` where the leaf is rated, or where they do not link the whole field.
pub fn priorities_on(
    model: &Model,
    criterion: CriterionId,
    field: &[VendorId],
) -> Option<Vec<f64>> {
    priorities(model.compared_on(criterion)?, field).map(|local| local.priorities)
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
