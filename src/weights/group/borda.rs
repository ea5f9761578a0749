//! Borda's count: a point for each vendor ranked below, half a point for each tied.
//! Summed over the ballots; more is better.

use crate::weights::group::ballots::Tally;

/// One score for each vendor.
///
/// de Borda, J.-C. (1781). Mémoire sur les élections au scrutin; ties by Black, D. (1976). Partial
/// justification of the Borda count. Public Choice, 28, 1–15.
pub fn points(tally: &Tally) -> Vec<f64> {
    let vendors = tally.vendors();
    (0..vendors)
        .map(|own| {
            let against = (0..vendors).filter(|&other| other != own).map(|other| {
                // Those neither above nor below are tied.
                let tied = tally.total() - tally.before(own, other) - tally.before(other, own);
                tally.before(own, other) + tied / 2.0
            });
            against.sum()
        })
        .collect()
}
