//! Why a method would choose others: the pair on which it differs, and what turns that pair.
//! Asked by `compare` for each method that chooses another set than the file's own.

use crate::decide::alike;
use crate::decide::completion::Completion;
use crate::decide::evaluation::Evaluation;
use crate::decide::run::evaluate;
use crate::explore::methods::normalised_by::normalised_by;
use crate::explore::methods::{Ran, with_method};
use crate::method::id::MethodId;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Lead, Split};
use crate::model::id::{CriterionId, StakeholderId, VendorId};
use crate::model::method::{Parameter, Setting};
use crate::model::scenario::Model;

/// A method that would choose others.
#[derive(Debug, Clone, PartialEq)]
pub struct Dissent {
    /// Which.
    pub method: MethodId,
    /// Whom the file's method puts ahead: chosen, or first where the edge is tied.
    pub ahead: VendorId,
    /// Whom this one puts ahead of that, or level with it.
    pub instead: VendorId,
    /// How far it does.
    pub turn: Turn,
    /// What turns the pair.
    pub cause: Cause,
}

/// How a method puts a vendor where the file's own has another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Ranked above it.
    Over,
    /// Ranked alike, and tied across the edge.
    Level,
    /// Ranked alike, and the tie-break takes it.
    TieBreak,
}

/// What turns a pair between two methods.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause {
    /// A criterion forbids the one to outrank the other.
    Veto {
        /// Those that do, in declared order.
        criteria: Vec<CriterionId>,
    },
    /// The file's own method turns the pair too, once it normalises as this one does.
    Normalisation {
        /// How this one normalises.
        normalise: Normalise,
        /// The criterion whose part of the lead that changes most.
        carried: Option<Carried>,
    },
    /// The two methods split the lead otherwise, one criterion more than any other.
    Criterion(Carried),
    /// People vote on ranks, so that no lead splits over criteria.
    Vote {
        /// The first in declared order whose own ranking moves the pair that way; `None` where nobody's
        /// does, so that others between the two decide.
        stakeholder: Option<StakeholderId>,
    },
    /// The method orders vendors without a lead that splits over criteria.
    Order,
}

/// The criterion that carries most of a change, with its part of the whole of what speaks for and
/// against, Σ|parts| = 1, positive where it speaks for [`Dissent::ahead`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Carried {
    /// Which.
    pub criterion: CriterionId,
    /// Under the file's method, in [−1, 1].
    pub before: f64,
    /// Under the other, in [−1, 1].
    pub after: f64,
}

/// Why a method chooses others than the reading does; `None` where it chooses the same.
pub fn dissent(model: &Model, reading: &Evaluation, other: &Ran) -> Option<Dissent> {
    let (ahead, instead) = pair(reading, other)?;
    let cause = cause(model, reading, other, [ahead, instead]);
    let turn = turn(&other.evaluation, ahead, instead);
    Some(Dissent { method: other.method, ahead, instead, turn, cause })
}

/// The first chosen here and not there, and the first chosen there and not here; where an edge is
/// tied, those tied across it stand for the chosen.
fn pair(reading: &Evaluation, other: &Ran) -> Option<(VendorId, VendorId)> {
    let (mine, theirs) = (front(reading), front(&other.evaluation));
    let missing = |from: &[VendorId], of: &[VendorId]| {
        from.iter().copied().find(|vendor| !of.contains(vendor))
    };
    match (missing(&mine, &theirs), missing(&theirs, &mine)) {
        (None, None) => None,
        (Some(ahead), Some(instead)) => Some((ahead, instead)),
        // One front contains the other: a tie here or there, of those across the edge.
        (Some(level), None) => level_with(reading, level, &theirs).map(|other| (level, other)),
        (None, Some(level)) => level_with(&other.evaluation, level, &mine).map(|own| (own, level)),
    }
}

/// Who of these a run has level with a vendor, else the last of them.
fn level_with(run: &Evaluation, vendor: VendorId, of: &[VendorId]) -> Option<VendorId> {
    let is_level = |other: &&VendorId| run.rank(**other) == run.rank(vendor);
    of.iter().find(is_level).or(of.last()).copied()
}

fn turn(run: &Evaluation, ahead: VendorId, instead: VendorId) -> Turn {
    match (run.rank(ahead) == run.rank(instead), run.chosen.contains(&instead)) {
        (false, _) => Turn::Over,
        (true, true) if !run.chosen.contains(&ahead) => Turn::TieBreak,
        (true, _) => Turn::Level,
    }
}

fn front(evaluation: &Evaluation) -> Vec<VendorId> {
    let mut front = evaluation.chosen.clone();
    front.extend_from_slice(&evaluation.tied);
    front
}

fn cause(model: &Model, reading: &Evaluation, other: &Ran, pair: [VendorId; 2]) -> Cause {
    if model.is_vote() {
        return Cause::Vote { stakeholder: turned_by(reading, &other.evaluation, pair) };
    }
    let theirs = lead(&with_method(model, other.method), &other.evaluation, pair);
    if let Some(Split::Coalition { vetoes, .. }) = theirs.as_ref().map(|lead| &lead.how)
        && !vetoes.is_empty()
    {
        let criteria = vetoes.iter().map(|column| reading.leaves[*column]).collect();
        return Cause::Veto { criteria };
    }
    let mine = lead(model, reading, pair);
    if let Some(cause) = by_normalisation(model, other.method, mine.as_ref(), pair) {
        return cause;
    }
    match mine.zip(theirs).and_then(|(mine, theirs)| carried(reading, &mine, &theirs)) {
        Some(carried) => Cause::Criterion(carried),
        None => Cause::Order,
    }
}

/// The stakeholder whose own ranking under the other method puts the second of the pair higher against
/// the first than it stands in the reading.
fn turned_by(
    reading: &Evaluation,
    other: &Evaluation,
    pair: [VendorId; 2],
) -> Option<StakeholderId> {
    let gap = |run: &Evaluation, place: usize| {
        let standpoint = run.standpoints.get(place)?.as_ref().ok()?;
        let [ahead, instead] = [run.row(pair[0])?, run.row(pair[1])?];
        Some(standpoint.ranks[instead].cmp(&standpoint.ranks[ahead]))
    };
    let places = 0..reading.standpoints.len();
    let is_moved = |place: &usize| {
        let gaps = gap(reading, *place).zip(gap(other, *place));
        gaps.is_some_and(|(before, after)| after < before)
    };
    places.into_iter().find(is_moved).map(StakeholderId)
}

/// Whether the file's own method turns the pair when it normalises as the other does.
fn by_normalisation(
    model: &Model,
    other: MethodId,
    mine: Option<&Lead>,
    pair: [VendorId; 2],
) -> Option<Cause> {
    let has_choice = matches!(
        model.method.kind,
        MethodId::WeightedSum | MethodId::WeightedProduct | MethodId::Topsis
    );
    let normalise = normalised_by(other).filter(|_| has_choice)?;
    let mut turned = model.clone();
    let parameters = &mut turned.method.parameters;
    let said = parameters.iter().position(|own| own.name == "normalise");
    let is_own = match said.map(|at| &parameters[at].setting) {
        Some(Setting::Word(word)) => word == normalise.id(),
        _ => normalised_by(model.method.kind) == Some(normalise),
    };
    if is_own {
        return None;
    }
    let setting = Setting::Word(normalise.id().to_owned());
    match said {
        Some(at) => parameters[at].setting = setting,
        None => {
            let span = model.vendors.first()?.span;
            parameters.push(Parameter { name: "normalise", setting, span });
        }
    }
    let run = evaluate(&turned, &Completion::default()).ok()?;
    let turns = run.rank(pair[1])? <= run.rank(pair[0])?;
    let after = lead(&turned, &run, pair);
    turns.then(|| Cause::Normalisation {
        normalise,
        carried: mine.zip(after).and_then(|(mine, after)| carried(&run, mine, &after)),
    })
}

/// How far the first of a pair is ahead, split over the criteria; `None` where the method splits
/// nothing.
fn lead(model: &Model, run: &Evaluation, pair: [VendorId; 2]) -> Option<Lead> {
    let method = run.method(model)?;
    let [a, b] = [run.row(pair[0])?, run.row(pair[1])?];
    alike::lead(&method, &run.problem, &run.outcome, a, b).ok()
}

/// The criterion whose part of the split changes most against the first of the pair.
fn carried(run: &Evaluation, before: &Lead, after: &Lead) -> Option<Carried> {
    let (before, after) = (shares(before)?, shares(after)?);
    let mut found: Option<Carried> = None;
    for ((&criterion, before), after) in run.leaves.iter().zip(before).zip(after) {
        let falls = |carried: &Carried| carried.before - carried.after;
        let carried = Carried { criterion, before, after };
        if found.as_ref().is_none_or(|most| falls(&carried) > falls(most)) {
            found = Some(carried);
        }
    }
    found.filter(|carried| carried.before > carried.after)
}

/// Parts over all that speaks for and against.
fn shares(lead: &Lead) -> Option<Vec<f64>> {
    let whole: f64 = lead.parts.iter().map(|part| part.abs()).sum();
    (whole > 0.0).then(|| lead.parts.iter().map(|part| part / whole).collect())
}
