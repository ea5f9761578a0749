//! Several ratings together, gates repaired first: the fewest, and the cheapest by effort.
//! Exact by knapsack where ratings act on the vendor's own score alone; elsewhere what is left when
//! nothing more can be left out.

pub mod fewer;
pub mod plan;
pub mod start;
pub mod tighten;
pub mod whittle;

use crate::decide::change::Change;
use crate::explore::flip::bundle::fewer::{Fewer, fewer};
use crate::explore::flip::bundle::plan::plan;
use crate::explore::flip::bundle::start::start;
use crate::explore::flip::bundle::whittle::{better, forced, rooms_of_all, whittle};
use crate::explore::flip::entry::Entry;
use crate::explore::flip::probe::Probe;
use crate::explore::flip::room::rooms;
use crate::explore::flip::step::{RatingStep, Step, rated};

/// What a bundle is the least of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Of changes.
    Fewest,
    /// Of effort.
    Cheapest,
}

/// Changes that together make the vendor chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// What it is the least of.
    pub goal: Goal,
    /// In the order: assumptions, then ratings by criterion.
    pub steps: Vec<Step>,
    /// Σ effort × change of value over the ratings; `None` where values depend on the field.
    pub effort: Option<f64>,
    /// Whether nothing smaller exists.
    pub is_exact: bool,
}

/// The fewest and the cheapest bundle, where any makes the vendor chosen.
pub fn bundles(probe: &Probe<'_>, entry: &Entry) -> Vec<Bundle> {
    if !entry.closed.is_empty() {
        return Vec::new();
    }
    let rooms = rooms(probe.model, &entry.evaluation, probe.vendor, &entry.evaluation.leaves);
    let all = rooms_of_all(probe, entry);
    let planned = start(probe, entry).filter(|_| entry.groups.is_empty());
    [Goal::Fewest, Goal::Cheapest]
        .into_iter()
        .filter_map(|goal| {
            let exact = planned.as_ref().and_then(|start| plan(probe, entry, &rooms, start, goal));
            let found = exact.or_else(|| whittle(probe, entry, &all, goal))?;
            if goal == Goal::Cheapest || found.is_exact {
                return Some(found);
            }
            Some(match fewer(probe, entry, &all, &found) {
                Fewer::Found(fewer) => fewer,
                Fewer::Nothing => Bundle { is_exact: true, ..found },
                Fewer::Unknown => found,
            })
        })
        .collect()
}

/// Changes for everything at its best beside what gates force; what no bundle can exceed.
pub fn everything(probe: &Probe<'_>, entry: &Entry) -> Vec<Change> {
    let leaves = &entry.evaluation.leaves;
    let rooms = rooms(probe.model, &entry.evaluation, probe.vendor, leaves);
    let mut changes = forced(entry);
    let best = rooms
        .iter()
        .filter_map(|room| Some(rated(probe.vendor, room.criterion, better(probe, room)?)));
    changes.extend(best);
    changes
}

/// A bundle of these ratings and what the entry needs, with its effort.
pub fn bundle(
    probe: &Probe<'_>,
    entry: &Entry,
    ratings: Vec<RatingStep>,
    goal: Goal,
    is_exact: bool,
) -> Bundle {
    let effort = ratings
        .iter()
        .map(|step| {
            let leaf = probe.model.criterion(step.criterion).leaf();
            let unit = leaf.map_or(1.0, |leaf| leaf.effort);
            // A pure gate is no part of the score, and costs nothing in values.
            if entry.evaluation.column(step.criterion).is_none() {
                return Some(0.0);
            }
            step.value_change.map(|change| unit * change.abs())
        })
        .collect::<Option<Vec<f64>>>()
        .map(|efforts| efforts.iter().sum());
    let steps = entry.assumptions.iter().cloned().chain(ratings.into_iter().map(Step::Rating));
    Bundle { goal, steps: steps.collect(), effort, is_exact }
}
