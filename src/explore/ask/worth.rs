//! What knowing each unknown is worth, from expected scores over everything else that is open.
//! Exact sums over assumptions and discrete ratings; a rating on a scale is cut into slices, at its
//! gates and kinks besides.

use std::collections::BTreeMap;

use crate::answer::smaa::distribution::Distribution;
use crate::answer::smaa::run::Interrupted;
use crate::answer::value_of_knowing::{
    Drawing, MOST_COMPLETIONS, Stakes, Unknown, Worth, inner_cuts, slices, value_of_knowing,
};
use crate::decide::settled::Settled;
use crate::explore::ask::sweep::breaks;
use crate::explore::robust::input::{UncertainRating, datum};
use crate::explore::robust::open::Open;
use crate::model::datum::Quantity;
use crate::model::id::AssumptionId;
use crate::model::scenario::Model;

/// What is not known.
#[derive(Debug, Clone, Copy)]
pub struct Unknowns<'a> {
    /// Assumptions first.
    pub open: &'a [Open],
    /// Then ratings.
    pub ratings: &'a [UncertainRating],
}

/// The figures, assumptions first, then ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct Knowing {
    /// The figures of every unknown and of the choice as things stand.
    pub worth: Worth,
    /// Slices that a rating on a scale was cut into; 0 where there is none.
    pub slices: usize,
}

/// Slices to try, most first; the first that keep the completions few are taken.
const SLICES: [usize; 7] = [1000, 256, 64, 32, 16, 8, 5];
/// Few: every completion is one run.
const FEW: usize = 1 << 13;
/// Unknowns × vendors beyond which nothing is worked out.
const MOST_CELLS: usize = 4000;

/// Expected scores by what is known; `None` where it would be too much to work out, or where the
/// model cannot be laid out.
///
/// # Errors
/// When interrupted before there is a figure.
pub fn worth(
    model: &Model,
    unknowns: &Unknowns<'_>,
    tie: f64,
    drawing: &Drawing<'_>,
) -> Result<Option<Knowing>, Interrupted> {
    let count = unknowns.open.len() + unknowns.ratings.len();
    if count == 0 || count * model.vendors.len() > MOST_CELLS {
        return Ok(None);
    }
    let slice_count = slice_count(model, unknowns);
    let mut numbers: Vec<Vec<f64>> = Vec::new();
    let mut answers: Vec<Unknown> = unknowns
        .open
        .iter()
        .map(|open| Unknown { probabilities: vec![1.0 - open.probability, open.probability] })
        .collect();
    for rating in unknowns.ratings {
        let cuts = breaks(model.criterion(rating.criterion));
        let (unknown, ratings) = slices(&rating.distribution, slice_count, &cuts);
        answers.push(unknown);
        numbers.push(ratings);
    }
    let stakes = Stakes { vendors: model.vendors.len(), choose: model.choose, tie };
    let mut laid_out: BTreeMap<Vec<AssumptionId>, Option<Settled<'_>>> = BTreeMap::new();
    let utilities = |picked: &[usize]| {
        let (statuses, ratings) = picked.split_at(unknowns.open.len());
        let failing: Vec<AssumptionId> = unknowns
            .open
            .iter()
            .zip(statuses)
            .filter(|(_, answer)| **answer == 0)
            .map(|(open, _)| open.assumption)
            .collect();
        let mut utilities = vec![0.0; model.vendors.len()];
        let settled =
            laid_out.entry(failing).or_insert_with_key(|failing| Settled::new(model, failing).ok());
        let Some(settled) = settled else { return utilities };
        for ((rating, numbers), &answer) in unknowns.ratings.iter().zip(&numbers).zip(ratings) {
            // What counts once an assumption fails may be known for sure.
            let is_open =
                !matches!(settled.quantity(rating.vendor, rating.criterion), Quantity::Point(_));
            if let (Some(leaf), true) = (model.criterion(rating.criterion).leaf(), is_open) {
                let datum = datum(leaf, numbers[answer]);
                settled.rate(rating.vendor, rating.criterion, datum);
            }
        }
        if let Ok(standing) = settled.run() {
            for (vendor, merit) in standing.field.iter().zip(&standing.merits) {
                utilities[vendor.index()] = *merit;
            }
        }
        utilities
    };
    let worth = value_of_knowing(&answers, stakes, drawing, utilities)?;
    let has_slices = unknowns
        .ratings
        .iter()
        .any(|rating| !matches!(rating.distribution, Distribution::Discrete(_)));
    Ok(Some(Knowing { worth, slices: if has_slices { slice_count } else { 0 } }))
}

/// As many slices as keep the completions few; where even the fewest do not, they are drawn.
fn slice_count(model: &Model, unknowns: &Unknowns<'_>) -> usize {
    // Answers that there are in any case: a discrete rating's own, or those that cuts add.
    let own = |rating: &UncertainRating| match &rating.distribution {
        Distribution::Discrete(points) => (points.len(), false),
        continuous => {
            (inner_cuts(continuous, &breaks(model.criterion(rating.criterion))).len(), true)
        }
    };
    let own: Vec<(usize, bool)> = unknowns.ratings.iter().map(own).collect();
    let completions = |slices: usize| {
        let answers =
            own.iter().map(|&(own, is_sliced)| if is_sliced { own + slices } else { own });
        let both = unknowns.open.iter().map(|_| 2).chain(answers);
        both.fold(1_usize, usize::saturating_mul)
    };
    SLICES
        .into_iter()
        .find(|slices| completions(*slices) <= FEW)
        .or_else(|| {
            SLICES.into_iter().rev().find(|slices| completions(*slices) <= MOST_COMPLETIONS)
        })
        .unwrap_or(SLICES[2])
}
