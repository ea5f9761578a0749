//! What is open and what would turn it, in words.

use crate::decide::ruler;
use crate::model::criterion::Criterion;
use crate::model::datum::{Datum, Quantity};
use crate::reasons::fact::Given;
use crate::reasons::name::path;
use crate::reasons::statement::Says;
use crate::reasons::turn::Turn;
use crate::report::digits::{percent, plain};
use crate::report::view::condition::{condition, pending_words};
use crate::report::view::quantity::{datum_words, quantity_words};
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
            datum_words(scene.model().criterion(*criterion), &Datum::Number(*number))
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
            let (to, from) = (percent(*to), percent(*from));
            match to == from {
                true => format!("If {what} weighed ever so little {more} {from}, {then}."),
                false => format!("If {what} weighed {more} {to} (now {from}), {then}."),
            }
        }
        Turn::Value { vendor, criterion, from, to, rating } => {
            let (what, who) = (scene.criterion(*criterion), scene.vendor(*vendor));
            let leaf = scene.model().criterion(*criterion);
            let cells = &scene.reasons.decision.reading.cells;
            let now = &cells[vendor.index()][criterion.index()].quantity;
            match rating {
                Some(rating) => {
                    let rating = beyond(rating, now);
                    // At a round number the two may only be level.
                    let better = if reaches(leaf, &rating, *to) { "" } else { "better than " };
                    let rating = datum_words(leaf, &rating);
                    let now = quantity_words(leaf, now);
                    if rating == now {
                        return format!(
                            "If {what} of {who} were ever so little better than {now}, it would be chosen."
                        );
                    }
                    format!(
                        "If {what} of {who} were {better}{rating} (now {now}), it would be chosen."
                    )
                }
                None => format!(
                    "If the value of {who} on {what} were {} (now {}), it would be chosen.",
                    plain(*to),
                    plain(*from)
                ),
            }
        }
    }
}

/// Whether a rating has at least this value.
fn reaches(criterion: &Criterion, rating: &Datum, value: f64) -> bool {
    let number = |leaf| ruler::number(leaf, &Quantity::Point(rating.clone()));
    let own = |leaf| Some(ruler::value(leaf, ruler::own(leaf)?, number(leaf)?));
    criterion.leaf().and_then(own).is_none_or(|own| own >= value)
}

/// A turning rating with few digits, rounded away from what it is now so that it still turns.
fn beyond(rating: &Datum, now: &Quantity) -> Datum {
    let Datum::Number(number) = rating else { return rating.clone() };
    let Some(Datum::Number(is)) = now.point() else {
        return Datum::Number(plain(*number).parse().unwrap_or(*number));
    };
    let distance = (number - is).abs();
    let digits = if distance > 0.0 { 2.0 - distance.log10().floor() } else { 0.0 };
    let unit = 10.0_f64.powf(digits.clamp(0.0, 12.0));
    let scaled = number * unit;
    let near = scaled.round();
    let rounded = match (scaled - near).abs() < 1e-9 * near.abs().max(1.0) {
        true => near,
        false if *number > is => scaled.ceil(),
        false => scaled.floor(),
    };
    Datum::Number(rounded / unit)
}

#[cfg(test)]
mod tests {
    use super::beyond;
    use crate::model::datum::{Datum, Quantity};

    #[test]
    fn a_printed_rating_still_turns() {
        let now = Quantity::Point(Datum::Number(6.0));
        assert_eq!(beyond(&Datum::Number(8.512_341), &now), Datum::Number(8.52));
        assert_eq!(beyond(&Datum::Number(3.512_341), &now), Datum::Number(3.51));
        assert_eq!(beyond(&Datum::Number(9.0), &now), Datum::Number(9.0));
        let unknown = beyond(&Datum::Number(3.500_000_002), &Quantity::Unknown);
        assert_eq!(unknown, Datum::Number(3.5));
        let scarce = Quantity::Point(Datum::Number(0.001));
        assert_eq!(beyond(&Datum::Number(0.001_234_56), &scarce), Datum::Number(0.001_235));
    }
}
