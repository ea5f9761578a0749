//! What is odd about judgements that can be used all the same: warnings at the line that says it.
//! The consistency ratio decides whether the comparison most at fault is worth a warning.

use crate::model::load::derive::faults::name_of;
use crate::model::load::derive::judgements::Read;
use crate::model::load::names::Names;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use crate::weights::derivation::Judgements;
use crate::weights::derived::{Derived, Note};
use crate::weights::fault::{Part, Place};

/// Saaty's bound on the consistency ratio.
const CONSISTENT: f64 = 0.1;

/// The warning for a note, where it is worth one.
pub fn diagnostic(
    note: &Note,
    derived: &Derived,
    read: &Read,
    names: &Names<'_>,
    whole: Span,
) -> Option<Diagnostic> {
    const CODE: &str = "inconsistent-judgements";
    let at = |part, entry| read.places.find(Place::new(part, entry)).unwrap_or(whole);
    let name = |index: usize| name_of(index, read, names);
    match note {
        Note::MostAtFault { comparison, stated, mending, ratio_after } => {
            let ratio = derived.figure("cr").filter(|ratio| *ratio > CONSISTENT)?;
            let pair = compared(*comparison, read).map(|[row, column]| {
                format!(", most of all {} against {}", name(row), name(column))
            });
            let pair = pair.unwrap_or_default();
            let message =
                format!("these comparisons contradict each other (CR {ratio:.3}, above 0.1){pair}");
            let [stated, mending] = [*stated, *mending].map(in_words);
            let help = format!(
                "{stated} says otherwise than the rest; {mending} would bring CR to {ratio_after:.3}"
            );
            let span = at(Part::Comparisons, *comparison);
            Some(Diagnostic::warning(CODE, span, message).help(help))
        }
        Note::Completed { pairs } => {
            let message = match pairs.as_slice() {
                [[row, column]] => format!(
                    "{} and {} were not compared; the other comparisons say how they would be",
                    name(*row),
                    name(*column)
                ),
                _ => format!(
                    "{} pairs were not compared; the other comparisons say how they would be",
                    pairs.len()
                ),
            };
            Some(Diagnostic::warning("completed-comparisons", whole, message))
        }
        Note::BeyondBestToWorst { place, stated, best_to_worst } => {
            let span = read.places.find(*place).unwrap_or(whole);
            let message = format!(
                "{stated} is more than the best against the worst, which is {best_to_worst}"
            );
            let help = "the best may not be the best, or the worst not the worst";
            Some(Diagnostic::warning(CODE, span, message).help(help))
        }
        Note::LeastConsistent { criterion, ratio } => {
            // Rezaei's input-based ratio; a fifth is where published thresholds begin.
            const LENIENT: f64 = 0.2;
            (*ratio > LENIENT).then(|| {
                let message = format!(
                    "best-to-others and others-to-worst disagree most on {} ({ratio:.2})",
                    name(*criterion)
                );
                Diagnostic::warning(CODE, at(Part::BestToOthers, *criterion), message)
            })
        }
        Note::NoRange { .. }
        | Note::Rounded { .. }
        | Note::BeyondTable { .. }
        | Note::NotUnique => None,
    }
}

/// What a comparison sets against each other.
fn compared(entry: usize, read: &Read) -> Option<[usize; 2]> {
    let Judgements::Ahp(ahp) = &read.judgements else { return None };
    ahp.comparisons.entries.get(entry).map(|stated| [stated.row, stated.column])
}

/// A ratio as a person writes it: below 1 as a fraction, two digits at most.
fn in_words(ratio: f64) -> String {
    let short = |number: f64| {
        let text = format!("{number:.2}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if ratio < 1.0 { format!("1/{}", short(1.0 / ratio)) } else { short(ratio) }
}
