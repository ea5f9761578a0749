//! What a gate says to one rating: pass, fail or nobody knows, by how much, and how surely.
//! Levels compare by their order, false lies below true, texts only match.

use std::cmp::Ordering;

use crate::model::criterion::{Leaf, Range};
use crate::model::datum::{Datum, Quantity};
use crate::model::gate::Test;

/// Strong Kleene truth of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kleene {
    /// It is missed.
    Fail,
    /// Nobody knows.
    Unknown,
    /// It is met.
    Pass,
}

impl Kleene {
    /// Pass or fail.
    pub fn known(passes: bool) -> Self {
        if passes { Self::Pass } else { Self::Fail }
    }
}

/// Fractions that groups reach are sums of rounded products; a bound is met within this.
pub const FRACTION_SLACK: f64 = 1e-12;

/// What a leaf's gate says to what is known of a rating; its point counts.
pub fn verdict(test: &Test, quantity: &Quantity) -> Kleene {
    quantity.point().map_or(Kleene::Unknown, |datum| Kleene::known(passes(test, &datum)))
}

/// Whether a rating meets a leaf's gate.
pub fn passes(test: &Test, datum: &Datum) -> bool {
    let at_least = |bound: &Datum| matches!(order(datum, bound), Some(o) if o != Ordering::Less);
    let at_most = |bound: &Datum| matches!(order(datum, bound), Some(o) if o != Ordering::Greater);
    match test {
        Test::AtLeast(bound) => at_least(bound),
        Test::AtMost(bound) => at_most(bound),
        Test::Between(low, high) => at_least(low) && at_most(high),
        Test::Is(wanted) => datum == wanted,
        Test::OneOf(wanted) => wanted.contains(datum),
        Test::NoneOf(unwanted) => !unwanted.contains(datum),
        // Groups are tested by `reaches`; `load` puts no such test on a leaf.
        Test::ReachesAtLeast(_) | Test::ReachesAtMost(_) | Test::ReachesBetween(..) => false,
    }
}

/// What a group's gate says to a fraction that lies somewhere between two, both in [0, 1].
pub fn reaches(test: &Test, [low, high]: [f64; 2]) -> Kleene {
    let (least, most) = match *test {
        Test::ReachesAtLeast(bound) => (bound, f64::INFINITY),
        Test::ReachesAtMost(bound) => (f64::NEG_INFINITY, bound),
        Test::ReachesBetween(least, most) => (least, most),
        // Leaves are tested by `passes`.
        _ => return Kleene::Fail,
    };
    if low >= least - FRACTION_SLACK && high <= most + FRACTION_SLACK {
        Kleene::Pass
    } else if high < least - FRACTION_SLACK || low > most + FRACTION_SLACK {
        Kleene::Fail
    } else {
        Kleene::Unknown
    }
}

/// How far a tested number lies on the good side, negative when missed; `None` where a gate only
/// matches. Levels count in steps, booleans and texts do not count.
pub fn margin(test: &Test, tested: f64) -> Option<f64> {
    let margin = match test {
        Test::AtLeast(bound) => tested - measure(bound)?,
        Test::AtMost(bound) => measure(bound)? - tested,
        Test::Between(low, high) => (tested - measure(low)?).min(measure(high)? - tested),
        Test::ReachesAtLeast(bound) => tested - bound,
        Test::ReachesAtMost(bound) => bound - tested,
        Test::ReachesBetween(low, high) => (tested - low).min(high - tested),
        Test::Is(_) | Test::OneOf(_) | Test::NoneOf(_) => return None,
    };
    Some(margin)
}

/// A rating as the number that a gate tests: levels by their place, booleans 0 or 1.
pub fn tested(datum: &Datum) -> Option<f64> {
    match datum {
        Datum::Boolean(yes) => Some(f64::from(u8::from(*yes))),
        Datum::Text(_) => None,
        _ => measure(datum),
    }
}

/// Whether an uncertain rating may fall on either side of its leaf's gate; `None` when it is no
/// interval.
pub fn at_risk(test: &Test, quantity: &Quantity, leaf: &Leaf) -> Option<bool> {
    let [low, high] = interval(quantity, leaf)?;
    let inside = |bound: &Datum| measure(bound).is_some_and(|b| low <= b && b <= high);
    let [at_low, at_high] = [low, high].map(|x| passes(test, &Datum::Number(x)));
    Some(match test {
        Test::AtLeast(_) | Test::AtMost(_) => at_low != at_high,
        Test::Between(least, most) => {
            at_low != at_high || (!at_low && (inside(least) || inside(most)))
        }
        Test::Is(wanted) => inside(wanted) && low < high,
        Test::OneOf(listed) | Test::NoneOf(listed) => listed.iter().any(inside) && low < high,
        Test::ReachesAtLeast(_) | Test::ReachesAtMost(_) | Test::ReachesBetween(..) => false,
    })
}

/// The ends of an uncertain rating. A normal one counts within 1.96 standard deviations (95 %), cut
/// to the scale.
pub fn interval(quantity: &Quantity, leaf: &Leaf) -> Option<[f64; 2]> {
    match *quantity {
        Quantity::Uniform { low, high } | Quantity::Triangular { low, high, .. } => {
            Some([low, high])
        }
        Quantity::Normal { value, sd } => {
            let (low, high) = (value - 1.96 * sd, value + 1.96 * sd);
            Some(match leaf.range {
                Range::Scale { low: least, high: most } => [low.max(least), high.min(most)],
                _ => [low, high],
            })
        }
        Quantity::Unknown | Quantity::Point(_) => None,
    }
}

fn measure(datum: &Datum) -> Option<f64> {
    match datum {
        Datum::Number(number) => Some(*number),
        // Levels are few: their index is exact as a float.
        Datum::Level(index) => Some(*index as f64),
        Datum::Boolean(_) | Datum::Text(_) => None,
    }
}

fn order(a: &Datum, b: &Datum) -> Option<Ordering> {
    match (a, b) {
        (Datum::Boolean(a), Datum::Boolean(b)) => Some(a.cmp(b)),
        _ => measure(a)?.partial_cmp(&measure(b)?),
    }
}
