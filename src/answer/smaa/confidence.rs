//! Confidence factors: how often a vendor is first under its own central weights.
//! Low ones say that the ratings are too uncertain to tell, whatever the weights.

use crate::answer::smaa::acceptability::{Acceptability, Estimate, share};
use crate::answer::smaa::any_method::{AnySmaa, count};
use crate::answer::smaa::run::{Draws, Interrupted, Run};
use crate::answer::smaa::sampler::Sampler;
use crate::answer::smaa::tallies::Pairs;
use crate::method::matrix::Matrix;

/// p_a^c for each vendor: the share of draws of the ratings in which it is first when the shares
/// are its central ones; `None` where it has none. One draw tells where no rating is uncertain.
///
/// # Errors
/// When interrupted.
pub fn confidence(
    smaa: &AnySmaa<'_>,
    plan: &Run<'_>,
    found: &Acceptability,
    merits: impl Fn(&Matrix, &[f64], &mut [f64]) + Sync,
) -> Result<Vec<Option<Estimate>>, Interrupted> {
    let draws = if smaa.uncertain.is_empty() { 1 } else { found.draws };
    let plan = Run { draws: Draws::Exactly(draws), ..*plan };
    let mut factors = Vec::with_capacity(found.central_shares.len());
    for (vendor, central) in found.central_shares.iter().enumerate() {
        let Some(central) = central else {
            factors.push(None);
            continue;
        };
        let sampler = Sampler::Fixed(central.iter().map(|estimate| estimate.figure).collect());
        let fixed = AnySmaa { sampler: &sampler, pairs: Pairs::Skipped, ..*smaa };
        let tallies = count(&fixed, &plan, &merits)?;
        factors.push(Some(share(tallies.ranks[vendor * tallies.vendors], tallies.draws)));
    }
    Ok(factors)
}
