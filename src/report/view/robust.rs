//! How sure a choice is, as it is shown: the headline, then everything it was read off.
//! Built from what `explore` worked out; formats round and lay out, nothing else.

pub mod belief;
pub mod headline;
pub mod ladder;
pub mod outcomes;
pub mod people;
pub mod shares;
pub mod stability;
pub mod tornado;

use crate::answer::smaa::acceptability::Estimate;
use crate::explore::robust::conditional_ladder::How;
use crate::explore::robust::part::Part;
use crate::explore::robust::robustness::{Robustness, Vary};
use crate::explore::robust::weight_space::Weights;
use crate::model::id::{CriterionId, VendorId};
use crate::report::view::named::Named;
use crate::report::view::robust::belief::{BeliefView, belief};
use crate::report::view::robust::headline::headline;
use crate::report::view::robust::ladder::{RungView, rung_view};
use crate::report::view::robust::outcomes::{OutcomeView, outcome};
use crate::report::view::robust::people::{DivideView, VoterView, stakeholder, voter};
use crate::report::view::robust::shares::ShareView;
use crate::report::view::robust::stability::{StabilityView, stability};
use crate::report::view::robust::tornado::{BarView, bar_view};
use crate::report::view::scene::Scene;

/// How sure a choice is.
#[derive(Debug, Clone, PartialEq)]
pub struct RobustView {
    /// Sentences, the answer first.
    pub headline: Vec<String>,
    /// By leaf, in declared order.
    pub stability: Vec<StabilityView>,
    /// Everybody not excluded, most often chosen first.
    pub vendors: Vec<ShareView>,
    /// Ids of the leaves that weights are over.
    pub leaves: Vec<Named>,
    /// Every pair; empty where not counted.
    pub pairs: Vec<(Named, Named, Estimate)>,
    /// Bars, widest first.
    pub tornado: Vec<BarView>,
    /// Rungs, widest set first.
    pub ladder: Vec<RungView>,
    /// Largest regrets over the weight set.
    pub regrets: Option<Vec<(Named, f64, Option<Named>)>>,
    /// What may come out of what is pending.
    pub outcomes: Vec<OutcomeView>,
    /// The chance that the method cannot rank what comes out.
    pub chance_refused: f64,
    /// How their chances were found.
    pub how: How,
    /// Labels of assumptions whose chance nobody stated.
    pub assumed: Vec<String>,
    /// Whether anything is pending, and its chances were worked out.
    pub is_pending: bool,
    /// How many draws, and from what.
    pub draws: u64,
    /// Whether somebody stopped the drawing there.
    pub is_interrupted: bool,
    /// The largest standard error of a rank acceptability.
    pub error: f64,
    /// Draws that the method refused.
    pub refused: u64,
    /// How often nobody passed, and how often a tie left a place open.
    pub nobody: Estimate,
    /// How often a tie across the edge left a place open.
    pub tied: Estimate,
    /// Where weights were drawn from.
    pub weights: Weights,
    /// What was drawn.
    pub vary: Vary,
    /// Whether draws do not depend on each other.
    pub is_independent: bool,
    /// `file:line` of constraints that today's weights break.
    pub broken_constraints: Vec<String>,
    /// What there is for and against each claim, in declared order.
    pub beliefs: Vec<BeliefView>,
    /// What each stakeholder alone would choose, in declared order; empty where there are none.
    pub voters: Vec<VoterView>,
    /// What divides them, in a sentence.
    pub divide: Option<DivideView>,
    /// Whether ratings take a spread from the grade of their evidence.
    pub is_spread_from_grade: bool,
    /// Decimals of scores.
    pub decimals: usize,
    /// What was left out since somebody stopped it after the draws.
    pub left_out: Vec<Part>,
}

/// The view of a robustness.
pub fn view(scene: &Scene<'_>, found: &Robustness) -> RobustView {
    let model = scene.model();
    let vendor = |id: VendorId| Named::vendor(model, id);
    let criterion = |id: CriterionId| named_criterion(scene, id);
    let sampled = &found.acceptability;
    let mut vendors: Vec<ShareView> = sampled
        .vendors
        .iter()
        .map(|share| ShareView {
            vendor: vendor(share.vendor),
            ranks: share.ranks.clone(),
            chosen: share.chosen,
            rejected: share.rejected,
            central: share.central_shares.clone(),
            confidence: share.confidence,
        })
        .collect();
    // Stable: those alike stay in declared order.
    vendors.sort_by(|a, b| {
        let first = |share: &ShareView| share.ranks.first().map_or(0.0, |rank| rank.figure);
        b.chosen.figure.total_cmp(&a.chosen.figure).then(first(b).total_cmp(&first(a)))
    });
    let pairs = sampled.pairs.iter();
    RobustView {
        headline: headline(scene, found),
        stability: found.stability.iter().map(|each| stability(scene, each)).collect(),
        vendors,
        leaves: scene.reasons.decision.reading.leaves.iter().map(|id| criterion(*id)).collect(),
        pairs: pairs.map(|pair| (vendor(pair.vendor), vendor(pair.over), pair.share)).collect(),
        tornado: found.tornado.iter().map(|bar| bar_view(scene, bar)).collect(),
        ladder: found.ladder.iter().map(|rung| rung_view(scene, rung)).collect(),
        regrets: found.regrets.as_ref().map(|regrets| {
            let regret = regrets.iter();
            regret.map(|each| (vendor(each.vendor), each.regret, each.rival.map(vendor))).collect()
        }),
        outcomes: found.chances.outcomes.iter().map(|each| outcome(scene, each)).collect(),
        chance_refused: found.chances.refused,
        how: found.chances.how,
        assumed: found
            .chances
            .open
            .iter()
            .filter(|open| open.is_assumed)
            .map(|open| model.assumption(open.assumption).name.clone())
            .collect(),
        is_pending: !found.chances.open.is_empty() && !found.left_out.contains(&Part::Chances),
        draws: sampled.draws,
        is_interrupted: sampled.is_interrupted,
        error: sampled.error,
        refused: sampled.refused,
        nobody: sampled.nobody,
        tied: sampled.tied,
        weights: found.weights,
        vary: found.vary,
        is_independent: found.is_independent,
        broken_constraints: found
            .broken_constraints
            .iter()
            .map(|idx| scene.texts.place(model.weight_constraints[*idx].span))
            .collect(),
        voters: found
            .voters
            .iter()
            .flat_map(|all| all.voters.iter().map(|each| voter(scene, each)))
            .collect(),
        divide: found.voters.as_ref().and_then(|all| all.divide.as_ref()).map(|divide| {
            DivideView {
                criterion: criterion(divide.criterion),
                vendor: vendor(divide.vendor),
                rival: vendor(divide.rival),
                between: divide.between.map(|id| stakeholder(scene, id)),
                apart: divide.apart,
                is_score: divide.is_score,
            }
        }),
        beliefs: found.beliefs.iter().map(|each| belief(scene, each)).collect(),
        is_spread_from_grade: found.vary.ratings
            && model.evidence_settings.spread_from_grade.iter().any(Option::is_some),
        decimals: scene.decimals,
        left_out: found.left_out.clone(),
    }
}

/// A criterion or group by id and label.
pub fn named_criterion(scene: &Scene<'_>, id: CriterionId) -> Named {
    let criterion = scene.model().criterion(id);
    Named { id: criterion.name.clone(), label: criterion.label().to_owned() }
}
