//! How far one vendor is ahead of another, split by criterion, and which of these parts decide.
//! The figure of a `lead:A>B` node; opens "why A over B".

use crate::answer::argument::{Argument, MODERATE, SLIGHT, Strength, argue};
use crate::answer::decisive::{Settling, decisive, sufficient};
use crate::decide::alike;
use crate::decide::evaluation::Evaluation;
use crate::method::id::MethodId;
use crate::method::kind::Method;
use crate::method::outcome::{Lead, Split, Unit};
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::basis::Basis;

/// Hybrid rows that may be scored to split the leads of a whole field.
const SHAPLEY_BUDGET: usize = 1 << 14;

/// A lead with everything that is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadFigure {
    /// How far the first is ahead, in `unit`.
    pub amount: f64,
    /// What amount and parts are measured in.
    pub unit: Unit,
    /// Where the split comes from.
    pub how: Split,
    /// One for each weighted leaf in declared order, positive where it speaks for the first.
    pub parts: Vec<(CriterionId, f64)>,
    /// The smallest set of pros that outweighs all cons; `None` where the first is not ahead.
    pub decisive: Option<Settled>,
    /// The smallest set that outweighs the worst the others could do on their scales; `None` where
    /// values have no scale.
    pub sufficient: Option<Settled>,
    /// The form of the argument; `None` where the first is not ahead.
    pub form: Option<Form>,
}

/// Criteria that between them settle a lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// Largest part first.
    pub criteria: Vec<CriterionId>,
    /// Σ of their parts.
    pub support: f64,
    /// What they outweigh.
    pub against: f64,
}

/// The first form of argument that applies (Labreuche 2011), as [`Argument`], with criteria named.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// At least as good on every criterion.
    All,
    /// Behind under equal weights.
    NotOnAverage {
        /// The lead under equal weights.
        under_equal: f64,
        /// The smallest set of criteria whose actual weights turn it, largest effect first.
        turning: Vec<CriterionId>,
    },
    /// What speaks for it weighs more than what speaks against it.
    Inversion {
        /// The fewest exchanges of weights (for, against) that would turn it.
        swaps: Vec<(CriterionId, CriterionId)>,
    },
    /// Only the balance remains.
    Remaining {
        /// Slight, moderate or clear.
        strength: Strength,
        /// The lead over everything that speaks for and against, in [0, 1].
        ratio: f64,
    },
}

impl LeadFigure {
    /// How far the first is ahead, and in what; `None` under a relation, which knows no distance.
    pub fn distance(&self) -> Option<(f64, Unit)> {
        match self.how {
            Split::Coalition { .. } => None,
            Split::Exact | Split::Shapley { .. } => Some((self.amount, self.unit)),
        }
    }

    /// The part of one criterion.
    pub fn part(&self, criterion: CriterionId) -> Option<f64> {
        self.parts.iter().find(|part| part.0 == criterion).map(|part| part.1)
    }

    /// What speaks for the first, largest first.
    pub fn pros(&self) -> Vec<(CriterionId, f64)> {
        self.signed(1.0)
    }

    /// What speaks against the first, largest first.
    pub fn cons(&self) -> Vec<(CriterionId, f64)> {
        self.signed(-1.0)
    }

    /// Every number it holds.
    pub fn numbers(&self) -> Vec<f64> {
        let mut numbers = vec![self.amount];
        numbers.extend(self.parts.iter().map(|part| part.1));
        for settled in self.decisive.iter().chain(&self.sufficient) {
            numbers.extend([settled.support, settled.against]);
        }
        match &self.form {
            Some(Form::NotOnAverage { under_equal, .. }) => numbers.push(*under_equal),
            Some(Form::Remaining { ratio, .. }) => numbers.push(*ratio),
            Some(Form::All | Form::Inversion { .. }) | None => {}
        }
        match &self.how {
            Split::Exact => {}
            Split::Shapley { standard_error } => numbers.push(*standard_error),
            Split::Coalition { concordance, credibility, .. } => {
                numbers.extend([*concordance, *credibility]);
            }
        }
        numbers
    }

    fn signed(&self, sign: f64) -> Vec<(CriterionId, f64)> {
        let mut parts: Vec<(CriterionId, f64)> =
            self.parts.iter().copied().filter(|part| part.1 * sign > 0.0).collect();
        parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        parts
    }
}

/// The lead of one vendor of the field over another; `None` where either stands outside the field
/// or the method splits nothing.
pub fn lead(
    evaluation: &Evaluation,
    method: Option<&Method>,
    basis: Option<&Basis>,
    [ahead, behind]: [VendorId; 2],
) -> Option<LeadFigure> {
    let (first, second) = (evaluation.row(ahead)?, evaluation.row(behind)?);
    let (problem, outcome) = (&evaluation.problem, &evaluation.outcome);
    let split = alike::lead(method?, problem, outcome, first, second).ok()?;
    let differences = basis.map(|basis| basis.contest().differences(first, second));
    let shares = basis.map(|basis| basis.shares.as_slice());
    let worst = basis.filter(|basis| basis.is_value).map(|basis| basis.shares.as_slice());
    Some(figure(evaluation, split, differences.as_deref().zip(shares), worst))
}

/// Whether leads of a run can be split for everyone: by the method's own formula, or by not too
/// many Shapley values, whose cost doubles with each criterion.
pub fn is_split_cheap(evaluation: &Evaluation, method: MethodId) -> bool {
    let is_formula = evaluation.outcome.parts.is_some()
        || evaluation.outcome.scores.is_none()
        || matches!(method, MethodId::Topsis | MethodId::Copras);
    let criteria = u32::try_from(evaluation.leaves.len()).unwrap_or(u32::MAX);
    let coalitions = 1_usize.checked_shl(criteria).unwrap_or(usize::MAX);
    is_formula || coalitions.saturating_mul(evaluation.field.len()) <= SHAPLEY_BUDGET
}

/// The figure of a lead already split. `linear` are differences of value with shares where the
/// score is linear in weights; `worst` is what each criterion could do at worst.
pub fn figure(
    evaluation: &Evaluation,
    lead: Lead,
    linear: Option<(&[f64], &[f64])>,
    worst: Option<&[f64]>,
) -> LeadFigure {
    let tie = if lead.unit == Unit::Score { evaluation.tolerance } else { 0.0 };
    let named = |column: usize| evaluation.leaves[column];
    let is_ahead = lead.amount > tie && !matches!(lead.how, Split::Coalition { .. });
    let settled = |settling: Settling| Settled {
        criteria: settling.criteria.into_iter().map(named).collect(),
        support: settling.support,
        // A sum over nothing is −0.
        against: settling.against + 0.0,
    };
    let form = match linear {
        Some((differences, shares)) => argue(differences, shares, tie),
        None => argue_from_parts(&lead.parts),
    };
    LeadFigure {
        decisive: is_ahead.then(|| decisive(&lead.parts, tie)).flatten().map(settled),
        sufficient: worst
            .filter(|_| is_ahead)
            .and_then(|worst| sufficient(&lead.parts, worst, tie))
            .map(settled),
        form: form.filter(|_| is_ahead).map(|argument| form_of(argument, &evaluation.leaves)),
        parts: evaluation.leaves.iter().copied().zip(lead.parts.iter().copied()).collect(),
        amount: lead.amount,
        unit: lead.unit,
        how: lead.how,
    }
}

/// Where weights do not act linearly only the parts can speak.
fn argue_from_parts(parts: &[f64]) -> Option<Argument> {
    if parts.iter().all(|part| *part >= 0.0) {
        return Some(Argument::All);
    }
    let ratio = parts.iter().sum::<f64>() / parts.iter().map(|part| part.abs()).sum::<f64>();
    let strength = if ratio < SLIGHT {
        Strength::Slight
    } else if ratio < MODERATE {
        Strength::Moderate
    } else {
        Strength::Clear
    };
    Some(Argument::Remaining { strength, ratio })
}

fn form_of(argument: Argument, leaves: &[CriterionId]) -> Form {
    match argument {
        Argument::All => Form::All,
        Argument::NotOnAverage { under_equal, turning } => Form::NotOnAverage {
            under_equal,
            turning: turning.into_iter().map(|column| leaves[column]).collect(),
        },
        Argument::Inversion { swaps } => Form::Inversion {
            swaps: swaps.into_iter().map(|(pro, con)| (leaves[pro], leaves[con])).collect(),
        },
        Argument::Remaining { strength, ratio } => Form::Remaining { strength, ratio },
    }
}
