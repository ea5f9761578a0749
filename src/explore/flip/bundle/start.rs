//! The contest with the vendor in it, gates repaired: what exact answers about it start from.
//! Made of the entry's run; `plan` raises ratings in it, `weight` moves shares.

use crate::answer::contest::Contest;
use crate::explore::flip::entry::Entry;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::room::own_value;
use crate::method::matrix::Matrix;
use crate::model::id::VendorId;

/// Shares, values and rooms of the vendor once it stands in the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// The field with the vendor as its last row, gates repaired.
    pub values: Matrix,
    /// One for each leaf.
    pub shares: Vec<f64>,
    /// Rows of the field; the vendor itself comes after them.
    pub rivals: Vec<VendorId>,
    /// Largest tie tolerance there can be.
    pub tie: f64,
    /// How many are chosen.
    pub choose: usize,
}

impl Start {
    /// The same as what `answer` asks for.
    pub fn contest(&self) -> Contest<'_> {
        let Self { values, shares, tie, choose, .. } = self;
        Contest { values, shares, choose: *choose, tie: *tie }
    }

    /// The vendor's row.
    pub fn row(&self) -> usize {
        self.rivals.len()
    }
}

/// The contest with the vendor in it; `None` where values depend on the field.
pub fn start(probe: &Probe<'_>, entry: &Entry) -> Option<Start> {
    if !probe.is_alone {
        return None;
    }
    let evaluation = &entry.evaluation;
    let keep: Vec<usize> =
        (0..evaluation.field.len()).filter(|row| evaluation.field[*row] != probe.vendor).collect();
    let own = evaluation
        .leaves
        .iter()
        .map(|id| {
            let forced = entry.ratings.iter().find(|step| step.criterion == *id);
            match forced {
                Some(step) => own_value(probe.model, *id, &step.to),
                None => evaluation.cells[probe.vendor.index()][id.index()].value,
            }
        })
        .collect::<Option<Vec<f64>>>()?;
    let field = &evaluation.problem.values;
    let values = Matrix::from_fn(keep.len() + 1, own.len(), |row, column| match keep.get(row) {
        Some(&row) => field.get(row, column),
        None => own[column],
    });
    let shares = evaluation.leaves.iter();
    Some(Start {
        values,
        shares: shares.map(|id| evaluation.shares[id.index()].unwrap_or(0.0)).collect(),
        rivals: keep.iter().map(|row| evaluation.field[*row]).collect(),
        tie: evaluation.tolerance.max(1e-9),
        choose: probe.model.choose,
    })
}
