//! Which claims carry the choice: the smallest sets whose withdrawal changes it, and a set that
//! suffices for it. Numeric what-ifs only; no graph is built.

use crate::answer::smallest_sets::{LARGEST, changing_sets, sufficient_set};
use crate::decide::bench::Bench;
use crate::decide::change::Change;
use crate::decide::decision::Decision;
use crate::decide::run_error::RunError;
use crate::model::id::{EvidenceId, VendorId};
use crate::model::scenario::Model;

/// Claims that carry the choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadBearing {
    /// Inclusion-smallest sets of up to three claims whose withdrawal changes who is chosen, smallest
    /// first.
    pub sets: Vec<Vec<EvidenceId>>,
    /// Claims that suffice for the choice when every other one is withdrawn, none to spare.
    pub sufficient: Vec<EvidenceId>,
    /// How many claims at once were withdrawn at most; fewer than three where there are very many.
    pub largest: usize,
}

/// More runs than this nobody waits for: sets are kept smaller.
const RUNS: usize = 200_000;

/// Which claims carry the choice.
///
/// A set of claims is run only where some rating loses its last claim by it.
///
/// # Errors
/// As `evaluate` of the model.
pub fn load_bearing(model: &Model, decision: &Decision) -> Result<LoadBearing, RunError> {
    let bench = Bench::new(model)?;
    let claims: Vec<EvidenceId> = (0..model.evidence.len())
        .map(EvidenceId)
        .filter(|claim| model.counted_evidence(*claim) && is_named(model, *claim))
        .collect();
    let ratings = Ratings::new(model, &claims);
    let mut chosen = decision.reading.chosen.clone();
    chosen.sort_unstable();
    let stays = |set: &[usize]| {
        let withdrawn: Vec<Change> = set.iter().map(|idx| Change::Withdraw(claims[*idx])).collect();
        is_chosen(&bench, &withdrawn, &chosen)
    };
    let count = claims.len();
    let largest = (1..=LARGEST).rev().find(|size| runs(count, *size) <= RUNS).unwrap_or(1);
    let sets = changing_sets(count, largest, |set| ratings.are_lost(set) && !stays(set));
    let sufficient = sufficient_set(count, |kept| {
        let without: Vec<usize> = (0..count).filter(|idx| !kept.contains(idx)).collect();
        stays(&without)
    });
    let named = |set: &[usize]| -> Vec<EvidenceId> { set.iter().map(|idx| claims[*idx]).collect() };
    Ok(LoadBearing {
        sets: sets.iter().map(|set| named(set)).collect(),
        sufficient: named(&sufficient.unwrap_or_default()),
        largest,
    })
}

fn is_chosen(bench: &Bench<'_>, changes: &[Change], wanted: &[VendorId]) -> bool {
    bench.run(changes).is_ok_and(|standing| {
        let mut chosen = standing.chosen;
        chosen.sort_unstable();
        chosen == wanted
    })
}

fn is_named(model: &Model, claim: EvidenceId) -> bool {
    let ratings = model.vendors.iter().flat_map(|vendor| vendor.ratings.iter().flatten());
    ratings.flat_map(|rating| &rating.evidence).any(|named| named.value == claim)
}

/// Questions about all sets up to a size.
fn runs(count: usize, size: usize) -> usize {
    let all = (1..=size).map(|size| crate::answer::subsets::count(count, size));
    all.fold(0_usize, |sum, count| sum.saturating_add(count.unwrap_or(usize::MAX)))
}

/// For each rating that names claims, those that count, as indices; each list once.
struct Ratings(Vec<Vec<usize>>);

impl Ratings {
    fn new(model: &Model, claims: &[EvidenceId]) -> Self {
        let ratings = model.vendors.iter().flat_map(|vendor| vendor.ratings.iter().flatten());
        let mut lists: Vec<Vec<usize>> = ratings
            .map(|rating| {
                let named = rating.evidence.iter();
                let mut list: Vec<usize> =
                    named.filter_map(|claim| claims.binary_search(&claim.value).ok()).collect();
                list.sort_unstable();
                list.dedup();
                list
            })
            .filter(|list| !list.is_empty() && list.len() <= LARGEST)
            .collect();
        lists.sort();
        lists.dedup();
        Self(lists)
    }

    /// Whether the withdrawal of exactly these does more than that of a smaller set alone could: each
    /// of them takes part in a rating's loss.
    fn are_lost(&self, set: &[usize]) -> bool {
        let lost = |list: &&Vec<usize>| list.iter().all(|claim| set.contains(claim));
        let mut takes_part = [false; LARGEST];
        for list in self.0.iter().filter(lost) {
            for (seen, claim) in takes_part.iter_mut().zip(set) {
                *seen |= list.contains(claim);
            }
        }
        takes_part.iter().take(set.len()).all(|seen| *seen)
    }
}
