//! The rating that a value takes: the inverse of a value function, nearest to what is rated today.
//! For saying in the criterion's own units what would turn a verdict; not rounded.

use crate::decide::ruler;
use crate::model::criterion::{Leaf, Range, Rated};
use crate::model::datum::Datum;
use crate::model::ends::Ends;

/// The rating nearest to today's whose value is at least this; `None` where no rating gets there,
/// and where values depend on the field.
pub fn needed(leaf: &Leaf, value: f64, today: Option<&Datum>) -> Option<Datum> {
    let ends = ruler::own(leaf)?.ends?;
    match &leaf.rated {
        Rated::Number => number(leaf, value, ends, today).map(Datum::Number),
        Rated::Levels(levels) => {
            levels.iter().position(|level| level.value >= value).map(Datum::Level)
        }
        Rated::Boolean => {
            let reaches = |is_so: bool| ends.fraction(f64::from(u8::from(is_so))) >= value;
            [false, true].into_iter().find(|&is_so| reaches(is_so)).map(Datum::Boolean)
        }
        Rated::Text => None,
    }
}

fn number(leaf: &Leaf, value: f64, ends: Ends, today: Option<&Datum>) -> Option<f64> {
    let [mut low, mut high] = leaf.value_function.reaching(value, ends)?;
    if let Range::Scale { low: least, high: most } = leaf.range {
        (low, high) = (low.max(least), high.min(most));
    }
    if low > high {
        return None;
    }
    let nearest = match today {
        Some(Datum::Number(rating)) => rating.clamp(low, high),
        _ if low.is_finite() => low,
        _ => high,
    };
    nearest.is_finite().then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::needed;
    use crate::method::problem::Direction;
    use crate::model::criterion::{Leaf, Range};
    use crate::model::datum::Datum;

    #[test]
    fn a_cost_falls_to_reach_a_value_and_no_further() {
        let leaf = Leaf {
            direction: Direction::Minimize,
            range: Range::Scale { low: 0.0, high: 10.0 },
            ..Leaf::number()
        };
        let today = Datum::Number(9.0);
        assert_eq!(needed(&leaf, 0.75, Some(&today)), Some(Datum::Number(2.5)));
        assert_eq!(needed(&leaf, 1.5, Some(&today)), None);
    }
}
