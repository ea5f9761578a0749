//! Why no weights put the vendor in front: rivals, or a mix of rivals, at least as good everywhere.
//! The other half of `weight`, from the same contests.

use crate::answer::contest::Contest;
use crate::answer::dominance::dominators;
use crate::answer::never_best::{Prospect, prospect};
use crate::answer::never_best_proof::Proof;
use crate::decide::evaluation::Evaluation;
use crate::explore::flip::bundle::start::Start;
use crate::explore::flip::probe::Probe;
use crate::model::id::VendorId;
use crate::reasons::basis::Basis;

/// Mixes of rivals, each at least as good as the vendor on every weighed criterion: no weights at
/// all put it in front.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// One where `choose` is 1; each λ > 0, adding up to 1 within a mix.
    pub mixes: Vec<Vec<(VendorId, f64)>>,
    /// Whether each mix is a single rival that dominates.
    pub is_dominance: bool,
}

/// The proof that no weights choose the vendor, where there is one. `start` puts a rejected vendor
/// back, gates repaired.
pub fn certificate(
    probe: &Probe<'_>,
    reading: &Evaluation,
    basis: Option<&Basis>,
    start: Option<&Start>,
) -> Option<Certificate> {
    let found = match (basis.zip(reading.row(probe.vendor)), start) {
        (Some((basis, row)), _) => prove(&basis.contest(), row, &reading.field),
        (None, Some(start)) => {
            let mut vendors = start.rivals.clone();
            vendors.push(probe.vendor);
            prove(&start.contest(), start.row(), &vendors)
        }
        (None, None) => None,
    };
    // Where weights can take rivals out of the field, only who dominates is sure to stay: it passes
    // every floor that the vendor passes, unless that passes for want of a rating.
    let cells = &reading.cells[probe.vendor.index()];
    let is_known = || {
        let mut leaves = reading.leaves.iter();
        leaves.all(|id| cells[id.index()].quantity.point().is_some())
    };
    let stays = |found: &Certificate| found.is_dominance && probe.is_alone && is_known();
    found.filter(|found| probe.is_free_of_groups || stays(found))
}

fn prove(contest: &Contest<'_>, row: usize, vendors: &[VendorId]) -> Option<Certificate> {
    let ahead = dominators(contest.values, row);
    if ahead.len() >= contest.choose {
        // Of those that dominate, the ones with the best scores say it best.
        let scores = contest.scores();
        let mut ahead = ahead;
        ahead.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
        let mixes = ahead[..contest.choose].iter().map(|rival| vec![(vendors[*rival], 1.0)]);
        return Some(Certificate { mixes: mixes.collect(), is_dominance: true });
    }
    let Prospect::NeverBest(proof) = prospect(contest, row) else { return None };
    let (Proof::Disjoint(mixes) | Proof::EverySet(mixes)) = proof;
    let named = mixes.iter().map(|mix| {
        let carried = mix.shares.iter().enumerate().filter(|(_, share)| **share > 0.0);
        carried.map(|(row, share)| (vendors[row], *share)).collect()
    });
    Some(Certificate { mixes: named.collect(), is_dominance: false })
}
