//! A change of value said in the criterion's own units, with few digits that still work.
//! The last step of every rating that `flip` states.

use crate::answer::flip::raise::{Movement, Raise, RatingChange};
use crate::answer::flip::rounding::{Safe, round_outwards};

/// How values of one criterion read in its own units.
#[derive(Clone, Copy)]
pub struct Units<'a> {
    /// The value of a rating, monotone.
    pub value: &'a dyn Fn(f64) -> f64,
    /// A rating with that value, or the nearest there is.
    pub rating: &'a dyn Fn(f64) -> f64,
    /// `Above` where larger ratings have larger values, `Below` where smaller ones do.
    pub better: Safe,
    /// How many decimals people use here; more are taken where these do not do.
    pub decimals: usize,
}

/// The ratings to print, one for each change: applied together, exactly as given, they make the
/// vendor chosen. `units` has one for each criterion. `None` where the changes do not.
pub fn in_units(
    raise: &Raise<'_>,
    changes: &[RatingChange],
    units: &[Units<'_>],
) -> Option<Vec<f64>> {
    let mut applied = changes.to_vec();
    let mut ratings = Vec::with_capacity(changes.len());
    for (idx, change) in changes.iter().enumerate() {
        let units = units.get(change.criterion)?;
        let reach = raise.reaches.get(change.criterion)?;
        let works = |rating: f64| {
            let to = (units.value)(rating);
            let is_within = match &reach.movement {
                Movement::UpTo(top) | Movement::Leap { top, .. } => to <= *top,
                // Steps are ratings that exist; the value of one may read back with a crumb.
                Movement::Steps(_) => (to - change.to).abs() < 1e-9,
                Movement::Fixed => false,
            };
            let mut tried = applied.clone();
            tried[idx].to = to;
            is_within && raise.is_enough(&tried)
        };
        let exact = (units.rating)(change.to);
        let rating = round_outwards(exact, units.better, units.decimals, works)?;
        applied[idx].to = (units.value)(rating);
        ratings.push(rating);
    }
    Some(ratings)
}
