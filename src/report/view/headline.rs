//! The answer in a sentence: who is chosen, by how much, and what it hangs on.
//! The first lines of `rank`; a decision maker in a hurry reads no further.

use crate::decide::decision::Status;
use crate::decide::gate_result::Barrier;
use crate::model::id::VendorId;
use crate::reasons::failing::{Failing, Repair};
use crate::reasons::headline::Headline;
use crate::report::digits::{percent, plain};
use crate::report::view::condition::provisos;
use crate::report::view::quantity::datum_words;
use crate::report::view::scene::Scene;
use crate::report::view::tie_break::decides;
use crate::report::words::{capitalised, closed, count, is, list};

/// The answer first, then what qualifies it; each a sentence, never empty.
pub fn headline(scene: &Scene<'_>, headline: &Headline) -> Vec<String> {
    sentences(scene, headline).into_iter().map(closed).collect()
}

fn sentences(scene: &Scene<'_>, headline: &Headline) -> Vec<String> {
    let mut sentences = match headline.status {
        Status::Nobody => return nobody(scene, headline),
        Status::Tied => vec![tied(scene, headline)],
        Status::Conditional | Status::Decided => vec![chosen(scene, headline)],
    };
    let open = headline.conditions.len();
    let provisos = provisos(scene.model(), scene.reasons.decision);
    match provisos.as_slice() {
        _ if open == 0 => {}
        [] => sentences.push(format!("{} would change this.", count(open, "open combination"))),
        // One proviso stands in the first sentence itself.
        [_] => {}
        [one, two] => sentences.push(format!("It hangs on two things: {one}, and {two}.")),
        [one, two, rest @ ..] => {
            let more = count(rest.len(), "more thing");
            sentences.push(format!("It hangs on this: {one}, {two}, and {more} below."));
        }
    }
    if headline.close && headline.broken.is_none() {
        let line = plain(scene.model().close_call);
        sentences.push(format!("It is a close call: the lead is below {line}."));
    }
    sentences
}

/// Who is chosen and how far ahead, as one sentence.
pub fn chosen(scene: &Scene<'_>, headline: &Headline) -> String {
    let (model, reading) = (scene.model(), &scene.reasons.decision.reading);
    let number = headline.chosen.len();
    let proviso = match provisos(model, scene.reasons.decision).as_slice() {
        [only] => format!(" if {only}"),
        _ => String::new(),
    };
    let who = format!("{} {} chosen{proviso}", scene.vendors(&headline.chosen), is(number));
    let passing = reading.field.len();
    let standing = model.vendors.iter().filter(|vendor| vendor.excluded.is_none()).count();
    if number < model.choose {
        let places = count(model.choose, "place");
        return format!(
            "{who}: only {passing} of {} pass for {places}.",
            count(standing, "vendor")
        );
    }
    let last = if number > 1 { ", the last of them" } else { "," };
    let over = headline.over.map(|over| scene.vendor(over));
    if let (Some(breaker), Some(over)) = (&headline.broken, over) {
        return format!("{who}{last} {}.", decides(scene, breaker, over));
    }
    match (over, headline.margin) {
        (Some(over), Some(margin)) => {
            format!("{who}{last} {} ahead of {over}.", scene.score(margin))
        }
        (Some(over), None) => format!("{who}{last} ahead of {over}."),
        (None, _) if standing == 1 => format!("{who}: the only vendor, and it passes."),
        (None, _) if passing == 1 => {
            format!("{who}: the only one of {} that passes.", count(standing, "vendor"))
        }
        (None, _) => format!("{who}: exactly as many pass as there are places."),
    }
}

/// Who ties, and for what.
pub fn tied(scene: &Scene<'_>, headline: &Headline) -> String {
    let number = headline.chosen.len();
    let start = match number {
        0 => String::new(),
        _ => format!("{} {} chosen; ", scene.vendors(&headline.chosen), is(number)),
    };
    let place = places_left(scene.model().choose, number);
    let tied = scene.vendors(&headline.tied);
    format!("{start}{tied} tie for {place}, and no `tie-break` settles it.")
}

/// With whom one vendor ties, and for what: `Acme is tied with Bolt for the first place`.
pub fn tied_with(scene: &Scene<'_>, vendor: VendorId) -> String {
    let reading = &scene.reasons.decision.reading;
    let others = reading.tied.iter().filter(|other| **other != vendor);
    let others: Vec<String> = others.map(|other| scene.vendor(*other).to_owned()).collect();
    let place = places_left(scene.model().choose, reading.chosen.len());
    let with = match others.len() {
        0..4 => list(&others),
        many => format!("{} and {} more", list(&others[..2]), many - 2),
    };
    format!("{} is tied with {with} for {place}", scene.vendor(vendor))
}

/// What a tie across the edge is about, where so many of the places are taken.
pub fn places_left(choose: usize, taken: usize) -> String {
    match (choose, choose.saturating_sub(taken)) {
        (1, _) => "the first place".to_owned(),
        (_, 1) => "the last place".to_owned(),
        (_, free) => format!("the last {}", count(free, "place")),
    }
}

/// Why nobody passes, and what would take the least to let somebody pass.
fn nobody(scene: &Scene<'_>, headline: &Headline) -> Vec<String> {
    let model = scene.model();
    let standing = model.vendors.iter().filter(|vendor| vendor.excluded.is_none()).count();
    if standing == 0 {
        return vec!["Nobody is chosen: every vendor is excluded.".to_owned()];
    }
    let none = if standing == 1 { "the only vendor does not pass" } else { "none passes" };
    let vendors = count(standing, "vendor");
    let mut sentences = vec![format!("Nobody is chosen: of {vendors}, {none}.")];
    if standing == 1 {
        sentences = vec![format!("Nobody is chosen: {none}.")];
    }
    let nobody = headline.nobody.as_ref();
    let stops = nobody.into_iter().flat_map(|nobody| &nobody.stopped).map(|stopped| {
        let label = match stopped.barrier {
            Barrier::Gate(criterion) => scene.criterion(criterion),
            Barrier::Assumption(assumption) => &model.assumption(assumption).name,
        };
        format!("{label} stops {}", stopped.vendors.len())
    });
    let stops: Vec<String> = stops.collect();
    if !stops.is_empty() {
        sentences.push(format!("{}.", capitalised(&list(&stops))));
    }
    let cheapest = nobody.and_then(|nobody| nobody.cheapest.as_deref());
    sentences.push(match cheapest.and_then(|failing| repair(scene, failing)) {
        Some(repair) => format!("The cheapest single repair: {repair}."),
        None => "Nobody is stopped by one thing alone, so no single repair helps.".to_owned(),
    });
    sentences
}

/// The smallest change that passes a gate: `Price of Acme from 12 to 10 USD`.
pub fn repair(scene: &Scene<'_>, failing: &Failing) -> Option<String> {
    let (model, who) = (scene.model(), scene.vendor(failing.vendor));
    Some(match failing.repair.as_ref()? {
        Repair::Rating { criterion, to } => {
            let criterion = model.criterion(*criterion);
            let from = failing.rating.as_ref().map(|datum| datum_words(criterion, datum));
            let from = from.map_or_else(String::new, |from| format!(" from {from}"));
            format!("{} of {who}{from} to {}", criterion.label(), datum_words(criterion, to))
        }
        Repair::Group { group, to } => {
            let from =
                failing.tested.map_or_else(String::new, |is| format!(" from {}", percent(is)));
            format!("{} of {who}{from} to {}", scene.criterion(*group), percent(*to))
        }
        Repair::Assumption(id) => format!("{} holds, and {who} passes", model.assumption(*id).name),
    })
}
