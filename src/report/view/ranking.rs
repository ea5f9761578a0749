//! A ranking: the answer, the table, what it hangs on, how much of it is judgement.
//! What `rank` shows in every format; built from a decision.

use crate::decide::cell::Cell;
use crate::decide::decision::{Decision, Judgements, Place, Status, Verdict};
use crate::method::outcome::{Better, Unit};
use crate::method::problem::Direction;
use crate::model::criterion::Unknown;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::headline::{Headline, headline};
use crate::report::view::barrier::{BarrierView, barriers};
use crate::report::view::condition::{ConditionView, conditions, pending_words, search};
use crate::report::view::details::{Whole, own, whole};
use crate::report::view::headline::headline as sentences;
use crate::report::view::people::{PeopleView, people};
use crate::report::view::quantity::{Rating, rating};
use crate::report::view::reason::reason;
use crate::report::view::scene::Scene;
use crate::report::view::selection::Selection;
use crate::report::view::split::{Split, numbers, split};
use crate::report::view::weights::{WeightsView, weights};
use crate::report::words::{count, list};
use crate::text::source::Texts;

/// Unknown ratings that are named before the rest is counted.
const SHOWN_UNKNOWN: usize = 4;

/// A thing by its id, with what people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The table key.
    pub id: String,
    /// The title, else the id.
    pub label: String,
}

impl Named {
    /// A vendor.
    pub fn vendor(model: &Model, id: VendorId) -> Self {
        let vendor = model.vendor(id);
        Self { id: vendor.name.clone(), label: vendor.label().to_owned() }
    }

    /// Vendors in the order given.
    pub fn all(model: &Model, ids: &[VendorId]) -> Vec<Self> {
        ids.iter().map(|id| Self::vendor(model, *id)).collect()
    }
}

/// A ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// Title of the scenario.
    pub title: Option<String>,
    /// Date of the scenario as written.
    pub date: Option<String>,
    /// Id of the method.
    pub method: &'static str,
    /// Which end of a score is the good one.
    pub better: Better,
    /// How many are to be chosen.
    pub choose: usize,
    /// Nobody, tied, conditional or decided.
    pub status: Status,
    /// Sentences, the answer first.
    pub headline: Vec<String>,
    /// Best first.
    pub chosen: Vec<Named>,
    /// Tied across the edge.
    pub tied: Vec<Named>,
    /// Merit of the last chosen over that of the best not chosen.
    pub margin: Option<f64>,
    /// Whether that is below the close-call.
    pub close: bool,
    /// Decimals under which different scores look different.
    pub decimals: usize,
    /// Smallest departures from the reading that change the chosen set.
    pub conditions: Vec<ConditionView>,
    /// What to say where they were not searched to the end.
    pub search: Option<String>,
    /// Pending assumptions that somebody depends on, in words.
    pub pending: Vec<String>,
    /// Unknown ratings that decide a gate or are filled to make a score, in words.
    pub unknown: Vec<String>,
    /// How much is judgement.
    pub judgements: Judgements,
    /// What each stakeholder alone would choose.
    pub people: Option<PeopleView>,
    /// Leaves in declared order.
    pub criteria: Vec<CriterionView>,
    /// Groups in declared order.
    pub groups: Vec<GroupView>,
    /// The middle columns of the table.
    pub split: Split,
    /// Best first: chosen and eligible, then rejected, then excluded; or as the selection sorts.
    pub vendors: Vec<VendorView>,
    /// Vendors that the selection leaves out.
    pub left_out: usize,
    /// The method's figures for the whole run.
    pub details: Vec<(&'static str, Whole)>,
    /// What derived weights came with.
    pub weights: Vec<WeightsView>,
}

impl Ranking {
    /// How much is judgement, in a sentence; `None` where nothing is rated.
    pub fn judgement(&self) -> Option<String> {
        let Judgements { of, without_evidence } = self.judgements;
        let ratings = count(of, "rating");
        match (of, without_evidence) {
            (0, _) => None,
            (1, 0) => Some("Evidence is cited for the only rating.".to_owned()),
            (1, _) => Some("The only rating is judgement: it cites no evidence.".to_owned()),
            (_, 0) => Some(format!("Evidence is cited for every one of {ratings}.")),
            (of, all) if of == all => {
                Some(format!("All {ratings} are judgement: they cite no evidence."))
            }
            (_, 1) => Some(format!("1 of {ratings} is judgement: it cites no evidence.")),
            (_, some) => Some(format!("{some} of {ratings} are judgement: they cite no evidence.")),
        }
    }
}

/// A leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionView {
    /// The table key.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Its share of the whole; `None` for a pure gate.
    pub share: Option<f64>,
    /// Whether more or less is better.
    pub direction: Direction,
    /// The group it stands under.
    pub under: Option<String>,
    /// Printed after numbers.
    pub unit: Option<String>,
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupView {
    /// The table key.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Its share of the whole.
    pub share: Option<f64>,
    /// Its members in declared order.
    pub members: Vec<String>,
}

/// A vendor's row.
#[derive(Debug, Clone, PartialEq)]
pub struct VendorView {
    /// The table key.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Rank in the field.
    pub rank: Option<usize>,
    /// Where a rejected one would stand.
    pub would_rank: Option<usize>,
    /// Its score; for a rejected one, what it would be.
    pub score: Option<f64>,
    /// In the reading.
    pub verdict: Verdict,
    /// Whether some completion gives another verdict.
    pub conditional: bool,
    /// Whether it is tied across the edge.
    pub tied: bool,
    /// Why, in a line.
    pub reason: String,
    /// Gates and required assumptions.
    pub barriers: Vec<BarrierView>,
    /// One for each leaf, in declared order.
    pub contributions: Vec<ContributionView>,
    /// One for each part of the split.
    pub parts: Vec<Option<f64>>,
    /// The method's own figures for it.
    pub details: Vec<(&'static str, f64)>,
}

/// One vendor on one leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributionView {
    /// The leaf.
    pub criterion: String,
    /// Its share of the whole; `None` for a pure gate.
    pub share: Option<f64>,
    /// The rating that counts.
    pub rating: Rating,
    /// Whether the rating is unknown.
    pub unknown: bool,
    /// Its value in [0, 1].
    pub value: Option<f64>,
    /// Its part of the score, where the method splits additively.
    pub contribution: Option<f64>,
}

/// The ranking of a decision.
pub fn ranking(reasons: &Reasons<'_>, texts: &Texts, selection: &Selection) -> Ranking {
    let scene = Scene::new(reasons, texts);
    let (model, decision) = (reasons.model, reasons.decision);
    let evaluation = &decision.reading;
    let first = headline(reasons);
    let split = split(model, decision);
    let places = selection.places(model, decision);
    let left_out = decision.places.len() - places.len();
    let why = |place: &Place| first.reasons.iter().find(|(vendor, _)| *vendor == place.vendor);
    let vendors = places.into_iter().map(|place| {
        let why = why(place).map(|(id, why)| reason(&scene, *id, why)).unwrap_or_default();
        row(&scene, place, &split, why)
    });
    let vendors: Vec<VendorView> = vendors.collect();
    Ranking {
        title: model.title.clone(),
        date: model.date.clone(),
        method: model.method.kind.id(),
        better: evaluation.outcome.better,
        choose: model.choose,
        status: decision.status,
        headline: sentences(&scene, &first),
        chosen: Named::all(model, &evaluation.chosen),
        tied: Named::all(model, &evaluation.tied),
        margin: decision.margin,
        close: decision.close,
        decimals: scene.decimals,
        conditions: conditions(model, decision),
        search: search(decision),
        pending: first
            .pending
            .iter()
            .map(|pending| pending_words(model.assumption(pending.assumption)))
            .collect(),
        unknown: unknown(&scene, &first),
        judgements: decision.judgements,
        people: people(model, evaluation),
        criteria: criteria(model, decision),
        groups: groups(model, decision),
        vendors,
        split,
        left_out,
        details: whole(model, decision),
        weights: weights(model, decision),
    }
}

/// What nobody knows and how it is taken, a sentence for each way of taking it.
fn unknown(scene: &Scene<'_>, first: &Headline) -> Vec<String> {
    let words = |cells: &[(VendorId, CriterionId)]| {
        let named: Vec<String> = cells
            .iter()
            .take(SHOWN_UNKNOWN)
            .map(|(vendor, id)| format!("{} of {}", scene.criterion(*id), scene.vendor(*vendor)))
            .collect();
        let rest = cells.len() - named.len();
        if rest > 0 { format!("{} and {rest} more", named.join(", ")) } else { list(&named) }
    };
    let mut sentences = Vec::new();
    // Of a vendor that is out anyway nobody asks.
    let in_field = |cell: &&(VendorId, CriterionId)| scene.reasons.decision.reading.row(cell.0);
    let gates: Vec<_> =
        first.unknown_gates.iter().filter(|cell| in_field(cell).is_some()).copied().collect();
    if !gates.is_empty() {
        let cells = words(&gates);
        sentences.push(format!("unknown, taken as passing the gate: {cells}"));
    }
    let fills = [
        (Unknown::Worst, "unknown, counted as the worst"),
        (Unknown::Midpoint, "unknown, counted as the middle"),
        (Unknown::Best, "unknown, counted as the best"),
    ];
    for (fill, lead) in fills {
        let is_filled = |id: CriterionId| {
            let leaf = scene.model().criterion(id).leaf();
            leaf.is_some_and(|leaf| leaf.unknown == fill)
        };
        let cells: Vec<_> = first.filled.iter().copied().filter(|cell| is_filled(cell.1)).collect();
        if !cells.is_empty() {
            sentences.push(format!("{lead}: {}", words(&cells)));
        }
    }
    sentences
}

fn row(scene: &Scene<'_>, place: &Place, split: &Split, reason: String) -> VendorView {
    let (model, decision) = (scene.model(), scene.reasons.decision);
    let evaluation = &decision.reading;
    let Named { id, label } = Named::vendor(model, place.vendor);
    let put_back = place.put_back.as_ref();
    let leaves = model.criterion_ids().filter(|id| model.criterion(*id).leaf().is_some());
    VendorView {
        id,
        label,
        rank: place.rank,
        would_rank: put_back.map(|back| back.rank),
        score: evaluation.score(place.vendor).or(put_back.and_then(|back| back.score)),
        verdict: place.verdict,
        conditional: place.conditional,
        tied: place.tied,
        reason,
        barriers: barriers(model, evaluation, place.vendor),
        contributions: leaves.map(|leaf| contribution(model, decision, place, leaf)).collect(),
        parts: numbers(model, decision, split, place),
        details: own(decision, place.vendor),
    }
}

fn contribution(
    model: &Model,
    decision: &Decision,
    place: &Place,
    leaf: CriterionId,
) -> ContributionView {
    let evaluation = &decision.reading;
    let criterion = model.criterion(leaf);
    let cell: &Cell = &evaluation.cells[place.vendor.index()][leaf.index()];
    let column = evaluation.column(leaf);
    let row = evaluation.row(place.vendor);
    let back = place.put_back.as_ref();
    let is_compared = model.compared_on(leaf).is_some();
    let value = match (column, row, back) {
        _ if is_compared => None,
        (Some(column), Some(row), _) => Some(evaluation.problem.values.get(row, column)),
        (Some(column), None, Some(back)) => back.values.get(column).copied(),
        _ => cell.value,
    };
    let parts = evaluation.outcome.parts.as_ref().filter(|parts| parts.unit == Unit::Score);
    let contribution = match (column, row, back) {
        (Some(column), Some(row), _) => parts.map(|parts| parts.cells.get(row, column)),
        (Some(column), None, Some(back)) => parts.and(back.parts.as_ref()).map(|all| all[column]),
        _ => None,
    };
    ContributionView {
        criterion: criterion.name.clone(),
        share: column.and(evaluation.shares[leaf.index()]),
        rating: rating(criterion, &cell.quantity),
        unknown: cell.is_filled() && !is_compared,
        value,
        contribution,
    }
}

fn criteria(model: &Model, decision: &Decision) -> Vec<CriterionView> {
    let name = |id: CriterionId| model.criterion(id).name.clone();
    model
        .criterion_ids()
        .filter_map(|id| {
            let criterion = model.criterion(id);
            let leaf = criterion.leaf()?;
            Some(CriterionView {
                id: criterion.name.clone(),
                label: criterion.label().to_owned(),
                share: decision.reading.shares[id.index()],
                direction: leaf.direction,
                under: criterion.under.map(name),
                unit: leaf.unit.clone(),
            })
        })
        .collect()
}

fn groups(model: &Model, decision: &Decision) -> Vec<GroupView> {
    let name = |id: &CriterionId| model.criterion(*id).name.clone();
    model
        .criterion_ids()
        .filter(|id| !model.criterion(*id).members().is_empty())
        .map(|id| {
            let group = model.criterion(id);
            GroupView {
                id: group.name.clone(),
                label: group.label().to_owned(),
                share: decision.reading.shares[id.index()],
                members: group.members().iter().map(name).collect(),
            }
        })
        .collect()
}
