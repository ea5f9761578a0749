//! Whether any weights at all put a vendor in front, with weights that do or a proof that none do.
//! The third grade of losing. The linear programs only propose; what is stated is re-checked.

use crate::answer::contest::{Contest, dot};
use crate::answer::lead::falling;
use crate::answer::linear_program::{HalfSpace, LinearProgram, distribution, minimise};
use crate::answer::never_best_proof::{Mix, Proof, Witness, is_mix, is_witness};
use crate::answer::subsets::{count, each_of_size};
use std::ops::ControlFlow;

/// Up to this many rivals every set of `choose` − 1 that may stay ahead is searched.
pub const EXHAUSTIVE_RIVALS: usize = 12;
/// Beyond, only where there are no more sets than this.
const EXHAUSTIVE_SETS: usize = 100;

/// Whether every set of `spared` rivals that may stay ahead is searched.
pub fn is_exhaustive(rivals: usize, spared: usize) -> bool {
    rivals <= EXHAUSTIVE_RIVALS || count(rivals, spared).is_some_and(|sets| sets <= EXHAUSTIVE_SETS)
}

/// Whether some weights choose a vendor.
#[derive(Debug, Clone, PartialEq)]
pub enum Prospect {
    /// These weights do.
    CanBeBest(Witness),
    /// None do.
    NeverBest(Proof),
    /// Too many rivals to search for `choose` > 1, and no short proof was found.
    Unclear,
}

/// Finds weights under which a vendor is chosen, or proves that there are none.
///
/// t* = max over the simplex of min_c (u_b − u_c)·w by linear programming; where t* is within
/// the tie tolerance its dual gives λ with Σ λ_c u_c ≥ u_b. Both are a matrix game
/// (von Neumann & Morgenstern 1944). For `choose` = k: over every set of k − 1 rivals that may
/// stay ahead where [`is_exhaustive`]; beyond, short proofs and greedy sets only.
pub fn prospect(contest: &Contest<'_>, vendor: usize) -> Prospect {
    let rivals = contest.rivals(vendor);
    let spared = contest.choose.saturating_sub(1);
    if rivals.len() <= spared {
        let shares = contest.shares.to_vec();
        return Prospect::CanBeBest(Witness { shares, margin: f64::INFINITY, ahead: rivals });
    }
    if let Some(mixes) = disjoint_mixes(contest, vendor) {
        return Prospect::NeverBest(Proof::Disjoint(mixes));
    }
    if !is_exhaustive(rivals.len(), spared) {
        return greedy_witness(contest, vendor).map_or(Prospect::Unclear, Prospect::CanBeBest);
    }
    let mut best: Option<Witness> = None;
    let mut mixes = Vec::new();
    let mut is_proved = true;
    let _ = each_of_size(&rivals, spared, &mut |ahead| {
        let game = solve(contest, vendor, ahead);
        match game.witness {
            Some(witness) if best.as_ref().is_none_or(|best| witness.margin > best.margin) => {
                best = Some(witness);
            }
            _ => {}
        }
        match game.mix {
            Some(mix) => mixes.push(mix),
            None => is_proved = false,
        }
        ControlFlow::Continue(())
    });
    match best {
        Some(witness) => Prospect::CanBeBest(witness),
        None if is_proved => Prospect::NeverBest(Proof::EverySet(mixes)),
        None => Prospect::Unclear,
    }
}

struct Game {
    witness: Option<Witness>,
    mix: Option<Mix>,
}

/// Solves the game from both sides with the rivals in `ahead` taken out, and keeps of each side
/// only what evaluation confirms.
fn solve(contest: &Contest<'_>, vendor: usize, ahead: &[usize]) -> Game {
    let met: Vec<usize> =
        contest.rivals(vendor).into_iter().filter(|rival| !ahead.contains(rival)).collect();
    let differences: Vec<Vec<f64>> =
        met.iter().map(|&rival| contest.differences(vendor, rival)).collect();
    let witness = best_shares(&differences, contest.criteria()).and_then(|shares| {
        let margin = differences.iter().map(|row| dot(row, &shares)).fold(f64::INFINITY, f64::min);
        let witness = Witness { shares, margin, ahead: ahead.to_vec() };
        (margin > contest.tie && is_witness(contest, vendor, &witness)).then_some(witness)
    });
    let mix = best_mix(&differences, contest.criteria()).and_then(|lambda| {
        let mut shares = vec![0.0; contest.vendors()];
        for (&rival, share) in met.iter().zip(lambda) {
            shares[rival] = share;
        }
        let mix = Mix { shares, ahead: ahead.to_vec() };
        is_mix(contest, vendor, &mix).then_some(mix)
    });
    Game { witness, mix }
}

/// max t over w in the simplex with d_c · w ≥ t for every rival c.
fn best_shares(differences: &[Vec<f64>], criteria: usize) -> Option<Vec<f64>> {
    let mut program = simplex_program(criteria);
    program.objective[criteria] = -1.0;
    program.at_least = differences
        .iter()
        .map(|row| {
            let mut coefficients = row.clone();
            coefficients.push(-1.0);
            HalfSpace { coefficients, bound: 0.0 }
        })
        .collect();
    distribution(minimise(&program).ok()?.get(..criteria)?)
}

/// min t over λ in the simplex with Σ λ_c d_cj ≤ t for every criterion j.
fn best_mix(differences: &[Vec<f64>], criteria: usize) -> Option<Vec<f64>> {
    let mut program = simplex_program(differences.len());
    program.objective[differences.len()] = 1.0;
    program.at_least = (0..criteria)
        .map(|j| {
            let mut coefficients: Vec<f64> = differences.iter().map(|row| -row[j]).collect();
            coefficients.push(1.0);
            HalfSpace { coefficients, bound: 0.0 }
        })
        .collect();
    let point = minimise(&program).ok()?;
    // Crumbs of the solver's rounding would name rivals that carry nothing.
    let carried: Vec<f64> =
        point.iter().take(differences.len()).map(|&x| if x < 1e-9 { 0.0 } else { x }).collect();
    distribution(&carried)
}

/// `size` variables on the simplex and one free variable after them.
fn simplex_program(size: usize) -> LinearProgram {
    let mut lower = vec![0.0; size];
    lower.push(f64::NEG_INFINITY);
    let mut upper = vec![1.0; size];
    upper.push(f64::INFINITY);
    let mut ones = vec![1.0; size];
    ones.push(0.0);
    LinearProgram {
        objective: vec![0.0; size + 1],
        lower,
        upper,
        at_least: Vec::new(),
        equal: vec![HalfSpace { coefficients: ones, bound: 1.0 }],
    }
}

/// Looks for `choose` mixes without a common rival, taking out each one's rivals in turn.
fn disjoint_mixes(contest: &Contest<'_>, vendor: usize) -> Option<Vec<Mix>> {
    let mut used = Vec::new();
    let mut mixes = Vec::new();
    while mixes.len() < contest.choose.max(1) {
        if used.len() + 1 >= contest.vendors() {
            return None;
        }
        let mix = solve(contest, vendor, &used).mix?;
        used.extend((0..contest.vendors()).filter(|&rival| mix.shares[rival] > 0.0));
        mixes.push(Mix { shares: mix.shares, ahead: Vec::new() });
    }
    Some(mixes)
}

/// Lets the heaviest rival of each proof stay ahead, `choose` − 1 times.
fn greedy_witness(contest: &Contest<'_>, vendor: usize) -> Option<Witness> {
    let mut ahead: Vec<usize> = Vec::new();
    loop {
        let game = solve(contest, vendor, &ahead);
        if game.witness.is_some() {
            return game.witness;
        }
        let mix = game.mix?;
        if ahead.len() + 1 >= contest.choose {
            return None;
        }
        let heaviest = falling(&mix.shares);
        ahead.push(*heaviest.first()?);
        ahead.sort_unstable();
    }
}
