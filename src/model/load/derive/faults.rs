//! What is wrong with judgements, in words, at the line that says it.
//! One arm for each fault that the arithmetic can find.

use crate::model::load::derive::judgements::Read;
use crate::model::load::names::Names;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use crate::weights::fault::{Fault, Part, Place};

/// The message about a fault; `whole` stands for the table where no entry is to blame.
pub fn diagnostic(fault: &Fault, read: &Read, names: &Names<'_>, whole: Span) -> Diagnostic {
    let at = |place: Place| read.places.find(place).unwrap_or(whole);
    let comparison = |entry: usize| at(Place::new(Part::Comparisons, entry));
    let name = |index: usize| name_of(index, read, names);
    match fault {
        Fault::Empty => Diagnostic::error("wrong-length", whole, "these judgements are empty"),
        Fault::Length { expected, found, .. } => {
            let message = format!("expected {expected} entries, found {found}");
            Diagnostic::error("wrong-length", whole, message)
        }
        Fault::UnknownCriterion { place, .. } => {
            Diagnostic::error("unknown-name", at(*place), "this is no criterion")
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
            Diagnostic::error("contradiction", whole, message)
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

/// The name in backticks of something compared.
pub fn name_of(index: usize, read: &Read, names: &Names<'_>) -> String {
    let name = read.covers.get(index).and_then(|covered| names.name(*covered));
    name.map_or_else(|| "this".to_owned(), |name| format!("`{name}`"))
}
