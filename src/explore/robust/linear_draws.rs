//! Draws of weights alone under scores that are linear in them: the fast path of `sampling`.
//! The same counts as running every draw.

use crate::answer::smaa::linear::{LinearSmaa, count_block};
use crate::answer::smaa::run::{Counted, Interrupted, Run, run};
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::tallies::Tallies;
use crate::answer::weight_set::WeightSet;
use crate::explore::robust::choice_counts::{ChoiceCounts, pairs};
use crate::explore::robust::draws::Drawn;
use crate::explore::robust::group_line::has_group_gates;
use crate::explore::robust::input::uncertain_ratings;
use crate::method::matrix::Matrix;
use crate::method::statistics::Summary;
use crate::model::id::VendorId;
use crate::reasons::basis::Basis;

/// The sampler where nothing but shares moves, and scores and field follow them in the plainest
/// way; else `None`, and draws have to be run.
pub fn fast_sampler<'a>(drawn: &Drawn<'a>, basis: &Basis) -> Option<&'a Sampler> {
    let draws_a_rating = drawn.draws_ratings
        && !uncertain_ratings(drawn.model, drawn.base, drawn.reading).is_empty();
    let is_fast = drawn.assumptions.is_empty()
        && !has_group_gates(drawn.model)
        && !draws_a_rating
        && !has_twins(&basis.values, &drawn.weights.set);
    let sampler = drawn.weights.sampler().filter(|_| is_fast)?;
    (!matches!(sampler, Sampler::Fixed(_))).then_some(sampler)
}

/// Whether two vendors may tie in draw after draw: alike, to what counts as a tie, wherever the set
/// leaves any share.
///
/// Scores tie within 1e-9 of their range, or 1e-12 of the largest; neither is more than the same part
/// of the values, whatever the shares. Vendors further apart tie on a boundary of the set alone.
fn has_twins(values: &Matrix, set: &WeightSet) -> bool {
    let moving: Vec<&[f64]> = (0..values.columns())
        .filter(|column| reach(set, *column, values.columns()) > NO_SHARE)
        .map(|column| values.column(column))
        .collect();
    let widest = moving.iter().map(|column| Summary::of(column)).fold(0.0, |widest, summary| {
        let largest = summary.high.abs().max(summary.low.abs());
        f64::max(widest, f64::max(1e-9 * (summary.high - summary.low), 1e-12 * largest))
    });
    // Vendors alike are neighbours by any one column.
    let Some(first) = moving.first() else { return true };
    let mut rows: Vec<usize> = (0..values.rows()).collect();
    rows.sort_by(|&a, &b| first[a].total_cmp(&first[b]));
    let is_near = |a: usize, b: usize, column: &[f64]| (column[a] - column[b]).abs() <= widest;
    rows.iter().enumerate().any(|(at, &row)| {
        rows[at + 1..]
            .iter()
            .take_while(|&&other| is_near(row, other, first))
            .any(|&other| moving.iter().all(|column| is_near(row, other, column)))
    })
}

/// Shares below this are none: linear programs are met to about as much.
const NO_SHARE: f64 = 1e-9;

/// The largest share that a set leaves to one leaf of so many.
fn reach(set: &WeightSet, leaf: usize, leaves: usize) -> f64 {
    let turned: Vec<f64> = (0..leaves).map(|idx| if idx == leaf { -1.0 } else { 0.0 }).collect();
    set.minimum(&turned).map_or(1.0, |minimum| -minimum.lead)
}

/// Counts over everybody in `vendors`, in rising order: those outside the field have no rank in any
/// draw.
///
/// # Errors
/// When interrupted before the first draw.
pub fn linear(
    drawn: &Drawn<'_>,
    basis: &Basis,
    sampler: &Sampler,
    plan: &Run<'_>,
    vendors: &[VendorId],
) -> Result<Counted<ChoiceCounts>, Interrupted> {
    let field = &drawn.reading.field;
    let pairs = pairs(field.len());
    let criteria = basis.shares.len();
    let none = || Tallies::none(field.len(), criteria, pairs);
    let smaa = LinearSmaa { values: &basis.values, sampler, pairs };
    let Counted { counts: tallies, is_interrupted } = if field.is_empty() {
        Counted { counts: none(), is_interrupted: false }
    } else {
        run(plan, none, |block, draws, tallies: &mut Tallies| {
            count_block(&smaa, plan.seed, block, draws, tallies);
        })?
    };
    let counts = spread(&tallies, field, vendors, drawn.model.choose);
    Ok(Counted { counts, is_interrupted })
}

/// The counts of a field spread over everybody.
fn spread(
    tallies: &Tallies,
    field: &[VendorId],
    vendors: &[VendorId],
    choose: usize,
) -> ChoiceCounts {
    let mut wide = ChoiceCounts::none(vendors.len(), tallies.criteria);
    wide.tallies.draws = tallies.draws;
    let n = vendors.len();
    for (row, id) in field.iter().enumerate() {
        // Invariant: the field is a part of everybody who is not excluded.
        let place = vendors.binary_search(id).unwrap_or(0);
        let ranks = &tallies.ranks[row * field.len()..(row + 1) * field.len()];
        wide.tallies.ranks[place * n..place * n + field.len()].copy_from_slice(ranks);
        wide.chosen[place] = ranks.iter().take(choose).sum();
        let cells = row * tallies.criteria..(row + 1) * tallies.criteria;
        let into = place * tallies.criteria..(place + 1) * tallies.criteria;
        wide.tallies.shares[into.clone()].copy_from_slice(&tallies.shares[cells.clone()]);
        wide.tallies.squares[into].copy_from_slice(&tallies.squares[cells]);
        if !wide.tallies.wins.is_empty() {
            for other in 0..n {
                let won = match field.binary_search(&vendors[other]) {
                    Ok(column) => tallies.wins[row * field.len() + column],
                    Err(_) => tallies.draws,
                };
                wide.tallies.wins[place * n + other] = won;
            }
        }
    }
    wide
}
