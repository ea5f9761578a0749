//! What is open and what would turn it, in words.

use crate::reasons::fact::Given;
use crate::reasons::name::path;
use crate::reasons::statement::Says;
use crate::reasons::turn::Turn;
use crate::report::digits::{percent, plain};
use crate::report::view::condition::{condition, pending_words};
use crate::report::view::scene::Scene;
use crate::report::words::capitalised;

/// What is pending, unknown, at risk, or set by a what-if.
pub fn open(scene: &Scene<'_>, says: &Says) -> String {
    let model = scene.model();
    match says {
        Says::AtRisk { vendor, criterion, .. } => format!(
            "{} of {} is uncertain enough to miss its gate.",
            scene.criterion(*criterion),
            scene.vendor(*vendor)
        ),
        Says::UnknownGate { vendor, criterion } => format!(
            "{} of {} is unknown: its gate counts as passed until somebody looks.",
            scene.criterion(*criterion),
            scene.vendor(*vendor)
        ),
        Says::Pending { assumption } => {
            format!("{}.", pending_words(model.assumption(*assumption)))
        }
        Says::Filled { vendor, criterion, number } => format!(
            "{} of {} is unknown and counts as {}.",
            scene.criterion(*criterion),
            scene.vendor(*vendor),
            plain(*number)
        ),
        Says::Changed { given } => match given {
            Given::Exclusion(vendor) => {
                format!("This what-if decides whether {} takes part.", scene.vendor(*vendor))
            }
            _ => format!("This what-if sets `{}`.", path(model, *given)),
        },
        _ => String::new(),
    }
}

/// What would turn it.
pub fn turn(scene: &Scene<'_>, turn: &Turn) -> String {
    match turn {
        Turn::Condition(found) => {
            format!("{}.", capitalised(&condition(scene.model(), found).sentence))
        }
        Turn::Weight { criterion, from, to, rival } => {
            let more = if to > from { "more than" } else { "less than" };
            let what = scene.criterion(*criterion);
            let then = match rival {
                Some(rival) => format!("{} would be ahead", scene.vendor(*rival)),
                None => "it would be chosen".to_owned(),
            };
            format!("If {what} weighed {more} {} (now {}), {then}.", percent(*to), percent(*from))
        }
        Turn::Value { vendor, criterion, from, to } => format!(
            "If the value of {} on {} were {} (now {}), it would be chosen.",
            scene.vendor(*vendor),
            scene.criterion(*criterion),
            plain(*to),
            plain(*from)
        ),
    }
}
