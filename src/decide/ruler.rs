//! How the ratings of one leaf become numbers, fills and values over a field.
//! Called column by column while a `Problem` is built; the only place that knows observed ranges.

use crate::method::problem::Direction;
use crate::model::criterion::{Leaf, Range, Rated, Unknown};
use crate::model::datum::{Datum, Quantity};
use crate::model::ends::Ends;
use crate::model::value_function::ValueFunction;

/// What a leaf's ratings are measured against in one field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ruler {
    /// Which numbers have value 0 and 1; `None` where the range is observed and nothing is known
    /// of anybody, so that all have value 1.
    pub ends: Option<Ends>,
    /// The number that an unknown rating counts as.
    pub fill: f64,
}

/// What is known of a rating as a number: in the leaf's own units, levels by their value, booleans 0
/// or 1; `None` when unknown or a text.
pub fn number(leaf: &Leaf, quantity: &Quantity) -> Option<f64> {
    if let Quantity::Point(Datum::Number(number)) = quantity {
        return Some(*number);
    }
    match (quantity.point()?, &leaf.rated) {
        (Datum::Number(number), _) => Some(number),
        (Datum::Boolean(yes), _) => Some(f64::from(u8::from(yes))),
        (Datum::Level(index), Rated::Levels(levels)) => levels.get(index).map(|level| level.value),
        _ => None,
    }
}

/// Whether a leaf's values are what a method reads as its ratings, more being better.
pub fn enters_by_value(leaf: &Leaf) -> bool {
    leaf.is_target() || matches!(leaf.rated, Rated::Levels(_))
}

/// Whether a leaf's values are the same whoever else stands in the field.
pub fn is_own(leaf: &Leaf) -> bool {
    own_ends(leaf).is_some()
}

/// Whether a leaf takes its range from the field although its value function is not relative.
pub fn is_local(leaf: &Leaf) -> bool {
    !is_own(leaf) && !leaf.value_function.is_relative()
}

/// The ruler over a field, given the known numbers in it.
pub fn over_field(leaf: &Leaf, known: impl Iterator<Item = f64>) -> Ruler {
    if let Some(ends) = own_ends(leaf) {
        return Ruler { ends: Some(ends), fill: fill(leaf, Some(ends)) };
    }
    let observed = known.fold(None, |span: Option<[f64; 2]>, number| {
        let [low, high] = span.unwrap_or([number, number]);
        Some([low.min(number), high.max(number)])
    });
    let ends = observed.map(|span| by_direction(direction(leaf), span));
    Ruler { ends, fill: fill(leaf, declared(leaf).or(ends)) }
}

/// The ruler of a leaf that has the same in every field.
pub fn own(leaf: &Leaf) -> Option<Ruler> {
    own_ends(leaf).map(|ends| Ruler { ends: Some(ends), fill: fill(leaf, Some(ends)) })
}

/// The value of a number that [`number`] or a fill gave, in [0, 1].
pub fn value(leaf: &Leaf, ruler: Ruler, number: f64) -> f64 {
    let Some(ends) = ruler.ends else { return 1.0 };
    match leaf.rated {
        Rated::Number => leaf.value_function.apply(number, ends),
        Rated::Levels(_) => number,
        Rated::Boolean | Rated::Text => ends.fraction(number),
    }
}

/// Whether a number lies where a relative value function can divide by it.
pub fn is_in_domain(leaf: &Leaf, ruler: Ruler, number: f64) -> bool {
    match leaf.value_function {
        ValueFunction::LowestRatio | ValueFunction::LowestDifference => number > 0.0,
        ValueFunction::HighestRatio => {
            number >= 0.0 && ruler.ends.is_none_or(|ends| ends.best > 0.0)
        }
        _ => true,
    }
}

/// The least and greatest value that a rating may have, of a leaf whose values are its own.
pub fn value_span(leaf: &Leaf) -> [f64; 2] {
    match (&leaf.rated, &leaf.value_function, leaf.range) {
        (Rated::Levels(levels), _, _) => match (levels.first(), levels.last()) {
            (Some(low), Some(high)) => [low.value, high.value],
            _ => [0.0, 1.0],
        },
        (Rated::Number, function, Range::Scale { low, high }) => {
            function.span(low, high, by_direction(leaf.direction, [low, high]))
        }
        (Rated::Number, ValueFunction::Piecewise(points) | ValueFunction::Steps(points), _) => {
            match (points.first(), points.last()) {
                (Some(first), Some(last)) => [first[1].min(last[1]), first[1].max(last[1])],
                _ => [0.0, 1.0],
            }
        }
        _ => [0.0, 1.0],
    }
}

/// The values that an uncertain rating may have, from those of its two ends.
pub fn values_between(leaf: &Leaf, ruler: Ruler, [low, high]: [f64; 2]) -> [f64; 2] {
    match ruler.ends {
        Some(ends) => leaf.value_function.span(low, high, ends),
        None => [1.0, 1.0],
    }
}

/// The declared ends of a leaf's numbers, low to high.
pub fn declared_scale(leaf: &Leaf) -> Option<[f64; 2]> {
    if leaf.rated != Rated::Number {
        return Some([0.0, 1.0]);
    }
    declared(leaf).map(|ends| [ends.worst.min(ends.best), ends.worst.max(ends.best)])
}

/// A relative function implies its direction.
fn direction(leaf: &Leaf) -> Direction {
    match leaf.value_function {
        ValueFunction::LowestRatio | ValueFunction::LowestDifference => Direction::Minimize,
        ValueFunction::HighestRatio => Direction::Maximize,
        _ => leaf.direction,
    }
}

fn by_direction(direction: Direction, [low, high]: [f64; 2]) -> Ends {
    match direction {
        Direction::Maximize => Ends { worst: low, best: high },
        Direction::Minimize => Ends { worst: high, best: low },
    }
}

fn declared(leaf: &Leaf) -> Option<Ends> {
    match leaf.range {
        Range::Scale { low, high } => Some(by_direction(leaf.direction, [low, high])),
        Range::Anchors { worst, best } => Some(Ends { worst, best }),
        Range::Observed | Range::Fixed => None,
    }
}

fn own_ends(leaf: &Leaf) -> Option<Ends> {
    match (&leaf.rated, &leaf.value_function) {
        (Rated::Levels(_), _) => Some(Ends::UNIT),
        (Rated::Number, ValueFunction::Target { .. }) => declared(leaf).or(Some(Ends::UNIT)),
        (Rated::Number, function) if function.is_relative() => None,
        // The points of these functions are ends enough where none are declared.
        (Rated::Number, ValueFunction::Piecewise(points) | ValueFunction::Steps(points)) => {
            declared(leaf).or_else(|| {
                let (first, last) = (points.first()?, points.last()?);
                Some(if first[1] <= last[1] {
                    Ends { worst: first[0], best: last[0] }
                } else {
                    Ends { worst: last[0], best: first[0] }
                })
            })
        }
        (Rated::Number, _) => declared(leaf),
        _ => Some(by_direction(leaf.direction, [0.0, 1.0])),
    }
}

/// What an unknown rating counts as. Where nothing is known of anybody it is 1 for all: a constant
/// column that no method has to divide zero by.
fn fill(leaf: &Leaf, ends: Option<Ends>) -> f64 {
    let Some(ends) = ends else { return 1.0 };
    let ends = match (&leaf.rated, &leaf.value_function) {
        (Rated::Levels(_), _) => {
            let [worst, best] = value_span(leaf);
            Ends { worst, best }
        }
        (_, ValueFunction::Target { best, zero_at }) => {
            return fill_target(leaf, *best, declared_scale(leaf).unwrap_or(*zero_at));
        }
        _ => ends,
    };
    match leaf.unknown {
        Unknown::Worst | Unknown::Refuse => ends.worst,
        Unknown::Best => ends.best,
        Unknown::Midpoint => ends.worst * 0.5 + ends.best * 0.5,
    }
}

/// The end farther from the target, the middle of the range, or what lies nearest to the target.
fn fill_target(leaf: &Leaf, best: [f64; 2], [low, high]: [f64; 2]) -> f64 {
    let value = |rating: f64| leaf.value_function.apply(rating, Ends::UNIT);
    match leaf.unknown {
        Unknown::Worst | Unknown::Refuse if value(high) < value(low) => high,
        Unknown::Worst | Unknown::Refuse => low,
        Unknown::Best => best[0].clamp(low, high),
        Unknown::Midpoint => low * 0.5 + high * 0.5,
    }
}
