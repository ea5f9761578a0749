//! One stated change in words and as data, with the flag that applies it.
//! `Step → step → StepView`; every part of a flip is made of these.

use crate::document::overlay::Flag;
use crate::explore::flip::step::Step;
use crate::model::assumption::Status;
use crate::model::datum::Quantity;
use crate::report::digits::percent;
use crate::report::view::named::Named;
use crate::report::view::quantity::{Rating, exact_words, quantity_words, rating};
use crate::report::view::scene::Scene;
use crate::report::words::list;

/// One stated change.
#[derive(Debug, Clone, PartialEq)]
pub struct StepView {
    /// Criterion or assumption.
    pub subject: Named,
    /// What it is.
    pub kind: StepKind,
    /// Today's, in words.
    pub from: String,
    /// The stated one, in words, every digit.
    pub to: String,
    /// Today's as data.
    pub from_data: Rating,
    /// The stated one as data; a share in [0, 1].
    pub to_data: Rating,
    /// By how much the value changes.
    pub value_change: Option<f64>,
    /// Where it turns, unrounded.
    pub threshold: Option<f64>,
    /// The flag that applies it, as a shell takes it.
    pub flag: String,
}

/// What a change is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// A rating of the vendor.
    Rating,
    /// A leaf's share of the whole.
    Weight,
    /// An assumption.
    Assumption,
}

/// A change in words: `Scale capacity 3 → 8.4`.
pub fn in_words(step: &StepView) -> String {
    match step.kind {
        StepKind::Assumption => match step.to.as_str() {
            "holds" => format!("{} holds", step.subject.label),
            other => format!("{} {other}", step.subject.label),
        },
        StepKind::Rating | StepKind::Weight => {
            format!("{} {} → {}", step.subject.label, step.from, step.to)
        }
    }
}

/// Changes in a sentence.
pub fn all_in_words(steps: &[StepView]) -> String {
    list(&steps.iter().map(in_words).collect::<Vec<String>>())
}

/// A stated change.
pub fn step(scene: &Scene<'_>, step: &Step) -> StepView {
    let model = scene.model();
    let flag = shell(&step.flag(model));
    let criterion_named =
        |id| Named { id: model.criterion(id).name.clone(), label: scene.criterion(id).to_owned() };
    match step {
        Step::Rating(rated) => {
            let criterion = model.criterion(rated.criterion);
            let point = Quantity::Point;
            let from = rated.from.clone().map_or(Quantity::Unknown, point);
            let to = point(rated.to.clone());
            StepView {
                subject: criterion_named(rated.criterion),
                kind: StepKind::Rating,
                from: quantity_words(criterion, &from),
                to: exact_words(criterion, &rated.to),
                from_data: rating(criterion, &from),
                to_data: rating(criterion, &to),
                value_change: rated.value_change,
                threshold: rated.threshold,
                flag,
            }
        }
        Step::Share(share) => StepView {
            subject: criterion_named(share.criterion),
            kind: StepKind::Weight,
            from: percent(share.from),
            to: format!("{}%", share.percent),
            from_data: Rating::Number(share.from),
            to_data: Rating::Number(share.share()),
            value_change: None,
            threshold: Some(share.threshold),
            flag,
        },
        Step::Assumption { assumption, from, to } => {
            let name = &model.assumption(*assumption).name;
            let [from, to] = [from, to].map(|status| status_word(*status));
            StepView {
                subject: Named { id: name.clone(), label: name.clone() },
                kind: StepKind::Assumption,
                from: from.to_owned(),
                to: to.to_owned(),
                from_data: Rating::Word(from.to_owned()),
                to_data: Rating::Word(to.to_owned()),
                value_change: None,
                threshold: None,
                flag,
            }
        }
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Holds => "holds",
        Status::Fails => "fails",
        Status::Pending => "pending",
    }
}

/// A flag as a shell takes it, quoted where it has to be.
pub fn shell(flag: &Flag) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.=%+/:@".contains(&byte);
    match flag.words.bytes().all(plain) {
        true => format!("{} {}", flag.kind.name(), flag.words),
        false => format!("{} '{}'", flag.kind.name(), flag.words.replace('\'', "'\\''")),
    }
}
