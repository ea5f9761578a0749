//! What is wrong with judgements, in words, at the line that says it.
//! One arm for each fault that the arithmetic can find.

use crate::model::load::derive::judgements::Read;
use crate::model::load::names::Names;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use crate::weights::derivation::Judgements;
use crate::weights::fault::{Fault, Part, Place};

/// The message about a fault; `whole` stands for the table where no entry is to blame.
pub fn diagnostic(fault: &Fault, read: &Read, names: &Names<'_>, whole: Span) -> Diagnostic {
    let at = |place: Place| read.places.find(place).unwrap_or(whole);
    let comparison = |entry: usize| at(Place::new(Part::Comparisons, entry));
    let name = |index: usize| name_of(index, read, names);
    match fault {
        Fault::Empty => Diagnostic::error("wrong-length", whole, "these judgements are empty"),
        Fault::Length { part, expected, found } => {
            let message = format!("{found} entries, expected {expected}");
            let place = read.places.find_list(*part).unwrap_or(whole);
            let diagnostic = Diagnostic::error("wrong-length", place, message);
            match part {
                Part::Steps => diagnostic.help("one for each criterion of `order` after the first"),
                _ => diagnostic,
            }
        }
        Fault::UnknownCriterion { place, .. } => {
            Diagnostic::error("unknown-name", at(*place), "this is no criterion")
        }
        Fault::OutOfRange { place, stated, .. } if is_beyond_end(*place, *stated, read) => {
            let name = name(place.entry);
            let message = match place.part {
                Part::BestToOthers => format!("{name} would weigh more than the best"),
                _ => format!("{name} would weigh less than the worst"),
            };
            let help = format!("{stated} must be 1 or more");
            Diagnostic::error("out-of-range", at(*place), message).help(help)
        }
        Fault::OutOfRange { place, stated, low, high } => {
            let message = if *high >= f64::MAX {
                format!("{stated} must be {low} or more")
            } else {
                format!("{stated} lies outside {low} to {high}")
            };
            Diagnostic::error("out-of-range", at(*place), message)
        }
        Fault::NotSelfEqual { place, stated } => {
            let message = format!("a criterion against itself is 1, not {stated}");
            Diagnostic::error("not-reciprocal", at(*place), message)
        }
        Fault::NotReciprocal { first, second, product } => {
            let message = "two comparisons of the same pair are not each other's inverse";
            let help = format!("multiplied they give {product:.3}, and must give 1");
            Diagnostic::error("not-reciprocal", comparison(*second), message)
                .and(comparison(*first), "the pair was compared here")
                .help(help)
        }
        Fault::Unlinked { criteria } => {
            let named: Vec<String> = criteria.iter().map(|index| name(*index)).collect();
            let message = format!("no comparison links {} to the others", named.join(", "));
            Diagnostic::error("unlinked-criteria", whole, message)
        }
        Fault::BestIsWorst { criterion } => {
            let message = format!("{} is named best and worst", name(*criterion));
            Diagnostic::error("contradiction", whole, message)
        }
        Fault::BestToWorstDiffers { best_to_others, others_to_worst } => {
            let message = format!(
                "the best against the worst is {best_to_others} in `best-to-others` and {others_to_worst} in `others-to-worst`"
            );
            let ends = best_to_worst(read).map(|[best, worst]| {
                let first = at(Place::new(Part::BestToOthers, worst));
                (first, at(Place::new(Part::OthersToWorst, best)))
            });
            let (first, second) = ends.unwrap_or((whole, whole));
            Diagnostic::error("contradiction", second, message).and(first, "and here")
        }
        Fault::Repeated { place, criterion } => {
            let message = format!("{} is named twice", name(*criterion));
            Diagnostic::error("named-twice", at(*place), message)
        }
        Fault::NothingWeighs => {
            Diagnostic::error("zero-weights", whole, "these judgements give every weight 0")
        }
        Fault::Incompatible { entries } => {
            let place = |entry: &usize| at(Place::new(Part::Differences, *entry));
            let first = entries.first().map_or(whole, place);
            let message = "no numbers satisfy these judgements together";
            let mut diagnostic = Diagnostic::error("incompatible-judgements", first, message);
            for entry in entries.iter().skip(1) {
                diagnostic = diagnostic.and(place(entry), "and this");
            }
            diagnostic.help("take back any one of them")
        }
        Fault::Unsolved => {
            let message = "the linear program behind these weights was not solved";
            Diagnostic::error("unsolved", whole, message)
        }
    }
}

/// Whether a fault lies in entries that were read, so that it stands whatever else was left out.
pub fn is_local(fault: &Fault, read: &Read) -> bool {
    let is_known = |place: Place| read.places.find(place).is_some();
    match fault {
        Fault::UnknownCriterion { place, .. }
        | Fault::OutOfRange { place, .. }
        | Fault::NotSelfEqual { place, .. }
        | Fault::Repeated { place, .. } => is_known(*place),
        Fault::NotReciprocal { .. } => true,
        Fault::BestToWorstDiffers { .. } => best_to_worst(read).is_some_and(|[best, worst]| {
            is_known(Place::new(Part::BestToOthers, worst))
                && is_known(Place::new(Part::OthersToWorst, best))
        }),
        _ => false,
    }
}

/// Whether a ratio says that something weighs more than the best, or less than the worst.
fn is_beyond_end(place: Place, stated: f64, read: &Read) -> bool {
    let is_row = matches!(place.part, Part::BestToOthers | Part::OthersToWorst);
    is_row && stated > 0.0 && stated < 1.0 && best_to_worst(read).is_some()
}

/// The criteria named best and worst.
fn best_to_worst(read: &Read) -> Option<[usize; 2]> {
    match &read.judgements {
        Judgements::Bwm(bwm) => Some([bwm.best, bwm.worst]),
        _ => None,
    }
}

/// The name in backticks of something compared.
pub fn name_of(index: usize, read: &Read, names: &Names<'_>) -> String {
    let name = read.covers.get(index).and_then(|covered| names.name(*covered));
    name.map_or_else(|| "this".to_owned(), |name| format!("`{name}`"))
}
