//! `robust --format json`: stability, acceptability, pairs, tornado, ladder, chances.

pub mod acceptability;
pub mod chances;
pub mod evidence;
pub mod ladder;
pub mod people;
pub mod stability;
pub mod tornado;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::smaa::acceptability::Estimate;
use crate::explore::robust::conditional_ladder::How;
use crate::explore::robust::part::Part;
use crate::report::json::robust::acceptability::{Acceptability, Pair, acceptability};
use crate::report::json::robust::chances::{Chances, Outcome};
use crate::report::json::robust::evidence::Belief;
use crate::report::json::robust::ladder::{Regret, Rung, set_name};
use crate::report::json::robust::people::{Divide, Voter};
use crate::report::json::robust::stability::Stability;
use crate::report::json::robust::tornado::Bar;
use crate::report::view::named::Named;
use crate::report::view::robust::RobustView;

/// How sure a choice is.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Robust {
    /// Sentences, the answer first.
    pub headline: Vec<String>,
    /// How far the share of each leaf may move before another choice comes out, the others keeping
    /// their proportions.
    pub stability: Vec<Stability>,
    /// How often each vendor takes each rank, most often chosen first.
    pub acceptability: Vec<Acceptability>,
    /// How often one vendor is ahead of another; empty beyond 64 vendors.
    pub pairwise: Vec<Pair>,
    /// What each uncertain input does by itself, widest first.
    pub tornado: Vec<Bar>,
    /// What must be agreed about weights, widest set first.
    pub ladder: Vec<Rung>,
    /// The widest set that settles the choice; null where there is none to settle.
    pub needs: Option<String>,
    /// Largest regret of each vendor of the field over the weight set; null where nothing is exact.
    /// It depends on who else stands in the field.
    pub regret: Option<Vec<Regret>>,
    /// Who ends up chosen over what is pending.
    pub chances: Chances,
    /// What there is for and against each claim, in declared order.
    pub evidence: Vec<Belief>,
    /// What each stakeholder alone would choose, in declared order.
    pub stakeholders: Vec<Voter>,
    /// The criterion that divides them; null where nobody disagrees or scores are no sums.
    pub divide: Option<Divide>,
    /// Whether ratings take a spread from the grade of their evidence.
    pub spread_from_grade: bool,
    /// How many draws.
    pub draws: u64,
    /// Whether Ctrl-C stopped the drawing there: so many draws from the same seed give the same.
    pub interrupted: bool,
    /// What Ctrl-C left out above when the draws were made already: stability, tornado, ladder,
    /// regret, chances, confidence.
    pub left_out: Vec<&'static str>,
    /// The largest standard error of a rank acceptability.
    pub error: f64,
    /// Draws that the method refused.
    pub refused: u64,
    /// Share of draws in which nobody passes.
    pub nobody: f64,
    /// Share of draws that end in a tie across the edge.
    pub tied: f64,
    /// Where weights were drawn from: any, order, within=F, given, exactly.
    pub weight_set: String,
    /// What was drawn: weights, ratings, assumptions.
    pub varied: Vec<&'static str>,
    /// Whether draws do not depend on each other, so that errors mean what they say.
    pub independent: bool,
    /// Places of constraints that today's weights break.
    pub broken_constraints: Vec<String>,
}

impl From<&RobustView> for Robust {
    fn from(view: &RobustView) -> Self {
        let mut varied = Vec::new();
        let parts = [
            (view.vary.weights, "weights"),
            (view.vary.ratings, "ratings"),
            (view.vary.assumptions, "assumptions"),
        ];
        varied.extend(parts.into_iter().filter(|part| part.0).map(|part| part.1));
        let regret = |(vendor, regret, rival): &(Named, f64, Option<Named>)| Regret {
            vendor: vendor.id.clone(),
            regret: *regret,
            rival: rival.as_ref().map(|rival| rival.id.clone()),
        };
        let pair = |(vendor, over, share): &(Named, Named, Estimate)| Pair {
            vendor: vendor.id.clone(),
            over: over.id.clone(),
            share: share.figure,
            error: share.error,
        };
        let needs = view.ladder.iter().find(|rung| rung.is_settled);
        Self {
            headline: view.headline.clone(),
            stability: view.stability.iter().map(Stability::from).collect(),
            acceptability: view.vendors.iter().map(|share| acceptability(view, share)).collect(),
            pairwise: view.pairs.iter().map(pair).collect(),
            tornado: view.tornado.iter().map(Bar::from).collect(),
            ladder: view.ladder.iter().map(Rung::from).collect(),
            needs: needs.map(|rung| set_name(rung.weights)),
            regret: view.regrets.as_ref().map(|all| all.iter().map(regret).collect()),
            chances: Chances {
                how: match view.how {
                    How::Enumerated => "enumerated",
                    How::Product => "product",
                    How::Sampled(_) => "sampled",
                },
                outcomes: view.outcomes.iter().map(Outcome::from).collect(),
                refused: view.chance_refused,
                assumed: view.assumed.clone(),
            },
            evidence: view.beliefs.iter().map(Belief::from).collect(),
            stakeholders: view.voters.iter().map(Voter::from).collect(),
            divide: view.divide.as_ref().map(Divide::from),
            spread_from_grade: view.is_spread_from_grade,
            draws: view.draws,
            interrupted: view.is_interrupted,
            left_out: view.left_out.iter().map(|part| name(*part)).collect(),
            error: view.error,
            refused: view.refused,
            nobody: view.nobody.figure,
            tied: view.tied.figure,
            weight_set: set_name(view.weights),
            varied,
            independent: view.is_independent,
            broken_constraints: view.broken_constraints.clone(),
        }
    }
}

/// The key of the part.
fn name(part: Part) -> &'static str {
    match part {
        Part::Tornado => "tornado",
        Part::Chances => "chances",
        Part::Stability => "stability",
        Part::Ladder => "ladder",
        Part::Regrets => "regret",
        Part::Confidence => "confidence",
    }
}
