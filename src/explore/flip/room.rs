//! Where a rating can be moved: within its scale, within its gate, along a line or by steps.
//! Ratings here are in the criterion's own units; `value` maps them where values are a leaf's own.

use crate::decide::cell::{Cause, Cell};
use crate::decide::evaluation::Evaluation;
use crate::decide::gate_test::passes;
use crate::decide::ruler::{is_own, own, value};
use crate::method::problem::Direction;
use crate::model::criterion::{Leaf, Range, Rated};
use crate::model::datum::{Datum, Quantity};
use crate::model::gate::Test;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::model::value_function::ValueFunction;

/// One rating and where it can go.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// On which leaf.
    pub criterion: CriterionId,
    /// Today's rating; `None` where nobody knows it.
    pub today: Option<Datum>,
    /// How it can move.
    pub moves: Moves,
}

/// How a rating can move.
#[derive(Debug, Clone, PartialEq)]
pub enum Moves {
    /// Not at all.
    Fixed,
    /// To any number between two.
    Line(Line),
    /// To one of these, nearest first, today's own left out.
    Steps(Vec<Datum>),
}

/// Numbers that a rating may have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Least.
    pub low: f64,
    /// Greatest.
    pub high: f64,
    /// The most valuable one; of several the nearest to today's.
    pub best: f64,
    /// Today's rating, which a gate may forbid; the least valuable one where nobody knows it.
    pub start: f64,
    /// Decimals that people use here.
    pub decimals: usize,
}

/// Whether the gate of the leaf binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Anything that may be written.
    Scale,
    /// Only what the gate lets pass.
    Gate,
}

/// Where a vendor's rating on a leaf can go.
pub fn room(
    model: &Model,
    evaluation: &Evaluation,
    [vendor, criterion]: [usize; 2],
    within: Within,
) -> Room {
    let cell = &evaluation.cells[vendor][criterion];
    let today = cell.quantity.point();
    let id = CriterionId(criterion);
    let fixed = Room { criterion: id, today: today.clone(), moves: Moves::Fixed };
    let Some(leaf) = model.criterion(id).leaf() else { return fixed };
    let gate = model.criterion(id).gate.as_ref().map(|gate| &gate.test);
    // What counts there is `otherwise`: another rating would not change it. Nor would one where
    // vendors are compared in pairs, but at the gate.
    let is_compared = model.compared_on(id).is_some() && gate.is_none();
    if matches!(cell.cause, Cause::Otherwise(_)) || is_compared {
        return fixed;
    }
    let test = gate.filter(|_| within == Within::Gate);
    let moves = match &leaf.rated {
        Rated::Number => {
            // Where only the order counts and nothing bounds it, being the first of all may be what
            // it takes.
            let is_past_all =
                model.tie_break.contains(&id) && evaluation.column(id).is_none() && !is_own(leaf);
            numbers(model, leaf, id, cell, test, is_past_all)
        }
        Rated::Levels(levels) => steps((0..levels.len()).map(Datum::Level).collect(), &today, test),
        Rated::Boolean => {
            let by_direction = [Datum::Boolean(false), Datum::Boolean(true)];
            steps(by_direction.to_vec(), &today, test)
        }
        Rated::Text => match test {
            Some(Test::Is(wanted)) => steps(vec![wanted.clone()], &today, test),
            Some(Test::OneOf(wanted)) => steps(wanted.clone(), &today, test),
            _ => Moves::Fixed,
        },
    };
    Room { moves, ..fixed }
}

/// Rooms of a vendor on these leaves.
pub fn rooms(
    model: &Model,
    evaluation: &Evaluation,
    vendor: VendorId,
    leaves: &[CriterionId],
) -> Vec<Room> {
    let of =
        |leaf: &CriterionId| room(model, evaluation, [vendor.index(), leaf.index()], Within::Gate);
    leaves.iter().map(of).collect()
}

/// The value of a rating where values are the leaf's own; of a text, and elsewhere, `None`.
pub fn own_value(model: &Model, criterion: CriterionId, datum: &Datum) -> Option<f64> {
    let leaf = model.criterion(criterion).leaf()?;
    let number = crate::decide::ruler::number(leaf, &Quantity::Point(datum.clone()))?;
    Some(value(leaf, own(leaf)?, number))
}

impl Room {
    /// The most valuable rating it can have, today's own where nothing is better.
    pub fn best(&self, model: &Model) -> Option<Datum> {
        match &self.moves {
            Moves::Fixed => None,
            Moves::Line(line) => Some(Datum::Number(line.best)),
            Moves::Steps(steps) => {
                let worth = |datum: &Datum| own_value(model, self.criterion, datum).unwrap_or(0.0);
                let mut best: Option<&Datum> = None;
                for step in steps {
                    if best.is_none_or(|best| worth(step) > worth(best)) {
                        best = Some(step);
                    }
                }
                best.cloned()
            }
        }
    }

    /// The nearest rating that the gate lets pass, where today's does not.
    pub fn nearest(&self) -> Option<Datum> {
        match &self.moves {
            Moves::Fixed => None,
            Moves::Line(line) => Some(Datum::Number(line.start.clamp(line.low, line.high))),
            Moves::Steps(steps) => steps.first().cloned(),
        }
    }
}

fn steps(all: Vec<Datum>, today: &Option<Datum>, test: Option<&Test>) -> Moves {
    let at = |datum: &Datum| match datum {
        Datum::Level(index) => *index as f64,
        Datum::Boolean(yes) => f64::from(u8::from(*yes)),
        Datum::Number(number) => *number,
        Datum::Text(_) => 0.0,
    };
    let mut allowed: Vec<Datum> = all
        .into_iter()
        .filter(|datum| Some(datum) != today.as_ref())
        .filter(|datum| test.is_none_or(|test| passes(test, datum)))
        .collect();
    if let Some(today) = today {
        allowed.sort_by(|a, b| (at(a) - at(today)).abs().total_cmp(&(at(b) - at(today)).abs()));
    }
    if allowed.is_empty() { Moves::Fixed } else { Moves::Steps(allowed) }
}

/// `is_past_all`: whether it can go a step past everybody's.
fn numbers(
    model: &Model,
    leaf: &Leaf,
    id: CriterionId,
    cell: &Cell,
    test: Option<&Test>,
    is_past_all: bool,
) -> Moves {
    let today = match cell.quantity.point() {
        Some(Datum::Number(number)) => Some(number),
        _ => None,
    };
    let Some([mut low, mut high]) = span(model, leaf, id, today) else { return Moves::Fixed };
    let decimals = decimals(high - low);
    if is_past_all {
        [low, high] = with_a_step_past(leaf, [low, high], decimals);
    }
    let is_bound = matches!(leaf.range, Range::Scale { .. });
    let number = |datum: &Datum| match datum {
        Datum::Number(number) => Some(*number),
        _ => None,
    };
    let floor = match test {
        Some(Test::AtLeast(bound) | Test::Between(bound, _)) => number(bound),
        _ => None,
    };
    let ceiling = match test {
        Some(Test::AtMost(bound) | Test::Between(_, bound)) => number(bound),
        _ => None,
    };
    match test {
        Some(test @ Test::Is(wanted)) => {
            return steps(vec![wanted.clone()], &cell.quantity.point(), Some(test));
        }
        Some(test @ Test::OneOf(wanted)) => {
            return steps(wanted.clone(), &cell.quantity.point(), Some(test));
        }
        _ => {}
    }
    if let Some(floor) = floor {
        low = low.max(floor);
        if !is_bound {
            high = high.max(floor);
        }
    }
    if let Some(ceiling) = ceiling {
        high = high.min(ceiling);
        if !is_bound {
            low = low.min(ceiling);
        }
    }
    if low > high {
        return Moves::Fixed;
    }
    let [best, worst] = ends(leaf, [low, high], today);
    let start = today.unwrap_or(worst);
    Moves::Line(Line { low, high, best, start, decimals })
}

/// What may be written: the scale; else as far as anchors, points or anybody's ratings go.
fn span(model: &Model, leaf: &Leaf, id: CriterionId, today: Option<f64>) -> Option<[f64; 2]> {
    let mut reach: Vec<f64> = match leaf.range {
        Range::Scale { low, high } => return Some([low, high]),
        Range::Anchors { worst, best } => vec![worst, best],
        Range::Observed | Range::Fixed => model
            .vendors
            .iter()
            .filter_map(|vendor| match vendor.rating(id)?.quantity.point()? {
                Datum::Number(number) => Some(number),
                _ => None,
            })
            .collect(),
    };
    match &leaf.value_function {
        ValueFunction::Piecewise(points) | ValueFunction::Steps(points) => {
            reach.extend(points.iter().map(|point| point[0]));
        }
        ValueFunction::Target { zero_at, .. } => reach.extend(zero_at),
        _ => {}
    }
    reach.extend(today);
    let low = reach.iter().copied().fold(f64::INFINITY, f64::min);
    let high = reach.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (low <= high).then_some([low, high])
}

/// A line with one more step of so many decimals at its most valuable end.
fn with_a_step_past(leaf: &Leaf, [low, high]: [f64; 2], decimals: usize) -> [f64; 2] {
    // Between 0 and 15, so the cast keeps it.
    let step = 0.1_f64.powi(decimals as i32);
    let printed = |number: f64| format!("{number:.decimals$}").parse().unwrap_or(number);
    let [best, worst] = ends(leaf, [0.0, 1.0], None);
    if best > worst { [low, printed(high + step)] } else { [printed(low - step), high] }
}

/// The most and the least valuable number of a line.
fn ends(leaf: &Leaf, [low, high]: [f64; 2], today: Option<f64>) -> [f64; 2] {
    let is_falling = match leaf.value_function {
        ValueFunction::Target { best, .. } => {
            let near = today.unwrap_or(low).clamp(best[0], best[1]).clamp(low, high);
            let far = if near - low > high - near { low } else { high };
            return [near, far];
        }
        ValueFunction::LowestRatio | ValueFunction::LowestDifference => true,
        ValueFunction::HighestRatio => false,
        _ => leaf.direction == Direction::Minimize,
    };
    if is_falling { [low, high] } else { [high, low] }
}

/// Enough for a thousandth of the range.
fn decimals(range: f64) -> usize {
    if range <= 0.0 || !range.is_finite() {
        return 2;
    }
    let decimals = 3.0 - range.log10().floor();
    // Between 0 and 15, so the cast keeps it.
    decimals.clamp(0.0, 15.0) as usize
}
