//! The bound of a gate as numbers, and the nearest rating that would pass.
//! Used by nodes and by the repair of a failed gate.

use crate::decide::gate_test::tested;
use crate::model::criterion::{Leaf, Rated};
use crate::model::datum::Datum;
use crate::model::gate::Test;

/// The numbers that a gate's bound is made of.
pub fn numbers(test: &Test) -> Vec<f64> {
    match test {
        Test::AtLeast(bound) | Test::AtMost(bound) | Test::Is(bound) => {
            tested(bound).into_iter().collect()
        }
        Test::Between(low, high) => [low, high].into_iter().filter_map(tested).collect(),
        Test::OneOf(list) | Test::NoneOf(list) => list.iter().filter_map(tested).collect(),
        Test::ReachesAtLeast(fraction) | Test::ReachesAtMost(fraction) => vec![*fraction],
        Test::ReachesBetween(low, high) => vec![*low, *high],
    }
}

/// The rating nearest to this one that meets a gate on a leaf; for one that nobody knows the
/// least demanding. `None` where nothing can be named, as for a text that is forbidden.
pub fn nearest_passing(test: &Test, leaf: &Leaf, rating: Option<&Datum>) -> Option<Datum> {
    let candidates: Vec<Datum> = match test {
        Test::AtLeast(bound) | Test::AtMost(bound) | Test::Is(bound) => vec![bound.clone()],
        Test::Between(low, high) => vec![low.clone(), high.clone()],
        Test::OneOf(list) => list.clone(),
        Test::NoneOf(list) => {
            every_datum(leaf).into_iter().filter(|candidate| !list.contains(candidate)).collect()
        }
        Test::ReachesAtLeast(_) | Test::ReachesAtMost(_) | Test::ReachesBetween(..) => Vec::new(),
    };
    let here = rating.and_then(tested);
    let distance = |candidate: &Datum| match (here, tested(candidate)) {
        (Some(here), Some(there)) => (there - here).abs(),
        _ => 0.0,
    };
    candidates.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// The fraction nearest to this one that meets a gate on a group.
pub fn nearest_reached(test: &Test, fraction: Option<f64>) -> Option<f64> {
    match test {
        Test::ReachesAtLeast(bound) | Test::ReachesAtMost(bound) => Some(*bound),
        Test::ReachesBetween(low, high) => {
            Some(if fraction.is_some_and(|here| here > *high) { *high } else { *low })
        }
        _ => None,
    }
}

fn every_datum(leaf: &Leaf) -> Vec<Datum> {
    match &leaf.rated {
        Rated::Boolean => vec![Datum::Boolean(false), Datum::Boolean(true)],
        Rated::Levels(levels) => (0..levels.len()).map(Datum::Level).collect(),
        Rated::Number | Rated::Text => Vec::new(),
    }
}
