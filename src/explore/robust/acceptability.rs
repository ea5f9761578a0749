//! How often each vendor takes each rank and is chosen when what is not sure is drawn.
//! Weights alone under a score linear in them take the fast path; anything else is run, draw by draw.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::answer::smaa::acceptability::{Estimate, acceptability, share};
use crate::answer::smaa::linear::{LinearSmaa, count_block};
use crate::answer::smaa::run::{Draws, Interrupted, Run, Size, run};
use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};
use crate::decide::change::Standing;
use crate::explore::robust::draws::{Block, Drawn};
use crate::explore::robust::input::uncertain_ratings;
use crate::explore::robust::weight_space::WeightSpace;
use crate::method::matrix::Matrix;
use crate::model::id::VendorId;
use crate::reasons::basis::Basis;

/// What came of the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// How many draws.
    pub draws: u64,
    /// The largest standard error of a rank acceptability.
    pub error: f64,
    /// Draws that the method refused; nobody has a rank in them.
    pub refused: u64,
    /// Draws in which nobody passed.
    pub nobody: Estimate,
    /// Draws in which a tie across the edge left a place open.
    pub tied: Estimate,
    /// Everybody not excluded, in declared order.
    pub vendors: Vec<VendorShare>,
    /// Every pair of them, row by row, without the diagonal; empty beyond [`MOST_PAIRED`].
    pub pairs: Vec<PairShare>,
}

/// How one vendor fares.
#[derive(Debug, Clone, PartialEq)]
pub struct VendorShare {
    /// Who.
    pub vendor: VendorId,
    /// From first to last, b_a^r; those tied share the best rank. They add up to 1 less `rejected`.
    pub ranks: Vec<Estimate>,
    /// How often it is chosen.
    pub chosen: Estimate,
    /// How often it has no rank: a gate or an assumption fails.
    pub rejected: Estimate,
    /// Mean shares over the draws in which it was first; `None` where it never was.
    pub central_shares: Option<Vec<Estimate>>,
    /// How often it is first under these; `None` where there are none.
    pub confidence: Option<Estimate>,
}

/// How often one vendor is ahead of another, p_ab: one that passes is ahead of one that does not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairShare {
    /// The one.
    pub vendor: VendorId,
    /// The other.
    pub over: VendorId,
    /// How often.
    pub share: Estimate,
}

/// Beyond so many vendors wins of pairs are not counted: a draw would cost vendors².
pub const MOST_PAIRED: usize = 64;
/// Confidence factors are drawn at most so often: ± 0.01 at 95 %.
const CONFIDENCE_DRAWS: u64 = 9604;

/// Draws and counts.
///
/// `basis` is what scores are a weighted sum of, where they are.
///
/// # Errors
/// When interrupted.
pub fn sample(
    drawn: &Drawn<'_>,
    basis: Option<&Basis>,
    plan: &Run<'_>,
) -> Result<Acceptability, Interrupted> {
    let vendors: Vec<VendorId> =
        drawn.model.vendor_ids().filter(|id| drawn.model.vendor(*id).excluded.is_none()).collect();
    let fast = basis.filter(|basis| is_fast(drawn, basis));
    let mut found = match fast {
        Some(basis) => linear(drawn, basis, plan, &vendors)?,
        None => {
            let counts = Counts::new(&vendors);
            let tallies = by_runs(drawn, plan, &vendors, &counts)?;
            read_off(&vendors, &tallies, &counts)
        }
    };
    confide(drawn, plan, &mut found)?;
    Ok(found)
}

/// Whether nothing but shares moves, and scores and field follow them in the plainest way.
fn is_fast(drawn: &Drawn<'_>, basis: &Basis) -> bool {
    let has_uncertain = || !uncertain_ratings(drawn.model, drawn.base, drawn.reading).is_empty();
    let has_group_gate = drawn
        .model
        .criteria
        .iter()
        .any(|criterion| criterion.gate.is_some() && criterion.leaf().is_none());
    drawn.assumptions.is_empty()
        && !has_group_gate
        && !(drawn.draws_ratings && has_uncertain())
        && drawn.weights.sampler().is_some_and(|sampler| {
            !matches!(sampler, crate::answer::smaa::sampler::Sampler::Fixed(_))
        })
        && !has_twins(&basis.values)
}

/// Whether two vendors always tie.
fn has_twins(values: &Matrix) -> bool {
    let mut rows: Vec<Vec<u64>> = (0..values.rows())
        .map(|row| values.row(row).into_iter().map(f64::to_bits).collect())
        .collect();
    rows.sort_unstable();
    rows.windows(2).any(|pair| pair[0] == pair[1])
}

fn linear(
    drawn: &Drawn<'_>,
    basis: &Basis,
    plan: &Run<'_>,
    vendors: &[VendorId],
) -> Result<Acceptability, Interrupted> {
    let field = &drawn.reading.field;
    let pairs = pairs(field.len());
    let size = Size { vendors: field.len(), criteria: basis.shares.len(), pairs };
    let Some(sampler) = drawn.weights.sampler() else { return Err(Interrupted) };
    let smaa = LinearSmaa { values: &basis.values, sampler, pairs };
    let tallies = if field.is_empty() {
        Tallies::none(0, basis.shares.len(), pairs)
    } else {
        run(plan, size, |block, draws, tallies| {
            count_block(&smaa, plan.seed, block, draws, tallies);
        })?
    };
    // Spread over everybody: those outside the field have no rank in any draw.
    let counts = Counts::new(vendors);
    let mut wide = Tallies::none(vendors.len(), basis.shares.len(), self::pairs(vendors.len()));
    wide.draws = tallies.draws;
    let at = |id: &VendorId| vendors.binary_search(id).unwrap_or(0);
    let n = vendors.len();
    for (row, id) in field.iter().enumerate() {
        let place = at(id);
        let ranks = &tallies.ranks[row * field.len()..(row + 1) * field.len()];
        wide.ranks[place * n..place * n + field.len()].copy_from_slice(ranks);
        let chosen = ranks.iter().take(drawn.model.choose).sum();
        counts.chosen[place].store(chosen, Ordering::Relaxed);
        let cells = row * tallies.criteria..(row + 1) * tallies.criteria;
        let into = place * tallies.criteria..(place + 1) * tallies.criteria;
        wide.shares[into.clone()].copy_from_slice(&tallies.shares[cells.clone()]);
        wide.squares[into].copy_from_slice(&tallies.squares[cells]);
        if !wide.wins.is_empty() {
            for other in 0..n {
                let won = match field.binary_search(&vendors[other]) {
                    Ok(column) => tallies.wins[row * field.len() + column],
                    Err(_) => tallies.draws,
                };
                wide.wins[place * n + other] = won;
            }
        }
    }
    Ok(read_off(vendors, &wide, &counts))
}

fn pairs(vendors: usize) -> Pairs {
    if vendors <= MOST_PAIRED { Pairs::Counted } else { Pairs::Skipped }
}

/// Whole numbers beside the ranks; added from any thread, since their sum has no order.
struct Counts {
    chosen: Vec<AtomicU64>,
    nobody: AtomicU64,
    tied: AtomicU64,
    refused: AtomicU64,
}

impl Counts {
    fn new(vendors: &[VendorId]) -> Self {
        Self {
            chosen: vendors.iter().map(|_| AtomicU64::new(0)).collect(),
            nobody: AtomicU64::new(0),
            tied: AtomicU64::new(0),
            refused: AtomicU64::new(0),
        }
    }
}

fn by_runs(
    drawn: &Drawn<'_>,
    plan: &Run<'_>,
    vendors: &[VendorId],
    counts: &Counts,
) -> Result<Tallies, Interrupted> {
    let criteria = drawn.base.leaves().len();
    let size = Size { vendors: vendors.len(), criteria, pairs: pairs(vendors.len()) };
    run(plan, size, |index, draws, tallies| {
        let mut block = Block::new(*drawn, plan.seed, index);
        let mut sums = ShareSums::none(vendors.len(), criteria);
        for _ in 0..draws {
            tallies.draws += 1;
            match block.draw() {
                Ok(standing) => {
                    count(&standing, vendors, &block.shares, tallies, &mut sums);
                    note(&standing, vendors, counts);
                }
                Err(_) => drop(counts.refused.fetch_add(1, Ordering::Relaxed)),
            }
        }
        tallies.take_sums(&mut sums);
    })
}

fn count(
    standing: &Standing,
    vendors: &[VendorId],
    shares: &[f64],
    tallies: &mut Tallies,
    sums: &mut ShareSums,
) {
    let n = vendors.len();
    let mut rank_of = vec![usize::MAX; n];
    for (row, id) in standing.field.iter().enumerate() {
        let Ok(place) = vendors.binary_search(id) else { continue };
        let rank = standing.ranks[row];
        rank_of[place] = rank;
        tallies.ranks[place * n + rank - 1] += 1;
        if rank == 1 {
            sums.add(place, shares.iter().copied());
        }
    }
    if !tallies.wins.is_empty() {
        for (ahead, own) in rank_of.iter().enumerate() {
            for (behind, other) in rank_of.iter().enumerate() {
                tallies.wins[ahead * n + behind] += u64::from(own < other);
            }
        }
    }
}

fn note(standing: &Standing, vendors: &[VendorId], counts: &Counts) {
    for id in &standing.chosen {
        if let Ok(place) = vendors.binary_search(id) {
            counts.chosen[place].fetch_add(1, Ordering::Relaxed);
        }
    }
    counts.nobody.fetch_add(u64::from(standing.field.is_empty()), Ordering::Relaxed);
    counts.tied.fetch_add(u64::from(!standing.tied.is_empty()), Ordering::Relaxed);
}

fn read_off(vendors: &[VendorId], tallies: &Tallies, counts: &Counts) -> Acceptability {
    let n = vendors.len();
    let found = acceptability(tallies);
    let counted = |count: &AtomicU64| share(count.load(Ordering::Relaxed), tallies.draws);
    let vendor = |(place, id): (usize, &VendorId)| {
        let ranked: u64 = tallies.ranks[place * n..(place + 1) * n].iter().sum();
        VendorShare {
            vendor: *id,
            ranks: found.ranks[place].clone(),
            chosen: counted(&counts.chosen[place]),
            rejected: share(tallies.draws - ranked, tallies.draws),
            central_shares: found.central_shares[place].clone(),
            confidence: None,
        }
    };
    let pair = |(row, column): (usize, usize)| PairShare {
        vendor: vendors[row],
        over: vendors[column],
        share: found.pairwise[row][column],
    };
    let places = (0..n).flat_map(|row| (0..n).map(move |column| (row, column)));
    Acceptability {
        draws: tallies.draws,
        error: found.error(),
        refused: counts.refused.load(Ordering::Relaxed),
        nobody: counted(&counts.nobody),
        tied: counted(&counts.tied),
        vendors: vendors.iter().enumerate().map(vendor).collect(),
        pairs: match tallies.wins.is_empty() {
            true => Vec::new(),
            false => places.filter(|(row, column)| row != column).map(pair).collect(),
        },
    }
}

/// p_a^c: how often a vendor is first under its own central weights while all else is drawn.
fn confide(
    drawn: &Drawn<'_>,
    plan: &Run<'_>,
    found: &mut Acceptability,
) -> Result<(), Interrupted> {
    if drawn.base.is_vote() {
        return Ok(());
    }
    let vendors: Vec<VendorId> = found.vendors.iter().map(|share| share.vendor).collect();
    let is_sure = drawn.assumptions.is_empty()
        && (!drawn.draws_ratings
            || uncertain_ratings(drawn.model, drawn.base, drawn.reading).is_empty());
    // One draw tells where nothing else moves.
    let draws = if is_sure { 1 } else { found.draws.min(CONFIDENCE_DRAWS) };
    let quiet = |_: u64, _: u64| {};
    let plan = Run { draws: Draws::Exactly(draws), progress: &quiet, ..*plan };
    for (place, vendor) in found.vendors.iter_mut().enumerate() {
        let Some(central) = &vendor.central_shares else { continue };
        let shares: Vec<f64> = central.iter().map(|estimate| estimate.figure).collect();
        let weights = WeightSpace::exactly(shares);
        let fixed = Drawn { weights: &weights, draws_weights: true, ..*drawn };
        let counts = Counts::new(&vendors);
        let tallies = by_runs(&fixed, &plan, &vendors, &counts)?;
        vendor.confidence = Some(share(tallies.ranks[place * vendors.len()], tallies.draws));
    }
    Ok(())
}
