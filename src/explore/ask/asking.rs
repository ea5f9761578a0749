//! All questions of a model with what their answers would do, the most worth asking first.
//! The one entry of this room.

use std::cell::Cell;
use std::sync::atomic::Ordering;

use crate::answer::smaa::distribution::Distribution;
use crate::answer::value_of_knowing::{Drawing, Worth};
use crate::decide::bench::Bench;
use crate::decide::change::Change;
use crate::decide::decision::Decision;
use crate::decide::gate_result::{Barrier, Passing};
use crate::decide::settled::Settled;
use crate::decide::standing::Standing;
use crate::explore::ask::question::{Answer, Kind, Question, Turning};
use crate::explore::ask::sweep::{Choice, is_set, sweep};
use crate::explore::ask::worth::{Knowing, Unknowns, worth};
use crate::explore::robust::failure::Failure;
use crate::explore::robust::input::{UncertainRating, datum, uncertain_ratings};
use crate::explore::robust::open::{Open, open_assumptions};
use crate::explore::robust::stability::{Swept, is_own_everywhere};
use crate::explore::robust::tornado::Input;
use crate::method::outcome::Better;
use crate::model::assumption::Status;
use crate::model::datum::Quantity;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::basis::{Basis, basis};

/// What to find out.
#[derive(Debug, Clone, PartialEq)]
pub struct Asking {
    /// The most worth asking first.
    pub questions: Vec<Question>,
    /// Whether no answer to any single question changes the choice, and that is proved.
    pub none_matters: bool,
    /// Who would be chosen by expected score as things stand, in rising order; `None` where there
    /// are no expected scores.
    pub by_expectation: Option<Vec<VendorId>>,
    /// What knowing everything would be worth.
    pub everything: Option<f64>,
    /// How the figures were worked out.
    pub how: How,
    /// Whether somebody stopped the drawing there: so many draws give the same figures.
    pub is_interrupted: bool,
}

/// How the value of knowing was worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By sums over every answer.
    Exact,
    /// By sums, ratings on a scale cut into so many slices.
    Slices(usize),
    /// From so many draws of the answers.
    Sampled(u64),
    /// Not at all: the score is no utility, or there is too much to work out.
    NotAtAll,
}

/// All questions of a model.
///
/// # Errors
/// When the model cannot be laid out, or somebody stops it before there is an answer.
pub fn asking(
    model: &Model,
    decision: &Decision,
    drawing: &Drawing<'_>,
) -> Result<Asking, Failure> {
    let reading = &decision.reading;
    let base = Settled::new(model, &[])?;
    let bench = Bench::new(model)?;
    let basis: Option<Basis> = basis(model, decision);
    let swept = Swept { model, reading, base: &base, basis: basis.as_ref() };
    let open = open_assumptions(model);
    let ratings: Vec<UncertainRating> = uncertain_ratings(model, &base, reading)
        .into_iter()
        .filter(|rating| !is_out_anyway(decision, &base, rating.vendor))
        .collect();
    let mut today = reading.chosen.clone();
    today.sort_unstable();
    let mut questions: Vec<Question> =
        open.iter().map(|open| assumption(model, &bench, open, &today)).collect();
    for found in &ratings {
        if drawing.interrupt.load(Ordering::Relaxed) {
            return Err(Failure::Interrupted);
        }
        questions.push(rating(&swept, &bench, found, &today));
    }
    // Where nobody passes as things stand somebody may once more is known.
    let is_utility = match reading.field.is_empty() {
        true => !base.is_vote() && model.method.kind.better() == Better::Higher,
        false => reading.outcome.better == Better::Higher && reading.outcome.scores.is_some(),
    };
    let unknowns = Unknowns { open: &open, ratings: &ratings };
    let knowing = match is_utility {
        true => worth(model, &unknowns, reading.tolerance, drawing)?,
        false => None,
    };
    if let Some(knowing) = &knowing {
        for (question, found) in questions.iter_mut().zip(&knowing.worth.unknowns) {
            question.value = Some(found.value);
        }
    }
    let none_matters = questions.iter().all(|each| each.turning.is_empty() && each.is_proved);
    // Stable: questions alike stay in declared order, assumptions first.
    questions.sort_by(|a, b| {
        let value = |question: &Question| question.value.unwrap_or(0.0);
        let cost = |question: &Question| question.cost.unwrap_or(f64::INFINITY);
        value(b)
            .total_cmp(&value(a))
            .then(b.change_probability.total_cmp(&a.change_probability))
            .then(cost(a).total_cmp(&cost(b)))
    });
    Ok(Asking {
        questions,
        none_matters,
        by_expectation: knowing
            .as_ref()
            .map(|knowing| by_expectation(&knowing.worth, &today, reading.tolerance)),
        everything: knowing.as_ref().map(|knowing| knowing.worth.everything),
        how: match &knowing {
            None => How::NotAtAll,
            Some(Knowing { worth: Worth { drawn: Some(draws), .. }, .. }) => How::Sampled(*draws),
            Some(knowing) if knowing.slices > 0 => How::Slices(knowing.slices),
            Some(_) => How::Exact,
        },
        is_interrupted: knowing.as_ref().is_some_and(|knowing| knowing.worth.is_interrupted),
    })
}

/// Who has the highest expected scores, in rising order; of equals whom a tie-break puts first today.
fn by_expectation(worth: &Worth, today: &[VendorId], tie: f64) -> Vec<VendorId> {
    let of_today: f64 = today.iter().map(|vendor| worth.expected[vendor.index()]).sum();
    if today.len() == worth.choice.len() && of_today >= worth.utility - tie {
        return today.to_vec();
    }
    worth.choice.iter().map(|idx| VendorId(*idx)).collect()
}

/// Whether a barrier that nothing open touches keeps a vendor out, so that no rating of it matters.
fn is_out_anyway(decision: &Decision, base: &Settled<'_>, vendor: VendorId) -> bool {
    decision.reading.gates[vendor.index()].iter().any(|result| {
        let is_known = match result.barrier {
            Barrier::Gate(id) => is_point(base, vendor, id),
            Barrier::Assumption(_) => true,
        };
        result.passing == Passing::Fail && is_known
    })
}

/// Whether a gate's rating is known for sure; that of a group never counts as such here.
fn is_point(base: &Settled<'_>, vendor: VendorId, criterion: CriterionId) -> bool {
    base.is_leaf(criterion) && matches!(base.quantity(vendor, criterion), Quantity::Point(_))
}

fn assumption(model: &Model, bench: &Bench<'_>, open: &Open, today: &[VendorId]) -> Question {
    let declared = model.assumption(open.assumption);
    let mut turning = Vec::new();
    let mut is_proved = true;
    let statuses = [
        (Status::Fails, Answer::Fails, 1.0 - open.probability),
        (Status::Holds, Answer::Holds, open.probability),
    ];
    for (status, answer, probability) in statuses {
        let change = Change::Assumption { assumption: open.assumption, status };
        if probability == 0.0 {
            continue;
        }
        match bench.run(&[change]) {
            Ok(Standing { chosen, tied, .. }) if !is_set(&chosen, today) => {
                turning.push(Turning { answer, probability, chosen, tied });
            }
            Ok(_) => {}
            // Where the method cannot rank nobody can say that the choice stays.
            Err(_) => is_proved = false,
        }
    }
    Question {
        input: Input::Assumption(open.assumption),
        kind: Kind::Assumption,
        value: None,
        change_probability: turning.iter().fold(0.0, |sum, turn| sum + turn.probability),
        turning,
        is_proved,
        is_assumed: open.is_assumed,
        cost: declared.cost_of_asking,
    }
}

fn rating(
    swept: &Swept<'_>,
    bench: &Bench<'_>,
    found: &UncertainRating,
    today: &[VendorId],
) -> Question {
    let (vendor, criterion) = (found.vendor, found.criterion);
    let declared = swept.model.criterion(criterion);
    let is_ranked = Cell::new(true);
    let choice = |number: f64| -> Choice {
        let leaf = declared.leaf()?;
        let quantity = Quantity::Point(datum(leaf, number));
        let standing = bench.run(&[Change::Rating { vendor, criterion, quantity }]).ok();
        is_ranked.set(is_ranked.get() && standing.is_some());
        standing.map(|standing| (standing.chosen, standing.tied))
    };
    let mut turning = Vec::new();
    let is_proved = match &found.distribution {
        Distribution::Discrete(points) => {
            let total: f64 = points.iter().map(|point| point.1).sum();
            for &(number, weight) in points {
                let changed = choice(number).filter(|(chosen, _)| !is_set(chosen, today));
                if let (Some((chosen, tied)), Some(leaf)) = (changed, declared.leaf()) {
                    let answer = Answer::Is(datum(leaf, number));
                    turning.push(Turning { answer, probability: weight / total, chosen, tied });
                }
            }
            true
        }
        continuous => {
            turning = sweep(declared, continuous, today, choice);
            // Between two kinks a score of its own moves one way, and the choice with it at most
            // once; ends and kinks all tested, an unchanged choice is proved.
            is_own_everywhere(swept) && swept.basis.is_some_and(|basis| basis.is_value)
        }
    };
    let is_proved = is_proved && is_ranked.get();
    Question {
        input: Input::Rating(vendor, criterion),
        kind: if found.is_unknown { Kind::Unknown } else { Kind::Uncertain },
        value: None,
        change_probability: turning.iter().fold(0.0, |sum, turn| sum + turn.probability),
        turning,
        is_proved,
        is_assumed: found.is_unknown,
        cost: declared.cost_of_asking,
    }
}
