//! How sure a choice is, as it is shown: the headline, then everything it was read off.
//! Built from what `explore` worked out; formats round and lay out, nothing else.

use crate::answer::ladder::PairVerdict;
use crate::answer::smaa::acceptability::Estimate;
use crate::explore::evidence::belief::{Belief, Voice};
use crate::explore::robust::conditional_ladder::{How, Outcome};
use crate::explore::robust::ladder::Rung;
use crate::explore::robust::people::Voter;
use crate::explore::robust::robustness::{Robustness, Vary};
use crate::explore::robust::stability::{Stability, Stretch};
use crate::explore::robust::tornado::{At, Bar, End};
use crate::explore::robust::weight_space::Weights;
use crate::model::assumption::Status;
use crate::model::evidence::Reliability;
use crate::model::id::{CriterionId, StakeholderId, VendorId};
use crate::report::view::quantity::{Rating, rating};
use crate::report::view::ranking::Named;
use crate::report::view::robust_headline::{headline, input_label, input_path, weights_words};
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
    /// How their chances were found.
    pub how: How,
    /// Labels of assumptions whose chance nobody stated.
    pub assumed: Vec<String>,
    /// Whether anything is pending.
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
}

/// What one stakeholder alone would choose.
#[derive(Debug, Clone, PartialEq)]
pub struct VoterView {
    /// Who.
    pub stakeholder: Named,
    /// How much they count.
    pub amount: f64,
    /// Whom they would choose; `None` where the method has no answer for them.
    pub chosen: Option<Vec<Named>>,
    /// Who would be tied across the edge.
    pub tied: Vec<Named>,
    /// Whether that is today's choice.
    pub agrees: bool,
}

/// The criterion over which two choices part.
#[derive(Debug, Clone, PartialEq)]
pub struct DivideView {
    /// The leaf.
    pub criterion: Named,
    /// Today's choice.
    pub vendor: Named,
    /// The other one.
    pub rival: Named,
    /// Who leans most to today's choice on it, and who least.
    pub between: [Named; 2],
    /// How far their weighted differences lie apart.
    pub apart: f64,
}

/// What there is for and against a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct BeliefView {
    /// Its id.
    pub claim: String,
    /// The probability that it is true.
    pub posterior: f64,
    /// Its grade of credibility, 1 to 6: shown, never multiplied.
    pub credibility: Option<u8>,
    /// Origins behind it.
    pub origins: Vec<VoiceView>,
    /// Sources that only relay others.
    pub echoes: usize,
    /// Ids of claims that cannot hold beside it.
    pub contradicted_by: Vec<String>,
    /// Origins behind those.
    pub against: Vec<VoiceView>,
}

/// An origin.
#[derive(Debug, Clone, PartialEq)]
pub struct VoiceView {
    /// Its id.
    pub source: String,
    /// Its grade.
    pub grade: Option<&'static str>,
    /// How often it is right.
    pub channel: f64,
    /// Age of its report in days.
    pub age: Option<i64>,
    /// How much of it still counts.
    pub freshness: f64,
}

/// How far one share may move.
#[derive(Debug, Clone, PartialEq)]
pub struct StabilityView {
    /// The leaf.
    pub criterion: Named,
    /// Its share today.
    pub share: f64,
    /// The stretch that holds it.
    pub holding: Option<StretchView>,
    /// Others with the same choice.
    pub others: Vec<StretchView>,
    /// Whether ends are exact.
    pub is_exact: bool,
}

/// A stretch of shares.
#[derive(Debug, Clone, PartialEq)]
pub struct StretchView {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Who takes over below.
    pub low_rivals: Vec<Named>,
    /// Who takes over above.
    pub high_rivals: Vec<Named>,
}

/// How one vendor fares over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareView {
    /// Who.
    pub vendor: Named,
    /// From first to last.
    pub ranks: Vec<Estimate>,
    /// How often chosen.
    pub chosen: Estimate,
    /// How often without rank.
    pub rejected: Estimate,
    /// Mean shares where it was first, by leaf.
    pub central: Option<Vec<Estimate>>,
    /// How often it is first under these.
    pub confidence: Option<Estimate>,
}

/// One uncertain input.
#[derive(Debug, Clone, PartialEq)]
pub struct BarView {
    /// Its path, as in `--set`.
    pub path: String,
    /// In words.
    pub label: String,
    /// At its low end.
    pub low: EndView,
    /// At its high end.
    pub high: EndView,
}

/// One end of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct EndView {
    /// What the input is.
    pub at: Rating,
    /// The lead of today's choice.
    pub lead: Option<f64>,
    /// Who is chosen.
    pub chosen: Vec<Named>,
    /// Who is tied across the edge.
    pub tied: Vec<Named>,
    /// Whether that is another choice than today's.
    pub is_changed: bool,
}

/// One set of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct RungView {
    /// The set.
    pub weights: Weights,
    /// In words.
    pub label: String,
    /// Whether it settles the choice.
    pub is_settled: bool,
    /// Where sampled: the share of draws with another choice.
    pub changes: Option<f64>,
    /// Pairs of ids with their verdict.
    pub pairs: Vec<(String, String, PairVerdict)>,
}

/// Something that may come out.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeView {
    /// The chosen; nobody where empty.
    pub chosen: Vec<Named>,
    /// Tied across the edge.
    pub tied: Vec<Named>,
    /// In [0, 1].
    pub chance: f64,
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
        how: found.chances.how,
        assumed: found
            .chances
            .open
            .iter()
            .filter(|open| open.is_assumed)
            .map(|open| model.assumption(open.assumption).name.clone())
            .collect(),
        is_pending: !found.chances.open.is_empty(),
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
            }
        }),
        beliefs: found.beliefs.iter().map(|each| belief(scene, each)).collect(),
        is_spread_from_grade: found.vary.ratings
            && model.evidence_settings.spread_from_grade.iter().any(Option::is_some),
        decimals: scene.decimals,
    }
}

/// A criterion or group by id and label.
pub fn named_criterion(scene: &Scene<'_>, id: CriterionId) -> Named {
    let criterion = scene.model().criterion(id);
    Named { id: criterion.name.clone(), label: criterion.label().to_owned() }
}

fn voter(scene: &Scene<'_>, found: &Voter) -> VoterView {
    VoterView {
        stakeholder: stakeholder(scene, found.stakeholder),
        amount: found.amount,
        chosen: found.chosen.as_ref().map(|all| Named::all(scene.model(), all)),
        tied: Named::all(scene.model(), &found.tied),
        agrees: found.agrees,
    }
}

/// A stakeholder by id and label.
pub fn stakeholder(scene: &Scene<'_>, id: StakeholderId) -> Named {
    let who = scene.model().people.as_ref().and_then(|all| all.stakeholders.get(id.index()));
    who.map_or_else(
        || Named { id: id.index().to_string(), label: id.index().to_string() },
        |who| Named { id: who.name.clone(), label: who.label().to_owned() },
    )
}

fn belief(scene: &Scene<'_>, found: &Belief) -> BeliefView {
    let model = scene.model();
    let voice = |voice: &Voice| VoiceView {
        source: model.source(voice.source).name.clone(),
        grade: model.source(voice.source).reliability.map(grade_letter),
        channel: voice.channel,
        age: voice.age,
        freshness: voice.freshness,
    };
    let names = found.contradicted_by.iter();
    BeliefView {
        claim: model.claim(found.claim).name.clone(),
        posterior: found.posterior,
        credibility: model.claim(found.claim).credibility,
        origins: found.origins.iter().map(voice).collect(),
        echoes: found.echoes,
        contradicted_by: names.map(|id| model.claim(*id).name.clone()).collect(),
        against: found.against.iter().map(voice).collect(),
    }
}

/// The letter of a grade.
fn grade_letter(grade: Reliability) -> &'static str {
    ["A", "B", "C", "D", "E", "F"][crate::model::evidence_settings::place(grade)]
}

fn stability(scene: &Scene<'_>, found: &Stability) -> StabilityView {
    let vendors =
        |ids: &[VendorId]| ids.iter().map(|id| Named::vendor(scene.model(), *id)).collect();
    let stretch = |stretch: &Stretch| StretchView {
        low: stretch.low,
        high: stretch.high,
        low_rivals: vendors(&stretch.low_rivals),
        high_rivals: vendors(&stretch.high_rivals),
    };
    StabilityView {
        criterion: named_criterion(scene, found.criterion),
        share: found.share,
        holding: found.holding.as_ref().map(stretch),
        others: found.others.iter().map(stretch).collect(),
        is_exact: found.is_exact,
    }
}

fn bar_view(scene: &Scene<'_>, bar: &Bar) -> BarView {
    let vendors =
        |ids: &[VendorId]| ids.iter().map(|id| Named::vendor(scene.model(), *id)).collect();
    let end = |end: &End| EndView {
        at: match &end.at {
            At::Rating(datum) => match bar.input {
                crate::explore::robust::tornado::Input::Rating(_, id) => rating(
                    scene.model().criterion(id),
                    &crate::model::datum::Quantity::Point(datum.clone()),
                ),
                _ => Rating::Unknown,
            },
            At::Weight(number) => Rating::Number(*number),
            At::Status(Status::Holds) => Rating::Word("holds".to_owned()),
            At::Status(Status::Fails) => Rating::Word("fails".to_owned()),
            At::Status(Status::Pending) => Rating::Unknown,
        },
        lead: end.lead,
        chosen: vendors(&end.chosen),
        tied: vendors(&end.tied),
        is_changed: end.is_changed,
    };
    BarView {
        path: input_path(scene, bar.input),
        label: input_label(scene, bar.input),
        low: end(&bar.low),
        high: end(&bar.high),
    }
}

fn rung_view(scene: &Scene<'_>, rung: &Rung) -> RungView {
    let id = |vendor: VendorId| scene.model().vendor(vendor).name.clone();
    RungView {
        weights: rung.weights,
        label: match (rung.weights, scene.model().weight_constraints.is_empty()) {
            (Weights::Exactly, _) | (_, true) => weights_words(rung.weights),
            (_, false) => format!("{}, constraints kept", weights_words(rung.weights)),
        },
        is_settled: rung.is_settled,
        changes: rung.changes,
        pairs: rung.pairs.iter().map(|(a, b, verdict)| (id(*a), id(*b), *verdict)).collect(),
    }
}

fn outcome(scene: &Scene<'_>, found: &Outcome) -> OutcomeView {
    let vendors =
        |ids: &[VendorId]| ids.iter().map(|id| Named::vendor(scene.model(), *id)).collect();
    OutcomeView { chosen: vendors(&found.chosen), tied: vendors(&found.tied), chance: found.chance }
}
