//! `robust --format json`: stability, acceptability, pairs, tornado, ladder, chances.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::answer::ladder::PairVerdict;
use crate::answer::smaa::acceptability::Estimate;
use crate::explore::robust::conditional_ladder::How;
use crate::explore::robust::weight_space::Weights;
use crate::report::view::quantity::Rating;
use crate::report::view::ranking::Named;
use crate::report::view::robust::{
    BarView, BeliefView, DivideView, EndView, OutcomeView, RobustView, RungView, ShareView,
    StabilityView, StretchView, VoiceView, VoterView,
};

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

/// How far one share may move.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Stability {
    /// The leaf.
    pub criterion: String,
    /// Its share today.
    pub weight: f64,
    /// Lower end of the stretch around today's share; null where nothing is chosen.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Who takes over below; null at 0, or where nobody does. The first of `low-rivals`.
    pub low_rival: Option<String>,
    /// Who takes over above.
    pub high_rival: Option<String>,
    /// Everybody who is newly chosen, or tied for it, just below.
    pub low_rivals: Vec<String>,
    /// The same just above.
    pub high_rivals: Vec<String>,
    /// Whether ends are exact rather than found by bisection.
    pub exact: bool,
    /// Other stretches with the same choice.
    pub other_pieces: Vec<Piece>,
}

/// A stretch of shares.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Piece {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Who takes over below.
    pub low_rivals: Vec<String>,
    /// Who takes over above.
    pub high_rivals: Vec<String>,
}

/// A share of draws and its standard error.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Share {
    /// In [0, 1].
    pub share: f64,
    /// Its standard error.
    pub error: f64,
}

/// How one vendor fares.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Acceptability {
    /// The vendor.
    pub vendor: String,
    /// Shares of draws from first to last; with `rejected` they add up to 1.
    pub ranks: Vec<f64>,
    /// The largest standard error of these.
    pub error: f64,
    /// How often it is chosen.
    pub chosen: Share,
    /// How often a gate or an assumption turns it away.
    pub rejected: Share,
    /// Mean shares by leaf over the draws in which it was first; null where it never was.
    pub central_weights: Option<Vec<Central>>,
    /// How often it is first under these; null where there are none.
    pub confidence: Option<Share>,
}

/// A mean share.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Central {
    /// The leaf.
    pub criterion: String,
    /// Its mean share.
    pub weight: f64,
    /// The standard error of that mean.
    pub error: f64,
}

/// How often one vendor is ahead of another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Pair {
    /// The one.
    pub vendor: String,
    /// The other.
    pub over: String,
    /// How often; one that passes is ahead of one that does not.
    pub share: f64,
    /// The standard error.
    pub error: f64,
}

/// What one input does.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Bar {
    /// Its path, as in `--set`.
    pub input: String,
    /// Lead of today's choice at the low end (an assumption: it fails); null where one of the
    /// chosen is out, nobody else stands, or there is no score.
    pub low: Option<f64>,
    /// Lead at the high end (an assumption: it holds).
    pub high: Option<f64>,
    /// What the input is at the low end.
    pub low_at: Value,
    /// What the input is at the high end.
    pub high_at: Value,
    /// Who is chosen at the low end.
    pub chosen_at_low: Vec<String>,
    /// Who is chosen at the high end.
    pub chosen_at_high: Vec<String>,
    /// Who is tied across the edge at the low end.
    pub tied_at_low: Vec<String>,
    /// Who is tied across the edge at the high end.
    pub tied_at_high: Vec<String>,
    /// Whether either end gives another choice than today's.
    pub changes: bool,
}

/// One set of weights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Rung {
    /// any, order, within=F, given, exactly.
    pub set: String,
    /// Whether all of it gives today's choice.
    pub settled: bool,
    /// Whether that is proved rather than seen over draws.
    pub exact: bool,
    /// Where drawn: the share of draws with another choice.
    pub changed: Option<f64>,
    /// Every two of the field; empty where drawn.
    pub pairs: Vec<RungPair>,
}

/// How one vendor stands to another over a set.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct RungPair {
    /// The one.
    pub vendor: String,
    /// The other.
    pub over: String,
    /// Whether it dominates, wins for every weight in the set, or neither.
    pub verdict: RungVerdict,
}

/// How one vendor stands to another over a set.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RungVerdict {
    /// At least as good on every criterion and better on one.
    Dominates,
    /// Ahead for every weight in the set.
    Wins,
    /// Some weights say otherwise.
    Undecided,
}

/// The largest regret of a vendor.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Regret {
    /// The vendor.
    pub vendor: String,
    /// In units of the score.
    pub regret: f64,
    /// Against whom; null where it is best for every weight in the set.
    pub rival: Option<String>,
}

/// Who ends up chosen over what is pending.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Chances {
    /// How they were found: enumerated, product, sampled.
    pub how: &'static str,
    /// Most likely first; they add up to 1.
    pub outcomes: Vec<Outcome>,
    /// Assumptions whose chance nobody stated: one half was taken.
    pub assumed: Vec<String>,
}

/// What one stakeholder alone would choose.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Voter {
    /// Who.
    pub stakeholder: String,
    /// How much they count; all add up to 1.
    pub share: f64,
    /// Whom they would choose; null where the method has no answer for them.
    pub chosen: Option<Vec<String>>,
    /// Who would be tied across the edge.
    pub tied: Vec<String>,
    /// Whether that is today's choice.
    pub agrees: bool,
}

/// The criterion over which two choices part.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Divide {
    /// The leaf.
    pub criterion: String,
    /// Today's choice, the last of it.
    pub vendor: String,
    /// Whom somebody would rather have.
    pub rival: String,
    /// The stakeholders who lean most and least to today's choice on it.
    pub between: [String; 2],
    /// How far their weighted differences lie apart, in units of the score.
    pub apart: f64,
}

/// What there is for and against a claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Belief {
    /// Its id.
    pub claim: String,
    /// The probability that it is true, from independent origins for and against.
    pub posterior: f64,
    /// Its grade of credibility, 1 to 6: shown, never multiplied.
    pub credibility: Option<u8>,
    /// Independent origins behind it.
    pub origins: Vec<Voice>,
    /// Sources that only relay others.
    pub echoes: usize,
    /// Claims that cannot hold beside it.
    pub contradicted_by: Vec<String>,
    /// Origins behind those.
    pub against: Vec<Voice>,
}

/// An origin.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Voice {
    /// Its id; for a free text, the text.
    pub source: String,
    /// Its grade A to F.
    pub grade: Option<&'static str>,
    /// How often it is taken to be right.
    pub channel: f64,
    /// Age of its report in days.
    pub age: Option<i64>,
    /// How much of its report still counts.
    pub freshness: f64,
}

/// Something that may come out.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Outcome {
    /// The chosen; nobody where empty.
    pub chosen: Vec<String>,
    /// Tied across the edge.
    pub tied: Vec<String>,
    /// In [0, 1].
    pub chance: f64,
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
                assumed: view.assumed.clone(),
            },
            evidence: view.beliefs.iter().map(Belief::from).collect(),
            stakeholders: view.voters.iter().map(Voter::from).collect(),
            divide: view.divide.as_ref().map(Divide::from),
            spread_from_grade: view.is_spread_from_grade,
            draws: view.draws,
            interrupted: view.is_interrupted,
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

/// The name of a weight set, as `--weight-set` takes it.
fn set_name(weights: Weights) -> String {
    match weights {
        Weights::Any => "any".to_owned(),
        Weights::Order => "order".to_owned(),
        Weights::Within(fraction) => format!("within={fraction}"),
        Weights::Given => "given".to_owned(),
        Weights::Exactly => "exactly".to_owned(),
    }
}

fn ids(vendors: &[Named]) -> Vec<String> {
    vendors.iter().map(|vendor| vendor.id.clone()).collect()
}

fn share(estimate: &Estimate) -> Share {
    Share { share: estimate.figure, error: estimate.error }
}

fn acceptability(view: &RobustView, found: &ShareView) -> Acceptability {
    let central = |estimates: &Vec<Estimate>| {
        let each = view.leaves.iter().zip(estimates);
        each.map(|(leaf, estimate)| Central {
            criterion: leaf.id.clone(),
            weight: estimate.figure,
            error: estimate.error,
        })
        .collect()
    };
    Acceptability {
        vendor: found.vendor.id.clone(),
        ranks: found.ranks.iter().map(|rank| rank.figure).collect(),
        error: found.ranks.iter().map(|rank| rank.error).fold(0.0, f64::max),
        chosen: share(&found.chosen),
        rejected: share(&found.rejected),
        central_weights: found.central.as_ref().map(central),
        confidence: found.confidence.as_ref().map(share),
    }
}

impl From<&StabilityView> for Stability {
    fn from(found: &StabilityView) -> Self {
        let holding = found.holding.as_ref();
        let low_rivals = holding.map(|stretch| ids(&stretch.low_rivals)).unwrap_or_default();
        let high_rivals = holding.map(|stretch| ids(&stretch.high_rivals)).unwrap_or_default();
        Self {
            criterion: found.criterion.id.clone(),
            weight: found.share,
            low: holding.map(|stretch| stretch.low),
            high: holding.map(|stretch| stretch.high),
            low_rival: low_rivals.first().cloned(),
            high_rival: high_rivals.first().cloned(),
            low_rivals,
            high_rivals,
            exact: found.is_exact,
            other_pieces: found.others.iter().map(Piece::from).collect(),
        }
    }
}

impl From<&StretchView> for Piece {
    fn from(stretch: &StretchView) -> Self {
        Self {
            low: stretch.low,
            high: stretch.high,
            low_rivals: ids(&stretch.low_rivals),
            high_rivals: ids(&stretch.high_rivals),
        }
    }
}

/// A rating, a weight or a status as JSON has it.
pub fn at(rating: &Rating) -> Value {
    match rating {
        Rating::Unknown => Value::Null,
        Rating::Number(number) => Value::from(*number),
        Rating::Boolean(yes) => Value::from(*yes),
        Rating::Word(word) => Value::from(word.as_str()),
    }
}

impl From<&BarView> for Bar {
    fn from(bar: &BarView) -> Self {
        let chosen = |end: &EndView| ids(&end.chosen);
        Self {
            input: bar.path.clone(),
            low: bar.low.lead,
            high: bar.high.lead,
            low_at: at(&bar.low.at),
            high_at: at(&bar.high.at),
            chosen_at_low: chosen(&bar.low),
            chosen_at_high: chosen(&bar.high),
            tied_at_low: ids(&bar.low.tied),
            tied_at_high: ids(&bar.high.tied),
            changes: bar.low.is_changed || bar.high.is_changed,
        }
    }
}

impl From<&RungView> for Rung {
    fn from(rung: &RungView) -> Self {
        let pair = |(vendor, over, verdict): &(String, String, PairVerdict)| RungPair {
            vendor: vendor.clone(),
            over: over.clone(),
            verdict: match verdict {
                PairVerdict::Dominates => RungVerdict::Dominates,
                PairVerdict::Wins => RungVerdict::Wins,
                PairVerdict::Undecided | PairVerdict::Empty => RungVerdict::Undecided,
            },
        };
        Self {
            set: set_name(rung.weights),
            settled: rung.is_settled,
            exact: rung.changes.is_none(),
            changed: rung.changes,
            pairs: rung.pairs.iter().map(pair).collect(),
        }
    }
}

impl From<&VoterView> for Voter {
    fn from(voter: &VoterView) -> Self {
        Self {
            stakeholder: voter.stakeholder.id.clone(),
            share: voter.amount,
            chosen: voter.chosen.as_ref().map(|all| ids(all)),
            tied: ids(&voter.tied),
            agrees: voter.agrees,
        }
    }
}

impl From<&DivideView> for Divide {
    fn from(divide: &DivideView) -> Self {
        Self {
            criterion: divide.criterion.id.clone(),
            vendor: divide.vendor.id.clone(),
            rival: divide.rival.id.clone(),
            between: divide.between.clone().map(|who| who.id),
            apart: divide.apart,
        }
    }
}

impl From<&BeliefView> for Belief {
    fn from(belief: &BeliefView) -> Self {
        Self {
            claim: belief.claim.clone(),
            posterior: belief.posterior,
            credibility: belief.credibility,
            origins: belief.origins.iter().map(Voice::from).collect(),
            echoes: belief.echoes,
            contradicted_by: belief.contradicted_by.clone(),
            against: belief.against.iter().map(Voice::from).collect(),
        }
    }
}

impl From<&VoiceView> for Voice {
    fn from(voice: &VoiceView) -> Self {
        Self {
            source: voice.source.clone(),
            grade: voice.grade,
            channel: voice.channel,
            age: voice.age,
            freshness: voice.freshness,
        }
    }
}

impl From<&OutcomeView> for Outcome {
    fn from(outcome: &OutcomeView) -> Self {
        Self { chosen: ids(&outcome.chosen), tied: ids(&outcome.tied), chance: outcome.chance }
    }
}
