//! A ranking: the answer, the table, what it hangs on, how much of it is judgement.
//! What `rank` shows in every format; built from a decision.

use crate::decide::decision::{Judgements, Place, Status};
use crate::method::outcome::Better;
use crate::reasons::Reasons;
use crate::reasons::headline::headline;
use crate::report::view::condition::{ConditionView, conditions, pending_words, search};
use crate::report::view::criterion::{CriterionView, GroupView, criteria, groups};
use crate::report::view::details::{Whole, whole};
use crate::report::view::headline::headline as sentences;
use crate::report::view::named::Named;
use crate::report::view::people::{PeopleView, people};
use crate::report::view::reason::reason;
use crate::report::view::scene::Scene;
use crate::report::view::selection::Selection;
use crate::report::view::split::{Split, split};
use crate::report::view::unknown::unknown;
use crate::report::view::vendor::{VendorView, vendor};
use crate::report::view::weights::{WeightsView, weights};
use crate::report::words::count;
use crate::text::source::Texts;

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
    /// Which vendors were asked for.
    pub selection: Selection,
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

/// The ranking of a decision.
pub fn ranking(reasons: &Reasons<'_>, texts: &Texts, selection: &Selection) -> Ranking {
    let scene = Scene::new(reasons, texts);
    let (model, decision) = (reasons.model, reasons.decision);
    let evaluation = &decision.reading;
    let first = headline(reasons);
    let split = split(model, decision);
    let places = selection.places(model, decision);
    let left_out = decision.places.len() - places.len();
    let why = |place: &Place| {
        let found = first.reasons.iter().find(|(vendor, _)| *vendor == place.vendor);
        found.map(|(id, why)| reason(&scene, *id, why)).unwrap_or_default()
    };
    let vendors =
        places.into_iter().map(|place| vendor(&scene, place, &split, why(place))).collect();
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
        selection: *selection,
        details: whole(model, decision),
        weights: weights(model, decision),
    }
}
