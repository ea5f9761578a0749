//! Where each rejected vendor would stand if it were put back into the field by itself.
//! After the reading is known; a short cut where nobody's score depends on the field.

use crate::decide::completion::Completion;
use crate::decide::contest::{contest, refuse_unknown};
use crate::decide::decision::PutBack;
use crate::decide::evaluation::{Evaluation, Notice};
use crate::decide::frame::Frame;
use crate::decide::lower::is_row_wise;
use crate::decide::ruler::is_own;
use crate::decide::run_error::RunError;
use crate::decide::solution::solve;
use crate::decide::table::tabulate;
use crate::method::outcome::Outcome;
use crate::method::problem::Problem;
use crate::method::ranks::tie_tolerance;
use crate::model::criterion::Leaf;
use crate::model::id::VendorId;

/// Cells that putting back may visit in all: some tenths of a second.
const WORK: usize = 20_000_000;

/// Whether a vendor's merit is the same whoever else stands in the field.
pub fn scores_alone(frame: &Frame<'_>) -> bool {
    let is_own_leaf = |leaf: Option<&Leaf>| leaf.is_some_and(is_own);
    is_row_wise(frame.model)
        && !frame.opinions.depends_on_field()
        && !frame.opinions.is_vote()
        && !frame.leaves.is_empty()
        && frame.leaves.iter().all(|id| is_own_leaf(frame.model.criterion(*id).leaf()))
}

/// For each vendor, rejected ones only, where it would stand; and whether some were left out.
///
/// One that the method refuses, or that lacks a rating where that is refused, stands nowhere.
///
/// # Errors
/// None that the reading itself would not meet.
pub fn put_back(
    frame: &Frame<'_>,
    reading: &Evaluation,
) -> Result<(Vec<Option<PutBack>>, Option<Notice>), RunError> {
    let mut found = vec![None; frame.model.vendors.len()];
    let is_rejected =
        |vendor: &VendorId| !frame.edits.excluded[vendor.index()] && reading.row(*vendor).is_none();
    let rejected: Vec<VendorId> = frame.model.vendor_ids().filter(is_rejected).collect();
    if scores_alone(frame) {
        for (vendor, put_back) in at_once(frame, reading, &rejected)? {
            found[vendor.index()] = Some(put_back);
        }
        return Ok((found, None));
    }
    let each = work(frame, reading.field.len() + 1);
    let affordable = (WORK / each).max(1).min(rejected.len());
    for &vendor in &rejected[..affordable] {
        found[vendor.index()] = one_by_one(frame, reading, vendor);
    }
    let left = rejected.len() - affordable;
    Ok((found, (left > 0).then_some(Notice::NotPutBack(left))))
}

/// How many cells one run over so many vendors visits, roughly; methods that compare pairs visit
/// every pair.
pub fn work(frame: &Frame<'_>, vendors: usize) -> usize {
    let pairs = if frame.model.method.kind.scores_rows() { 1 } else { vendors };
    let people = frame.opinions.voters();
    (frame.leaves.len() + 8).saturating_mul(vendors).saturating_mul(pairs * people).max(1)
}

/// The plain way: the field with one more vendor in it.
fn one_by_one(frame: &Frame<'_>, reading: &Evaluation, vendor: VendorId) -> Option<PutBack> {
    let mut field = reading.field.clone();
    let row = field.binary_search(&vendor).err()?;
    field.insert(row, vendor);
    let state = frame.state(&Completion::default());
    let contest = contest(frame, &state, &field).ok()?;
    Some(stand(&contest.problem, &contest.outcome, row, contest.selection.ranks[row]))
}

/// The short cut: all rejected vendors scored in one table, each ranked against the same field.
fn at_once(
    frame: &Frame<'_>,
    reading: &Evaluation,
    rejected: &[VendorId],
) -> Result<Vec<(VendorId, PutBack)>, RunError> {
    let rated: Vec<VendorId> = rejected
        .iter()
        .copied()
        .filter(|vendor| refuse_unknown(frame, std::slice::from_ref(vendor)).is_ok())
        .collect();
    let state = frame.state(&Completion::default());
    let problem = tabulate(frame, &state, &rated)?.problem;
    let outcome = solve(frame, &problem, &rated)?;
    let ladder = Ladder::new(&reading.outcome.merits);
    let place = |(row, &vendor): (usize, &VendorId)| {
        (vendor, stand(&problem, &outcome, row, ladder.rank(outcome.merits[row])))
    };
    Ok(rated.iter().enumerate().map(place).collect())
}

fn stand(problem: &Problem, outcome: &Outcome, row: usize, rank: usize) -> PutBack {
    PutBack {
        rank,
        score: outcome.scores.as_ref().map(|scores| scores[row]),
        values: problem.values.row(row),
        parts: outcome.parts.as_ref().map(|parts| parts.cells.row(row)),
    }
}

/// The merits of a field from best to worst, to rank one more among them.
struct Ladder {
    /// Merits, each once, falling.
    merits: Vec<f64>,
    /// How many vendors have a better one.
    ahead: Vec<usize>,
    size: usize,
}

impl Ladder {
    fn new(all: &[f64]) -> Self {
        let mut sorted = all.to_vec();
        sorted.sort_by(|a, b| b.total_cmp(a));
        let (mut merits, mut ahead) = (Vec::new(), Vec::new());
        for (idx, merit) in sorted.iter().enumerate() {
            if merits.last() != Some(merit) {
                merits.push(*merit);
                ahead.push(idx);
            }
        }
        Self { merits, ahead, size: all.len() }
    }

    /// The rank that one more vendor with this merit would have.
    ///
    /// Ties are anchored at the best of their group, so the group of a merit is settled by walking
    /// up to the nearest gap wider than the tolerance: whoever follows such a gap starts a group,
    /// whatever lies above it.
    fn rank(&self, merit: f64) -> usize {
        let ends = [self.merits.first(), self.merits.last()];
        let mut span: Vec<f64> = ends.into_iter().flatten().copied().collect();
        span.push(merit);
        let tolerance = tie_tolerance(&span);
        let own = self.merits.partition_point(|other| *other > merit);
        let (mut start, mut below) = (own, merit);
        while start > 0 && self.merits[start - 1] - below <= tolerance {
            start -= 1;
            below = self.merits[start];
        }
        let (mut anchor, mut anchor_at) = (below, start);
        for at in start..own {
            if anchor - self.merits[at] > tolerance {
                (anchor, anchor_at) = (self.merits[at], at);
            }
        }
        if anchor - merit > tolerance {
            anchor_at = own;
        }
        self.ahead.get(anchor_at).copied().unwrap_or(self.size) + 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::Ladder;
    use crate::method::ranks::competition_ranks;

    proptest! {
        #[test]
        fn the_ladder_ranks_as_the_whole_field_does(
            steps in proptest::collection::vec(0_u8..12, 0..12), one in 0_u8..12, scale in 0_u8..2,
        ) {
            // Steps near the tolerance of 1e-9 of the range, so that chains of near ties occur.
            let merit = |step: u8| if scale == 0 {
                f64::from(step)
            } else if step == 0 { 0.0 } else { 1.0 + f64::from(step) * 0.4e-9 };
            let mut all: Vec<f64> = steps.iter().map(|step| merit(*step)).collect();
            let found = Ladder::new(&all).rank(merit(one));
            all.push(merit(one));
            let ranks = competition_ranks(&all);
            prop_assert_eq!(Some(&found), ranks.last());
        }
    }
}
