//! A lead in words: how far, what speaks for and against, what decides, in which form.

use crate::answer::argument::Strength;
use crate::model::id::VendorId;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::lead::{Form, Settled};
use crate::reasons::statement::Says;
use crate::reasons::statement::parts_of::{PartsOf, Shown};
use crate::report::digits::percent;
use crate::report::view::quantity::datum_words;
use crate::report::view::scene::Scene;
use crate::report::view::sentence::Item;

/// One side of a lead: the sentence, and its parts one by one.
pub fn parts(
    scene: &Scene<'_>,
    parts: &PartsOf,
    word: &str,
    whom: VendorId,
) -> (String, Vec<Item>) {
    let mut items: Vec<Item> = parts
        .shown
        .iter()
        .map(|shown| {
            let rating = |vendor| Fact::Given(Given::Rating(vendor, shown.criterion));
            let facts = [rating(parts.ahead), rating(parts.behind)];
            Item { text: part(scene, shown), places: scene.places(&facts) }
        })
        .collect();
    if !parts.folded.is_empty() {
        let more = format!("{} more, together {}", parts.folded.len(), scene.part(parts.together));
        items.push(Item { text: more, places: Vec::new() });
    }
    let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    let text = format!("What speaks {word} {}: {}.", scene.vendor(whom), texts.join("; "));
    (text, items)
}

fn part(scene: &Scene<'_>, shown: &Shown) -> String {
    let criterion = scene.model().criterion(shown.criterion);
    let words = |datum: &Option<_>| match datum {
        Some(datum) => datum_words(criterion, datum),
        None => "unknown".to_owned(),
    };
    let (ahead, behind) = match shown.compared {
        Some([ahead, behind]) => (scene.score(ahead), scene.score(behind)),
        None => (words(&shown.ahead), words(&shown.behind)),
    };
    format!("{} {ahead} against {behind} ({})", criterion.label(), scene.part(shown.part))
}

/// What else is said of a lead.
pub fn lead(scene: &Scene<'_>, says: &Says) -> String {
    match says {
        Says::Lead { ahead, behind, amount, unit } => {
            let (first, second) = (scene.vendor(*ahead), scene.vendor(*behind));
            let size = scene.lead(amount.abs(), *unit);
            let reading = &scene.reasons.decision.reading;
            // What is left over from adding up is no lead.
            let ranks = [ahead, behind].map(|id| reading.rank(*id));
            let amount = if ranks[0].is_some() && ranks[0] == ranks[1] { 0.0 } else { *amount };
            match amount.total_cmp(&0.0) {
                std::cmp::Ordering::Greater => format!("{first} is {size} ahead of {second}."),
                std::cmp::Ordering::Less => format!("{first} is {size} behind {second}."),
                std::cmp::Ordering::Equal => format!("{first} and {second} are level."),
            }
        }
        Says::Decisive { behind, settled, .. } => decisive(scene, *behind, settled),
        Says::Sufficient { settled, .. } => {
            let what = scene.criteria(&settled.criteria);
            let (verb, alone) = match settled.criteria.len() {
                1 => ("settles", " alone"),
                _ => ("settle", ""),
            };
            format!("{what}{alone} {verb} it whatever the ratings on all other criteria.")
        }
        Says::Form { ahead, behind, form } => form_words(scene, *ahead, *behind, form),
        Says::Coalition { ahead, behind, concordance, credibility, vetoes } => {
            let (first, second) = (scene.vendor(*ahead), scene.vendor(*behind));
            let veto = match vetoes.as_slice() {
                [] => String::new(),
                some => format!("; {} forbids it", scene.criteria(some)),
            };
            format!(
                "Criteria with {} of the weight agree that {first} is at least as good as \
                 {second} (credibility {}){veto}.",
                percent(*concordance),
                percent(*credibility)
            )
        }
        _ => String::new(),
    }
}

fn decisive(scene: &Scene<'_>, behind: VendorId, settled: &Settled) -> String {
    let what = scene.criteria(&settled.criteria);
    let other = scene.vendor(behind);
    let (support, against) = (scene.part(settled.support), scene.part(-settled.against.abs()));
    let nothing = settled.against == 0.0;
    match (settled.criteria.len(), nothing) {
        (1, true) => format!("{what} alone ({support}) decides: nothing speaks for {other}."),
        (_, true) => format!("{what} ({support}) decide: nothing speaks for {other}."),
        (1, false) => format!(
            "{what} alone ({support}) outweighs everything in favour of {other} ({against})."
        ),
        (_, false) => format!(
            "{what} together ({support}) outweigh everything in favour of {other} ({against})."
        ),
    }
}

fn form_words(scene: &Scene<'_>, ahead: VendorId, behind: VendorId, form: &Form) -> String {
    let (first, second) = (scene.vendor(ahead), scene.vendor(behind));
    match form {
        Form::All => format!("{first} is at least as good as {second} on every criterion."),
        Form::NotOnAverage { under_equal, turning } => format!(
            "Under equal weights {second} would be {} ahead: the weight of {} turns it.",
            scene.score(under_equal.abs()),
            scene.criteria(turning)
        ),
        Form::Inversion { swaps } => {
            let swaps: Vec<String> = swaps
                .iter()
                .map(|(pro, con)| {
                    format!("{} and {}", scene.criterion(*pro), scene.criterion(*con))
                })
                .collect();
            format!("It would turn if these exchanged their weights: {}.", swaps.join("; "))
        }
        Form::Remaining { strength, ratio } => {
            let how = match strength {
                Strength::Slight => "slightly",
                Strength::Moderate => "moderately",
                Strength::Clear => "clearly",
            };
            format!(
                "On balance {first} is {how} better: the lead is {} of all that speaks either way.",
                percent(*ratio)
            )
        }
    }
}
