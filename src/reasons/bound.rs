//! The bound of a gate as numbers, the test itself, and the nearest rating that would pass.
//! Used by statements and by `replay`, which works a gate out again from its causes.

use crate::model::criterion::{Leaf, Rated};
use crate::model::datum::Datum;
use crate::model::gate::Test;

/// A rating as a number: itself, 0 or 1, or its step on the scale of levels; `None` for text.
pub fn number(datum: &Datum) -> Option<f64> {
    match datum {
        Datum::Number(number) => Some(*number),
        Datum::Boolean(is_so) => Some(f64::from(u8::from(*is_so))),
        Datum::Level(step) => Some(*step as f64),
        Datum::Text(_) => None,
    }
}

/// The numbers that a gate's bound is made of.
pub fn numbers(test: &Test) -> Vec<f64> {
    match test {
        Test::AtLeast(bound) | Test::AtMost(bound) | Test::Is(bound) => {
            number(bound).into_iter().collect()
        }
        Test::Between(low, high) => [low, high].into_iter().filter_map(number).collect(),
        Test::OneOf(list) | Test::NoneOf(list) => list.iter().filter_map(number).collect(),
        Test::ReachesAtLeast(fraction) | Test::ReachesAtMost(fraction) => vec![*fraction],
        Test::ReachesBetween(low, high) => vec![*low, *high],
    }
}

/// Whether a rating meets a gate on a leaf; a gate on a group is met by no rating.
pub fn meets(test: &Test, rating: &Datum) -> bool {
    let at_least = |bound: &Datum| number(rating) >= number(bound) && number(bound).is_some();
    let at_most = |bound: &Datum| number(rating) <= number(bound) && number(rating).is_some();
    match test {
        Test::AtLeast(bound) => at_least(bound),
        Test::AtMost(bound) => at_most(bound),
        Test::Between(low, high) => at_least(low) && at_most(high),
        Test::Is(bound) => rating == bound,
        Test::OneOf(list) => list.contains(rating),
        Test::NoneOf(list) => !list.contains(rating),
        Test::ReachesAtLeast(_) | Test::ReachesAtMost(_) | Test::ReachesBetween(..) => false,
    }
}

/// Whether a fraction reached meets a gate on a group; a gate on a leaf is met by none.
pub fn is_reached(test: &Test, fraction: f64) -> bool {
    match test {
        Test::ReachesAtLeast(bound) => fraction >= *bound,
        Test::ReachesAtMost(bound) => fraction <= *bound,
        Test::ReachesBetween(low, high) => (*low..=*high).contains(&fraction),
        _ => false,
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
    let here = rating.and_then(number);
    let distance = |candidate: &Datum| match (here, number(candidate)) {
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

#[cfg(test)]
mod tests {
    use super::{is_reached, meets};
    use crate::model::datum::Datum;
    use crate::model::gate::Test;

    #[test]
    fn ends_are_included() {
        let gate = Test::Between(Datum::Number(2.0), Datum::Number(4.0));
        assert!(meets(&gate, &Datum::Number(2.0)) && meets(&gate, &Datum::Number(4.0)));
        assert!(!meets(&gate, &Datum::Number(4.5)));
        assert!(is_reached(&Test::ReachesAtMost(0.5), 0.5));
    }

    #[test]
    fn text_meets_no_bound_on_numbers() {
        assert!(!meets(&Test::AtMost(Datum::Number(4.0)), &Datum::Text("four".into())));
        assert!(!meets(&Test::AtLeast(Datum::Number(4.0)), &Datum::Text("four".into())));
    }
}
