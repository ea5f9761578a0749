//! How far the share of one criterion may move before another choice comes out, and who takes over.
//! Exact where scores are linear in the shares; else by bisection over runs, and said so.

mod exact;
mod numeric;

use crate::answer::stability::shares_at;
use crate::decide::evaluation::Evaluation;
use crate::decide::settled::Settled;
use crate::decide::standing::Standing;
use crate::explore::robust::part::Stop;
use crate::explore::robust::stability::exact::exact;
use crate::explore::robust::stability::numeric::numeric;
use crate::model::criterion::Range;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::basis::Basis;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// So far beyond an end rivals that meet there have parted, and are no longer level.
const BEYOND: f64 = 1e-6;

/// Where along the share of one leaf today's choice stands; the others keep their proportions.
#[derive(Debug, Clone, PartialEq)]
pub struct Stability {
    /// The leaf.
    pub criterion: CriterionId,
    /// Its share today.
    pub share: f64,
    /// The stretch that holds today's share; `None` where nothing is chosen today, or the leaf has
    /// the whole weight.
    pub holding: Option<Stretch>,
    /// Other stretches with the same choice, rising.
    pub others: Vec<Stretch>,
    /// Whether the ends are exact, rather than found by bisection.
    pub is_exact: bool,
}

/// A stretch of shares, open at an end that names who takes over.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Lower end, in [0, 1].
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Who is chosen, or tied for it, just below; empty at 0, and where nobody is.
    pub low_rivals: Vec<VendorId>,
    /// The same just above.
    pub high_rivals: Vec<VendorId>,
}

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Swept<'a> {
    /// The model.
    pub model: &'a Model,
    /// Today's run.
    pub reading: &'a Evaluation,
    /// The model with everything pending held.
    pub base: &'a Settled<'a>,
    /// What scores are a weighted sum of, where they are.
    pub basis: Option<&'a Basis>,
}

/// One for each leaf that takes part, in declared order; `None` where stopped.
pub fn stability(swept: &Swept<'_>, stop: Stop<'_>) -> Option<Vec<Stability>> {
    if swept.base.is_vote() {
        return Some(Vec::new());
    }
    let shares = swept.base.shares();
    swept
        .reading
        .leaves
        .par_iter()
        .enumerate()
        .map(|(column, &criterion)| {
            if stop.is_asked() {
                return None;
            }
            let share = shares[column];
            let exact = swept.basis.and_then(|basis| exact(swept, basis, column));
            let is_exact = exact.is_some();
            let mut stretches = match exact {
                Some(stretches) => stretches,
                None => numeric(swept, column, stop)?,
            };
            // At an end that is today's share a rounding must not lose the stretch.
            let holds =
                |stretch: &Stretch| stretch.low <= share + 1e-12 && share <= stretch.high + 1e-12;
            let holding = stretches.iter().position(holds).map(|at| stretches.remove(at));
            Some(Stability { criterion, share, holding, others: stretches, is_exact })
        })
        .collect()
}

/// Whether no value of any leaf depends on who stands in the field.
pub fn is_own_everywhere(swept: &Swept<'_>) -> bool {
    let is_own = |id: &CriterionId| {
        swept.model.criterion(*id).leaf().is_none_or(|leaf| {
            !leaf.value_function.is_relative()
                && (leaf.range != Range::Observed
                    || crate::explore::robust::input::declared_span(leaf).is_some())
        })
    };
    swept.reading.leaves.iter().all(is_own)
}

/// Who stands where when one leaf has the share t and the others keep their proportions.
pub fn run_at(swept: &Swept<'_>, column: usize, t: f64) -> Option<Standing> {
    let mut settled = swept.base.clone();
    settled.weigh(&shares_at(&swept.base.shares(), column, t)?);
    settled.run().ok()
}

/// Those chosen or tied for it who are not chosen today.
pub fn newcomers(swept: &Swept<'_>, standing: Option<&Standing>) -> Vec<VendorId> {
    let Some(standing) = standing else { return Vec::new() };
    let all = standing.chosen.iter().chain(&standing.tied);
    all.filter(|id| !swept.reading.chosen.contains(id)).copied().collect()
}
