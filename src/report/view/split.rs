//! How each vendor's score splits over the top of the criteria: the middle columns of the table.
//! Contributions where the method has them, else the fraction reached of each part.

use crate::decide::decision::{Decision, Place};
use crate::method::outcome::Unit;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// What the numbers of a split are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// They add up to the score.
    Contribution,
    /// Fraction of what the part can reach, in [0, 1].
    Reached,
}

/// One part of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// A group or a leaf without group.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Its share of the whole, in [0, 1].
    pub share: f64,
    criterion: CriterionId,
}

/// The parts, heaviest first, equal ones in declared order.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// What the numbers are.
    pub meaning: Meaning,
    /// Groups and ungrouped leaves that carry weight.
    pub parts: Vec<Part>,
}

/// The parts of a decision's score.
pub fn split(model: &Model, decision: &Decision) -> Split {
    let evaluation = &decision.reading;
    let mut parts: Vec<Part> = model
        .criterion_ids()
        .filter(|id| model.criterion(*id).under.is_none())
        .filter_map(|id| {
            let share = evaluation.shares.get(id.index()).copied().flatten()?;
            let criterion = model.criterion(id);
            let (name, label) = (criterion.name.clone(), criterion.label().to_owned());
            Some(Part { id: name, label, share, criterion: id })
        })
        .collect();
    parts.sort_by(|a, b| b.share.total_cmp(&a.share));
    let additive = match &evaluation.outcome.parts {
        Some(parts) => parts.unit == Unit::Score,
        None => evaluation.field.is_empty() && decision.places.iter().any(adds_up),
    };
    let meaning = if additive { Meaning::Contribution } else { Meaning::Reached };
    Split { meaning, parts }
}

/// Whether what a rejected vendor would score is the sum of its parts.
fn adds_up(place: &Place) -> bool {
    let back = place.put_back.as_ref();
    let parts = back.and_then(|back| back.parts.as_ref().zip(back.score));
    parts.is_some_and(|(parts, score)| (parts.iter().sum::<f64>() - score).abs() < 1e-9)
}

/// A vendor's number for each part; `None` where there is none.
pub fn numbers(
    model: &Model,
    decision: &Decision,
    split: &Split,
    place: &Place,
) -> Vec<Option<f64>> {
    let evaluation = &decision.reading;
    let weight = |column: usize| evaluation.problem.axes[column].share;
    let row = evaluation.row(place.vendor);
    let additive = row.zip(evaluation.outcome.parts.as_ref());
    let put_back = place.put_back.as_ref();
    let number = |column: usize| match split.meaning {
        Meaning::Contribution => match (additive, put_back) {
            (Some((row, parts)), _) => Some(parts.cells.get(row, column)),
            (None, Some(back)) => back.parts.as_ref().map(|parts| parts[column]),
            (None, None) => None,
        },
        Meaning::Reached => match (row, put_back) {
            (Some(row), _) => Some(weight(column) * evaluation.problem.values.get(row, column)),
            (None, Some(back)) => Some(weight(column) * back.values[column]),
            (None, None) => None,
        },
    };
    let of = |part: &Part| {
        let columns: Vec<usize> = (0..evaluation.leaves.len())
            .filter(|column| model.is_under(evaluation.leaves[*column], part.criterion))
            .collect();
        let sum = columns.iter().map(|column| number(*column)).sum::<Option<f64>>()?;
        match split.meaning {
            Meaning::Contribution => Some(sum),
            Meaning::Reached => {
                let whole: f64 = columns.iter().map(|column| weight(*column)).sum();
                (whole > 0.0).then(|| sum / whole)
            }
        }
    };
    split.parts.iter().map(of).collect()
}
