//! What to find out next, as it is shown: the headline, then each question with its answers.
//! Built from what `explore` worked out; formats round and lay out, nothing else.

use crate::explore::ask::asking::{Asking, How};
use crate::explore::ask::question::{Answer, Bound, BoundEnd, Kind, Question, Turning};
use crate::explore::robust::tornado::Input;
use crate::model::datum::Datum;
use crate::report::digits::percent;
use crate::report::view::named::Named;
use crate::report::view::quantity::datum_words;
use crate::report::view::robust::headline::{input_label, input_path};
use crate::report::view::scene::Scene;
use crate::report::words::{closed, count, list};

/// What to find out next.
#[derive(Debug, Clone, PartialEq)]
pub struct AskView {
    /// Sentences, the answer first.
    pub headline: Vec<String>,
    /// The most worth asking first.
    pub questions: Vec<QuestionView>,
    /// Whether it is proved that no single answer changes the choice.
    pub none_matters: bool,
    /// Who would be chosen by expected score as things stand.
    pub by_expectation: Option<Vec<Named>>,
    /// What knowing everything would be worth.
    pub everything: Option<f64>,
    /// How figures were worked out.
    pub how: How,
    /// Whether somebody stopped the drawing of answers.
    pub is_interrupted: bool,
    /// Whether anything stands on chances that nobody stated.
    pub is_assumed: bool,
    /// Decimals of scores.
    pub decimals: usize,
}

/// Something to find out.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionView {
    /// Its path, as in `--set`.
    pub path: String,
    /// In words.
    pub label: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What knowing it is worth.
    pub value: Option<f64>,
    /// The probability of an answer that changes the choice.
    pub change_probability: f64,
    /// Those answers.
    pub turning: Vec<TurningView>,
    /// Whether every answer was looked at.
    pub is_proved: bool,
    /// Whether its chances are nobody's statement.
    pub is_assumed: bool,
    /// What asking costs.
    pub cost: Option<f64>,
    /// Who finds out, and by when, where the files say so.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<String>,
}

/// An answer that changes the choice.
#[derive(Debug, Clone, PartialEq)]
pub struct TurningView {
    /// The answer in words: `fails`, `4 or more`, `between 2 and 3`.
    pub words: String,
    /// Its probability.
    pub probability: f64,
    /// Who is chosen then.
    pub chosen: Vec<Named>,
    /// Who is tied across the edge then.
    pub tied: Vec<Named>,
}

/// The view of an asking.
pub fn view(scene: &Scene<'_>, asking: &Asking) -> AskView {
    let questions: Vec<QuestionView> =
        asking.questions.iter().map(|each| question(scene, each)).collect();
    AskView {
        headline: headline(scene, asking, &questions).into_iter().map(closed).collect(),
        none_matters: asking.none_matters,
        by_expectation: asking.by_expectation.as_ref().map(|all| Named::all(scene.model(), all)),
        everything: asking.everything,
        how: asking.how,
        is_interrupted: asking.is_interrupted,
        is_assumed: questions.iter().any(|question| question.is_assumed),
        decimals: scene.decimals,
        questions,
    }
}

fn question(scene: &Scene<'_>, found: &Question) -> QuestionView {
    let (owner, due) = match found.input {
        Input::Assumption(id) => {
            let assumption = scene.model().assumption(id);
            (assumption.owner.clone(), assumption.due.clone())
        }
        _ => (None, None),
    };
    let turning = |turn: &Turning| TurningView {
        words: answer_words(scene, found.input, &turn.answer),
        probability: turn.probability,
        chosen: Named::all(scene.model(), &turn.chosen),
        tied: Named::all(scene.model(), &turn.tied),
    };
    QuestionView {
        path: input_path(scene, found.input),
        label: input_label(scene, found.input),
        kind: found.kind,
        value: found.value,
        change_probability: found.change_probability,
        turning: found.turning.iter().map(turning).collect(),
        is_proved: found.is_proved,
        is_assumed: found.is_assumed,
        cost: found.cost,
        owner,
        due,
    }
}

/// An answer in words, in the criterion's own units.
fn answer_words(scene: &Scene<'_>, input: Input, answer: &Answer) -> String {
    let words = |datum: &Datum| match input {
        Input::Rating(_, id) | Input::Weight(id) => datum_words(scene.model().criterion(id), datum),
        Input::Assumption(_) => String::new(),
    };
    let number = |bound: &Bound| words(&Datum::Number(bound.rating));
    match answer {
        Answer::Fails => "fails".to_owned(),
        Answer::Holds => "holds".to_owned(),
        Answer::Is(datum) => words(datum),
        Answer::Between(from, to) if from.rating == to.rating => {
            format!("exactly {}", number(from))
        }
        Answer::Between(from, to) => match (from.end, to.end) {
            (BoundEnd::Scale, BoundEnd::Scale) => "anything".to_owned(),
            (BoundEnd::Closed, BoundEnd::Scale) => format!("{} or more", number(from)),
            (BoundEnd::Open, BoundEnd::Scale) => format!("more than {}", number(from)),
            (BoundEnd::Scale, BoundEnd::Closed) => format!("{} or less", number(to)),
            (BoundEnd::Scale, BoundEnd::Open) => format!("less than {}", number(to)),
            _ => format!("between {} and {}", number(from), number(to)),
        },
    }
}

fn headline(scene: &Scene<'_>, asking: &Asking, questions: &[QuestionView]) -> Vec<String> {
    let mut sentences = Vec::new();
    let turning: Vec<&QuestionView> =
        questions.iter().filter(|question| !question.turning.is_empty()).collect();
    if questions.is_empty() {
        return vec![
            "Nothing that bears on the choice is unknown, uncertain or pending.".to_owned(),
        ];
    }
    match turning.first() {
        None if asking.none_matters => sentences.push(format!(
            "No single fact changes the choice: every answer to {} was looked at.",
            count(questions.len(), "question")
        )),
        None => sentences.push(format!(
            "No single answer that was tried changes the choice, of {}.",
            count(questions.len(), "question")
        )),
        Some(first) => {
            let answers: Vec<String> = first
                .turning
                .iter()
                .take(2)
                .map(|turn| format!("if it is {}, {}", turn.words, outcome(turn)))
                .collect();
            let answers = match first.kind {
                Kind::Assumption => {
                    let each = first.turning.iter();
                    each.map(|turn| format!("if it {}, {}", turn.words, outcome(turn))).collect()
                }
                Kind::Unknown | Kind::Uncertain => answers,
            };
            sentences.push(format!("Find out about {} first: {}.", first.label, list(&answers)));
            sentences.push(format!(
                "{} of {} may change the choice.",
                turning.len(),
                count(questions.len(), "open question")
            ));
        }
    }
    let mut today = scene.reasons.decision.reading.chosen.clone();
    today.sort_unstable();
    if let Some(expected) = &asking.by_expectation
        && *expected != today
        && !expected.is_empty()
    {
        sentences.push(format!(
            "By expected score, as things stand, {} would be chosen: the reading takes {}.",
            scene.vendors(expected),
            list(&taken(asking))
        ));
    }
    sentences
}

/// How the reading goes past what is open, by what there is of it.
fn taken(asking: &Asking) -> Vec<&'static str> {
    let is_any = |kind| asking.questions.iter().any(|question| question.kind == kind);
    let mut taken = Vec::new();
    if is_any(Kind::Assumption) {
        taken.push("what is pending as granted");
    }
    if is_any(Kind::Unknown) {
        taken.push("what is unknown as its criterion fills it");
    }
    if is_any(Kind::Uncertain) {
        taken.push("what is uncertain at its point");
    }
    taken
}

/// What an answer leads to: `Tencent is chosen (30%)`.
fn outcome(turn: &TurningView) -> String {
    let labels: Vec<&str> = turn.chosen.iter().map(|each| each.label.as_str()).collect();
    let chance = percent(turn.probability);
    match (labels.as_slice(), turn.tied.is_empty()) {
        ([], true) => format!("nobody is chosen ({chance})"),
        ([], false) => format!("it is a tie ({chance})"),
        ([only], _) => format!("{only} is chosen ({chance})"),
        (all, _) => format!("{} are chosen ({chance})", list(all)),
    }
}
