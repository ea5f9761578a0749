//! What is odd about judgements that can be used all the same: warnings at the line that says it.
//! The consistency ratio decides whether the comparison most at fault is worth a warning.

use crate::model::load::derive::faults::name_of;
use crate::model::load::derive::judgements::Read;
use crate::model::load::names::Names;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
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
            let message = format!("these comparisons contradict each other: CR {ratio:.3} > 0.1");
            let help = format!(
                "most at fault is this one: {stated} says otherwise than the rest; {mending:.2} would bring CR to {ratio_after:.3}"
            );
            let span = at(Part::Comparisons, *comparison);
            Some(Diagnostic::warning(CODE, span, message).help(help))
        }
        Note::Completed { pairs } => {
            let message = format!("{} pairs were not compared; the others fill them", pairs.len());
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
