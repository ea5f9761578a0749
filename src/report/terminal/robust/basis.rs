//! What the figures of `robust` stand on, in sentences.

use crate::explore::robust::part::Part;
use crate::report::digits::{fixed, percent};
use crate::report::view::robust::RobustView;
use crate::report::words::list;

/// What the figures stand on.
pub fn basis(view: &RobustView) -> String {
    let stopped = if view.is_interrupted { "Interrupted after " } else { "" };
    let mut sentences = vec![format!(
        "{stopped}{} draws; the largest standard error of a rank is {}.",
        view.draws,
        fixed(view.error, 4)
    )];
    if !view.left_out.is_empty() {
        let parts: Vec<String> = view.left_out.iter().map(|part| words(*part).to_owned()).collect();
        sentences.push(format!("Interrupted after the draws, which left out {}.", list(&parts)));
    }
    if view.refused > 0 {
        sentences.push(format!("The method could not rank {} of them.", view.refused));
    }
    // Where somebody is chosen at all the headline says so.
    if view.tied.figure > 0.0 && view.vendors.iter().all(|each| each.chosen.figure == 0.0) {
        sentences.push(format!("{} end in a tie.", percent(view.tied.figure)));
    }
    if !view.is_independent {
        sentences.push(
            "The weight set is narrow, so draws follow each other and errors are somewhat larger."
                .to_owned(),
        );
    }
    if view.is_spread_from_grade {
        sentences.push(
            "Ratings take a spread from the grade of their evidence, as the criteria file asks."
                .to_owned(),
        );
    }
    let is_swept = !view.stability.is_empty() || view.left_out.contains(&Part::Stability);
    if !view.voters.is_empty() && !is_swept {
        sentences.push("No weights are drawn: each stakeholder votes with their own.".to_owned());
    }
    if view.vary.weights {
        sentences.push(
            "That all weights of the set are equally likely is itself a judgement.".to_owned(),
        );
    }
    sentences.join(" ")
}

fn words(part: Part) -> &'static str {
    match part {
        Part::Tornado => "what each uncertain input does",
        Part::Chances => "who ends up chosen",
        Part::Stability => "how far each weight may move",
        Part::Ladder => "what must be agreed",
        Part::Regrets => "the largest regrets",
        Part::Confidence => "the confidence factors",
    }
}
