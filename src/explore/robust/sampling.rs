//! Draws what is not sure, and counts who ends up where.
//! Weights alone under a score linear in them take the fast path; anything else is run, draw by draw.

use std::sync::atomic::Ordering;

use crate::answer::smaa::acceptability::share;
use crate::answer::smaa::run::{Counted, Draws, Interrupted, Run, run};
use crate::answer::smaa::tallies::ShareSums;
use crate::explore::robust::acceptability::{Acceptability, read_off};
use crate::explore::robust::choice_counts::ChoiceCounts;
use crate::explore::robust::draws::{Block, Drawn};
use crate::explore::robust::input::uncertain_ratings;
use crate::explore::robust::linear_draws::{fast_sampler, linear};
use crate::explore::robust::part::Stop;
use crate::explore::robust::weight_space::WeightSpace;
use crate::model::id::VendorId;
use crate::reasons::basis::Basis;

/// Confidence factors are drawn at most so often: ± 0.01 at 95 %.
const CONFIDENCE_DRAWS: u64 = 9604;

/// Draws and counts.
///
/// `basis` is what scores are a weighted sum of, where they are.
///
/// # Errors
/// When interrupted before the first draw.
pub fn sample(
    drawn: &Drawn<'_>,
    basis: Option<&Basis>,
    plan: &Run<'_>,
) -> Result<Acceptability, Interrupted> {
    let vendors: Vec<VendorId> =
        drawn.model.vendor_ids().filter(|id| drawn.model.vendor(*id).excluded.is_none()).collect();
    let fast = basis.and_then(|basis| Some((basis, fast_sampler(drawn, basis)?)));
    let counted = match fast {
        Some((basis, sampler)) => linear(drawn, basis, sampler, plan, &vendors)?,
        None => by_runs(drawn, plan, &vendors)?,
    };
    Ok(read_off(&vendors, &counted))
}

/// Runs every draw; stops between two of them when interrupted.
fn by_runs(
    drawn: &Drawn<'_>,
    plan: &Run<'_>,
    vendors: &[VendorId],
) -> Result<Counted<ChoiceCounts>, Interrupted> {
    let criteria = drawn.base.leaves().len();
    let none = || ChoiceCounts::none(vendors.len(), criteria);
    run(plan, none, |index, draws, counts: &mut ChoiceCounts| {
        let mut block = Block::new(*drawn, plan.seed, index);
        let mut sums = ShareSums::none(vendors.len(), criteria);
        for _ in 0..draws {
            if plan.interrupt.load(Ordering::Relaxed) {
                break;
            }
            let standing = block.draw();
            counts.add(standing.as_ref().ok(), vendors, &block.shares, &mut sums);
        }
        counts.tallies.take_sums(&mut sums);
    })
}

/// p_a^c: how often a vendor is first under its own central weights while all else is drawn. Says
/// whether it got through; where stopped nobody has a confidence.
///
/// All together they take no more draws than the ranks did.
pub fn confide(
    drawn: &Drawn<'_>,
    plan: &Run<'_>,
    found: &mut Acceptability,
    stop: Stop<'_>,
) -> bool {
    if drawn.base.is_vote() {
        return true;
    }
    let vendors: Vec<VendorId> = found.vendors.iter().map(|vendor| vendor.vendor).collect();
    let is_sure = drawn.assumptions.is_empty()
        && (!drawn.draws_ratings
            || uncertain_ratings(drawn.model, drawn.base, drawn.reading).is_empty());
    let sharing = found.vendors.iter().filter(|vendor| vendor.central_shares.is_some()).count();
    // One draw tells where nothing else moves.
    let draws = match is_sure {
        true => 1,
        false => (found.draws / (sharing as u64).max(1)).clamp(1, CONFIDENCE_DRAWS),
    };
    let mut done = 0;
    let all = draws * sharing as u64;
    let mut confidences = vec![None; vendors.len()];
    for (place, vendor) in found.vendors.iter().enumerate() {
        let Some(central) = &vendor.central_shares else { continue };
        let before = done;
        let progress = |own: u64, _: u64| (plan.progress)(before + own, all);
        let plan =
            Run { draws: Draws::Exactly(draws), interrupt: stop.0, progress: &progress, ..*plan };
        let shares: Vec<f64> = central.iter().map(|estimate| estimate.figure).collect();
        let weights = WeightSpace::exactly(shares);
        let fixed = Drawn { weights: &weights, draws_weights: true, ..*drawn };
        let tallies = match by_runs(&fixed, &plan, &vendors) {
            Ok(counted) if !counted.is_interrupted => counted.counts.tallies,
            _ => return false,
        };
        confidences[place] = Some(share(tallies.ranks[place * vendors.len()], tallies.draws));
        done += draws;
    }
    for (vendor, confidence) in found.vendors.iter_mut().zip(confidences) {
        vendor.confidence = confidence;
    }
    true
}
