//! Where along a line a yes turns into a no: by halving where it turns once, else bracketed first.
//! Pure arithmetic over a question; the question is asked of the engine.

/// Where it turns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turning {
    /// The last point on the near side.
    pub before: f64,
    /// The first point on the far side, next to `before`.
    pub after: f64,
}

/// How a line is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// It turns once at most: the far end tells whether, halving where.
    Once,
    /// It may turn several times: so many even steps are looked at, and the first turning is halved.
    Steps(usize),
}

/// Halvings after which two points count as one: a billionth of the line, or a ten-millionth of a step
/// where the line was looked at in steps.
const HALVINGS: [usize; 2] = [36, 24];

/// The turning nearest to `start` on the way to `end`, where the answer at `start` is not `wanted`;
/// `None` where no point looked at has the wanted answer.
pub fn turning(
    start: f64,
    end: f64,
    search: Search,
    wanted: impl Fn(f64) -> bool,
) -> Option<Turning> {
    let halvings = if search == Search::Once { HALVINGS[0] } else { HALVINGS[1] };
    let (mut before, mut after) = match search {
        Search::Once => (start, wanted(end).then_some(end)?),
        Search::Steps(count) => {
            let at = |step: usize| {
                if step == count {
                    return end;
                }
                start + (end - start) * (step as f64 / count as f64)
            };
            let first = (1..=count).find(|step| wanted(at(*step)))?;
            (at(first - 1), at(first))
        }
    };
    for _ in 0..halvings {
        let middle = 0.5 * before + 0.5 * after;
        if middle == before || middle == after {
            break;
        }
        if wanted(middle) {
            after = middle;
        } else {
            before = middle;
        }
    }
    Some(Turning { before, after })
}

#[cfg(test)]
mod tests {
    use super::{Search, turning};

    #[test]
    fn a_window_between_is_found_by_steps_only() {
        let wanted = |x: f64| (4.0..6.0).contains(&x);
        assert_eq!(turning(0.0, 10.0, Search::Once, wanted), None);
        let found = turning(0.0, 10.0, Search::Steps(20), wanted);
        assert!(found.is_some_and(|found| (found.after - 4.0).abs() < 1e-9));
    }
}
