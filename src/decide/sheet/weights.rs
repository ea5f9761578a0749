//! Shares of the leaves from the weights of a what-if, without building anything.
//! Flat criteria are divided here; trees of groups go through `shares`, whose results these are.

use crate::decide::frame::Frame;
use crate::decide::run_error::RunError;
use crate::decide::shares::{SLACK, shares};
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// Weights as they stand, and what they come to.
#[derive(Debug, Clone)]
pub struct Weights {
    /// By criterion, as written.
    pub written: Vec<Option<f64>>,
    /// By criterion, the shares of the whole asked for.
    pub asked: Vec<Option<f64>>,
    /// One for each leaf that takes part.
    pub shares: Vec<f64>,
    /// Whether there are no groups, so that all weights are siblings.
    is_flat: bool,
}

impl Weights {
    /// The weights of a frame.
    ///
    /// # Errors
    /// As a frame with these weights.
    pub fn new(frame: &Frame<'_>) -> Result<Self, RunError> {
        let is_flat = frame.model.criteria.iter().all(|each| each.leaf().is_some());
        let written = frame.edits.weights.clone();
        let asked = frame.edits.asked.clone();
        let mut weights = Self { written, asked, shares: Vec::new(), is_flat };
        let mut shares = Vec::new();
        weights.divide(frame, &weights.written, &weights.asked, &mut shares)?;
        weights.shares = shares;
        Ok(weights)
    }

    /// Writes the shares of the frame's leaves under other weights into `into`.
    ///
    /// # Errors
    /// As a frame with these weights.
    pub fn divide(
        &self,
        frame: &Frame<'_>,
        written: &[Option<f64>],
        asked: &[Option<f64>],
        into: &mut Vec<f64>,
    ) -> Result<(), RunError> {
        into.clear();
        let total: f64 = written.iter().flatten().sum();
        let is_asked = asked.iter().any(Option::is_some);
        let is_simple = self.is_flat && total > 0.0 && frame.leaves.len() == count(written);
        if is_simple && !is_asked {
            into.extend(frame.leaves.iter().map(|id| written[id.index()].unwrap_or(0.0) / total));
            return Ok(());
        }
        if is_simple && ask(&frame.leaves, written, asked, total, into) {
            return Ok(());
        }
        into.clear();
        slowly(frame.model, written, asked, &frame.leaves, into)
    }
}

fn count(weights: &[Option<f64>]) -> usize {
    weights.iter().flatten().count()
}

/// Asked shares of leaves as they are, the rest in proportion; whether that could be done.
fn ask(
    leaves: &[CriterionId],
    written: &[Option<f64>],
    asked: &[Option<f64>],
    total: f64,
    into: &mut Vec<f64>,
) -> bool {
    let (mut given, mut free) = (0.0, 0.0);
    for id in leaves {
        match asked[id.index()] {
            Some(share) => given += share,
            None => free += written[id.index()].unwrap_or(0.0) / total,
        }
    }
    let left = 1.0 - given;
    // What cannot be met, and what is asked of criteria without weight, is said by `shares`.
    let are_leaves = count(asked) == leaves.iter().filter(|id| asked[id.index()].is_some()).count();
    if left < -SLACK || (left > SLACK && free <= 0.0) || !are_leaves {
        return false;
    }
    let left = if left.abs() <= SLACK { 0.0 } else { left };
    into.extend(leaves.iter().map(|id| match asked[id.index()] {
        Some(share) => share,
        None if free > 0.0 => left * ((written[id.index()].unwrap_or(0.0) / total) / free),
        None => 0.0,
    }));
    true
}

fn slowly(
    model: &Model,
    written: &[Option<f64>],
    asked: &[Option<f64>],
    leaves: &[CriterionId],
    into: &mut Vec<f64>,
) -> Result<(), RunError> {
    let mut all = shares(model, written, &vec![None; asked.len()])?;
    if asked.iter().any(Option::is_some) {
        all = shares(model, written, asked)?;
    }
    into.extend(leaves.iter().map(|id| all[id.index()].unwrap_or(0.0)));
    Ok(())
}
