//! Ratings that are not known for sure, and what each may turn out to be.
//! Read off once for each way the assumptions are settled; drawn, put at its ends, or sliced.

use crate::answer::smaa::distribution::Distribution;
use crate::decide::evaluation::Evaluation;
use crate::decide::settled::Settled;
use crate::model::criterion::{Leaf, Range, Rated};
use crate::model::datum::{Datum, Quantity};
use crate::model::evidence::Reliability;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::model::value_function::ValueFunction;

/// A rating that is not known for sure.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertainRating {
    /// Whose.
    pub vendor: VendorId,
    /// On which leaf.
    pub criterion: CriterionId,
    /// Whether nothing at all is known of it.
    pub is_unknown: bool,
    /// What it may be, in the leaf's own units; levels by their index, booleans 0 and 1.
    pub distribution: Distribution,
}

impl UncertainRating {
    /// The lowest and highest number it may be; of a normal one the middle 95 %, within its ends.
    pub fn ends(&self) -> [f64; 2] {
        match &self.distribution {
            Distribution::Uniform { low, high } | Distribution::Triangular { low, high, .. } => {
                [*low, *high]
            }
            Distribution::Normal { mean, sd, low, high } => {
                [(mean - 1.96 * sd).max(*low), (mean + 1.96 * sd).min(*high)]
            }
            Distribution::Discrete(points) => {
                let numbers = || points.iter().map(|point| point.0);
                [
                    numbers().fold(f64::INFINITY, f64::min),
                    numbers().fold(f64::NEG_INFINITY, f64::max),
                ]
            }
        }
    }
}

/// The rating that a number stands for on a leaf: levels by their index, booleans 0 and 1.
pub fn datum(leaf: &Leaf, number: f64) -> Datum {
    match leaf.rated {
        // An index was made from a small whole number and comes back as one.
        Rated::Levels(_) => Datum::Level(number.max(0.0) as usize),
        Rated::Boolean => Datum::Boolean(number >= 0.5),
        Rated::Number | Rated::Text => Datum::Number(number),
    }
}

/// Every uncertain rating that can move a score, a gate or a tie, vendors in declared order.
///
/// `reading` gives the observed ranges that an unknown rating without declared range is drawn over.
pub fn uncertain_ratings(
    model: &Model,
    settled: &Settled<'_>,
    reading: &Evaluation,
) -> Vec<UncertainRating> {
    let counts = |id: &CriterionId| {
        settled.leaves().binary_search(id).is_ok()
            || model.criterion(*id).gate.is_some()
            || model.tie_break.contains(id)
    };
    let criteria: Vec<CriterionId> = model.criterion_ids().filter(counts).collect();
    let mut found = Vec::new();
    for vendor in model.vendor_ids() {
        if model.vendor(vendor).excluded.is_some() {
            continue;
        }
        for &criterion in &criteria {
            let Some(leaf) = model.criterion(criterion).leaf() else { continue };
            let quantity = settled.quantity(vendor, criterion);
            let observed = || observed(model, reading, criterion);
            let spread = || graded(model, vendor, criterion, leaf, quantity);
            if let Some(distribution) = distribution(leaf, quantity, observed).or_else(spread) {
                let is_unknown = matches!(quantity, Quantity::Unknown);
                found.push(UncertainRating { vendor, criterion, is_unknown, distribution });
            }
        }
    }
    found
}

/// What a rating may be; `None` where it is known, or where nobody can say what it might be.
fn distribution(
    leaf: &Leaf,
    quantity: &Quantity,
    observed: impl Fn() -> Option<[f64; 2]>,
) -> Option<Distribution> {
    match *quantity {
        Quantity::Point(_) => None,
        Quantity::Uniform { low, high } => Some(Distribution::Uniform { low, high }),
        Quantity::Triangular { low, value, high } => {
            Some(Distribution::Triangular { low, mode: value, high })
        }
        Quantity::Normal { value, sd } => {
            let [low, high] = match leaf.range {
                Range::Scale { low, high } => [low, high],
                _ => [f64::NEG_INFINITY, f64::INFINITY],
            };
            Some(Distribution::Normal { mean: value, sd, low, high })
        }
        Quantity::Unknown => anything(leaf, observed),
    }
}

/// The spread that a plain number takes from the grade of its evidence, where the criteria file says
/// so: normal around it, with the standard deviation that belongs to the best grade among the
/// origins of its claims, as a fraction of the declared range.
fn graded(
    model: &Model,
    vendor: VendorId,
    criterion: CriterionId,
    leaf: &Leaf,
    quantity: &Quantity,
) -> Option<Distribution> {
    let (Quantity::Point(Datum::Number(mean)), Rated::Number) = (quantity, &leaf.rated) else {
        return None;
    };
    let rating = model.vendor(vendor).rating(criterion)?;
    // What counts once an assumption fails stands on other claims, which nobody named.
    if rating.quantity != *quantity {
        return None;
    }
    let claims = rating.evidence.iter().filter(|id| model.counted_evidence(id.value));
    let grades = claims
        .flat_map(|id| &model.claim(id.value).origins)
        .map(|source| model.source(*source).reliability.unwrap_or(Reliability::F));
    let fraction = model.evidence_settings.spread(Some(grades.min()?))?;
    let [low, high] = declared_span(leaf)?;
    let sd = fraction * (high - low);
    let [low, high] = match leaf.range {
        Range::Scale { low, high } => [low, high],
        _ => [f64::NEG_INFINITY, f64::INFINITY],
    };
    Some(Distribution::Normal { mean: *mean, sd, low, high })
}

/// An unknown rating may be anything on its scale, all alike.
fn anything(leaf: &Leaf, observed: impl Fn() -> Option<[f64; 2]>) -> Option<Distribution> {
    match &leaf.rated {
        Rated::Text => None,
        Rated::Boolean => Some(Distribution::Discrete(vec![(0.0, 1.0), (1.0, 1.0)])),
        Rated::Levels(levels) => {
            // Levels are few: an index is exact as a float.
            let point = |index: usize| (index as f64, 1.0);
            Some(Distribution::Discrete((0..levels.len()).map(point).collect()))
        }
        Rated::Number => {
            let [low, high] = declared_span(leaf).or_else(observed)?;
            (low < high).then_some(Distribution::Uniform { low, high })
        }
    }
}

/// Where a number may lie by what its criterion declares.
pub fn declared_span(leaf: &Leaf) -> Option<[f64; 2]> {
    match (leaf.range, &leaf.value_function) {
        (Range::Scale { low, high }, _) => Some([low, high]),
        (Range::Anchors { worst, best }, _) => Some([worst.min(best), worst.max(best)]),
        (_, ValueFunction::Piecewise(points) | ValueFunction::Steps(points)) => {
            Some([points.first()?[0], points.last()?[0]])
        }
        (_, ValueFunction::Target { zero_at, .. }) => Some(*zero_at),
        _ => None,
    }
}

/// The range of the known numbers of the field.
fn observed(model: &Model, reading: &Evaluation, criterion: CriterionId) -> Option<[f64; 2]> {
    let numbers = reading.field.iter().filter_map(|vendor| {
        let cell = reading.cells.get(vendor.index())?.get(criterion.index())?;
        match cell.quantity.point()? {
            Datum::Number(number) => Some(number),
            _ => None,
        }
    });
    let leaf = model.criterion(criterion).leaf()?;
    numbers.filter(|_| leaf.rated == Rated::Number).fold(None, |span: Option<[f64; 2]>, number| {
        let [low, high] = span.unwrap_or([number, number]);
        Some([low.min(number), high.max(number)])
    })
}
