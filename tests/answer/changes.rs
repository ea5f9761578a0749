//! What it would take, and how far a weight may move: the stated change works, a hair short does
//! not, and brute force finds nothing better.

use proptest::prelude::*;
use rationale::answer::contest::Contest;
use rationale::answer::flip::all_weights::{Limits, movement, nearest_shares};
use rationale::answer::flip::bundle::{Bundle, cheapest, fewest};
use rationale::answer::flip::one_weight::single_weights;
use rationale::answer::flip::raise::{Movement, Raise, RatingChange, Reach};
use rationale::answer::flip::rating::single_ratings;
use rationale::answer::flip::rounding::{Safe, round_outwards, round_shares};
use rationale::answer::flip::units::{Units, in_units};
use rationale::answer::never_best::{Prospect, prospect};
use rationale::answer::pieces::{Line, upper_envelope};
use rationale::answer::stability::{shares_at, sweep};
use rationale::method::matrix::Matrix;

const TIE: f64 = 1e-9;

#[derive(Debug, Clone)]
struct Table {
    values: Matrix,
    shares: Vec<f64>,
    choose: usize,
}

impl Table {
    fn contest(&self) -> Contest<'_> {
        Contest { values: &self.values, shares: &self.shares, choose: self.choose, tie: TIE }
    }
}

fn table() -> impl Strategy<Value = Table> {
    (2..6usize, 2..5usize, 1..3usize).prop_flat_map(|(vendors, criteria, choose)| {
        let cells = prop::collection::vec(0..=10u8, vendors * criteria);
        let weights = prop::collection::vec(1..=9u8, criteria);
        (cells, weights).prop_map(move |(cells, weights)| {
            let values = Matrix::from_fn(vendors, criteria, |row, column| {
                f64::from(cells[row * criteria + column]) / 10.0
            });
            let sum: f64 = weights.iter().copied().map(f64::from).sum();
            let shares = weights.iter().map(|weight| f64::from(*weight) / sum).collect();
            Table { values, shares, choose }
        })
    })
}

/// Reaches of every kind: fixed, free, in steps, with and without gates.
fn reaches(criteria: usize) -> impl Strategy<Value = Vec<Reach>> {
    let movement = prop_oneof![
        1 => Just(Movement::Fixed),
        3 => Just(Movement::UpTo(1.0)),
        3 => Just(Movement::Steps(vec![0.25, 0.5, 0.75, 1.0])),
        1 => Just(Movement::Steps(vec![0.0, 1.0])),
        2 => Just(Movement::Leap { least: 0.5, top: 1.0 }),
    ];
    let floor = prop_oneof![4 => Just(None), 1 => Just(Some(0.4))];
    let reach = (movement, floor, 1..5u8).prop_map(|(movement, floor, effort)| Reach {
        movement,
        floor,
        effort: f64::from(effort),
    });
    prop::collection::vec(reach, criteria)
}

fn contested() -> impl Strategy<Value = (Table, Vec<Reach>)> {
    table().prop_flat_map(|table| {
        let criteria = table.shares.len();
        (Just(table), reaches(criteria))
    })
}

/// A change held back by a thousandth of its size, or to the step before.
fn held_back(change: RatingChange, reach: &Reach) -> RatingChange {
    let to = match &reach.movement {
        Movement::Steps(steps) => steps
            .iter()
            .copied()
            .filter(|step| *step < change.to && *step > change.from)
            .fold(change.from, f64::max),
        Movement::Leap { least, .. } if change.to <= *least => change.from,
        Movement::Leap { least, .. } => (change.to - 1e-3 * (change.to - change.from)).max(*least),
        _ => change.to - 1e-3 * (change.to - change.from),
    };
    RatingChange { to, ..change }
}

/// Every combination of rating levels on a grid, with its effort.
fn cheapest_by_enumeration(raise: &Raise<'_>) -> Option<f64> {
    let options: Vec<Vec<f64>> = (0..raise.reaches.len())
        .map(|j| {
            let from = raise.value(j);
            let mut options = vec![from];
            match &raise.reaches[j].movement {
                Movement::Steps(steps) => {
                    options.extend(steps.iter().copied().filter(|step| *step > from));
                }
                // Some of the points it may leap to; an upper bound of what is cheapest.
                Movement::Leap { least, top } => {
                    let least = least.max(from);
                    let at = |step: u8| least + (top - least) * f64::from(step) / 4.0;
                    options.extend((0..=4).map(at).filter(|to| *to > from));
                }
                Movement::Fixed | Movement::UpTo(_) => {}
            }
            options
        })
        .collect();
    let mut best: Option<f64> = None;
    let total: usize = options.iter().map(Vec::len).product();
    for code in 0..total {
        let mut code = code;
        let mut changes = Vec::new();
        let mut effort = 0.0;
        for (criterion, levels) in options.iter().enumerate() {
            let to = levels[code % levels.len()];
            code /= levels.len();
            let from = raise.value(criterion);
            effort += raise.reaches[criterion].effort * (to - from);
            changes.push(RatingChange { criterion, from, to });
        }
        if raise.is_enough(&changes) && best.is_none_or(|best| effort < best) {
            best = Some(effort);
        }
    }
    best
}

fn is_tight(raise: &Raise<'_>, bundle: &Bundle) -> bool {
    (0..bundle.changes.len()).all(|idx| {
        let mut changes = bundle.changes.clone();
        changes[idx] = held_back(changes[idx], &raise.reaches[changes[idx].criterion]);
        !raise.is_enough(&changes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn one_rating_works_and_a_hair_less_does_not((table, reaches) in contested()) {
        let contest = table.contest();
        for vendor in 0..table.values.rows() {
            let raise = Raise { contest, vendor, reaches: &reaches };
            let stated = single_ratings(&raise);
            for change in &stated {
                prop_assert!(raise.is_enough(&[*change]));
                let short = held_back(*change, &reaches[change.criterion]);
                prop_assert!(!raise.is_enough(&[short]));
                let short = RatingChange { to: short.to.max(change.from), ..short };
                let printed = round_outwards(
                    change.to,
                    Safe::Above,
                    2,
                    |to| to <= 1.0 && raise.is_enough(&[RatingChange { to, ..*change }]),
                );
                prop_assert!(printed.is_some_and(|printed| printed > short.to));
            }
            // Whatever is not stated does not work at the top either.
            for (criterion, reach) in reaches.iter().enumerate() {
                let from = raise.value(criterion);
                let top = RatingChange { criterion, from, to: reach.top(from) };
                let is_stated = stated.iter().any(|change| change.criterion == criterion);
                prop_assert_eq!(is_stated, raise.is_enough(&[top]) && !raise.is_enough(&[]));
            }
        }
    }

    #[test]
    fn bundles_work_are_tight_and_cheapest((table, reaches) in contested()) {
        let contest = table.contest();
        for vendor in 0..table.values.rows() {
            let raise = Raise { contest, vendor, reaches: &reaches };
            let tops: Vec<RatingChange> = (0..reaches.len())
                .map(|criterion| {
                    let from = raise.value(criterion);
                    RatingChange { criterion, from, to: reaches[criterion].top(from) }
                })
                .collect();
            let bundle = cheapest(&raise);
            prop_assert_eq!(bundle.is_some(), raise.is_enough(&tops));
            let Some(bundle) = bundle else { continue };
            prop_assert!(bundle.is_exact && raise.is_enough(&bundle.changes));
            // Said as a price from 90 (value 0) down to 17 (value 1), whole numbers at first.
            let value = |price: f64| (90.0 - price) / 73.0;
            let price = |value: f64| 90.0 - 73.0 * value;
            let units =
                Units { value: &value, rating: &price, better: Safe::Below, decimals: 0 };
            let printed = in_units(&raise, &bundle.changes, &vec![units; reaches.len()]);
            let printed = printed.unwrap();
            let applied: Vec<RatingChange> = bundle
                .changes
                .iter()
                .zip(&printed)
                .map(|(change, &price)| RatingChange { to: value(price), ..*change })
                .collect();
            prop_assert!(raise.is_enough(&applied));
            prop_assert!(is_tight(&raise, &bundle), "{:?}", bundle);
            // Stepping only where one may step, nothing is cheaper; freedom can only help.
            let by_enumeration = cheapest_by_enumeration(&raise);
            prop_assert!(by_enumeration.is_none_or(|effort| bundle.effort <= effort + 1e-9));
            let is_free = |reach: &Reach| {
                matches!(reach.movement, Movement::UpTo(_) | Movement::Leap { .. })
            };
            if !reaches.iter().any(is_free) {
                prop_assert!(by_enumeration.is_some_and(|e| (e - bundle.effort).abs() < 1e-9));
            }
            let few = fewest(&raise, &[]).unwrap();
            prop_assert!(raise.is_enough(&few.changes));
            let smallest = (0..1u32 << reaches.len())
                .filter(|mask| {
                    let lifted: Vec<RatingChange> =
                        tops.iter().copied().filter(|c| mask >> c.criterion & 1 == 1).collect();
                    raise.is_enough(&lifted)
                })
                .map(u32::count_ones)
                .min();
            prop_assert_eq!(Some(few.changes.len() as u32), smallest);
        }
    }

    #[test]
    fn free_bundles_are_no_dearer_than_a_fine_grid(table in table()) {
        let contest = table.contest();
        let free: Vec<Reach> = table.shares.iter().map(|_| Reach::free()).collect();
        let steps: Vec<f64> = (0..=20).map(|step| f64::from(step) / 20.0).collect();
        let gridded: Vec<Reach> = free
            .iter()
            .map(|reach| Reach { movement: Movement::Steps(steps.clone()), ..reach.clone() })
            .collect();
        prop_assume!(table.shares.len() <= 3);
        let exact = cheapest(&Raise { contest, vendor: 0, reaches: &free });
        let grid = cheapest_by_enumeration(&Raise { contest, vendor: 0, reaches: &gridded });
        match (exact, grid) {
            (Some(exact), Some(grid)) => {
                prop_assert!(exact.effort <= grid + 1e-9 && grid - exact.effort <= 0.05 * 3.0 * 9.0);
            }
            (exact, grid) => prop_assert_eq!(exact.is_some(), grid.is_some()),
        }
    }

    #[test]
    fn one_weight_works_and_a_hair_short_does_not(table in table()) {
        let contest = table.contest();
        for vendor in 0..table.values.rows() {
            let is_chosen = |criterion: usize, t: f64| {
                let shares = shares_at(&table.shares, criterion, t).unwrap();
                contest.is_chosen_under(vendor, &shares)
            };
            for change in single_weights(&contest, vendor) {
                prop_assert!(is_chosen(change.criterion, change.to));
                for part in 0..100 {
                    let back = change.from + (change.to - change.from) * f64::from(part) / 100.0;
                    prop_assert!(!is_chosen(change.criterion, back));
                }
            }
        }
    }

    #[test]
    fn sweeps_agree_with_a_grid(table in table()) {
        let contest = table.contest();
        for vendor in 0..table.values.rows() {
            for criterion in 0..table.shares.len() {
                let sweep = sweep(&contest, vendor, criterion).unwrap();
                prop_assert_eq!(
                    sweep.holding.is_some(),
                    contest.is_chosen(vendor, &contest.scores())
                );
                let pieces: Vec<_> = sweep.holding.iter().chain(&sweep.others).collect();
                for step in 0..=200 {
                    let t = f64::from(step) / 200.0;
                    if pieces.iter().any(|p| (p.from - t).abs() < 1e-7 || (p.to - t).abs() < 1e-7) {
                        continue;
                    }
                    let shares = shares_at(&table.shares, criterion, t).unwrap();
                    let inside = pieces.iter().any(|piece| piece.from < t && t < piece.to);
                    prop_assert_eq!(inside, contest.is_chosen_under(vendor, &shares), "{}", t);
                }
            }
        }
    }

    #[test]
    fn nearest_weights_work_and_nothing_on_a_lattice_is_nearer(table in table()) {
        let contest = table.contest();
        let criteria = table.shares.len();
        for vendor in 0..table.values.rows() {
            let limits = Limits::none(criteria);
            let found = nearest_shares(&contest, vendor, &limits);
            let can = matches!(prospect(&contest, vendor), Prospect::CanBeBest(_));
            prop_assert_eq!(found.is_some(), can);
            let Some(found) = found else { continue };
            prop_assert!(contest.is_chosen_under(vendor, &found.shares));
            prop_assert!((found.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!((movement(&table.shares, &found.shares) - found.moved).abs() < 1e-12);
            if found.moved > 1e-6 {
                let short: Vec<f64> = table
                    .shares
                    .iter()
                    .zip(&found.shares)
                    .map(|(from, to)| from + 0.999 * (to - from))
                    .collect();
                prop_assert!(!contest.is_chosen_under(vendor, &short));
            }
            let printed =
                round_shares(&found.shares, 3, |s| contest.is_chosen_under(vendor, s)).unwrap();
            prop_assert!(contest.is_chosen_under(vendor, &printed));
            for point in lattice(criteria, 12) {
                if contest.is_chosen_under(vendor, &point) {
                    prop_assert!(found.moved <= movement(&table.shares, &point) + 1e-7);
                }
            }
        }
    }

    #[test]
    fn limits_and_order_are_kept(table in table()) {
        let contest = table.contest();
        let criteria = table.shares.len();
        let mut order: Vec<usize> = (0..criteria).collect();
        order.sort_by(|&a, &b| table.shares[b].total_cmp(&table.shares[a]));
        let limits = Limits {
            lower: table.shares.iter().map(|w| w * 0.5).collect(),
            upper: table.shares.iter().map(|w| (w * 1.8).min(1.0)).collect(),
            order: order.windows(2).map(|pair| (pair[0], pair[1])).collect(),
        };
        for vendor in 0..table.values.rows() {
            let found = nearest_shares(&contest, vendor, &limits);
            if let Some(found) = &found {
                prop_assert!(contest.is_chosen_under(vendor, &found.shares));
            }
            for point in lattice(criteria, 20) {
                let keeps = limits.order.iter().all(|&(a, b)| point[a] >= point[b])
                    && (0..criteria)
                        .all(|j| limits.lower[j] <= point[j] && point[j] <= limits.upper[j]);
                if keeps && contest.is_chosen_under(vendor, &point) {
                    let moved = movement(&table.shares, &point);
                    prop_assert!(found.as_ref().is_some_and(|found| found.moved <= moved + 1e-7));
                }
            }
        }
    }

    #[test]
    fn envelope_is_the_highest_line(ends in prop::collection::vec((0..20u8, 0..20u8), 1..8)) {
        let lines: Vec<Line> = ends
            .iter()
            .map(|&(a, b)| Line { at_zero: f64::from(a), at_one: f64::from(b) })
            .collect();
        let reigns = upper_envelope(&lines);
        prop_assert_eq!(reigns[0].from, 0.0);
        prop_assert_eq!(reigns[reigns.len() - 1].to, 1.0);
        for pair in reigns.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
        }
        for reign in &reigns {
            for part in 0..=4 {
                let t = reign.from + (reign.to - reign.from) * f64::from(part) / 4.0;
                let highest = lines.iter().map(|line| line.at(t)).fold(f64::MIN, f64::max);
                prop_assert!((lines[reign.leader].at(t) - highest).abs() < 1e-12);
            }
        }
    }
}

/// Every point of the simplex whose coordinates are multiples of 1/steps.
fn lattice(criteria: usize, steps: usize) -> Vec<Vec<f64>> {
    fn counts(criteria: usize, left: usize) -> Vec<Vec<usize>> {
        if criteria == 1 {
            return vec![vec![left]];
        }
        (0..=left)
            .flat_map(|first| {
                counts(criteria - 1, left - first)
                    .into_iter()
                    .map(move |rest| std::iter::once(first).chain(rest).collect())
            })
            .collect()
    }
    counts(criteria, steps)
        .into_iter()
        .map(|point| point.iter().map(|&count| count as f64 / steps as f64).collect())
        .collect()
}
