//! One uncertain number swept over all it may be: where the choice is another, and how likely that is.
//! Tested at its ends, at every gate and kink, and on a grid; the edges found by halving.

use crate::answer::smaa::distribution::Distribution;
use crate::explore::ask::question::{Answer, Bound, BoundEnd, Turning};
use crate::model::criterion::{Criterion, Leaf, Range};
use crate::model::datum::Datum;
use crate::model::gate::Test;
use crate::model::id::VendorId;
use crate::model::value_function::ValueFunction;

/// Who is chosen, best first, and who is tied; `None` where the method refuses.
pub type Choice = Option<(Vec<VendorId>, Vec<VendorId>)>;

/// Points of the grid.
const GRID: u32 = 64;
/// Halvings of a step, well below the digits anybody prints.
const HALVINGS: u32 = 48;

/// The stretches in which another set than `today` (in rising order) is chosen.
pub fn sweep(
    criterion: &Criterion,
    distribution: &Distribution,
    today: &[VendorId],
    mut choice: impl FnMut(f64) -> Choice,
) -> Vec<Turning> {
    let points = points(criterion, distribution);
    let found: Vec<Choice> = points.iter().map(|point| choice(*point)).collect();
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    let mut turning = Vec::new();
    let mut from = Bound { rating: first, end: BoundEnd::Scale };
    for at in 0..points.len() {
        let is_last = at + 1 == points.len();
        if !is_last && is_same(&found[at], &found[at + 1]) {
            continue;
        }
        let (mut inside, mut outside) = (points[at], last);
        if !is_last {
            outside = points[at + 1];
            for _ in 0..HALVINGS {
                let middle = inside + (outside - inside) / 2.0;
                if is_same(&choice(middle), &found[at]) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
        }
        let to = match is_last {
            true => Bound { rating: last, end: BoundEnd::Scale },
            false => edge(inside, outside, last - first, |x| is_same(&choice(x), &found[at])),
        };
        let probability = distribution.below(to.rating) - distribution.below(from.rating);
        let changed = found[at].clone().filter(|(chosen, _)| !is_set(chosen, today));
        // A tie at a single rating, such as an end of the scale, is an answer too.
        if let Some((chosen, tied)) = changed {
            turning.push(Turning { answer: Answer::Between(from, to), probability, chosen, tied });
        }
        if !is_last {
            from = edge(outside, inside, last - first, |x| is_same(&choice(x), &found[at + 1]));
        }
    }
    turning
}

/// The rounded edge where it tells the two sides apart, closed or open; else the one found. What is
/// nothing beside the whole length of what may come, as where a tie at 0 ends, is 0.
fn edge(inside: f64, outside: f64, whole: f64, mut is_inside: impl FnMut(f64) -> bool) -> Bound {
    let is_nothing = inside.abs() <= whole * 1e-12;
    let short: f64 =
        if is_nothing { 0.0 } else { format!("{inside:.7e}").parse().unwrap_or(inside) };
    let spread = (inside - outside).abs().max(inside.abs() * 1e-9).max(whole * 1e-12);
    if (short - inside).abs() <= spread {
        let end = if is_inside(short) { BoundEnd::Closed } else { BoundEnd::Open };
        return Bound { rating: short, end };
    }
    Bound { rating: inside, end: BoundEnd::Closed }
}

/// Whether two runs choose the same, whoever is tied.
fn is_same(one: &Choice, other: &Choice) -> bool {
    match (one, other) {
        (Some((one, _)), Some((other, _))) => {
            let mut sorted = one.clone();
            sorted.sort_unstable();
            is_set(other, &sorted)
        }
        (None, None) => true,
        _ => false,
    }
}

/// Whether a list has just the members of a sorted one.
pub fn is_set(list: &[VendorId], sorted: &[VendorId]) -> bool {
    let mut list = list.to_vec();
    list.sort_unstable();
    list == sorted
}

/// Ends, gates from both sides, kinks of the value function, and a grid; rising.
fn points(criterion: &Criterion, distribution: &Distribution) -> Vec<f64> {
    let [low, high] = ends(distribution);
    let mut points: Vec<f64> =
        (0..=GRID).map(|i| low + (high - low) * f64::from(i) / f64::from(GRID)).collect();
    points.extend(breaks(criterion));
    points.retain(|point| low <= *point && *point <= high);
    points.sort_by(f64::total_cmp);
    points.dedup();
    points
}

/// Ratings at which a criterion's own gate turns, from both sides, or its value function bends.
pub fn breaks(criterion: &Criterion) -> Vec<f64> {
    let mut gated = Vec::new();
    let mut bound = |datum: &Datum| {
        if let Datum::Number(number) = datum {
            gated.push(*number);
        }
    };
    match criterion.gate.as_ref().map(|gate| &gate.test) {
        Some(Test::AtLeast(at) | Test::AtMost(at) | Test::Is(at)) => bound(at),
        Some(Test::Between(from, to)) => {
            bound(from);
            bound(to);
        }
        Some(Test::OneOf(all) | Test::NoneOf(all)) => all.iter().for_each(bound),
        _ => {}
    }
    let mut breaks: Vec<f64> =
        gated.iter().flat_map(|at| [at.next_down(), *at, at.next_up()]).collect();
    if let Some(leaf) = criterion.leaf() {
        breaks.extend(kinks(leaf));
    }
    breaks
}

/// Ratings at which a value function bends, jumps or turns.
fn kinks(leaf: &Leaf) -> Vec<f64> {
    let mut kinks = match &leaf.value_function {
        ValueFunction::Piecewise(points) | ValueFunction::Steps(points) => {
            points.iter().flat_map(|point| [point[0].next_down(), point[0]]).collect()
        }
        ValueFunction::Target { best, zero_at } => {
            vec![best[0], best[1], zero_at[0], zero_at[1]]
        }
        _ => Vec::new(),
    };
    if let Range::Scale { low: a, high: b } | Range::Anchors { worst: a, best: b } = leaf.range {
        kinks.extend([a, b]);
    }
    kinks
}

/// Where the number may lie; of a normal one without ends eight standard deviations either way.
fn ends(distribution: &Distribution) -> [f64; 2] {
    let [low, high] = distribution.ends();
    match distribution {
        Distribution::Normal { mean, sd, .. } => {
            [low.max(mean - 8.0 * sd), high.min(mean + 8.0 * sd)]
        }
        _ => [low, high],
    }
}
