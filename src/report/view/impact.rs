//! What rests on a fact, in words: what is lost without it, who is behind it, what carries the choice.
//! Made from the graph, from the choice without it, and from the search for load-bearing claims.

use crate::decide::decision::Verdict;
use crate::document::overlay::Flag;
use crate::explore::impact::contradictions;
use crate::explore::load_bearing::LoadBearing;
use crate::model::id::{EvidenceId, SourceId};
use crate::reasons::fact::{Fact, Given, Kind};
use crate::reasons::impact::Impact;
use crate::reasons::name::name;
use crate::report::view::flip::step::shell;
use crate::report::view::graph::{GraphView, graph};
use crate::report::view::named::Named;
use crate::report::view::scene::Scene;
use crate::report::view::what_if::WhatIfView;
use crate::report::words::{alternatives, capitalised, closed, count, list};

/// What rests on a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct ImpactView {
    /// The fact by its name.
    pub subject: Named,
    /// The answer in sentences, the first by itself.
    pub headline: Vec<String>,
    /// The fact with everything that rests on it.
    pub part: GraphView,
    /// Verdicts among that: vendor and verdict.
    pub verdicts: Vec<(Named, Verdict)>,
    /// The choice without it; `None` where that cannot be said.
    pub without: Option<WhatIfView>,
    /// The flag that withdraws it, as a shell takes it.
    pub flag: Option<String>,
    /// Who is behind the claims concerned.
    pub origins: Vec<OriginView>,
    /// Pairs of claims that cannot both hold.
    pub contradictions: Vec<[Named; 2]>,
    /// Smallest sets of claims whose withdrawal changes the choice.
    pub load_bearing: Vec<Vec<Named>>,
    /// Claims that suffice for the choice.
    pub sufficient: Vec<Named>,
    /// Whether the scenario makes any claims.
    pub has_claims: bool,
}

/// A claim and who is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginView {
    /// The claim.
    pub claim: Named,
    /// Who first reported it.
    pub origins: Vec<Named>,
    /// How many sources report it.
    pub outlets: usize,
    /// Those that only echo others.
    pub echoes: Vec<Named>,
}

/// What an impact is put into words from.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// What rests on the fact.
    pub impact: &'a Impact,
    /// What carries the choice.
    pub bearing: &'a LoadBearing,
    /// The flag that withdraws it.
    pub flag: Option<&'a Flag>,
    /// Why there is no choice without it, where there is none.
    pub note: Option<&'a str>,
}

/// Puts an impact into words.
pub fn view(scene: &Scene<'_>, found: &Found<'_>, without: Option<WhatIfView>) -> ImpactView {
    let model = scene.model();
    let impact = found.impact;
    let claim = |id: &EvidenceId| claim_named(scene, *id);
    let source = |id: &SourceId| Named {
        id: model.source(*id).name.clone(),
        label: scene.source(*id).to_owned(),
    };
    let origins = impact.origins.iter().map(|each| OriginView {
        claim: claim(&each.claim),
        origins: each.origins.iter().map(source).collect(),
        outlets: each.outlets,
        echoes: each.echoes.iter().map(source).collect(),
    });
    let concerned: Vec<EvidenceId> = impact.origins.iter().map(|each| each.claim).collect();
    let pairs = contradictions(model, &concerned);
    let part = graph(scene, &impact.part);
    let id = name(model, impact.subject);
    let label = part.nodes.iter().find(|node| node.id == id).map(|node| node.text());
    let mut view = ImpactView {
        subject: Named { label: label.unwrap_or_else(|| id.clone()), id },
        headline: Vec::new(),
        part,
        verdicts: impact
            .verdicts
            .iter()
            .map(|(vendor, verdict)| (Named::vendor(model, *vendor), *verdict))
            .collect(),
        without,
        flag: found.flag.filter(|_| !is_only_weight(scene, impact.subject)).map(shell),
        origins: origins.collect(),
        contradictions: pairs.iter().map(|(one, other)| [claim(one), claim(other)]).collect(),
        load_bearing: found
            .bearing
            .sets
            .iter()
            .map(|set| set.iter().map(claim).collect())
            .collect(),
        sufficient: found.bearing.sufficient.iter().map(claim).collect(),
        has_claims: !model.evidence.is_empty(),
    };
    view.headline = headline(scene, found, &view).into_iter().map(closed).collect();
    view
}

fn claim_named(scene: &Scene<'_>, id: EvidenceId) -> Named {
    let claim = scene.model().claim(id);
    Named { id: claim.name.clone(), label: claim.name.clone() }
}

fn headline(scene: &Scene<'_>, found: &Found<'_>, view: &ImpactView) -> Vec<String> {
    let mut sentences = Vec::new();
    let who = subject_words(scene, found.impact.subject);
    match (view.without.as_ref().and_then(|without| without.headline.first()), found.note) {
        (Some(_), _) if view.without.as_ref().is_some_and(|without| without.changes.is_empty()) => {
            let is_rating = matches!(found.impact.subject, Fact::Given(Given::Rating(..)));
            let state = if is_rating { "unknown" } else { "withdrawn" };
            sentences.push(format!("{} is {state} already: nothing changes.", capitalised(&who)));
        }
        (Some(answer), _) => sentences.push(format!("{}: {answer}", without_words(found, &who))),
        (None, Some(_)) if is_only_weight(scene, found.impact.subject) => sentences.push(format!(
            "{} is the only one: it is 100% whatever its size, so nothing rests on how large it is.",
            capitalised(&who)
        )),
        (None, Some(note)) => sentences.push(format!("Without {who} there is no answer: {note}.")),
        (None, None) => sentences.push(format!("{who} is derived: withdraw what it rests on.")),
    }
    let resting = found.impact.rests.len();
    let verdicts: Vec<&str> =
        view.verdicts.iter().map(|(vendor, _)| vendor.label.as_str()).collect();
    sentences.push(match (resting, verdicts.is_empty()) {
        (0, _) => "Nothing rests on it.".to_owned(),
        (_, true) => format!("{} on it, no verdict among them.", rest(resting)),
        (_, false) => format!(
            "{} on it, among them the {} on {}.",
            rest(resting),
            if verdicts.len() == 1 { "verdict" } else { "verdicts" },
            list(&verdicts)
        ),
    });
    let lost = &found.impact.ratings_lost;
    if !lost.is_empty() {
        let names: Vec<String> = lost
            .iter()
            .map(|(vendor, id)| format!("{} of {}", scene.criterion(*id), scene.vendor(*vendor)))
            .collect();
        let words = if names.len() > 4 {
            format!("{} and {} more", names[..3].join(", "), names.len() - 3)
        } else {
            list(&names)
        };
        let verb = if lost.len() == 1 { "loses its last claim" } else { "lose their last claims" };
        sentences.push(format!("{words} {verb} with it."));
    }
    if let Fact::Given(Given::Evidence(id)) = found.impact.subject {
        sentences.push(carrying(scene, found, id));
    }
    sentences
}

/// Whether it is the weight of a criterion or group that has all there is to share out.
fn is_only_weight(scene: &Scene<'_>, fact: Fact) -> bool {
    let (Fact::Given(Given::Weight(id)) | Fact::Change(Given::Weight(id))) = fact else {
        return false;
    };
    let share = scene.reasons.decision.reading.shares[id.index()];
    share.is_some_and(|share| share > 1.0 - 1e-9)
}

fn rest(number: usize) -> String {
    if number == 1 { "1 fact rests".to_owned() } else { format!("{} rest", count(number, "fact")) }
}

fn without_words(found: &Found<'_>, who: &str) -> String {
    match (found.impact.subject, found.flag.map(|flag| flag.words.as_str())) {
        (Fact::Given(Given::Assumption(_)), Some(words)) => {
            let status = words.rsplit('=').next().unwrap_or_default();
            format!("If {who} {status}")
        }
        (Fact::Given(Given::Rating(..)), _) => format!("If {who} is not known"),
        (Fact::Given(Given::Exclusion(_)), _) => "If it comes back".to_owned(),
        _ => format!("Without {who}"),
    }
}

/// Whether the choice hangs on a claim, alone or with others.
fn carrying(scene: &Scene<'_>, found: &Found<'_>, id: EvidenceId) -> String {
    let with: Vec<&Vec<EvidenceId>> =
        found.bearing.sets.iter().filter(|set| set.contains(&id)).collect();
    if with.iter().any(|set| set.len() == 1) {
        return "The choice hangs on this claim alone.".to_owned();
    }
    let others: Vec<String> = with
        .iter()
        .take(3)
        .map(|set| {
            let names: Vec<&str> = set
                .iter()
                .filter(|other| **other != id)
                .map(|other| scene.model().claim(*other).name.as_str())
                .collect();
            list(&names)
        })
        .collect();
    if others.is_empty() {
        let number = found.bearing.largest;
        return format!(
            "The choice does not hang on it: neither alone nor with up to {} does its withdrawal \
             change who is chosen.",
            count(number.saturating_sub(1), "other claim")
        );
    }
    format!("The choice hangs on it together with {}.", alternatives(&others))
}

fn subject_words(scene: &Scene<'_>, fact: Fact) -> String {
    let model = scene.model();
    match fact {
        Fact::Given(given) | Fact::Change(given) => match given {
            Given::Source(id) => scene.source(id).to_owned(),
            Given::Evidence(id) => format!("the claim {}", model.claim(id).name),
            Given::Assumption(id) => model.assumption(id).name.clone(),
            Given::Rating(vendor, id) => {
                format!("{} of {}", scene.criterion(id), scene.vendor(vendor))
            }
            Given::Weight(id) => format!("the weight of {}", scene.criterion(id)),
            Given::Gate(id) => format!("the gate on {}", scene.criterion(id)),
            Given::Exclusion(id) => format!("the exclusion of {}", scene.vendor(id)),
            Given::Stakeholder(who) => format!("what matters to {}", scene.stakeholder(who)),
            Given::Method => "the method".to_owned(),
        },
        Fact::Verdict(id) => scene.vendor(id).to_owned(),
        other if other.kind() == Kind::Decision => "the decision".to_owned(),
        other => name(model, other),
    }
}
