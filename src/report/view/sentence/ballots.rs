//! Votes in words: who ranks whom first and with how much of the vote, and whose ballot decides.

use crate::model::id::{StakeholderId, VendorId};
use crate::reasons::fact::{Fact, Given};
use crate::reasons::statement::Says;
use crate::reasons::votes::{Duels, Side, Vote};
use crate::report::digits::percent;
use crate::report::view::scene::Scene;
use crate::report::view::sentence::Item;
use crate::report::words::list;

/// A sentence about ballots, with one item for each of them where it lists some.
pub fn ballots(scene: &Scene<'_>, says: &Says) -> (String, Vec<Item>) {
    match says {
        Says::Ballots { ahead, behind, side, ballots } => {
            listed(scene, [*ahead, *behind], *side, ballots)
        }
        Says::Pivotal { ahead, behind, voters } => {
            (pivotal(scene, [*ahead, *behind], voters), Vec::new())
        }
        Says::Duels { vendor, duels } => (duels_words(scene, *vendor, duels), Vec::new()),
        _ => (String::new(), Vec::new()),
    }
}

fn listed(
    scene: &Scene<'_>,
    pair: [VendorId; 2],
    side: Side,
    ballots: &[Vote],
) -> (String, Vec<Item>) {
    let [first, second] = pair.map(|vendor| scene.vendor(vendor));
    let items: Vec<Item> = ballots
        .iter()
        .map(|vote| Item {
            text: ballot(scene, [first, second], vote),
            places: scene.places(&[Fact::Given(Given::Stakeholder(vote.stakeholder))]),
        })
        .collect();
    let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    let whom = match side {
        Side::For => format!("Votes for {first}"),
        Side::Against => format!("Votes for {second}"),
        Side::Level => "Votes for neither".to_owned(),
    };
    (format!("{whom}: {}.", texts.join("; ")), items)
}

fn ballot(scene: &Scene<'_>, [first, second]: [&str; 2], vote: &Vote) -> String {
    let who = scene.stakeholder(vote.stakeholder);
    let share = percent(vote.amount);
    let [high, low] = vote.ranks;
    let ranks = if high == low {
        format!("ranks both {high}")
    } else {
        format!("ranks {first} {high} and {second} {low}")
    };
    let points = vote.credits.map(|credits| {
        let [own, other] = credits.map(|credit| scene.score(credit));
        format!(": {own} points against {other}")
    });
    format!("{who} ({share}) {ranks}{}", points.unwrap_or_default())
}

fn pivotal(scene: &Scene<'_>, pair: [VendorId; 2], voters: &[StakeholderId]) -> String {
    let [first, second] = pair.map(|vendor| scene.vendor(vendor));
    let names: Vec<&str> = voters.iter().map(|voter| scene.stakeholder(*voter)).collect();
    match names.as_slice() {
        [] => format!("No single vote carries it: {first} stays ahead without any one of them."),
        [one] => format!("Without the vote of {one}, {first} would not be ahead of {second}."),
        several => format!(
            "Each of {} carries it: without their vote {first} would not be ahead of {second}.",
            list(several)
        ),
    }
}

fn duels_words(scene: &Scene<'_>, vendor: VendorId, duels: &Duels) -> String {
    let who = scene.vendor(vendor);
    let won = (!duels.won.is_empty())
        .then(|| format!("{who} has a majority over {}", scene.vendors(&duels.won)));
    let lost = (!duels.lost.is_empty()).then(|| scene.vendors(&duels.lost));
    match (won, lost) {
        (Some(won), Some(lost)) => format!("{won}; {lost} over it."),
        (Some(won), None) => format!("{won}, and nobody over it."),
        (None, Some(lost)) => format!("{who} has a majority over nobody; {lost} over it."),
        (None, None) => format!("{who} has a majority over nobody, and nobody over it."),
    }
}
