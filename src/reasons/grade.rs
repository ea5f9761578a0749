//! Grades of losing, strongest first: gate, dominated, never best, far, close.
//! Asked about one vendor at a time; the linear program runs only where nothing simpler answers.

use crate::answer::dominance::dominators;
use crate::answer::flip::all_weights::{Limits, nearest_shares};
use crate::answer::never_best::{Prospect, prospect};
use crate::answer::never_best_proof::Proof;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;

/// How a vendor that is not chosen loses.
#[derive(Debug, Clone, PartialEq)]
pub enum Grade {
    /// It fails a gate, or an assumption that it requires.
    Gate,
    /// At least `choose` others are at least as good on every criterion and better on one.
    Dominated {
        /// Who they are, in declared order.
        by: Vec<VendorId>,
    },
    /// No weights at all make it chosen.
    NeverBest {
        /// Mixes of others that are at least as good everywhere: the certificate. One where one is
        /// chosen; λ by vendor, those above 0, adding up to 1.
        mixes: Vec<Vec<(VendorId, f64)>>,
    },
    /// Some weights make it chosen, or nobody can tell.
    Far {
        /// The nearest weights that do; `None` where weights do not act linearly.
        nearest: Option<Nearest>,
    },
    /// The lead over it is below `close-call`.
    Close,
}

/// The nearest weights that make a vendor chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// ½ Σ |w' − w|: how much of the whole changes hands.
    pub moved: f64,
    /// Share of each weighted leaf then.
    pub shares: Vec<(CriterionId, f64)>,
}

impl Grade {
    /// Kebab-case, as `--format json` says it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Gate => "gate",
            Self::Dominated { .. } => "dominated",
            Self::NeverBest { .. } => "never-best",
            Self::Far { .. } => "far",
            Self::Close => "close",
        }
    }
}

/// How a vendor loses; `None` for one that is chosen, tied or excluded.
pub fn grade(reasons: &Reasons<'_>, vendor: VendorId) -> Option<Grade> {
    let reading = &reasons.decision.reading;
    let is_out = reasons.model.vendor(vendor).excluded.is_some();
    if reading.chosen.contains(&vendor) || reading.tied.contains(&vendor) || is_out {
        return None;
    }
    let Some(row) = reading.row(vendor) else {
        return Some(Grade::Gate);
    };
    let by = dominators(&reading.problem.values, row);
    if by.len() >= reasons.model.choose {
        let by = by.into_iter().map(|row| reading.field[row]).collect();
        return Some(Grade::Dominated { by });
    }
    let Some(basis) = &reasons.basis else {
        return Some(if is_close(reasons, vendor) {
            Grade::Close
        } else {
            Grade::Far { nearest: None }
        });
    };
    let contest = basis.contest();
    if let Prospect::NeverBest(proof) = prospect(&contest, row) {
        let (Proof::Disjoint(mixes) | Proof::EverySet(mixes)) = proof;
        let named = |shares: Vec<f64>| {
            let named = reading.field.iter().copied().zip(shares);
            named.filter(|(_, share)| *share > 0.0).collect()
        };
        let mixes = mixes.into_iter().map(|mix| named(mix.shares)).collect();
        return Some(Grade::NeverBest { mixes });
    }
    if is_close(reasons, vendor) {
        return Some(Grade::Close);
    }
    let shift = nearest_shares(&contest, row, &Limits::none(contest.criteria()));
    let nearest = shift.map(|shift| Nearest {
        moved: shift.moved,
        shares: reading.leaves.iter().copied().zip(shift.shares).collect(),
    });
    Some(Grade::Far { nearest })
}

/// Whether the lead over a vendor of the field is below `close-call`, in units of the score.
pub fn is_close(reasons: &Reasons<'_>, vendor: VendorId) -> bool {
    let reading = &reasons.decision.reading;
    let merit = |id| reading.row(id).map(|row| reading.outcome.merits[row]);
    let has_scores = reading.outcome.scores.is_some();
    let gap = reasons.rival(vendor).and_then(|rival| Some(merit(rival)? - merit(vendor)?));
    has_scores && gap.is_some_and(|gap| gap.abs() < reasons.model.close_call)
}
