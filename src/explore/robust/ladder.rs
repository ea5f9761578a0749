//! What must be agreed about weights before the choice is settled: nested sets, widest first.
//! Exact where scores are linear in the shares; else from draws, and said so.

use crate::answer::contest::Contest;
use crate::answer::ladder::{PairVerdict, verdict};
use crate::answer::regret::worst_regret;
use crate::answer::weight_set::WeightSet;
use crate::explore::robust::choice_counts::MOST_PAIRED;
use crate::explore::robust::draws::{Block, Drawn};
use crate::explore::robust::group_line::has_group_gates;
use crate::explore::robust::intervals::intervals;
use crate::explore::robust::part::Stop;
use crate::explore::robust::stability::{Swept, is_own_everywhere};
use crate::explore::robust::weight_space::{NoWeights, WeightSpace, Weights};
use crate::method::matrix::Matrix;
use crate::model::id::VendorId;
use crate::reasons::basis::Basis;
use crate::reasons::tie_break::puts_ahead;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

/// One set of weights and what it settles.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// The set, the constraints of the criteria file laid over it.
    pub weights: Weights,
    /// Whether every weight in it gives today's choice.
    pub is_settled: bool,
    /// Where it was sampled: the share of draws with another choice.
    pub changes: Option<f64>,
    /// How many draws that were; 0 where it is exact.
    pub draws: u64,
    /// For each two of the field, the first against the second; empty where sampled, and beyond
    /// [`MOST_PAIRED`] of them.
    pub pairs: Vec<(VendorId, VendorId, PairVerdict)>,
}

/// How much a vendor could be behind the best at worst.
#[derive(Debug, Clone, PartialEq)]
pub struct Regret {
    /// Who.
    pub vendor: VendorId,
    /// In units of the score, ≥ 0.
    pub regret: f64,
    /// Against whom.
    pub rival: Option<VendorId>,
}

/// Draws of one rung at most, where nothing is exact.
const RUNG_DRAWS: u64 = 4096;
/// How far "nearly these weights" goes.
pub const NEARLY: f64 = 0.10;

/// The rungs from any weights to exactly these; one that the constraints leave empty is missing.
///
/// Where nothing is exact a rung takes no more draws than the ranks did, so that few draws, or ones
/// that were interrupted, are soon done with. `None` where stopped.
pub fn ladder(
    swept: &Swept<'_>,
    drawn: &Drawn<'_>,
    (seed, draws): (u64, u64),
    stop: Stop<'_>,
) -> Option<Vec<Rung>> {
    let draws = draws.clamp(1, RUNG_DRAWS);
    let leaves = &swept.reading.leaves;
    let shares = swept.base.shares();
    if swept.base.is_vote() {
        // Several people each with weights of their own: no one set of weights decides.
        return Some(Vec::new());
    }
    let mut sets = vec![Weights::Any, Weights::Order, Weights::Within(NEARLY)];
    if intervals(swept.model, leaves).is_any_given() {
        sets.push(Weights::Given);
    }
    sets.push(Weights::Exactly);
    // A rung that there is not is `Some(None)`, one that was stopped `None`.
    let rungs = sets.into_par_iter().map(|weights| {
        match WeightSpace::new(swept.model, leaves, &shares, weights) {
            Ok(space) => rung(swept, drawn, weights, &space, Draws { seed, draws, stop }).map(Some),
            Err(NoWeights::NoRoom(_) | NoWeights::OutsideSet(_)) => Some(None),
            Err(NoWeights::Contradiction(_) | NoWeights::NoIntervals) => Some(None),
        }
    });
    let rungs: Option<Vec<Option<Rung>>> = rungs.collect();
    Some(rungs?.into_iter().flatten().collect())
}

/// How the choice is drawn where nothing is exact.
#[derive(Clone, Copy)]
struct Draws<'a> {
    seed: u64,
    draws: u64,
    stop: Stop<'a>,
}

fn rung(
    swept: &Swept<'_>,
    drawn: &Drawn<'_>,
    weights: Weights,
    space: &WeightSpace,
    plan: Draws<'_>,
) -> Option<Rung> {
    if plan.stop.is_asked() {
        return None;
    }
    let is_decided = swept.reading.tied.is_empty() && !swept.reading.chosen.is_empty();
    if weights == Weights::Exactly {
        let pairs = swept.basis.map(|basis| pairs(swept, basis, &space.set)).unwrap_or_default();
        return Some(Rung { weights, is_settled: is_decided, changes: None, draws: 0, pairs });
    }
    let moves_field = has_group_gates(swept.model);
    Some(match swept.basis {
        Some(basis) if !moves_field || (basis.is_value && is_own_everywhere(swept)) => Rung {
            weights,
            is_settled: is_decided && is_settled(swept, basis, &space.set),
            changes: None,
            draws: 0,
            pairs: pairs(swept, basis, &space.set),
        },
        _ => {
            let changes = changes(swept, drawn, space, plan)?;
            let is_settled = is_decided && changes == 0.0;
            let (changes, draws) = (Some(changes), plan.draws);
            Rung { weights, is_settled, changes, draws, pairs: Vec::new() }
        }
    })
}

/// Every two of the field, unless it is so large that wins of pairs are not counted either.
fn pairs(
    swept: &Swept<'_>,
    basis: &Basis,
    set: &WeightSet,
) -> Vec<(VendorId, VendorId, PairVerdict)> {
    let field = &swept.reading.field;
    if field.len() > MOST_PAIRED {
        return Vec::new();
    }
    let contest = basis.contest();
    let both = (0..field.len()).flat_map(|a| (0..field.len()).map(move |b| (a, b)));
    both.filter(|(a, b)| a != b)
        .map(|(a, b)| (field[a], field[b], verdict(&contest, a, b, set)))
        .collect()
}

/// Whether every chosen vendor stays in the field and ahead of everybody who may stand in it, or level
/// with whom `tie-break` puts behind it.
///
/// That is also necessary where nobody enters: a pair lost somewhere changes who is chosen there.
fn is_settled(swept: &Swept<'_>, basis: &Basis, set: &WeightSet) -> bool {
    let chosen = &swept.reading.chosen;
    if chosen.len() != swept.model.choose.min(swept.reading.field.len()) {
        return false;
    }
    let lines = swept.base.group_lines();
    let keeps_standing = lines
        .iter()
        .filter(|(vendor, _)| chosen.contains(vendor))
        .all(|(_, line)| set.minimum(line).is_none_or(|minimum| minimum.lead >= -SLACK));
    if !keeps_standing {
        return false;
    }
    let may_enter = |vendor: &VendorId| {
        let turned = |line: &Vec<f64>| line.iter().map(|part| -part).collect::<Vec<f64>>();
        swept.base.stands_but_for_groups(*vendor)
            && lines.iter().filter(|(whose, _)| whose == vendor).all(|(_, line)| {
                set.minimum(&turned(line)).is_some_and(|minimum| minimum.lead <= SLACK)
            })
    };
    let entrants: Vec<VendorId> = swept
        .model
        .vendor_ids()
        .filter(|id| swept.reading.row(*id).is_some() || may_enter(id))
        .collect();
    // A place that nobody fills today is filled by whoever enters.
    if chosen.len() < swept.model.choose && entrants.len() > chosen.len() {
        return false;
    }
    let values: Matrix = if entrants == swept.reading.field {
        basis.values.clone()
    } else {
        let Ok(table) = swept.base.table(&entrants) else { return false };
        table.values
    };
    let contest = Contest { values: &values, ..basis.contest() };
    let (inside, outside): (Vec<usize>, Vec<usize>) =
        (0..entrants.len()).partition(|row| chosen.contains(&entrants[*row]));
    // What breaks ties may depend on the field.
    let breaks_ties = entrants == swept.reading.field;
    inside.iter().all(|&a| {
        outside.iter().all(|&b| {
            let minimum = set.minimum(&contest.differences(a, b));
            minimum.is_some_and(|minimum| {
                minimum.lead > contest.tie
                    || (minimum.lead >= -SLACK
                        && breaks_ties
                        && puts_ahead(swept.reading, entrants[a], entrants[b]))
            })
        })
    })
}

/// Fractions that groups reach are met within this, and leads smaller than this are none.
const SLACK: f64 = 1e-12;

/// The share of draws of weights alone that give another choice, or leave a place open to a tie that
/// is taken today; `None` where stopped.
fn changes(
    swept: &Swept<'_>,
    drawn: &Drawn<'_>,
    space: &WeightSpace,
    Draws { seed, draws, stop }: Draws<'_>,
) -> Option<f64> {
    let only_weights = Drawn {
        weights: space,
        draws_weights: true,
        draws_ratings: false,
        assumptions: &[],
        ..*drawn
    };
    let mut block = Block::new(only_weights, seed, 0);
    let mut wanted = swept.reading.chosen.clone();
    wanted.sort_unstable();
    let mut changed = 0_u64;
    for _ in 0..draws {
        if stop.is_asked() {
            return None;
        }
        let is_changed = block.draw().map_or(true, |standing| {
            let mut chosen = standing.chosen;
            chosen.sort_unstable();
            chosen != wanted || standing.tied != swept.reading.tied
        });
        changed += u64::from(is_changed);
    }
    Some(changed as f64 / draws as f64)
}

/// Linear programs at most that regrets are worked out by.
const MOST_PROGRAMS: usize = 1 << 16;

/// The largest regret of everybody in the field over a set; the inner `None` where nothing is exact
/// or it would take too many linear programs, the outer one where stopped.
///
/// It depends on who else stands in the field.
pub fn regrets(swept: &Swept<'_>, set: &WeightSet, stop: Stop<'_>) -> Option<Option<Vec<Regret>>> {
    let field = &swept.reading.field;
    let Some(basis) = swept.basis else { return Some(None) };
    if matches!(set, WeightSet::Linear(_)) && field.len() * field.len() > MOST_PROGRAMS {
        return Some(None);
    }
    let regret = |row: usize| {
        if stop.is_asked() {
            return None;
        }
        Some(worst_regret(&basis.contest(), row, set).map(|worst| Regret {
            vendor: field[row],
            regret: worst.regret,
            rival: worst.rival.map(|rival| field[rival]),
        }))
    };
    let found: Option<Vec<Option<Regret>>> = (0..field.len()).into_par_iter().map(regret).collect();
    found.map(|regrets| regrets.into_iter().collect())
}
