//! Copeland's score: pairwise majorities won minus lost.
//! A vendor that beats every other one scores n − 1.

use crate::weights::group::ballots::Tally;

/// One score for each vendor, more is better; a pair without majority counts for neither.
///
/// Copeland, A. H. (1951). A reasonable social welfare function. University of Michigan.
pub fn scores(tally: &Tally) -> Vec<f64> {
    let vendors = tally.vendors();
    (0..vendors)
        .map(|own| {
            let duels = (0..vendors).map(|other| {
                f64::from(i8::from(tally.is_majority(own, other)))
                    - f64::from(i8::from(tally.is_majority(other, own)))
            });
            duels.sum()
        })
        .collect()
}
