//! The meaning of a run, read from the file format once more in the plainest way: no table laid out
//! beforehand, nothing remembered, every pair compared. Slow, and meant to be.

use rationale::method::problem::Direction;
use rationale::model::assumption::Status;
use rationale::model::criterion::{Leaf, Range, Rated, Unknown};
use rationale::model::datum::{Datum, Quantity};
use rationale::model::gate::Test;
use rationale::model::id::{AssumptionId, CriterionId, VendorId};
use rationale::model::scenario::Model;
use rationale::model::value_function::ValueFunction;

/// What fails and what is missed.
#[derive(Debug, Clone, Default)]
pub struct Turn {
    /// Pending assumptions that fail.
    pub fails: Vec<AssumptionId>,
    /// Gates on unknown ratings that are missed.
    pub misses: Vec<(VendorId, CriterionId)>,
}

/// Who stands where.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub field: Vec<VendorId>,
    pub scores: Vec<f64>,
    pub ranks: Vec<usize>,
    pub chosen: Vec<VendorId>,
    pub tied: Vec<VendorId>,
}

/// Runs a model.
pub fn run(model: &Model, turn: &Turn) -> Answer {
    let stands = |vendor: &VendorId| stands(model, *vendor, turn);
    rank(model, turn, model.vendor_ids().filter(stands).collect())
}

/// Ranks a field.
pub fn rank(model: &Model, turn: &Turn, field: Vec<VendorId>) -> Answer {
    let scores: Vec<f64> = field.iter().map(|vendor| score(model, turn, &field, *vendor)).collect();
    let range = scores.iter().cloned().fold(f64::MIN, f64::max)
        - scores.iter().cloned().fold(f64::MAX, f64::min);
    let largest = scores.iter().map(|score| score.abs()).fold(0.0, f64::max);
    let tolerance = (range * 1e-9).max(largest * 1e-12);
    let ahead = |a: usize, b: usize| scores[a] > scores[b] + tolerance;
    let all = 0..field.len();
    let ranks: Vec<usize> =
        all.clone().map(|b| 1 + all.clone().filter(|a| ahead(*a, b)).count()).collect();
    let breaker = |row: usize| -> Vec<f64> {
        let value = |id: &CriterionId| valued(model, turn, &field, field[row], *id);
        model.tie_break.iter().map(value).collect()
    };
    // By how many others are surely in front, and how many are not surely behind.
    let before = |a: usize, b: usize| {
        ahead(a, b)
            || (!ahead(b, a) && {
                let (mine, theirs) = (breaker(a), breaker(b));
                let first = (0..mine.len()).find(|idx| (mine[*idx] - theirs[*idx]).abs() > 1e-9);
                first.is_some_and(|idx| mine[idx] > theirs[idx])
            })
    };
    let (mut chosen, mut tied) = (Vec::new(), Vec::new());
    for b in all.clone() {
        let in_front = all.clone().filter(|a| before(*a, b)).count();
        let level = all.clone().filter(|a| !before(*a, b) && !before(b, *a)).count();
        if in_front + level <= model.choose {
            chosen.push(field[b]);
        } else if in_front < model.choose {
            tied.push(field[b]);
        }
    }
    Answer { field, scores, ranks, chosen, tied }
}

/// Gates that an unknown rating decides in some turn of the assumptions.
pub fn open_gates(model: &Model, vendor: VendorId, fails: &[AssumptionId]) -> Vec<CriterionId> {
    let turn = Turn { fails: fails.to_vec(), misses: Vec::new() };
    let is_open = |id: &CriterionId| gate(model, vendor, *id, &turn) == Some(None);
    model.criterion_ids().filter(is_open).collect()
}

/// Assumptions that a turn can let fail.
pub fn open_assumptions(model: &Model) -> Vec<AssumptionId> {
    let is_pending = |id: &AssumptionId| model.assumption(*id).status.value == Status::Pending;
    (0..model.assumptions.len()).map(AssumptionId).filter(is_pending).collect()
}

pub fn stands(model: &Model, vendor: VendorId, turn: &Turn) -> bool {
    let required = &model.vendor(vendor).requires;
    model.vendor(vendor).excluded.is_none()
        && !required.iter().any(|id| fails(model, id.value, turn))
        && model.criterion_ids().all(|id| match gate(model, vendor, id, turn) {
            None | Some(Some(true)) => true,
            Some(Some(false)) => false,
            Some(None) => !turn.misses.contains(&(vendor, id)),
        })
}

fn fails(model: &Model, id: AssumptionId, turn: &Turn) -> bool {
    let assumption = model.assumption(id);
    assumption.status.value == Status::Fails
        || (assumption.status.value == Status::Pending && turn.fails.contains(&id))
        || assumption.requires.iter().any(|below| fails(model, below.value, turn))
}

fn counts(model: &Model, vendor: VendorId, id: CriterionId, turn: &Turn) -> Quantity {
    let Some(rating) = model.vendor(vendor).rating(id) else { return Quantity::Unknown };
    let counted = |claim: &rationale::text::span::Spanned<_>| model.counted_evidence(claim.value);
    if !rating.evidence.is_empty() && !rating.evidence.iter().any(counted) {
        return Quantity::Unknown;
    }
    if rating.requires.iter().any(|required| fails(model, required.value, turn)) {
        return rating.otherwise.as_ref().map_or(Quantity::Unknown, |other| other.value.clone());
    }
    rating.quantity.clone()
}

/// No gate, or met, missed, nobody knows.
fn gate(model: &Model, vendor: VendorId, id: CriterionId, turn: &Turn) -> Option<Option<bool>> {
    let test = &model.criterion(id).gate.as_ref()?.test;
    if let Test::ReachesAtLeast(bound) = test {
        let members = model.criterion(id).members();
        let total: f64 = members.iter().map(|member| weight(model, *member)).sum();
        let (mut least, mut most) = (0.0, 0.0);
        for member in members {
            let part = weight(model, *member) / total;
            match counts(model, vendor, *member, turn).point() {
                Some(Datum::Number(number)) => {
                    least += part * number / 10.0;
                    most += part * number / 10.0;
                }
                _ => most += part,
            }
        }
        let met = |fraction: f64| fraction + 1e-9 >= *bound;
        return Some(if met(least) == met(most) { Some(met(least)) } else { None });
    }
    Some(counts(model, vendor, id, turn).point().map(|datum| match (test, datum) {
        (Test::AtLeast(Datum::Number(bound)), Datum::Number(number)) => number >= *bound,
        (Test::AtMost(Datum::Number(bound)), Datum::Number(number)) => number <= *bound,
        (Test::Between(Datum::Number(low), Datum::Number(high)), Datum::Number(number)) => {
            *low <= number && number <= *high
        }
        (Test::AtLeast(Datum::Level(bound)), Datum::Level(level)) => level >= *bound,
        (Test::Is(wanted), datum) => *wanted == datum,
        _ => false,
    }))
}

fn weight(model: &Model, id: CriterionId) -> f64 {
    model.criterion(id).weight.as_ref().map_or(0.0, |weight| weight.number)
}

fn share(model: &Model, id: CriterionId) -> f64 {
    let under = model.criterion(id).under;
    let siblings = model.criterion_ids().filter(|other| model.criterion(*other).under == under);
    let total: f64 = siblings.map(|other| weight(model, other)).sum();
    weight(model, id) / total * under.map_or(1.0, |group| share(model, group))
}

fn score(model: &Model, turn: &Turn, field: &[VendorId], vendor: VendorId) -> f64 {
    let leaves = model.criterion_ids().filter(|id| model.criterion(*id).leaf().is_some());
    leaves.map(|id| share(model, id) * valued(model, turn, field, vendor, id)).sum()
}

fn valued(
    model: &Model,
    turn: &Turn,
    field: &[VendorId],
    vendor: VendorId,
    id: CriterionId,
) -> f64 {
    let Some(leaf) = model.criterion(id).leaf() else { return 0.0 };
    let known: Vec<f64> =
        field.iter().filter_map(|vendor| number(&counts(model, *vendor, id, turn))).collect();
    match counts(model, vendor, id, turn).point() {
        Some(Datum::Level(level)) => level as f64 / 2.0,
        Some(Datum::Boolean(yes)) => f64::from(u8::from(yes)),
        Some(Datum::Number(number)) => value(leaf, &known, number),
        _ => filled(leaf, &known),
    }
}

fn number(quantity: &Quantity) -> Option<f64> {
    match quantity.point() {
        Some(Datum::Number(number)) => Some(number),
        _ => None,
    }
}

fn ends(leaf: &Leaf, known: &[f64]) -> Option<[f64; 2]> {
    let lowest = known.iter().cloned().fold(f64::MAX, f64::min);
    let highest = known.iter().cloned().fold(f64::MIN, f64::max);
    match leaf.range {
        Range::Scale { low, high } => Some([low, high]),
        Range::Anchors { worst, best } => Some([worst, best]),
        _ if known.is_empty() => None,
        _ if leaf.direction == Direction::Minimize => Some([highest, lowest]),
        _ => Some([lowest, highest]),
    }
}

fn value(leaf: &Leaf, known: &[f64], number: f64) -> f64 {
    let Some([worst, best]) = ends(leaf, known) else { return 1.0 };
    match &leaf.value_function {
        ValueFunction::LowestRatio => (best / number).min(1.0),
        ValueFunction::Target { .. } => 1.0 - (number - 5.0).abs() / 5.0,
        ValueFunction::Steps(_) if number >= 8.0 => 1.0,
        ValueFunction::Steps(_) if number >= 4.0 => 0.5,
        ValueFunction::Steps(_) => 0.0,
        _ if worst == best => 1.0,
        _ => ((number - worst) / (best - worst)).clamp(0.0, 1.0),
    }
}

fn filled(leaf: &Leaf, known: &[f64]) -> f64 {
    let is_flat = matches!(leaf.rated, Rated::Levels(_) | Rated::Boolean)
        || matches!(leaf.value_function, ValueFunction::Target { .. });
    if is_flat {
        let target = matches!(leaf.value_function, ValueFunction::Target { .. });
        return match leaf.unknown {
            Unknown::Best => 1.0,
            // The middle of the scale is the target itself.
            Unknown::Midpoint => {
                if target {
                    1.0
                } else {
                    0.5
                }
            }
            _ => 0.0,
        };
    }
    let Some([worst, best]) = ends(leaf, known) else { return 1.0 };
    let rating = match leaf.unknown {
        Unknown::Best => best,
        Unknown::Midpoint => (worst + best) / 2.0,
        _ => worst,
    };
    value(leaf, known, rating)
}
