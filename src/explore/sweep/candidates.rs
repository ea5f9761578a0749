//! Every place where a sweep's outcome can change, computed where scores move along straight lines.
//! Between neighbouring candidates nothing changes, so one run in each gap is exact.

use crate::decide::evaluation::Evaluation;
use crate::decide::ruler::value_span;
use crate::decide::run_error::RunError;
use crate::explore::effects::standing::has_own_values;
use crate::explore::sweep::probe::run;
use crate::explore::sweep::subject::Subject;
use crate::explore::sweep::{Found, PROBES};
use crate::method::id::MethodId;
use crate::model::criterion::{Leaf, Range, Rated};
use crate::model::datum::Datum;
use crate::model::gate::Test;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::model::value_function::ValueFunction;

/// Where the outcome can change, rising, inside the range.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidates {
    /// Places; where bracketed, probes among them.
    pub at: Vec<f64>,
    /// Whether they are all there are.
    pub method: Found,
}

/// The candidates of a sweep from `low` to `high`.
///
/// Exact where merits, times a positive factor common to all vendors, are linear in the number
/// between knots of the value function, thresholds of gates and crossings of group gates: shares
/// and weights under a weighted sum, PROMETHEE II, MOORA's ratio and MABAC, ratings under a weighted
/// sum with a value function made of straight pieces. Then each pair of lines crosses at one root.
///
/// # Errors
/// If the model cannot be run inside the range.
pub fn candidates(
    model: &Model,
    subject: Subject,
    low: f64,
    high: f64,
) -> Result<Candidates, RunError> {
    let mut at = thresholds(model, subject);
    at.retain(|place| low < *place && *place < high);
    if !is_linear(model, subject) {
        let step = (high - low) / PROBES as f64;
        at.extend((1..PROBES).map(|probe| low + step * probe as f64));
        at.sort_by(f64::total_cmp);
        return Ok(Candidates { at, method: Found::Bracketed(PROBES) });
    }
    let line = Line { model, subject };
    for crossings in [Line::gate_crossings, Line::score_crossings] {
        at.sort_by(f64::total_cmp);
        let knots: Vec<f64> =
            std::iter::once(low).chain(at.iter().copied()).chain(std::iter::once(high)).collect();
        for pair in knots.windows(2).filter(|pair| pair[1] > pair[0]) {
            at.extend(crossings(&line, pair[0], pair[1])?);
        }
    }
    at.sort_by(f64::total_cmp);
    Ok(Candidates { at, method: Found::Exact })
}

fn is_linear(model: &Model, subject: Subject) -> bool {
    let method = model.method.kind;
    // Of several people the mean of shares is no line in a weight of the file's.
    if model.weighs_by_field() || model.people.is_some() {
        return false;
    }
    match subject {
        Subject::Share(_) | Subject::Weight(_) => matches!(
            method,
            MethodId::WeightedSum | MethodId::PrometheeIi | MethodId::Moora | MethodId::Mabac
        ),
        Subject::Rating(_, criterion) => {
            let pieces = |leaf: &Leaf| {
                !matches!(
                    leaf.value_function,
                    ValueFunction::Exponential { .. } | ValueFunction::Logistic { .. }
                )
            };
            let leaf = model.criterion(criterion).leaf();
            // A pure gate moves no score: its thresholds are all there is.
            if model.criterion(criterion).weight.is_none() && model.asked_shares.is_empty() {
                return true;
            }
            method == MethodId::WeightedSum
                && model.method.parameters.is_empty()
                && leaf.is_some_and(|leaf| has_own_values(leaf) && pieces(leaf))
        }
    }
}

/// Knots of the value function and bounds of the gate that a moved rating passes.
fn thresholds(model: &Model, subject: Subject) -> Vec<f64> {
    let Subject::Rating(_, criterion) = subject else { return Vec::new() };
    let criterion = model.criterion(criterion);
    let Some(leaf) = criterion.leaf().filter(|leaf| leaf.rated == Rated::Number) else {
        return Vec::new();
    };
    let mut at: Vec<f64> = match &leaf.value_function {
        ValueFunction::Piecewise(points) | ValueFunction::Steps(points) => {
            points.iter().map(|point| point[0]).collect()
        }
        ValueFunction::Target { best, zero_at } => vec![zero_at[0], best[0], best[1], zero_at[1]],
        _ => Vec::new(),
    };
    match leaf.range {
        Range::Scale { low, high } => at.extend([low, high]),
        Range::Anchors { worst, best } => at.extend([worst, best]),
        Range::Observed | Range::Fixed => {}
    }
    let bounds: Vec<&Datum> = match criterion.gate.as_ref().map(|gate| &gate.test) {
        Some(Test::AtLeast(bound) | Test::AtMost(bound) | Test::Is(bound)) => vec![bound],
        Some(Test::Between(low, high)) => vec![low, high],
        Some(Test::OneOf(all) | Test::NoneOf(all)) => all.iter().collect(),
        _ => Vec::new(),
    };
    at.extend(bounds.into_iter().filter_map(|bound| match bound {
        Datum::Number(number) => Some(*number),
        _ => None,
    }));
    at
}

/// Stretches on which everything moves along straight lines.
struct Line<'m> {
    model: &'m Model,
    subject: Subject,
}

impl Line<'_> {
    /// Two runs inside a stretch, away from its ends, where shares may vanish.
    fn inside(&self, from: f64, to: f64) -> Result<[(f64, Evaluation); 2], RunError> {
        let places = [from + (to - from) / 4.0, from + (to - from) * 0.75];
        let [a, b] = places.map(|at| run(self.model, self.subject, at));
        Ok([(places[0], a?), (places[1], b?)])
    }

    /// The factor that makes lines straight: a weight w among siblings of weight R divides by w + R.
    fn factor(&self, at: f64) -> f64 {
        let Subject::Weight(criterion) = self.subject else { return 1.0 };
        let under = self.model.criterion(criterion).under;
        let siblings = self
            .model
            .criterion_ids()
            .filter(|id| *id != criterion && self.model.criterion(*id).under == under);
        let weight = |id: CriterionId| self.model.criterion(id).weight.as_ref();
        at + siblings.filter_map(|id| weight(id).map(|weight| weight.number)).sum::<f64>()
    }

    /// Where a group's gate starts or ceases to be passed, or to hang on unknown ratings alone.
    fn gate_crossings(&self, from: f64, to: f64) -> Result<Vec<f64>, RunError> {
        let ends = self.inside(from, to)?;
        let places = [ends[0].0, ends[1].0];
        let mut found = Vec::new();
        for group in self.model.criterion_ids() {
            for bound in group_bounds(self.model, group) {
                for vendor in self.model.vendor_ids() {
                    for unknown in [0, 1] {
                        let gated = Gated { group, vendor, unknown, bound };
                        let gap = [&ends[0], &ends[1]]
                            .map(|(at, run)| self.factor(*at) * excess(self.model, run, gated));
                        found.extend(root(places, gap, [from, to]));
                    }
                }
            }
        }
        Ok(found)
    }

    /// Where two vendors' scores cross at the edge of the choice.
    fn score_crossings(&self, from: f64, to: f64) -> Result<Vec<f64>, RunError> {
        let ends = self.inside(from, to)?;
        let places = [ends[0].0, ends[1].0];
        let rows = rows(&ends[0].1, &ends[1].1);
        let line = |row: &(VendorId, [f64; 2])| {
            [row.1[0] * self.factor(places[0]), row.1[1] * self.factor(places[1])]
        };
        let lines: Vec<[f64; 2]> = rows.iter().map(line).collect();
        let near = self.contenders(&lines, places, [from, to]);
        let mut found = Vec::new();
        for (at, &one) in near.iter().enumerate() {
            for &other in &near[at + 1..] {
                let gap = [lines[one][0] - lines[other][0], lines[one][1] - lines[other][1]];
                let meet = root(places, gap, [from, to]);
                found.extend(meet.filter(|at| {
                    let height = |row: &usize| extend(places, lines[*row], *at);
                    let rest = near.iter().filter(|row| **row != one && **row != other);
                    self.is_edge(height(&one), rest.map(height))
                }));
            }
        }
        Ok(found)
    }

    /// Whether two vendors that meet at a height stand on the edge of the choice: one of them can
    /// be the last chosen and the other the first who is not.
    fn is_edge(&self, height: f64, others: impl Iterator<Item = f64>) -> bool {
        // Wider than any tie tolerance, so that whoever might tie counts as tied.
        let slack = 1e-7 * height.abs().max(1.0);
        let (mut ahead, mut tied) = (0, 0);
        for other in others {
            if other - height > slack {
                ahead += 1;
            } else if other - height >= -slack {
                tied += 1;
            }
        }
        let choose = self.model.choose;
        ahead < choose && choose < ahead + 2 + tied
    }

    /// Rows that fewer than `choose` others lead from end to end: only they can be chosen.
    fn contenders(&self, lines: &[[f64; 2]], places: [f64; 2], ends: [f64; 2]) -> Vec<usize> {
        let at_ends: Vec<[f64; 2]> =
            lines.iter().map(|line| ends.map(|end| extend(places, *line, end))).collect();
        let leads = |a: &[f64; 2], b: &[f64; 2]| a[0] > b[0] && a[1] > b[1];
        (0..lines.len())
            .filter(|&row| {
                let ahead = at_ends.iter().filter(|other| leads(other, &at_ends[row])).count();
                // One more than the choice, so that whoever takes over is among them.
                ahead <= self.model.choose
            })
            .collect()
    }
}

/// Merits of the vendors that stand in both fields.
fn rows(a: &Evaluation, b: &Evaluation) -> Vec<(VendorId, [f64; 2])> {
    let both = a.field.iter().enumerate().filter_map(|(row, vendor)| {
        let other = b.row(*vendor)?;
        Some((*vendor, [a.outcome.merits[row], b.outcome.merits[other]]))
    });
    both.collect()
}

/// One vendor at one bound of a group's gate.
#[derive(Debug, Clone, Copy)]
struct Gated {
    group: CriterionId,
    vendor: VendorId,
    /// 0: unknown ratings count as the least that they may be; 1: as the greatest.
    unknown: usize,
    bound: f64,
}

/// Σ over the leaves of a group of share × (value − bound): above 0 where the group reaches more
/// than the bound.
fn excess(model: &Model, run: &Evaluation, gated: Gated) -> f64 {
    let Gated { group, vendor, unknown, bound } = gated;
    let mut leaves: Vec<(CriterionId, f64)> = Vec::new();
    let mut open = vec![group];
    while let Some(id) = open.pop() {
        let share = run.shares[id.index()].unwrap_or(0.0);
        leaves.extend(model.criterion(id).leaf().map(|_| (id, share)));
        open.extend_from_slice(model.criterion(id).members());
    }
    // A group of share 0 is tested by the weights written in it.
    if leaves.iter().all(|(_, share)| *share == 0.0) {
        for (id, share) in &mut leaves {
            let weight = model.criterion(*id).weight.as_ref();
            *share = weight.map_or(0.0, |weight| weight.number);
        }
    }
    leaves.sort_unstable_by_key(|(id, _)| *id);
    leaves
        .iter()
        .map(|(id, share)| {
            let cell = &run.cells[vendor.index()][id.index()];
            let value = match model.criterion(*id).leaf() {
                Some(leaf) if cell.is_filled() => value_span(leaf)[unknown],
                _ => cell.value.unwrap_or(0.0),
            };
            share * (value - bound)
        })
        .sum()
}

fn group_bounds(model: &Model, group: CriterionId) -> Vec<f64> {
    match model.criterion(group).gate.as_ref().map(|gate| &gate.test) {
        Some(Test::ReachesAtLeast(bound) | Test::ReachesAtMost(bound)) => vec![*bound],
        Some(Test::ReachesBetween(low, high)) => vec![*low, *high],
        _ => Vec::new(),
    }
}

/// The height at a place of the line through two points.
fn extend(places: [f64; 2], heights: [f64; 2], at: f64) -> f64 {
    heights[0] + (heights[1] - heights[0]) * ((at - places[0]) / (places[1] - places[0]))
}

/// Where the line through two points is 0, strictly between the ends.
fn root(places: [f64; 2], heights: [f64; 2], ends: [f64; 2]) -> Option<f64> {
    let rise = heights[1] - heights[0];
    if rise == 0.0 {
        return None;
    }
    let at = places[0] - heights[0] * ((places[1] - places[0]) / rise);
    (ends[0] < at && at < ends[1]).then_some(at)
}
