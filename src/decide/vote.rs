//! Rankings of several people combined into one: the votes of `[group] combine`.
//! Called by `contest` in place of the method's own merits.

use std::borrow::Borrow;

use crate::decide::run_error::RunError;
use crate::decide::standpoint::Standpoint;
use crate::method::outcome::{Better, Detail, Figures, Outcome, Refusal};
use crate::model::people::Combine;
use crate::weights::group::ballots::Tally;
use crate::weights::group::{borda, copeland, kemeny};

/// The outcome of a vote: Borda's points per share of the people, majorities won minus lost, or mean
/// places over Kemeny's orders. Ranks that somebody ties count for neither.
///
/// Scores split over people, not over criteria, so there are no parts.
///
/// # Errors
/// Where ballots cannot be counted, which only an empty field causes.
pub fn combine<S: Borrow<Standpoint>>(
    way: Combine,
    standpoints: &[S],
) -> Result<Outcome, RunError> {
    let standpoints: Vec<&Standpoint> = standpoints.iter().map(S::borrow).collect();
    let ballots: Vec<Vec<f64>> =
        standpoints.iter().map(|own| own.ranks.iter().map(|rank| *rank as f64).collect()).collect();
    let amounts: Vec<f64> = standpoints.iter().map(|own| own.amount).collect();
    let tally = Tally::count(&ballots, &amounts).map_err(|_| RunError::Method {
        refusal: Refusal::Undefined { why: "there are no ballots to count".to_owned() },
        criterion: None,
        vendor: None,
    })?;
    let whole = |name, figure| Detail { name, figures: Figures::Whole(figure) };
    Ok(match way {
        Combine::Kemeny => {
            let consensus = kemeny::consensus(&tally);
            Outcome {
                merits: consensus.places.iter().map(|place| -place).collect(),
                scores: Some(consensus.places),
                better: Better::Lower,
                parts: None,
                details: vec![
                    whole("kemeny-distance", consensus.distance),
                    whole("kemeny-bound", consensus.bound),
                ],
            }
        }
        Combine::Copeland => higher(copeland::scores(&tally)),
        Combine::Borda | Combine::MeanWeights => higher(borda::points(&tally)),
    })
}

fn higher(scores: Vec<f64>) -> Outcome {
    Outcome {
        merits: scores.clone(),
        scores: Some(scores),
        better: Better::Higher,
        parts: None,
        details: Vec::new(),
    }
}
