//! What only a run can see and a reader should know: criteria that tell nobody apart, local ranges.
//! Collected after the field is ranked.

use crate::decide::alike::are_alike;
use crate::decide::compared::priorities_on;
use crate::decide::contest::Contest;
use crate::decide::evaluation::Notice;
use crate::decide::frame::Frame;
use crate::decide::lower::uses_values;
use crate::decide::ruler::{enters_by_value, is_local};
use crate::decide::set_aside::set_aside;
use crate::model::criterion::Leaf;
use crate::model::id::{CriterionId, VendorId};
use crate::model::value_function::ValueFunction;
use crate::weights::derived::Note;

/// The notices of a ranked field: by leaf in declared order, then what concerns the whole.
pub fn field_notices(frame: &Frame<'_>, vendors: &[VendorId], contest: &Contest) -> Vec<Notice> {
    let mut notices = Vec::new();
    let field = vendors.len();
    let aside = set_aside(&frame.method, &contest.problem);
    for (column, &id) in frame.leaves.iter().enumerate() {
        let Some(leaf) = frame.model.criterion(id).leaf() else { continue };
        // Nobody looks at ratings where vendors are compared in pairs.
        if frame.model.compared_on(id).is_some() {
            continue;
        }
        if is_local(leaf) {
            notices.push(Notice::LocalScale(id));
        }
        if !uses_values(frame.model) && is_ignored(leaf) {
            notices.push(Notice::ValueFunctionIgnored(id));
        }
        if aside.contains(&column) {
            notices.push(Notice::SetAside(id));
        } else if field > 1 && contest.problem.axes[column].share > 0.0 {
            notices.extend(tells_nobody_apart(leaf, id, contest, column));
        }
    }
    // On one with weight the method refuses them.
    let is_loose = |id: &CriterionId| {
        frame.model.compared_on(*id).is_some()
            && frame.leaves.binary_search(id).is_err()
            && priorities_on(frame.model, *id, vendors).is_none()
    };
    if field > 1 {
        let loose = frame.model.tie_break.iter().copied().filter(is_loose);
        notices.extend(loose.map(Notice::BreaksNoTie));
    }
    if let (Some(data), Some(derived)) = (&frame.model.derived.from_data, &contest.shared.derived) {
        for note in &derived.notes {
            if let Note::NoRange { criterion } = note {
                notices.extend(data.covers.get(*criterion).map(|id| Notice::WithoutShare(*id)));
            }
        }
    }
    // Relations and classes come with figures of their own; nothing at all is no answer.
    let is_mute = contest.outcome.scores.is_none() && contest.outcome.details.is_empty();
    if field > 0 && is_mute && are_alike(&contest.problem) {
        notices.push(Notice::NothingToCompare);
    }
    if field > 0 && field < frame.model.choose {
        notices.push(Notice::FewerThanChoose);
    }
    notices
}

fn is_ignored(leaf: &Leaf) -> bool {
    leaf.value_function != ValueFunction::Linear && !enters_by_value(leaf)
}

fn tells_nobody_apart(
    leaf: &Leaf,
    id: CriterionId,
    contest: &Contest,
    column: usize,
) -> Option<Notice> {
    let is_flat = |cells: &[f64]| cells.windows(2).all(|pair| pair[0] == pair[1]);
    if is_local(leaf) && is_flat(contest.problem.ratings.column(column)) {
        return Some(Notice::NoRange(id));
    }
    is_flat(contest.problem.values.column(column)).then_some(Notice::TellsNobodyApart(id))
}
