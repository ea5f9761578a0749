//! What the figures of `robust` stand on, in sentences.

use crate::report::digits::{fixed, percent};
use crate::report::view::robust::RobustView;

/// What the figures stand on.
pub fn basis(view: &RobustView) -> String {
    let stopped = if view.is_interrupted { "Interrupted after " } else { "" };
    let mut sentences = vec![format!(
        "{stopped}{} draws; the largest standard error of a rank is {}.",
        view.draws,
        fixed(view.error, 4)
    )];
    if view.refused > 0 {
        sentences.push(format!("The method could not rank {} of them.", view.refused));
    }
    if view.tied.figure > 0.0 {
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
    if !view.voters.is_empty() && view.stability.is_empty() {
        sentences.push("No weights are drawn: each stakeholder votes with their own.".to_owned());
    }
    if view.vary.weights {
        sentences.push(
            "That all weights of the set are equally likely is itself a judgement.".to_owned(),
        );
    }
    sentences.join(" ")
}
