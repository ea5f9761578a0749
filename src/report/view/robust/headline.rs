//! What a robustness comes to, in sentences: which weights the choice survives, what it needs, what
//! could change it, and how often it comes out.

use crate::explore::robust::ladder::Rung;
use crate::explore::robust::part::Part;
use crate::explore::robust::people::Voters;
use crate::explore::robust::robustness::Robustness;
use crate::explore::robust::stability::Stability;
use crate::explore::robust::tornado::{Bar, Input};
use crate::explore::robust::weight_space::Weights;
use crate::report::digits::percent;
use crate::report::view::scene::Scene;
use crate::report::words::{closed, count, is, list};

/// Limits named in the first sentence; the table has the rest.
const NAMED: usize = 3;

/// At the very ends of the line others may be level, and nobody takes over.
pub const END: f64 = 1e-7;

/// The sentences, the answer first.
pub fn headline(scene: &Scene<'_>, found: &Robustness) -> Vec<String> {
    let reading = &scene.reasons.decision.reading;
    let mut sentences = Vec::new();
    if reading.field.is_empty() {
        let is_excluded = scene.model().vendors.iter().all(|vendor| vendor.excluded.is_some());
        let why = if is_excluded { "Every vendor is excluded" } else { "Nobody passes the gates" };
        sentences.push(format!("{why}, so there is no choice to test."));
    } else if !reading.tied.is_empty() {
        let tied = scene.vendors(&reading.tied);
        sentences.push(format!("{tied} are tied, so there is no choice to test."));
    } else {
        if found.left_out.contains(&Part::Stability) {
            sentences.push(format!("{}.", chosen_words(scene)));
        } else if found.stability.is_empty() && found.voters.is_some() {
            sentences.push(format!(
                "{} by the vote of the stakeholders, each with weights of their own.",
                chosen_words(scene)
            ));
        } else {
            sentences.push(survives(scene, &found.stability));
        }
        let is_constrained = !scene.model().weight_constraints.is_empty();
        sentences.extend(needs(&found.ladder, is_constrained));
    }
    if !found.left_out.contains(&Part::Tornado) {
        sentences.extend(could_change(scene, &found.tornado));
    }
    sentences.extend(found.voters.as_ref().map(|all| people(scene, all)));
    sentences.extend(drawn(scene, found));
    sentences.into_iter().map(closed).collect()
}

fn chosen_words(scene: &Scene<'_>) -> String {
    let chosen = &scene.reasons.decision.reading.chosen;
    let is = if chosen.len() == 1 { "is" } else { "are" };
    format!("{} {is} chosen", scene.vendors(chosen))
}

/// "Alibaba stays first for any weight of A and B, and for C up to 79%."
fn survives(scene: &Scene<'_>, all: &[Stability]) -> String {
    let chosen = &scene.reasons.decision.reading.chosen;
    let who = scene.vendors(chosen);
    let stays = match (chosen.len(), scene.model().choose) {
        (1, 1) => format!("{who} stays first"),
        (1, _) => format!("{who} stays chosen"),
        _ => format!("{who} stay chosen"),
    };
    let weighed: Vec<&Stability> = all.iter().filter(|each| each.holding.is_some()).collect();
    if weighed.is_empty() {
        return format!("{stays}: there is only one weight.");
    }
    let mut free = Vec::new();
    let mut bound: Vec<(f64, String)> = Vec::new();
    for each in weighed {
        let Some(stretch) = &each.holding else { continue };
        let name = scene.criterion(each.criterion);
        let (is_low, is_high) = (stretch.low <= END, stretch.high >= 1.0 - END);
        let (low, high) = (rounded_up(stretch.low), rounded_down(stretch.high));
        let room = (each.share - stretch.low).min(stretch.high - each.share);
        let limit = match (is_low, is_high) {
            (true, true) => {
                free.push(name);
                continue;
            }
            (true, false) => (stretch.high - each.share, format!("{name} up to {high}")),
            (false, true) => (each.share - stretch.low, format!("{name} from {low}")),
            (false, false) => (room, format!("{name} between {low} and {high}")),
        };
        bound.push(limit);
    }
    bound.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let rest = bound.len().saturating_sub(NAMED);
    let mut limits: Vec<String> = bound.into_iter().take(NAMED).map(|limit| limit.1).collect();
    if rest > 0 {
        limits.push(format!("{} within wider limits", count(rest, "other")));
    }
    match (free.as_slice(), limits.as_slice()) {
        ([], limits) => format!("{stays} for {}, one weight moved at a time.", list(limits)),
        (_, []) => format!("{stays} for any weight of any one criterion."),
        (free, limits) => {
            format!("{stays} for any weight of {}, and for {}.", list(free), list(limits))
        }
    }
}

/// An upper limit, rounded inwards so that what is printed still works.
pub fn rounded_down(share: f64) -> String {
    if share >= 1.0 - END {
        return percent(1.0);
    }
    percent((share * 1000.0 + 1e-9).floor() / 1000.0)
}

/// The same for a lower limit.
pub fn rounded_up(share: f64) -> String {
    if share <= END {
        return percent(0.0);
    }
    percent((share * 1000.0 - 1e-9).ceil() / 1000.0)
}

/// The widest set that settles the choice.
fn needs(ladder: &[Rung], is_constrained: bool) -> Option<String> {
    let rung = ladder.iter().find(|rung| rung.is_settled)?;
    let kept = if is_constrained { " and the constraints" } else { "" };
    let is_nearly_asked = ladder.iter().any(|rung| matches!(rung.weights, Weights::Within(_)));
    let needs = match rung.weights {
        Weights::Any if is_constrained => {
            "The choice needs no agreement about weights but the constraints".to_owned()
        }
        Weights::Any => "The choice needs no agreement about weights".to_owned(),
        Weights::Order => format!("The choice needs only the order of the criteria{kept}"),
        Weights::Within(fraction) => {
            let width = percent(fraction);
            format!("The choice needs each weight to within ±{width} of itself{kept}")
        }
        Weights::Given => {
            format!("The choice needs the weights only as far as they are given{kept}")
        }
        Weights::Exactly if is_nearly_asked => {
            "The choice needs these weights: not even ±10% is sure".to_owned()
        }
        Weights::Exactly => "The choice needs exactly these weights".to_owned(),
    };
    Some(match rung.changes {
        Some(_) => format!("{needs}, as far as {} tell.", count(rung.draws as usize, "draw")),
        None => format!("{needs}."),
    })
}

/// "What could change it is the regulator."
fn could_change(scene: &Scene<'_>, tornado: &[Bar]) -> Option<String> {
    let changing: Vec<&Bar> =
        tornado.iter().filter(|bar| bar.low.is_changed || bar.high.is_changed).collect();
    if tornado.is_empty() {
        return Some("Nothing else that bears on it is uncertain.".to_owned());
    }
    if changing.is_empty() {
        return Some(format!(
            "None of {} changes it by itself.",
            count(tornado.len(), "uncertain input")
        ));
    }
    let mut names: Vec<String> =
        changing.iter().take(NAMED).map(|bar| actor(scene, bar.input)).collect();
    names.dedup();
    if changing.len() > NAMED {
        names.push(format!("{} more", changing.len() - NAMED));
    }
    Some(format!("What could change it {} {}.", is(names.len()), list(&names)))
}

/// "2 of 3 stakeholders would choose the same; what divides them is price."
fn people(scene: &Scene<'_>, all: &Voters) -> String {
    let agree = all.voters.iter().filter(|voter| voter.agrees).count();
    let of = count(all.voters.len(), "stakeholder");
    let same = format!("{agree} of {of} alone would choose the same");
    match &all.divide {
        Some(divide) => {
            let name = scene.criterion(divide.criterion);
            format!("{same}; what divides them is {name}.")
        }
        None => format!("{same}."),
    }
}

/// Whoever decides an assumption, else the input itself.
fn actor(scene: &Scene<'_>, input: Input) -> String {
    if let Input::Assumption(id) = input
        && let Some(owner) = &scene.model().assumption(id).owner
    {
        return owner.clone();
    }
    input_label(scene, input)
}

/// "Over 16384 draws … Alibaba is chosen in 48%, Tencent in 46%."
fn drawn(scene: &Scene<'_>, found: &Robustness) -> Option<String> {
    let sampled = &found.acceptability;
    let mut shares: Vec<(f64, String)> = sampled
        .vendors
        .iter()
        .filter(|share| share.chosen.figure > 0.0)
        .map(|share| {
            let often = percent(share.chosen.figure);
            (share.chosen.figure, format!("{} in {often}", scene.vendor(share.vendor)))
        })
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    let others = shares.len().saturating_sub(NAMED);
    let mut parts: Vec<String> = shares.into_iter().take(NAMED).map(|share| share.1).collect();
    if others > 0 {
        parts.push(format!("{} less often", count(others, "other")));
    }
    if sampled.tied.figure > 0.0 && !parts.is_empty() {
        let tie = if scene.model().choose == 1 { "a tie" } else { "a tie for a place" };
        parts.push(format!("{tie} in {}", percent(sampled.tied.figure)));
    }
    if sampled.nobody.figure > 0.0 {
        parts.push(format!("nobody in {}", percent(sampled.nobody.figure)));
    }
    if parts.is_empty() || sampled.draws <= 1 {
        return None;
    }
    let what = varied(found, !scene.model().weight_constraints.is_empty());
    if what.is_empty() {
        return None;
    }
    let (draws, what, parts) = (sampled.draws, list(&what), list(&parts));
    Some(format!("Of {draws} draws of {what}, chosen: {parts}."))
}

/// What was drawn, in words.
fn varied(found: &Robustness, is_constrained: bool) -> Vec<String> {
    let mut varied = Vec::new();
    if found.vary.weights {
        let words = weights_words(found.weights);
        varied.push(match found.weights {
            Weights::Exactly => words,
            _ if is_constrained => format!("{words} that keep the constraints"),
            _ => words,
        });
    }
    if found.draws_a_rating {
        varied.push("uncertain ratings".to_owned());
    }
    if found.vary.assumptions && !found.chances.open.is_empty() {
        varied.push("assumptions".to_owned());
    }
    varied
}

/// A weight set in words.
pub fn weights_words(weights: Weights) -> String {
    match weights {
        Weights::Any => "any weights".to_owned(),
        Weights::Order => "weights in this order".to_owned(),
        Weights::Within(fraction) => format!("weights within ±{}", percent(fraction)),
        Weights::Given => "weights within their given ranges".to_owned(),
        Weights::Exactly => "exactly these weights".to_owned(),
    }
}

/// The path of an input, as in `--set`.
pub fn input_path(scene: &Scene<'_>, input: Input) -> String {
    let model = scene.model();
    match input {
        Input::Rating(vendor, criterion) => format!(
            "vendors.{}.ratings.{}",
            model.vendor(vendor).name,
            model.criterion(criterion).name
        ),
        Input::Weight(criterion) => format!("criteria.{}.weight", model.criterion(criterion).name),
        Input::Assumption(id) => format!("assumptions.{}", model.assumption(id).name),
    }
}

/// An input in words: `Experience of Tencent`, `the weight of price`, `cac-approval`.
pub fn input_label(scene: &Scene<'_>, input: Input) -> String {
    match input {
        Input::Rating(vendor, criterion) => {
            format!("{} of {}", scene.criterion(criterion), scene.vendor(vendor))
        }
        Input::Weight(criterion) => format!("the weight of {}", scene.criterion(criterion)),
        Input::Assumption(id) => scene.model().assumption(id).name.clone(),
    }
}
