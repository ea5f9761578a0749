//! `ask --format json`: what is unknown, what knowing it is worth, which answer changes the choice.

use schemars::JsonSchema;
use serde::Serialize;

use crate::explore::ask::asking::How;
use crate::explore::ask::question::Kind;
use crate::report::json::ids;
use crate::report::view::asking::{AskView, QuestionView, TurningView};

/// What to find out next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Ask {
    /// Sentences, the answer first.
    pub headline: Vec<String>,
    /// The most worth asking first.
    pub unknowns: Vec<Unknown>,
    /// Whether it is proved that no single answer changes the choice.
    pub none_matters: bool,
    /// Who would be chosen by expected score as things stand; null where the score is no utility.
    pub by_expectation: Option<Vec<String>>,
    /// What knowing everything would be worth, in units of the score.
    pub everything: Option<f64>,
    /// How values were worked out: exact, slices, sampled, not-at-all.
    pub how: &'static str,
    /// How many answers to everything were drawn; null where none were.
    pub draws: Option<u64>,
    /// Whether Ctrl-C stopped the drawing there: so many draws from the same seed give the same.
    pub interrupted: bool,
}

/// Something to find out.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Unknown {
    /// Its path, as in `--set`.
    pub id: String,
    /// assumption, unknown-rating, uncertain-rating.
    pub kind: &'static str,
    /// Expected gain of the score of the choice, at least 0; null where not worked out.
    pub value_of_knowing: Option<f64>,
    /// Probability of an answer that changes the choice, all else as read.
    pub change_probability: f64,
    /// The first such answer in words; null where there is none.
    pub turning_answer: Option<String>,
    /// All of them.
    pub turning: Vec<Turning>,
    /// Whether every answer was looked at.
    pub proved: bool,
    /// Whether its chances are nobody's statement.
    pub assumed: bool,
    /// What asking costs.
    pub cost: Option<f64>,
    /// Who finds out.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<String>,
}

/// An answer that changes the choice.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Turning {
    /// In words.
    pub answer: String,
    /// Its probability.
    pub probability: f64,
    /// Who is chosen then.
    pub chosen: Vec<String>,
    /// Who is tied across the edge then.
    pub tied: Vec<String>,
}

impl From<&AskView> for Ask {
    fn from(view: &AskView) -> Self {
        Self {
            headline: view.headline.clone(),
            unknowns: view.questions.iter().map(Unknown::from).collect(),
            none_matters: view.none_matters,
            by_expectation: view.by_expectation.as_ref().map(|all| ids(all)),
            everything: view.everything,
            how: match view.how {
                How::Exact => "exact",
                How::Slices(_) => "slices",
                How::Sampled(_) => "sampled",
                How::NotAtAll => "not-at-all",
            },
            draws: match view.how {
                How::Sampled(draws) => Some(draws),
                How::Exact | How::Slices(_) | How::NotAtAll => None,
            },
            interrupted: view.is_interrupted,
        }
    }
}

impl From<&QuestionView> for Unknown {
    fn from(question: &QuestionView) -> Self {
        Self {
            id: question.path.clone(),
            kind: match question.kind {
                Kind::Assumption => "assumption",
                Kind::Unknown => "unknown-rating",
                Kind::Uncertain => "uncertain-rating",
            },
            value_of_knowing: question.value,
            change_probability: question.change_probability,
            turning_answer: question.turning.first().map(|turn| turn.words.clone()),
            turning: question.turning.iter().map(Turning::from).collect(),
            proved: question.is_proved,
            assumed: question.is_assumed,
            cost: question.cost,
            owner: question.owner.clone(),
            due: question.due.clone(),
        }
    }
}

impl From<&TurningView> for Turning {
    fn from(turn: &TurningView) -> Self {
        Self {
            answer: turn.words.clone(),
            probability: turn.probability,
            chosen: ids(&turn.chosen),
            tied: ids(&turn.tied),
        }
    }
}
