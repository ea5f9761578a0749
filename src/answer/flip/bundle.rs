//! Several ratings together that make a vendor chosen: the fewest, or the cheapest.
//! The second thing `flip` says.

use crate::answer::flip::raise::{Movement, Raise, RatingChange, Reach};
use crate::answer::lead::falling;

/// Ratings to raise together.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// In criterion order.
    pub changes: Vec<RatingChange>,
    /// Σ effort × change of value.
    pub effort: f64,
    /// Whether nothing cheaper exists; false only where the search over steps was cut short.
    pub is_exact: bool,
}

/// How many partial choices of steps are looked at before the search is cut short.
const SEARCH_LIMIT: usize = 1 << 20;

/// The cheapest bundle: fractional knapsack on value per effort, w_j/e_j, for ratings that move
/// freely; branch and bound with the fractional bound over ratings that move in steps or leap.
///
/// Source: Dantzig, G. B. (1957). Discrete-variable extremum problems. Operations Research, 5(2).
/// `None` where nothing within reach is enough. Empty where the vendor is chosen already.
pub fn cheapest(raise: &Raise<'_>) -> Option<Bundle> {
    let shares = raise.contest.shares;
    let mut start = Vec::with_capacity(shares.len());
    let mut gap = raise.gap();
    for (criterion, reach) in raise.reaches.iter().enumerate() {
        let from = raise.value(criterion);
        let forced = reach.at_least(from, reach.floor.unwrap_or(from))?;
        gap -= shares[criterion] * (forced - from);
        start.push(forced);
    }
    let mut search = Search::new(raise, start);
    search.descend(0, gap, 0.0);
    let best = search.best?;
    let changes: Vec<RatingChange> = (0..best.values.len())
        .map(|criterion| RatingChange {
            criterion,
            from: raise.value(criterion),
            to: best.values[criterion],
        })
        .filter(|change| change.to > change.from)
        .collect();
    let effort = changes.iter().map(|c| raise.reaches[c.criterion].effort * (c.to - c.from)).sum();
    raise.is_enough(&changes).then_some(Bundle { changes, effort, is_exact: search.left > 0 })
}

/// The fewest ratings: those a gate demands and those in `moving`, which change in any case, then the
/// largest w_j (top_j − u_bj) until the gap closes; within that set, the cheapest changes.
pub fn fewest(raise: &Raise<'_>, moving: &[usize]) -> Option<Bundle> {
    let gap = raise.gap();
    let potential: Vec<f64> = (0..raise.reaches.len())
        .map(|j| raise.contest.shares[j] * (raise.reaches[j].top(raise.value(j)) - raise.value(j)))
        .collect();
    let mut moving = [moving, &raise.unmet()].concat();
    moving.sort_unstable();
    moving.dedup();
    let mut gained: f64 = moving.iter().map(|&j| potential[j]).sum();
    for criterion in falling(&potential) {
        if gained >= gap {
            break;
        }
        if !moving.contains(&criterion) {
            gained += potential[criterion];
            moving.push(criterion);
        }
    }
    let reaches: Vec<Reach> = (0..raise.reaches.len())
        .map(|j| {
            let mut reach = raise.reaches[j].clone();
            if !moving.contains(&j) {
                reach.movement = Movement::Fixed;
            }
            reach
        })
        .collect();
    cheapest(&Raise { reaches: &reaches, ..*raise })
}

struct Found {
    effort: f64,
    values: Vec<f64>,
}

/// Depth-first over the ratings that move in steps; the free ones are filled greedily at the end.
struct Search<'a> {
    raise: &'a Raise<'a>,
    values: Vec<f64>,
    /// Criteria at which there is something to decide: those that move in steps, or leap.
    stepped: Vec<usize>,
    /// Criteria whose value is decided for good.
    is_decided: Vec<bool>,
    by_ratio: Vec<usize>,
    best: Option<Found>,
    left: usize,
}

impl<'a> Search<'a> {
    fn new(raise: &'a Raise<'a>, start: Vec<f64>) -> Self {
        let ratio: Vec<f64> = raise
            .reaches
            .iter()
            .zip(raise.contest.shares)
            .map(|(reach, share)| match share {
                share if *share <= 0.0 => 0.0,
                share => share / reach.effort,
            })
            .collect();
        let by_ratio: Vec<usize> =
            falling(&ratio).into_iter().filter(|&j| ratio[j] > 0.0).collect();
        let is_stepped = |j: &usize| {
            matches!(raise.reaches[*j].movement, Movement::Steps(_) | Movement::Leap { .. })
        };
        let stepped = by_ratio.iter().copied().filter(is_stepped).collect();
        let is_decided = vec![false; start.len()];
        Self { raise, values: start, stepped, is_decided, by_ratio, best: None, left: SEARCH_LIMIT }
    }

    fn descend(&mut self, depth: usize, gap: f64, effort: f64) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        let Some(bound) = self.fill(gap, None) else { return };
        if self.best.as_ref().is_some_and(|best| effort + bound >= best.effort) {
            return;
        }
        let Some(&criterion) = self.stepped.get(depth) else {
            let mut values = self.values.clone();
            if self.fill(gap, Some(&mut values)).is_some() {
                self.best = Some(Found { effort: effort + bound, values });
            }
            return;
        };
        let from = self.values[criterion];
        let reach = &self.raise.reaches[criterion];
        // Each with whether that is the last word: after a leap it moves freely.
        let mut options = vec![(from, true)];
        match &reach.movement {
            Movement::Steps(steps) => {
                let above = steps.iter().copied().filter(|step| *step > from);
                options.extend(above.map(|step| (step, true)));
            }
            Movement::Leap { least, .. } => options.push((least.max(from), false)),
            Movement::Fixed | Movement::UpTo(_) => {}
        }
        let unit = reach.effort;
        let share = self.raise.contest.shares[criterion];
        for (option, is_decided) in options {
            self.values[criterion] = option;
            self.is_decided[criterion] = is_decided;
            let moved = option - from;
            self.descend(depth + 1, gap - share * moved, effort + unit * moved);
        }
        self.values[criterion] = from;
        self.is_decided[criterion] = false;
    }

    /// Least effort to close the gap when every rating not yet decided moves freely to its top;
    /// a lower bound, and the answer itself once nothing is left to decide. `None`: out of reach.
    fn fill(&self, gap: f64, mut into: Option<&mut Vec<f64>>) -> Option<f64> {
        let mut gap = gap;
        let mut effort = 0.0;
        for &criterion in &self.by_ratio {
            if gap <= 0.0 {
                break;
            }
            if self.is_decided[criterion] {
                continue;
            }
            let reach = &self.raise.reaches[criterion];
            let share = self.raise.contest.shares[criterion];
            let from = self.values[criterion];
            let room = reach.top(from) - from;
            let moved = room.min(gap / share);
            effort += reach.effort * moved;
            gap = if moved < room { 0.0 } else { gap - share * room };
            if let Some(values) = into.as_deref_mut() {
                values[criterion] = from + moved;
            }
        }
        (gap <= 0.0).then_some(effort)
    }
}
