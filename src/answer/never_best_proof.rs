//! Weights that choose a vendor, or mixes of rivals that rule them all out, checked by evaluation.
//! What `never_best` proposes; `reasons` prints it and tests re-check it.

use crate::answer::contest::{Contest, HAIR, dot};
use crate::answer::subsets::each_of_size;
use std::ops::ControlFlow;

/// Weights that choose a vendor.
#[derive(Debug, Clone, PartialEq)]
pub struct Witness {
    /// One for each criterion, adding up to 1.
    pub shares: Vec<f64>,
    /// By how much the vendor is then ahead of everyone not listed in `ahead`; above the tie
    /// tolerance. The largest there is for this `ahead`.
    pub margin: f64,
    /// The rivals that were let stay ahead, fewer than `choose`.
    pub ahead: Vec<usize>,
}

/// A mix of rivals that is at least as good as the vendor on every criterion (to the tie
/// tolerance): Σ λ_c u_cj ≥ u_bj. Then some rival in it is at least level under any weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Mix {
    /// λ for each vendor of the field, ≥ 0, adding up to 1; 0 for the vendor itself.
    pub shares: Vec<f64>,
    /// Rivals left out of this mix because they were let stay ahead.
    pub ahead: Vec<usize>,
}

/// Why no weights choose a vendor.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// `choose` mixes without a common rival: under any weights each has a rival at least level.
    /// A single mix where `choose` is 1.
    Disjoint(Vec<Mix>),
    /// One mix for every set of `choose` − 1 rivals that may stay ahead.
    EverySet(Vec<Mix>),
}

/// Checks a witness by evaluation alone: a distribution of weights under which everyone not let
/// ahead is beaten by more than the tie tolerance.
pub fn is_witness(contest: &Contest<'_>, vendor: usize, witness: &Witness) -> bool {
    is_distribution(&witness.shares, contest.criteria())
        && witness.ahead.len() < contest.choose
        && contest.is_chosen_under(vendor, &witness.shares)
}

/// Checks a proof by evaluation alone, criterion by criterion.
pub fn is_proof(contest: &Contest<'_>, vendor: usize, proof: &Proof) -> bool {
    match proof {
        Proof::Disjoint(mixes) => {
            mixes.len() >= contest.choose
                && mixes.iter().all(|mix| is_mix(contest, vendor, mix))
                && (0..contest.vendors())
                    .all(|rival| mixes.iter().filter(|mix| mix.shares[rival] > 0.0).count() <= 1)
        }
        Proof::EverySet(mixes) => {
            let mut is_complete = true;
            let _ = each_of_size(
                &contest.rivals(vendor),
                contest.choose.saturating_sub(1),
                &mut |ahead| {
                    is_complete &= mixes.iter().any(|mix| {
                        is_mix(contest, vendor, mix)
                            && ahead.iter().all(|&rival| mix.shares[rival] == 0.0)
                    });
                    ControlFlow::Continue(())
                },
            );
            is_complete
        }
    }
}

/// Whether a mix of rivals is at least as good as the vendor on every criterion, to the tie
/// tolerance.
pub fn is_mix(contest: &Contest<'_>, vendor: usize, mix: &Mix) -> bool {
    is_distribution(&mix.shares, contest.vendors())
        && mix.shares[vendor] == 0.0
        && shortfall(contest, vendor, &mix.shares) <= contest.tie + HAIR
}

/// max_j (u_bj − Σ λ_c u_cj): by how much the mix falls short where it is worst.
fn shortfall(contest: &Contest<'_>, vendor: usize, mix: &[f64]) -> f64 {
    (0..contest.criteria())
        .map(|j| contest.values.get(vendor, j) - dot(mix, contest.values.column(j)))
        .fold(f64::NEG_INFINITY, f64::max)
}

fn is_distribution(shares: &[f64], length: usize) -> bool {
    shares.len() == length
        && shares.iter().all(|share| *share >= 0.0)
        && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-9
}
