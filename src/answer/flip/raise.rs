//! What raising ratings has to achieve, and how far each rating can go.
//! Shared by the one-rating and the bundle answers.

use crate::answer::contest::{Contest, HAIR};

/// How a rating can move upwards, in value.
#[derive(Debug, Clone, PartialEq)]
pub enum Movement {
    /// Not at all: a fact nobody can change.
    Fixed,
    /// To any value up to this one.
    UpTo(f64),
    /// Where it is, or anywhere between two values: nobody knows it, and its gate asks for `least`
    /// as soon as somebody does.
    Leap {
        /// The least value it can have once it moves.
        least: f64,
        /// The greatest.
        top: f64,
    },
    /// To one of these values, rising: levels, booleans, counts.
    Steps(Vec<f64>),
}

/// What one criterion offers and demands of the vendor.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// How the rating can move.
    pub movement: Movement,
    /// The value a gate demands; `None` where no gate does.
    pub floor: Option<f64>,
    /// Cost of one unit of value, ≥ 0.
    pub effort: f64,
}

impl Reach {
    /// A rating that can reach the top of a [0, 1] scale, at effort 1, without a gate.
    pub fn free() -> Self {
        Self { movement: Movement::UpTo(1.0), floor: None, effort: 1.0 }
    }

    /// The smallest value that can be reached and is at least `target`, where that lies above
    /// `from`.
    pub fn at_least(&self, from: f64, target: f64) -> Option<f64> {
        if target <= from {
            return Some(from);
        }
        match &self.movement {
            Movement::Fixed => None,
            Movement::UpTo(top) => (target <= *top).then_some(target),
            Movement::Leap { least, top } => (target <= *top).then_some(target.max(*least)),
            Movement::Steps(steps) => steps.iter().copied().find(|step| *step >= target),
        }
    }

    /// The highest value that can be reached.
    pub fn top(&self, from: f64) -> f64 {
        match &self.movement {
            Movement::Fixed => from,
            Movement::UpTo(top) | Movement::Leap { top, .. } => top.max(from),
            Movement::Steps(steps) => steps.iter().copied().fold(from, f64::max),
        }
    }
}

/// A vendor whose own ratings are to be raised until it is chosen; the others stay as they are.
#[derive(Debug, Clone, Copy)]
pub struct Raise<'a> {
    /// The field, the vendor in it (put back where a gate had taken it out).
    pub contest: Contest<'a>,
    /// Whose ratings are raised.
    pub vendor: usize,
    /// One for each criterion.
    pub reaches: &'a [Reach],
}

/// One rating's change, in value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatingChange {
    /// Which criterion.
    pub criterion: usize,
    /// Today's value.
    pub from: f64,
    /// The value it takes.
    pub to: f64,
}

impl Raise<'_> {
    /// Today's value on a criterion.
    pub fn value(&self, criterion: usize) -> f64 {
        self.contest.values.get(self.vendor, criterion)
    }

    /// How much score is lacking: D + ε against the `choose`-th best of all rivals, so that
    /// everyone who has to be beaten is. At most 0 where nothing is lacking.
    pub fn gap(&self) -> f64 {
        let score = self.contest.scores()[self.vendor];
        self.contest.bar(self.vendor).map_or(0.0, |bar| {
            let hair = HAIR * bar.abs().max(1.0);
            bar + self.contest.tie + hair - score
        })
    }

    /// The criteria whose gate is not met today.
    pub fn unmet(&self) -> Vec<usize> {
        (0..self.reaches.len())
            .filter(|&j| self.reaches[j].floor.is_some_and(|floor| self.value(j) < floor))
            .collect()
    }

    /// Whether the changes make the vendor chosen: gates met and rivals beaten, by evaluation.
    pub fn is_enough(&self, changes: &[RatingChange]) -> bool {
        let mut values = self.contest.values.clone();
        for change in changes {
            values.set(self.vendor, change.criterion, change.to);
        }
        let meets_gates = self.reaches.iter().enumerate().all(|(criterion, reach)| {
            reach.floor.is_none_or(|floor| values.get(self.vendor, criterion) >= floor)
        });
        let changed = Contest { values: &values, ..self.contest };
        meets_gates && changed.is_chosen(self.vendor, &changed.scores())
    }
}
