//! Where a method that may rank a vendor below one that it dominates does so on this field.
//! Asked by `compare` for the methods that say they may.

use crate::decide::evaluation::Evaluation;
use crate::explore::methods::{PAIRS_UP_TO, Ran};
use crate::method::id::MethodId;
use crate::model::id::VendorId;

/// A vendor ranked below one that it dominates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overturned {
    /// Under which method.
    pub method: MethodId,
    /// At least as good on every criterion that has a share, and better on one.
    pub better: VendorId,
    /// The other, ranked above it.
    pub worse: VendorId,
}

/// The first such pair in declared order; `None` where there is none, where the method never does so,
/// or where the field is too large to look at every pair.
pub fn overturned(ran: &Ran) -> Option<Overturned> {
    let run = &ran.evaluation;
    let vendors = run.field.len();
    if ran.method.dominance_exception().is_none() || vendors > PAIRS_UP_TO {
        return None;
    }
    let pairs = (0..vendors).flat_map(|better| (0..vendors).map(move |worse| (better, worse)));
    let found = pairs.into_iter().find(|&(better, worse)| {
        run.ranks[better] > run.ranks[worse] && dominates(run, better, worse)
    });
    let (better, worse) = found?;
    Some(Overturned { method: ran.method, better: run.field[better], worse: run.field[worse] })
}

fn dominates(run: &Evaluation, better: usize, worse: usize) -> bool {
    let problem = &run.problem;
    let mut is_better = false;
    for (column, axis) in problem.axes.iter().enumerate().filter(|(_, axis)| axis.share > 0.0) {
        let cells = problem.ratings.column(column);
        let lead = axis.direction.sign() * (cells[better] - cells[worse]);
        if lead < 0.0 {
            return false;
        }
        is_better |= lead > 0.0;
    }
    is_better
}
